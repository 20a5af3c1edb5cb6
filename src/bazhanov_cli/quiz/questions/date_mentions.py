"""Dates where they stand in a text, found with the reader for typed dates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.dates.typed import read_typed_date
from bazhanov_cli.errors import DateError
from bazhanov_cli.quiz.questions.wording import REMEMBERED

_MOST_WORDS = 6
_WORD = re.compile(r"\S+")
_AROUND = "([{\"'“”‘’.,;:!?)]}"


class DateMention(NamedTuple):
    """A date, and the span of a text that states it."""

    date: HistoricalDate
    start: int
    end: int


@lru_cache(REMEMBERED)
def date_mentions(text: str) -> tuple[DateMention, ...]:
    """The dates that a text states, in order, each in as few words as say all of it."""
    words = list(_WORD.finditer(text)) if any(map(str.isdigit, text)) else []
    mentions: list[DateMention] = []
    place = 0
    while place < len(words):
        for count in range(min(_MOST_WORDS, len(words) - place), 0, -1):
            mention = _read(text, words[place : place + count])
            if mention is not None:
                mentions.append(_shortest(text, words[place : place + count], mention))
                place += count
                break
        else:
            place += 1
    return tuple(mentions)


def _shortest(text: str, words: list[re.Match[str]], mention: DateMention) -> DateMention:
    """The mention without the words around it that change nothing: the "in" of "in 1923"."""
    while len(words) > 1:
        shorter = (_read(text, words[1:]), words[1:]), (_read(text, words[:-1]), words[:-1])
        same = [(m, rest) for m, rest in shorter if m and m.date.bounds == mention.date.bounds]
        if not same:
            break
        mention, words = same[0]
    return mention


def _read(text: str, words: list[re.Match[str]]) -> DateMention | None:
    start, end = _trimmed(text, words[0].start(), words[-1].end())
    if not any(letter.isdigit() for letter in text[start:end]):
        return None
    try:
        date = read_typed_date(text[start:end])
    except DateError:
        return None
    return None if date is None else DateMention(date, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return start, end
