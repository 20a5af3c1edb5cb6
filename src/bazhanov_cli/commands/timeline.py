"""`bazhanov timeline`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from bazhanov_cli.commands.options import (
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
    format_asked,
    found,
    hint,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.errors import UsageError
from bazhanov_cli.render.output import ColorChoice, Format, Output
from bazhanov_cli.render.timeline_records import sheet_view, timeline_view, with_headings
from bazhanov_cli.timeline.timeline import Timeline

Brief = Annotated[bool, typer.Option("--brief", help="A few words for each event, a line each.")]
Every = Annotated[bool, typer.Option("--all", help="Also the secondary events of each fact.")]
Drawn = Annotated[bool, typer.Option("--chart", help="Draw the whole time to scale.")]
Svg = Annotated[
    Path | None,
    typer.Option("--svg", metavar="FILE", help="Write the chart as an SVG picture; - is stdout."),
]
Html = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write the chart as a page; - is stdout."),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the FILE of --svg or --html.")]


def run(
    brief: Brief = False,
    every: Every = False,
    chart: Drawn = False,
    svg: Svg = None,
    html: Html = None,
    force: Force = False,
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
    """Show the facts in order of time.

    Example: bazhanov timeline --from 1923 --to 1930
    """
    picture = "--svg" if svg else "--html" if html else ""
    _refuse(picture, chart=chart, brief=brief, force=force, form=format_asked(format, json))
    library = open_dataset(data)
    selection = select(library, about, topic, start, end, limit)
    timeline = Timeline(library, selection, every)
    output = output_to(format, json, color, no_pager)
    if svg or html:
        return _write_pictures(timeline, svg, html, force=force)
    if chart:
        return _draw_chart(output, timeline)
    if output.is_table:
        return found(_draw(output, timeline, brief=brief))
    if output.format is Format.MARKDOWN:
        return found(_write_essay(output, timeline, brief=brief))
    view = sheet_view() if output.format is Format.CSV else timeline_view(brief=brief)
    return found(output.write(view, timeline.rows()))


def _refuse(picture: str, *, chart: bool, brief: bool, force: bool, form: str) -> None:
    """Refuse options that would change nothing; `picture` is the option that writes one."""
    drawn = picture or ("--chart" if chart else "")
    if force and not picture:
        raise UsageError("--force is for the FILE of --svg or --html; name one, or leave it out")
    if drawn and brief:
        raise UsageError(f"{drawn} has few words for each event already; leave --brief out")
    if picture and form:
        raise UsageError(f"{picture} writes a picture, and no records; leave {form} out")


def _draw(output: Output, timeline: Timeline, *, brief: bool) -> int:
    from bazhanov_cli.render.terminal.timeline import draw_timeline

    title = timeline.library.dataset.title
    draw = partial(draw_timeline, title=title, scope=timeline.scope, brief=brief)
    return output.draw(draw, timeline.rows_with_gaps())


def _write_essay(output: Output, timeline: Timeline, *, brief: bool) -> int:
    count = 0
    for lines in with_headings(timeline.rows(), brief=brief):
        output.stream.write(f"{lines}\n")
        count += 1
    return count


def _draw_chart(output: Output, timeline: Timeline) -> int:
    from bazhanov_cli.render.chart.words import summary_of
    from bazhanov_cli.render.chart.writing import write_chart

    if output.format not in (Format.TABLE, Format.PLAIN):
        raise UsageError(f"--chart draws, and cannot be written as {output.format}; leave one out")
    chart = timeline.chart(output.width)
    if chart is None:
        return found(0)
    summary = summary_of(chart.axis, timeline.scope)
    write_chart(output, timeline.library.dataset.title, summary, chart)
    return 0


def _write_pictures(timeline: Timeline, svg: Path | None, html: Path | None, *, force: bool) -> int:
    from bazhanov_cli.commands.files import STDOUT, name_of, refuse, write_files
    from bazhanov_cli.render.chart.pictures import COLUMNS, page, picture
    from bazhanov_cli.render.chart.words import summary_of

    refuse([file for file in (svg, html) if file], overwrite=force)
    chart = timeline.chart(COLUMNS)
    if chart is None:
        return found(0)
    dataset, summary = timeline.library.dataset, summary_of(chart.axis, timeline.scope)
    texts = {svg: picture(chart, dataset, summary)} if svg else {}
    texts |= {html: page(chart, dataset, summary)} if html else {}
    write_files(texts, overwrite=force)
    for file in (file for file in texts if file != STDOUT):
        hint(f"{name_of(file)} is written")
    return 0
