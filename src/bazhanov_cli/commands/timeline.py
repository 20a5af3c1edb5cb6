"""`bazhanov timeline`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from bazhanov_cli.commands.options import (
    About,
    Color,
    Data,
    FormatChoice,
    From,
    Json,
    Limit,
    To,
    Topics,
    found,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.render.output import ColorChoice, Format, Output
from bazhanov_cli.render.timeline_records import sheet_view, timeline_view
from bazhanov_cli.timeline.rows import Period, TimelineRow, timeline_rows
from bazhanov_cli.timeline.twins import with_twins_together

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection

Brief = Annotated[bool, typer.Option("--brief", help="A few words for each event, a line each.")]
Every = Annotated[bool, typer.Option("--all", help="Also the secondary events of each fact.")]


def run(
    brief: Brief = False,
    every: Every = False,
    about: About = None,
    topic: Topics = None,
    start: From = None,
    end: To = None,
    limit: Limit = None,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
) -> int:
    """Show the facts in order of time.

    Example: bazhanov timeline --from 1923 --to 1930
    """
    library = open_dataset(data)
    selection = select(library, about, topic, start, end, limit)
    rows = rows_of(library, selection, every=every)
    output = output_to(format, json, color)
    if output.is_table:
        return found(_draw(output, rows, library, selection, brief=brief, every=every))
    if output.format is Format.MARKDOWN:
        return found(_write_essay(output, rows, brief=brief))
    view = sheet_view() if output.format is Format.CSV else timeline_view(brief=brief)
    return found(output.write(view, rows))


def rows_of(library: Library, selection: Selection, *, every: bool) -> Iterator[TimelineRow]:
    """The rows of a selection, facts on one happening together."""
    events = library.events(selection, every=every)
    return with_twins_together(timeline_rows(events, library.dataset, period_of(selection)))


def period_of(selection: Selection) -> Period | None:
    """The time that a selection is asked for."""
    start = selection.start.earliest if selection.start else None
    end = selection.end.latest if selection.end else None
    return Period(start, end) if start or end else None


def _draw(
    output: Output,
    rows: Iterator[TimelineRow],
    library: Library,
    selection: Selection,
    *,
    brief: bool,
    every: bool,
) -> int:
    from bazhanov_cli.library.chronology import span_of_beginnings
    from bazhanov_cli.render.terminal.timeline import draw_brief_timeline, draw_timeline
    from bazhanov_cli.timeline.gaps import notable_days, with_gaps

    span = span_of_beginnings(library, selection, every=every)
    least = notable_days(*span) if span else 0
    return output.draw(draw_brief_timeline if brief else draw_timeline, with_gaps(rows, least))


def _write_essay(output: Output, rows: Iterator[TimelineRow], *, brief: bool) -> int:
    from bazhanov_cli.render.timeline_records import with_headings

    count = 0
    for lines in with_headings(rows, brief=brief):
        output.stream.write(f"{lines}\n")
        count += 1
    return count
