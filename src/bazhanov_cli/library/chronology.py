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

_KNOWN_END = f"CASE WHEN sort_to < {LATEST_POSSIBLE} THEN sort_to END"


class Beginnings(NamedTuple):
    """How many events may begin in a unit of time from `day` on, and when the last of them ends.

    `latest` is the last day that one of them is known by, None where their ends are all open.
    """

    day: CalendarDay
    events: int
    latest: CalendarDay | None


def span_of_beginnings(
    library: Library, selection: Selection, *, every: bool
) -> tuple[CalendarDay, CalendarDay] | None:
    """The first days of the first and of the last dated event of a selection; None without any."""
    where, parameters = _conditions(selection, every=every, dated=True)
    sql = f"SELECT sort_from FROM event WHERE {where} ORDER BY sort_from"
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
    return library.events_of(library.rows(sql, [*parameters, selection.most]))


def days_of_year_with_events(library: Library, selection: Selection) -> list[int]:
    """The days of the year (month * 100 + day) on which some event of a selection is known."""
    where, parameters = selection.conditions(of_event=True)
    sql = f"SELECT DISTINCT month_day FROM event WHERE month_day IS NOT NULL AND {where} ORDER BY 1"
    return [day for (day,) in library.rows(sql, parameters)]


def has_more_events(library: Library, selection: Selection, number: int, *, every: bool) -> bool:
    """Whether a selection has more events than a number, counting no further."""
    where, parameters = _conditions(selection, every=every)
    sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM event WHERE {where} LIMIT ?)"
    (count,) = next(library.rows(sql, [*parameters, number + 1]))
    return bool(count > number)


def count_facts(library: Library, selection: Selection, *, every: bool) -> int:
    """How many facts the events of a selection are of, within its limit."""
    where, parameters = _conditions(selection, every=every)
    order = "dated DESC, sort_from, sort_to, fact, number"
    events = f"SELECT fact FROM event WHERE {where}"
    limited = events if selection.limit is None else f"{events} ORDER BY {order} LIMIT ?"
    parameters += [] if selection.limit is None else [selection.limit]
    (count,) = next(library.rows(f"SELECT COUNT(DISTINCT fact) FROM ({limited})", parameters))
    return int(count)


def count_undated(library: Library, selection: Selection, *, every: bool) -> int:
    """How many events of a selection have no date."""
    where, parameters = _conditions(selection, every=every, dated=False)
    (count,) = next(library.rows(f"SELECT COUNT(*) FROM event WHERE {where}", parameters))
    return int(count)


def beginnings(
    library: Library, selection: Selection, unit: Precision, *, every: bool
) -> Iterator[Beginnings]:
    """The days, months or years in which events may begin, in order of time."""
    where, parameters = _conditions(selection, every=every, dated=True)
    size, first_day = _UNITS[unit]
    # Grouped by day first, which an index gives in order. SQLite rounds towards 0, so years BC are
    # counted from far before them.
    sql = (
        f"SELECT (sort_from + {_LONG_BEFORE}) / {size} AS unit, SUM(count), MAX(latest) FROM"
        f" (SELECT sort_from, COUNT(*) AS count, MAX({_KNOWN_END}) AS latest FROM event"
        f" WHERE {where} GROUP BY sort_from) GROUP BY unit ORDER BY unit"
    )
    for number, count, latest in library.rows(sql, parameters):
        day = CalendarDay.from_key(number * size - _LONG_BEFORE + first_day)
        yield Beginnings(day, count, latest and CalendarDay.from_key(latest))


def _conditions(
    selection: Selection, *, every: bool, dated: bool | None = None
) -> tuple[str, list[object]]:
    """Written as equations, which let the indexes serve that begin with these columns."""
    where, parameters = selection.conditions(of_event=True)
    fixed = [] if every else ["main = 1"]
    fixed += [] if dated is None else [f"dated = {dated:d}"]
    return " AND ".join([*fixed, where]), parameters
