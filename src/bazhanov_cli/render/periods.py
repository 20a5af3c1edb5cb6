"""The time that is asked for, in words, and how many facts a page shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, Precision, days_in_month
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.render.counted import counted

if TYPE_CHECKING:
    from bazhanov_cli.timeline.rows import Period
    from bazhanov_cli.timeline.timeline import Scope


def start_in_words(day: CalendarDay) -> str:
    """A first day as the shortest date that begins with it: `1923`, `June 1923`."""
    if day.day == 1:
        return _written(day, Precision.YEAR if day.month == 1 else Precision.MONTH)
    return _written(day, Precision.DAY)


def end_in_words(day: CalendarDay) -> str:
    """A last day as the shortest date that ends with it: `1930`, `June 1930`."""
    if day.day == days_in_month(day.year, day.month):
        return _written(day, Precision.YEAR if day.month == 12 else Precision.MONTH)
    return _written(day, Precision.DAY)


def period_in_words(period: Period) -> str:
    """A period: `1923 to 1930`, `1923`, `from June 1923`, `until 1930`."""
    start = period.start and start_in_words(period.start)
    end = period.end and end_in_words(period.end)
    if start and end:
        return start if start == end else f"{start} to {end}"
    return f"from {start}" if start else f"until {end}"


def scope_in_words(scope: Scope) -> str:
    """How many facts are shown, and of how many if not of all: `8 of 18 facts, 1923 to 1930`."""
    period = f", {period_in_words(scope.period)}" if scope.period else ""
    of_all = f"{scope.shown:,} of " if scope.shown < scope.total else ""
    return f"{of_all}{counted(scope.total, 'fact')}{period}"


def _written(day: CalendarDay, precision: Precision) -> str:
    return date_in_words(HistoricalDate("", day, day, precision))
