"""`bazhanov today`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from bazhanov_cli.commands.command import within
from bazhanov_cli.commands.options import (
    NOTHING_FOUND,
    About,
    Color,
    Data,
    FormatChoice,
    From,
    Json,
    Limit,
    NoPager,
    To,
    Topics,
    found,
    hint,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.dates.historical import CalendarDay, Precision
from bazhanov_cli.errors import DateError
from bazhanov_cli.library.chronology import days_of_year_with_events, events_on_days
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.output import ColorChoice
from bazhanov_cli.render.timeline_records import today_view
from bazhanov_cli.timeline.anniversaries import (
    MOST_DAYS,
    anniversaries,
    day_of_year,
    days_around,
    next_day_among,
)
from bazhanov_cli.timeline.rows import timeline_rows

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection

Day = Annotated[
    list[str] | None,
    typer.Argument(metavar="[DATE]...", help="Another day: 9 August, 30/12, 2030-08-09."),
]
Days = Annotated[
    int,
    typer.Option(
        "--days",
        metavar="N",
        callback=within(0, MOST_DAYS),
        show_default=False,
        help=f"Also within so many days, {MOST_DAYS} at most.",
    ),
]


def run(
    date: Day = None,
    days: Days = 0,
    about: About = None,
    topic: Topics = None,
    start: From = None,
    end: To = None,
    limit: Limit = None,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
    no_pager: NoPager = False,
) -> int:
    """Show what happened on this day of the year.

    Example: bazhanov today 9 August --days 7
    """
    current = _current_day()
    day = day_meant(" ".join(date), current) if date else current
    library = open_dataset(data)
    selection = select(library, about, topic, start, end, limit)
    near = days_around(day, days)
    events = events_on_days(library, selection, near)
    remembered = anniversaries(timeline_rows(events, library.dataset), near)
    output = output_to(format, json, color, no_pager)
    if output.is_table:
        from bazhanov_cli.render.terminal.today import Asked, draw_today

        own = day_of_year(day) in days_of_year_with_events(library, selection)
        asked = Asked(day, days, own, current.year)
        count = output.draw(partial(draw_today, asked=asked), remembered)
    else:
        count = output.write(today_view(current.year), remembered)
    return found(count) if count or limit == 0 else _nothing(library, selection, day, days)


def day_meant(text: str, today: CalendarDay) -> CalendarDay:
    """The day that was typed, in the year of `today` where it has none; raises DateError."""
    from bazhanov_cli.dates.typed import read_day_of_year, read_typed_date

    without_year = read_day_of_year(text)
    if without_year:
        return CalendarDay(today.year, *without_year)
    date = read_typed_date(text)
    if date is None or date.earliest is None or date.precision is not Precision.DAY:
        raise DateError(f"{text!r} is not a day; write one as '9 August', 08-09 or 2030-08-09")
    return date.earliest


def _nothing(library: Library, selection: Selection, day: CalendarDay, days: int) -> int:
    from bazhanov_cli.dates.names import MONTHS

    coming = next_day_among(days_of_year_with_events(library, selection), day)
    near = f" or within {counted(days, 'day')} of it" if days else ""
    then = f"; the next day is {coming.day} {MONTHS[coming.month]}" if coming else ""
    hint(f"nothing happened on {day.day} {MONTHS[day.month]}{near}{then}")
    return NOTHING_FOUND


def _current_day() -> CalendarDay:
    import time

    now = time.localtime()
    return CalendarDay(now.tm_year, now.tm_mon, now.tm_mday)
