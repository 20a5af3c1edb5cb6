"""Questions of time to a compiled dataset: its span, its days of the year, how dense it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import CalendarDay, Precision
from bazhanov_cli.library.schema import LATEST_POSSIBLE

if TYPE_CHECKING:
    from bazhanov_cli.facts import Event, Fact
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection

_LONG_BEFORE = 10**16
_UNITS = {Precision.DAY: (1, 0), Precision.MONTH: (100, 1), Precision.YEAR: (10_000, 101)}
"""By how much the keys of days grow in a unit, and the key of its first day within it."""


class Extent(NamedTuple):
    """How many events there are, and the first and the last day by which they are known."""

    dated: int
    undated: int
    days: tuple[CalendarDay, CalendarDay] | None


def span_of_beginnings(
    library: Library, selection: Selection, *, every: bool
) -> tuple[CalendarDay, CalendarDay] | None:
    """The first days of the first and of the last dated event of a selection; None without any."""
    where, parameters = selection.conditions(of_event=True)
    sql = (
        f"SELECT sort_from FROM event WHERE {_main(every=every)} AND dated AND {where}"
        " ORDER BY sort_from"
    )
    first = next(library.rows(f"{sql} LIMIT 1", parameters), None)
    last = next(library.rows(f"{sql} DESC LIMIT 1", parameters), None)
    if first is None or last is None:
        return None
    return CalendarDay.from_key(first[0]), CalendarDay.from_key(last[0])


def events_on_days(
    library: Library, selection: Selection, days_of_year: Iterable[int]
) -> Iterator[tuple[Fact, Event]]:
    """The events known to the day, on days of the year given as month * 100 + day, in that order.

    The events of one day of the year come in order of their years.
    """
    days = ", ".join(f"({position}, {int(day)})" for position, day in enumerate(days_of_year))
    where, parameters = selection.conditions(of_event=True)
    sql = (
        f"WITH asked (position, month_day) AS (VALUES {days})"
        " SELECT event.fact, event.number FROM asked CROSS JOIN event USING (month_day)"
        f" WHERE {where} ORDER BY asked.position, sort_from, event.fact, event.number LIMIT ?"
    )
    limit = -1 if selection.limit is None else selection.limit
    return library.events_of(library.rows(sql, [*parameters, limit]))


def days_of_year_with_events(library: Library, selection: Selection) -> list[int]:
    """The days of the year (month * 100 + day) on which some event of a selection is known."""
    where, parameters = selection.conditions(of_event=True)
    sql = f"SELECT DISTINCT month_day FROM event WHERE month_day IS NOT NULL AND {where} ORDER BY 1"
    return [day for (day,) in library.rows(sql, parameters)]


def extent_of_events(library: Library, selection: Selection, *, every: bool) -> Extent:
    """How many events a selection has, dated and not, and the days between which they lie."""
    events, parameters = _events(selection, every=every)
    ends = f"CASE WHEN sort_to < {LATEST_POSSIBLE} THEN sort_to ELSE sort_from END"
    sql = (
        "SELECT COUNT(*) FILTER (WHERE dated), COUNT(*) FILTER (WHERE NOT dated),"
        f" MIN(sort_from) FILTER (WHERE dated), MAX({ends}) FILTER (WHERE dated) FROM ({events})"
    )
    dated, undated, first, last = next(library.rows(sql, parameters))
    if not dated:
        return Extent(0, undated, None)
    return Extent(dated, undated, (CalendarDay.from_key(first), CalendarDay.from_key(last)))


def beginnings(
    library: Library, selection: Selection, unit: Precision, *, every: bool
) -> Iterator[tuple[CalendarDay, int]]:
    """The first days of the days, months or years in which events begin, and how many do."""
    events, parameters = _events(selection, every=every)
    size, first_day = _UNITS[unit]
    # SQLite rounds towards 0, so years BC are counted from far before them.
    sql = (
        f"SELECT (sort_from + {_LONG_BEFORE}) / {size} AS unit, COUNT(*) FROM ({events})"
        " WHERE dated GROUP BY unit ORDER BY unit"
    )
    for number, count in library.rows(sql, parameters):
        yield CalendarDay.from_key(number * size - _LONG_BEFORE + first_day), count


def _events(selection: Selection, *, every: bool) -> tuple[str, list[object]]:
    where, parameters = selection.conditions(of_event=True)
    sql = f"SELECT dated, sort_from, sort_to FROM event WHERE {_main(every=every)} AND {where}"
    if selection.limit is None:
        return sql, parameters
    order = "dated DESC, sort_from, sort_to, fact, number"
    return f"{sql} ORDER BY {order} LIMIT ?", [*parameters, selection.limit]


def _main(*, every: bool) -> str:
    return "TRUE" if every else "main"
