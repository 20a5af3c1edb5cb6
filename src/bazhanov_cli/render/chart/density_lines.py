"""The density of many events in lines of characters: a column as high as it has events."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.canvas import Canvas, Pen
from bazhanov_cli.render.chart.lines import axis_lines, band_lines
from bazhanov_cli.render.line_breaking import Line, folded
from bazhanov_cli.render.marks import Mark, legend_lines

if TYPE_CHECKING:
    from bazhanov_cli.timeline.density import Density

_HEIGHT = 10
_EIGHTHS = " ▁▂▃▄▅▆▇█"


def density_lines(density: Density, pen: Pen) -> Iterator[Line]:
    """The lines of a density, as wide as it has columns."""
    width = len(density.counts)
    labels, rule = axis_lines(density.axis, width, pen)
    yield from _columns(density, pen)
    yield rule
    yield labels
    for band in density.bands:
        yield from band_lines(band, width, pen)
    yield []
    yield from folded([(_caption(density), "quiet")], width)
    eras = {Mark.ERA} if density.bands else set()
    yield from legend_lines(eras, None, width, unicode=pen.unicode)


def _columns(density: Density, pen: Pen) -> Iterator[Line]:
    levels = 8 if pen.unicode else 1
    most = max(density.counts)
    # Rounded up, so that not even a single event is lost beside thousands.
    heights = [-(-count * _HEIGHT * levels // most) for count in density.counts]
    for row in reversed(range(_HEIGHT)):
        canvas = Canvas(len(heights))
        for column, height in enumerate(heights):
            filled = min(max(height - row * levels, 0), levels)
            sign = _EIGHTHS[filled] if pen.unicode else " #"[filled]
            canvas.fill(column, column, sign, "date")
        yield canvas.line()


def _caption(density: Density) -> str:
    undated = f"; {density.undated:,} more are undated" if density.undated else ""
    return (
        f"{density.total:,} events, each by the first day that it may have begun on, at most"
        f" {max(density.counts):,} in a column{undated}."
        " Narrow them with --from and --to, --about or --topic to see each on a line of its own."
    )
