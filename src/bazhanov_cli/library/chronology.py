"""Questions of time to a compiled dataset: its span, its days of the year, how dense it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.library.schema import LATEST_POSSIBLE

if TYPE_CHECKING:
    from bazhanov_cli.facts import Event, Fact
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection


def span_of_beginnings(
    library: Library, selection: Selection, *, every: bool
) -> tuple[CalendarDay, CalendarDay] | None:
    """The first days of the first and of the last dated event of a selection; None without any."""
    where, parameters = _dated(selection, every=every)
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
    limit = -1 if selection.limit is None else selection.limit
    return library.events_of(library.rows(sql, [*parameters, limit]))


def days_of_year_with_events(library: Library, selection: Selection) -> list[int]:
    """The days of the year (month * 100 + day) on which some event of a selection is known."""
    where, parameters = selection.conditions(of_event=True)
    sql = f"SELECT DISTINCT month_day FROM event WHERE month_day IS NOT NULL AND {where} ORDER BY 1"
    return [day for (day,) in library.rows(sql, parameters)]


def _dated(selection: Selection, *, every: bool) -> tuple[str, list[object]]:
    where, parameters = selection.conditions(of_event=True)
    main = "TRUE" if every else "main"
    return f"{main} AND dated AND sort_from < {LATEST_POSSIBLE} AND {where}", parameters
