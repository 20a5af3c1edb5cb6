"""A chart in lines of characters: an axis, eras as bands, every happening on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.bars import columns_of
from bazhanov_cli.render.chart.canvas import Canvas, Pen
from bazhanov_cli.render.chart.words import marks_in
from bazhanov_cli.render.line_breaking import Line, Segment, folded, line_width
from bazhanov_cli.render.marks import Mark, legend_lines, marks_of, shape_of
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.widths import cell_width
from bazhanov_cli.timeline.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bazhanov_cli.timeline.chart import Axis, Band, Chart, Lane
    from bazhanov_cli.timeline.rows import TimelineRow

_DATE = "date"
_WIDE = 100
"""From this width on, the date is written beside what happened where it fits."""


def chart_lines(chart: Chart, width: int, pen: Pen) -> Iterator[Line]:
    """The lines of a chart, none of them wider than `width` columns."""
    axis = axis_lines(chart.axis, width, pen)
    yield from axis
    yield from _band_and_lane_lines(chart, width, pen)
    yield from reversed(axis)
    if chart.undated:
        yield []
        yield from _undated_lines(chart.undated, width)


def chart_legend(chart: Chart, width: int, pen: Pen) -> Iterator[Line]:
    """The lines that explain the signs of a chart."""
    used = marks_in(chart)
    if any(band.era for band in chart.bands):
        used.add(Mark.ERA)
    yield from legend_lines(used, chart.lanes[0].row.fact.id, width, unicode=pen.unicode)


def axis_lines(axis: Axis, width: int, pen: Pen) -> list[Line]:
    """The labels of an axis, and the axis with its ticks."""
    labels, rule = Canvas(width), Canvas(width)
    rule.fill(0, width - 1, pen.sign("─", "-"), "quiet")
    for tick in ticks(axis, width, cell_width, 2):
        labels.write(int(tick.label_start), [(tick.label, "quiet")])
        column = rule.column(tick.position)
        rule.fill(column, column, pen.sign("┼", "+"), "quiet")
    return [labels.line(), rule.line()]


def _band_and_lane_lines(chart: Chart, width: int, pen: Pen) -> Iterator[Line]:
    for number, band in enumerate(chart.bands):
        if number:
            yield []
        if band.era:
            yield from band_lines(band, width, pen)
        for lane in band.lanes:
            yield from _lane_lines(lane, width, pen)


def band_lines(band: Band, width: int, pen: Pen) -> Iterator[Line]:
    """The lines of an era: the stretch of the axis that it takes, and its name."""
    canvas = Canvas(width)
    first = canvas.column(band.start)
    last = max(first, canvas.last_column(band.end))
    canvas.fill(first, last, pen.mark(Mark.ERA), "quiet")
    name = [(band.era.name if band.era else "", "heading")]
    # To the left of its band, a name would seem to be a part of the time before.
    if canvas.is_narrow or line_width(name) <= width - last - 2:
        return canvas.labelled(first, last, name)
    return canvas.headed(first, name)


def _lane_lines(lane: Lane, width: int, pen: Pen) -> Iterator[Line]:
    canvas = Canvas(width)
    first, last = _draw_extent(canvas, lane, pen)
    doubts = "".join(pen.mark(mark) for mark in marks_of(lane.row.event)[1:])
    numbers = ", ".join(map(str, lane.facts))
    label = [(f"{numbers} ", "number"), (lane.row.label, "")]
    when = [(f"  {dated_words(lane.row.event)}", "quiet")] if width >= _WIDE else None
    return canvas.labelled(first, last, label, doubts, when)


def _draw_extent(canvas: Canvas, lane: Lane, pen: Pen) -> tuple[int, int]:
    """Draw what a date covers; returns the first and the last column that it takes."""
    extent, date = lane.extent, lane.row.event.date
    first, sure_first, sure_last, last = map(int, columns_of(extent, canvas.width))
    solid = shape_of(date) if extent.moment and date else Mark.BAR
    vague = Mark.VAGUE if extent.moment else Mark.END
    canvas.fill(first, last - 1, pen.mark(vague), _DATE)
    canvas.fill(sure_first, sure_last - 1, pen.mark(solid), _DATE)
    if extent.goes_back:
        first -= 1
        canvas.fill(first, first, pen.mark(Mark.BEGAN_BEFORE), _DATE)
    if extent.goes_on:
        last += 1
        canvas.fill(last - 1, last - 1, pen.mark(Mark.GOES_ON), _DATE)
    return first, last - 1


def _undated_lines(rows: Iterable[TimelineRow], width: int) -> Iterator[Line]:
    yield [("Undated", "heading")]
    for row in rows:
        label: list[Segment] = [(f"{row.fact.id} ", "number"), (row.label, "")]
        for number, line in enumerate(folded(label, width - 4)):
            yield [("    " if number else "  ", ""), *line]
