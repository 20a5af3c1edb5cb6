"""What happened on a day of the year, however long ago."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import days_in_month
from bazhanov_cli.timeline.days import days_later

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import CalendarDay
    from bazhanov_cli.timeline.rows import TimelineRow

MOST_DAYS = 182
"""Half a year to each side: further away, a day would come twice."""

_LEAP_DAY = 229


class Anniversary(NamedTuple):
    """An event and the day on which it is remembered.

    `years` have passed by then, negative for what is still to come; `days_away` counts from the
    day that was asked for.
    """

    row: TimelineRow
    day: CalendarDay
    years: int
    days_away: int


def days_around(day: CalendarDay, days: int) -> dict[int, tuple[CalendarDay, int]]:
    """The days of the year within `days` of a day, in order, each with its date and distance.

    Days of the year are month * 100 + day. In a year without a 29 February, that day is kept on
    the 28th; asked for by itself, it is found alone.
    """
    if day.day > days_in_month(day.year, day.month):
        day = day._replace(day=28)
        if not days:
            return {_LEAP_DAY: (day, 0)}
    found: dict[int, tuple[CalendarDay, int]] = {}
    current = days_later(day, -days)
    for distance in range(-days, days + 1):
        found[day_of_year(current)] = (current, distance)
        if _ends_common_february(current):
            found[_LEAP_DAY] = (current, distance)
        current = days_later(current, 1)
    return found


def anniversaries(
    rows: Iterable[TimelineRow], days: dict[int, tuple[CalendarDay, int]]
) -> Iterator[Anniversary]:
    """The anniversaries of rows whose events are known to the day, on the days around another."""
    for row in rows:
        happened = row.event.date and row.event.date.earliest
        if happened:
            day, distance = days[day_of_year(happened)]
            yield Anniversary(row, day, day.year - happened.year, distance)


def next_day_among(days_of_year: Iterable[int], day: CalendarDay) -> CalendarDay | None:
    """The first day after another that is one of some days of the year; None if there are none."""
    wanted = set(days_of_year)
    while wanted:
        day = days_later(day, 1)
        if day_of_year(day) in wanted or (_LEAP_DAY in wanted and _ends_common_february(day)):
            return day
    return None


def day_of_year(day: CalendarDay) -> int:
    """A day without its year, as month * 100 + day."""
    return day.month * 100 + day.day


def _ends_common_february(day: CalendarDay) -> bool:
    return day.month == 2 and day.day == 28 == days_in_month(day.year, 2)
