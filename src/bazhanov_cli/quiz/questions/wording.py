"""What stands in a text: names, words like them, years; and texts with a gap in place of a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from bazhanov_cli import folding

GAP = "_____"

_SMALL_WORDS = frozenset((
    "the", "a", "an", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "as",
    "is", "was", "der", "die", "das", "und", "von", "de", "la", "le", "les", "du", "des", "et",
    "di", "da", "el", "y",
))  # fmt: skip
_SHORTEST_TELLING_RUN = 3
_AFTER_A = re.compile(r"\b(an?)\s+$", re.IGNORECASE)
_AFTER_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_PRONOUNS = frozenset((
    "it", "he", "she", "they", "him", "them", "his", "her", "hers", "its", "their", "theirs",
))  # fmt: skip
_POINTING = frozenset(("this", "these", "that", "those"))
_YEAR = re.compile(r"(?<!\d)\d{3,}|\d\s*(?:B\.?C|A\.?D|C\.?E)\b", re.IGNORECASE)

Span = tuple[int, int]


class Gapped(NamedTuple):
    """A text around the gap where a name or a date was, and what stood there."""

    before: str
    after: str
    was: str = ""

    def __str__(self) -> str:
        return self.filled(GAP)

    @property
    def article(self) -> str:
        """Where there is a "the": "before" the gap, or "within" it; else nothing."""
        if _AFTER_THE.search(self.before):
            return "before"
        return "within" if plain(self.was).startswith("the ") else ""

    def takes(self, name: str) -> bool:
        """Whether a name fits the English words around the gap: an "a" or "an" before it."""
        article = _AFTER_A.search(self.before)
        vowel = plain(name)[:1] in tuple("aeiou")
        return article is None or (article[1].casefold() == "an") == vowel

    def filled(self, name: str) -> str:
        """The text with a name in the gap, which gets a capital where it begins the text."""
        first = name[:1] if self.before.strip() else name[:1].upper()
        return f"{self.before}{first}{name[1:]}{self.after}"


# The same few texts are compared for every question: to fold them each time would take most of it.
REMEMBERED = 10_000


@lru_cache(REMEMBERED)
def plain(text: str) -> str:
    """A text as its folded words, one blank between them: equal for texts that name the same."""
    return " ".join(folding.fold_words(text).split())


def spans_of(text: str, spellings: Iterable[str]) -> list[Span]:
    """Where the spellings stand in a text as whole words; the longest of those that overlap."""
    folded = plain(text)
    named = {tuple(name.split()) for s in spellings if (name := plain(s)) and name in folded}
    if not named:
        return []
    words = _words(text)
    found = {
        (words[place].start, words[place + len(name) - 1].end)
        for name in named
        for place in _places([word.text for word in words], name)
    }
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span[0] - span[1], span)):
        if not any(span[0] < end and start < span[1] for start, end in kept):
            kept.append(span)
    return sorted(kept)


@lru_cache(REMEMBERED)
def _words(text: str) -> tuple[folding.Word, ...]:
    return folding.words(text)


def _places(words: list[str], name: tuple[str, ...]) -> Iterator[int]:
    for place in range(len(words) - len(name) + 1):
        if words[place] == name[0] and tuple(words[place : place + len(name)]) == name:
            yield place


def without(text: str, span: Span) -> Gapped:
    """The text with a gap at a span."""
    return Gapped(text[: span[0]], text[span[1] :], text[span[0] : span[1]])


def names(text: str, spellings: Iterable[str]) -> bool:
    """Whether one of the spellings stands in the text, be it inside a word of it."""
    given = tuple(spellings)
    folded = folding.fold(text)
    runs = (folding.fold(spelling).strip() for spelling in given)
    return any(len(run) >= _SHORTEST_TELLING_RUN and run in folded for run in runs) or bool(
        spans_of(text, given)
    )


def gives_away(text: str, spellings: Iterable[str]) -> bool:
    """Whether a text tells a name: by any of its spellings, or by a telling word of one of them.

    A word of the same family tells as well: "communism" gives away "Communist Party".
    """
    given = tuple(spellings)
    return names(text, given) or share_a_word((text,), given)


def share_a_word(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a telling word of one side stands, in any form, on the other side too."""
    theirs = telling_words(others)
    return any(_akin(word, other) for word in telling_words(some) for other in theirs)


def telling_words(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of texts, without those that stand everywhere."""
    return frozenset().union(*map(_telling_words, texts))


@lru_cache(REMEMBERED)
def _telling_words(text: str) -> frozenset[str]:
    return frozenset(
        word
        for word in set(plain(text).split()) - _SMALL_WORDS
        if len(word) >= _SHORTEST_TELLING_RUN or any(letter.isdigit() for letter in word)
    )


def _akin(word: str, other: str) -> bool:
    if word == other:
        return True
    if word.isdigit() or other.isdigit():
        return False
    stem = max(4, min(len(word), len(other)) - 2)
    return len(word) >= stem <= len(other) and word[:stem] == other[:stem]


def leans_on_another(text: str) -> bool:
    """Whether a text speaks of what another one names: by a pronoun, or a "this" to begin with."""
    words = plain(text).split()
    return bool(words) and (words[0] in _POINTING or not _PRONOUNS.isdisjoint(words))


def has_year(text: str) -> bool:
    """Whether a text holds what may be a year."""
    return _YEAR.search(text) is not None
