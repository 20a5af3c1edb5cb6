"""Text made comparable: one spelling for all its letter cases, accents, widths and ligatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LETTERS = {
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    "ŧ": "t", "ƀ": "b", "ɨ": "i", "ƶ": "z", "ŋ": "n", "ĸ": "k", "ə": "a", "ґ": "г", "ѐ": "е",
}  # fmt: skip
_APOSTROPHES = dict.fromkeys("‘’‛′´ʹʻʼʽˈ՚׳ꞌ᾽᾿", "'")
_QUOTATION_MARKS = dict.fromkeys("“”„‟″«»", '"')
_HYPHENS = dict.fromkeys("‐‑‒–—―−⁃֊־᠆", "-")
_SAME = {**_LETTERS, **_APOSTROPHES, **_QUOTATION_MARKS, **_HYPHENS}

# Letters of their own in Indic scripts, kana, Thai, Lao and Tibetan: without them other words
# would meet. All the other non-zero classes are accents, points and strokes.
_LETTER_CLASSES = frozenset((6, 7, 8, 9, 84, 91, 103, 107, 118, 122, 129, 130, 132))

_POSSESSIVE = re.compile(r"'s(?!\w)")

_WORD = re.compile(r"\S+")

# Chinese and Japanese are written without blanks: each of their characters is a word here.
_FIRST_UNSPACED, _LAST_UNSPACED = "\u3005", "\u9fff"
_FIRST_RARE_HAN = "\U00020000"
_VOICING_MARKS = ("\u3099", "\u309a")


class Word(NamedTuple):
    """One word of a text: folded, and where it stands in the text as written."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Give the text with case, accents (in any script), width, ligatures and quotes made equal.

    Unicode's compatibility decomposition and full case folding, without combining marks; letters
    that it does not split (ø, ł, œ), apostrophes and hyphens are unified as well. Characters that
    nobody sees (soft hyphens, joiners, direction marks) are left out. Folding what has been folded
    changes nothing.
    """
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def fold_with_offsets(text: str) -> tuple[str, Sequence[int]]:
    """Fold the text, and say where each folded character comes from.

    Item n of the offsets is the index in `text` of the character that folded character n comes
    from, a mark having that of its letter; one more item holds the length of the text.
    """
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        piece = _FOLDED[ord(character)]
        pieces.append(piece)
        joins = bool(offsets) and _begins_with_mark(piece)
        offsets.extend([offsets[-1] if joins else index] * len(piece))
    offsets.append(len(text))
    return "".join(pieces), offsets


def original_span(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Map folded characters `start` to `end` back to the text, the last letter with its marks."""
    if start == end:
        return offsets[start], offsets[start]
    while end < len(offsets) - 1 and offsets[end] == offsets[end - 1]:
        end += 1
    return offsets[start], offsets[end]


def fold_words(text: str) -> str:
    """Fold the text to its words alone, with blanks between them and no possessive 's."""
    apart = _apart(fold(text))
    if apart.isascii() or max(apart) < _FIRST_UNSPACED:
        return apart
    return " ".join(apart[start:end] for start, end in _spans(apart))


def words(text: str) -> tuple[Word, ...]:
    """Give the folded words of the text, each with its span in the text as written."""
    folded, offsets = fold_with_offsets(text)
    apart = _apart(folded)
    return tuple(
        Word(apart[start:end], *original_span(offsets, start, end)) for start, end in _spans(apart)
    )


def _spans(apart: str) -> Iterator[tuple[int, int]]:
    """Where the words of a folded text are, from which all that is no word has been blanked out."""
    for found in _WORD.finditer(apart):
        start, end = found.span()
        if max(found[0]) >= _FIRST_UNSPACED:
            for place in range(start + 1, end):
                parts = _is_unspaced(apart[place - 1]) or _is_unspaced(apart[place])
                if parts and apart[place] not in _VOICING_MARKS:
                    yield start, place
                    start = place
        yield start, end


def _is_unspaced(character: str) -> bool:
    return _FIRST_UNSPACED <= character <= _LAST_UNSPACED or character >= _FIRST_RARE_HAN


def _apart(folded: str) -> str:
    if "'" in folded:
        folded = _POSSESSIVE.sub("  ", folded)
    return folded.translate(_WORD_CHARACTERS)


class _Folded(dict[int, str]):
    """The folding of each character met so far."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


class _WordCharacters(dict[int, str]):
    """Each folded character met so far: itself when it can stand in a word, else a blank."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = self[code] = character if character.isalnum() or _is_mark(character) else " "
        return kept


_FOLDED = _Folded()
_WORD_CHARACTERS = _WordCharacters()


def _fold_character(character: str) -> str:
    from unicodedata import normalize

    folded = character
    while True:
        decomposed = normalize("NFKD", _SAME.get(folded, folded))
        seen = "".join(_SAME.get(part, part) for part in decomposed if not _is_dropped(part))
        if seen.casefold() == folded:
            return folded
        folded = seen.casefold()


def _is_dropped(character: str) -> bool:
    from unicodedata import category, combining

    if category(character) == "Cf" or character in "\u034f\u0640":
        return True
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return True
    return combining(character) not in _LETTER_CLASSES | {0}


def _begins_with_mark(folded: str) -> bool:
    return bool(folded) and folded[0] > "~" and not folded[0].isalnum() and _is_mark(folded[0])


def _is_mark(character: str) -> bool:
    from unicodedata import category

    return category(character).startswith("M")
