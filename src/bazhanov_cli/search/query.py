"""What a person typed into a search box, read as terms; what is no operator is words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.folding import words
from bazhanov_cli.stems import is_english

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate

MOST_TERMS = 50
"""Terms past these are left aside, and words of one term: each makes the search slower."""

_MOST_PIECES = 4 * MOST_TERMS

_PIECE = re.compile(r'(?P<minus>-?)"(?P<phrase>[^"]*)"|[^\s"]+')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_YEAR_BEFORE_ZERO = re.compile(r"-0\d{3}(?!\d)")
_PUNCTUATION = ",.;:!()"
_LONGEST_DATE = 7  # pieces, as in "from 9 August 1923 to January 1924"

# Within one piece, what stands between words that belong together: five-year, d'Artagnan, U.S.S.R.,
# and nothing at all between the characters of a Chinese name.
_JOINTS = ("-", "'", "’", ".", "‐", "‑", "–", "")

_FUNCTION_WORDS = frozenset((
    "a", "an", "and", "are", "as", "at", "be", "been", "by", "did", "do", "does", "for", "from",
    "had", "has", "have", "he", "her", "his", "how", "if", "in", "into", "is", "it", "its", "of",
    "on", "or", "she", "so", "than", "that", "the", "their", "them", "then", "there", "they",
    "this", "to", "was", "were", "what", "when", "where", "which", "who", "whom", "whose", "why",
    "with",
))  # fmt: skip

Words = tuple[str, ...]


class Term(NamedTuple):
    """Folded words in a row: mostly one; several when quoted, joined by hyphens or read as a date.

    With `prefix`, the last may go on. A date may be read in more than one way.
    """

    words: Words
    quoted: bool = False
    prefix: bool = False
    dates: tuple[HistoricalDate, ...] = ()

    @property
    def text(self) -> str:
        """The term as one would type it."""
        text = " ".join(self.words) + "*" * self.prefix
        return f'"{text}"' if self.quoted else text


class Query(NamedTuple):
    """A fact must match one term of every group, and none of the excluded.

    `ignored` are words that were left aside; `runs` are all the words that stand beside each other.
    """

    groups: tuple[tuple[Term, ...], ...] = ()
    excluded: tuple[Term, ...] = ()
    ignored: Words = ()
    runs: tuple[tuple[Term, ...], ...] = ()


class _Piece(NamedTuple):
    """A quoted phrase, or a run of characters without blanks."""

    text: str
    quoted: bool = False
    excluded: bool = False
    prefix: bool = False


_OR = _Piece("OR")


def parse_query(text: str, language: str = "en") -> Query:
    """Read `"an exact phrase"`, `-word`, `word*`, `OR` and dates; all the rest is words.

    OR binds closer than the blank, as in web search. English words without content (`of`, `the`)
    are left aside where others stand beside them; `language` is the tag of the dataset's.
    """
    included: list[Term | None] = []
    excluded: list[Term] = []
    for piece, terms in _read(list(islice(_pieces(text), _MOST_PIECES))):
        if piece is _OR:
            included.append(None)
        elif piece.excluded:
            excluded += terms
        else:
            included += terms
    groups = _grouped(included)
    kept = [group for group in groups if not (is_english(language) and _is_function_word(group))]
    kept = list(dict.fromkeys(kept or groups))
    ignored = [term.text for group in groups if group not in kept for term in group]
    ignored += [term.text for group in kept[MOST_TERMS:] for term in group]
    return Query(
        tuple(kept[:MOST_TERMS]),
        tuple(dict.fromkeys(excluded))[:MOST_TERMS],
        tuple(dict.fromkeys(ignored)),
        tuple(_runs(included)),
    )


def _pieces(text: str) -> Iterator[_Piece]:
    for found in _PIECE.finditer(text.translate(_QUOTES)):
        if found["phrase"] is not None:
            yield _Piece(found["phrase"], quoted=True, excluded=bool(found["minus"]))
        elif found[0] == "OR":
            yield _OR
        else:
            yield _signed(found[0])


def _signed(text: str) -> _Piece:
    bare = text.removeprefix("-")
    excluded = text != bare and bare[:1].isalnum() and not _YEAR_BEFORE_ZERO.match(text)
    prefix = bare.endswith("*") and bare[-2:-1].isalnum()
    return _Piece(bare if excluded else text, excluded=excluded, prefix=prefix)


def _read(pieces: list[_Piece]) -> Iterator[tuple[_Piece, list[Term]]]:
    """The terms of each piece; several pieces that make up one date give one term."""
    start = 0
    while start < len(pieces):
        piece = pieces[start]
        taken, date = _date_at(pieces, start)
        start += taken or 1
        if piece is _OR:
            yield piece, []
        elif date:
            yield piece, [date]
        elif piece.quoted:
            phrase = tuple(word.text for word in words(piece.text))
            yield piece, [Term(phrase[:MOST_TERMS], quoted=True)] if phrase else []
        else:
            yield piece, list(_terms(piece))


def _terms(piece: _Piece) -> Iterator[Term]:
    """The terms of a piece: words with a joint between them are one."""
    joined: list[str] = []
    end = 0
    for word in words(piece.text):
        if joined and piece.text[end : word.start] not in _JOINTS:
            yield Term(tuple(joined[:MOST_TERMS]))
            joined = []
        joined.append(word.text)
        end = word.end
    if joined:
        yield Term(tuple(joined[:MOST_TERMS]), prefix=piece.prefix)


def _date_at(pieces: list[_Piece], start: int) -> tuple[int, Term | None]:
    """The longest date that begins with a piece, and of how many pieces it is made."""
    most = 1 if pieces[start].excluded else _LONGEST_DATE
    run: list[str] = []
    for piece in pieces[start : start + most]:
        if piece is _OR or piece.quoted or piece.prefix or (run and piece.excluded):
            break
        run.append(piece.text.strip(_PUNCTUATION))
    for count in range(len(run), 0, -1):
        text = " ".join(run[:count])
        if any(map(str.isdigit, run[0] + run[count - 1])) and (dates := _dates(text)):
            return count, Term(tuple(word.text for word in words(text)), dates=dates)
    return 0, None


def _dates(text: str) -> tuple[HistoricalDate, ...]:
    from bazhanov_cli.dates.typed import typed_date_readings
    from bazhanov_cli.errors import DateError

    try:
        return typed_date_readings(text)
    except DateError:
        return ()


def _grouped(terms: list[Term | None]) -> list[tuple[Term, ...]]:
    """The terms in groups: None between two terms joins them, and is the word `or` elsewhere."""
    groups: list[list[Term]] = []
    joins = False
    for place, term in enumerate(terms):
        if term is None:
            joins = bool(groups) and not joins and place + 1 < len(terms)
            if not joins:
                groups.append([Term(("or",))])
        elif joins:
            groups[-1].append(term)
            joins = False
        else:
            groups.append([term])
    return [tuple(group) for group in groups]


def _runs(terms: list[Term | None]) -> Iterator[tuple[Term, ...]]:
    run: list[Term] = []
    for term in [*terms[:_MOST_PIECES], None]:
        if term is not None and not (term.quoted or term.prefix):
            run.append(term)
        elif run:
            yield tuple(run)
            run = []


def _is_function_word(group: tuple[Term, ...]) -> bool:
    return (
        len(group) == 1
        and not (group[0].quoted or group[0].prefix)
        and (group[0].words[0] in _FUNCTION_WORDS and len(group[0].words) == 1)
    )
