"""Dates as a person types them, in English or in EDTF, and every way to read them."""

from __future__ import annotations

import re

from bazhanov_cli.dates.grammar import read_each
from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.phrases import edtf_candidates
from bazhanov_cli.errors import DateError

_TWO_NUMBERS = re.compile(r"([0-9]{1,2}) ?[./-] ?([0-9]{1,2})\.?")


def read_typed_date(text: str) -> HistoricalDate | None:
    """The likeliest reading of a typed date, day first (09/08/1923 is 9 August), or None.

    Raises DateError for a text that is shaped as a date and names no real one (30 February 1923).
    """
    readings = typed_date_readings(text)
    return readings[0] if readings else None


def typed_date_readings(text: str) -> tuple[HistoricalDate, ...]:
    """Every way to read a typed date, likeliest first, none twice; empty if it is no date.

    Raises DateError for a text that is shaped as a date and names no real one.
    """
    return read_each((text, *edtf_candidates(text)))


def read_day_of_year(text: str) -> tuple[int, int] | None:
    """The month and day of a date without its year (`9 August`, `Aug 9`, `08-09`); None if none.

    Two numbers are read as `30.12` or `30/12`, and as `12/30` where they can be no day and month.
    Raises DateError for a day that no year has.
    """
    readings = day_of_year_readings(text)
    return readings[0] if readings else None


def day_of_year_readings(text: str) -> tuple[tuple[int, int], ...]:
    """Every month and day that a date without its year may mean, likeliest first.

    Raises DateError for a day that no year has.
    """
    written = " ".join(text.split())
    numbers = _TWO_NUMBERS.fullmatch(written)
    # A leap year, so that 29 February is a day.
    whole = f"{numbers[1]}/{numbers[2]}/2000" if numbers else f"{written} 2000"
    try:
        dates = read_each((f"2000-{written.removeprefix('--')}", *edtf_candidates(whole)))
    except DateError:
        raise DateError(f"{written}: no year has such a day") from None
    days = (date.earliest for date in dates if date.precision is Precision.DAY)
    return tuple((day.month, day.day) for day in days if day)
