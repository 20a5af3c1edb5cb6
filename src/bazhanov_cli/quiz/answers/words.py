"""Answers as words that can be compared: folded, without articles, numbers as digits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bazhanov_cli import folding
from bazhanov_cli.quiz.answers.numerals import with_digits

_EMPTY_WORDS = frozenset({"the", "a", "an", "of", "and"})


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word of an answer; letters of an acronym must all be right."""

    text: str
    is_acronym: bool = False

    @property
    def is_number(self) -> bool:
        """Whether a slip would make it another number."""
        return any(letter.isdigit() for letter in self.text)


Words = Sequence[Word]


@lru_cache(maxsize=8192)  # The names that an answer must not be are read for every answer.
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in order, those that carry no part of an answer left out.

    Case, accents, width, punctuation and possessive endings do not count; "twenty-third" is "23".
    """
    found = folding.words(text)
    acronyms = {
        word.text
        for word in found
        if word.end - word.start > 1 and text[word.start : word.end].isupper()
    }
    words = [Word(word, word in acronyms) for word in with_digits(word.text for word in found)]
    return tuple(word for word in words if word.text not in _EMPTY_WORDS) or tuple(words)


def texts(words: Words) -> frozenset[str]:
    """The words alone, without their order."""
    return frozenset(word.text for word in words)


def texts_of(spellings: Iterable[str]) -> frozenset[str]:
    """All words of several texts."""
    return frozenset(word.text for spelling in spellings for word in words_of(spelling))


def same_words(some: Words, others: Words) -> bool:
    """Whether the words are the same, in any order unless the order of numbers could matter."""
    if len(some) != len(others):
        return False
    one, other = [word.text for word in some], [word.text for word in others]
    return one == other if any(w.is_number for w in others) else sorted(one) == sorted(other)


def comparable(text: str) -> str:
    """The words of a text as one string, equal for texts that are one answer."""
    return " ".join(word.text for word in words_of(text))


def joined(text: str) -> str:
    """All letters and digits of a text in one run: what "U.S.S.R." and "USSR" have in common."""
    return "".join(word.text for word in folding.words(text))
