"""Time between the rows of a timeline in which nothing is known to have happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.timeline.days import bounds_of, full_years

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate
    from bazhanov_cli.timeline.rows import TimelineRow

_NOTABLE_SHARE = 10
_NEVER = CalendarDay(10**12, 1, 1)


class Unit(StrEnum):
    """What a gap is counted in."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class Gap(NamedTuple):
    """At least `length` whole units without a dated event; just as many where it is `exact`.

    It is `vague` where a date beside it is in doubt.
    """

    length: int
    unit: Unit
    exact: bool
    vague: bool


class _Reached(NamedTuple):
    """How far the rows so far go at most, and how far at least; None before the first."""

    possibly: CalendarDay
    surely: CalendarDay
    vague: bool


def notable_days(first: CalendarDay, last: CalendarDay) -> int:
    """How long a gap must be to be worth a word: a tenth of the time from first to last."""
    return max((last.ordinal - first.ordinal) // _NOTABLE_SHARE, 2)


def with_gaps(
    rows: Iterable[TimelineRow], least_days: int
) -> Iterator[tuple[Gap | None, TimelineRow]]:
    """The rows in order, each with the gap before it where that is of `least_days` or more."""
    reached: _Reached | None = None
    for row in rows:
        date = row.event.date
        gap = _gap(reached, date, least_days) if reached and date else None
        yield gap, row
        reached = _furthest(reached, date)


def _gap(reached: _Reached, date: HistoricalDate, least_days: int) -> Gap | None:
    first = date.earliest
    if first is None or first.ordinal - reached.possibly.ordinal < least_days:
        return None
    length, unit = _longest_unit(reached.possibly, first)
    exact = date.latest is not None and _longest_unit(reached.surely, date.latest) == (length, unit)
    return Gap(length, unit, exact, reached.vague or _is_vague(date))


def _longest_unit(first: CalendarDay, last: CalendarDay) -> tuple[int, Unit]:
    """The time between two days in the longest unit of which it has more than one."""
    years = full_years(first, last)
    if years > 1:
        return years, Unit.YEAR
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    return (months, Unit.MONTH) if months > 1 else (last.ordinal - first.ordinal, Unit.DAY)


def _furthest(reached: _Reached | None, date: HistoricalDate | None) -> _Reached | None:
    if date is None:
        return reached
    # Of what has no known end, only that it began is sure; a moment may be as late as it may.
    known = date.end or date.start if not date.one_of else None
    surely, possibly = bounds_of(known or date)
    if date.one_of and date.latest is None:
        possibly = _NEVER
    here = _Reached(possibly, surely, _is_vague(known or date))
    if reached is None:
        return here
    further = max(here, reached, key=lambda either: either.possibly)
    return further._replace(surely=max(here.surely, reached.surely))


def _is_vague(date: HistoricalDate) -> bool:
    return date.approximate or date.uncertain
