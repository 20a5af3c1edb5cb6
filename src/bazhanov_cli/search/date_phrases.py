"""How English texts write a date, so that a date of a query is found by its words as well."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.dates.names import MONTHS
from bazhanov_cli.dates.words import date_in_words, ordinal, year_in_words
from bazhanov_cli.folding import fold_words

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate

Words = tuple[str, ...]


def date_phrases(date: HistoricalDate) -> list[Words]:
    """The folded words of every common way to write a date, the order of day and month included."""
    if date.earliest is None or date.precision is Precision.INTERVAL:
        return []
    if date.precision is Precision.DAY:
        written = _days(date.earliest)
    elif date.precision is Precision.MONTH:
        year = year_in_words(date.earliest.year)
        written = [f"{month} {year}" for month in _months(date.earliest.month)]
    else:
        written = [date_in_words(date)]
    return list(dict.fromkeys(tuple(fold_words(words).split()) for words in written))


def _days(day: CalendarDay) -> list[str]:
    year = year_in_words(day.year)
    pairs = product((str(day.day), ordinal(day.day)), _months(day.month))
    return [
        phrase
        for number, month in pairs
        for phrase in (f"{number} {month} {year}", f"{month} {number} {year}")
    ]


def _months(number: int) -> list[str]:
    return list(dict.fromkeys((MONTHS[number], MONTHS[number][:3])))
