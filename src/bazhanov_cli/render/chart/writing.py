"""Charts written to an output: on a terminal as a page, else as bare lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.canvas import Pen
from bazhanov_cli.render.chart.segments import Line, folded
from bazhanov_cli.render.chart.words import axis_in_words
from bazhanov_cli.timeline.chart import Chart

if TYPE_CHECKING:
    from bazhanov_cli.render.output import Output
    from bazhanov_cli.timeline.density import Density


def write_chart(output: Output, title: str, chart: Chart | Density) -> None:
    """Draw a chart, or a density, under its title."""
    lines = titled_lines(title, chart, output.width, Pen(output.is_unicode))
    if output.colored or output.is_terminal:
        from bazhanov_cli.render.terminal.chart import draw_lines

        output.draw(draw_lines, lines)
    else:
        output.stream.writelines("".join(text for text, _ in line) + "\n" for line in lines)


def titled_lines(title: str, chart: Chart | Density, width: int, pen: Pen) -> Iterator[Line]:
    """The lines of a chart or a density, its title and its time first."""
    yield from folded([(title, "heading"), (f"  {axis_in_words(chart.axis)}", "quiet")], width)
    yield []
    if isinstance(chart, Chart):
        from bazhanov_cli.render.chart.lines import chart_lines

        yield from chart_lines(chart, width, pen)
    else:
        from bazhanov_cli.render.chart.density_lines import density_lines

        yield from density_lines(chart, pen)
