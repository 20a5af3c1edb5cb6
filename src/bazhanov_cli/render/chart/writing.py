"""Charts written to an output: on a terminal as a page, else as bare lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.canvas import Pen
from bazhanov_cli.render.line_breaking import Line, folded, line_width
from bazhanov_cli.timeline.chart import Chart

if TYPE_CHECKING:
    from bazhanov_cli.render.output import Output
    from bazhanov_cli.timeline.density import Density


def write_chart(output: Output, title: str, summary: str, chart: Chart | Density) -> None:
    """Draw a chart, or a density, under its title and a summary of what it shows."""
    lines = titled_lines(title, summary, chart, output.width, Pen(output.is_unicode))
    if output.colored or output.is_terminal:
        from bazhanov_cli.render.terminal.chart import draw_lines

        output.draw(draw_lines, lines)
    else:
        output.stream.writelines("".join(text for text, _ in line) + "\n" for line in lines)


def titled_lines(
    title: str, summary: str, chart: Chart | Density, width: int, pen: Pen
) -> Iterator[Line]:
    """The lines of a chart or a density: title, summary and legend first."""
    head = [(title, "heading"), (f"  {summary}", "quiet")]
    lines = [head] if line_width(head) <= width else [head[:1], [(summary, "quiet")]]
    for line in lines:
        yield from folded(line, width)
    if isinstance(chart, Chart):
        from bazhanov_cli.render.chart.lines import chart_legend, chart_lines

        yield from chart_legend(chart, width, pen)
        yield []
        yield from chart_lines(chart, width, pen)
    else:
        from bazhanov_cli.render.chart.density_lines import density_lines

        yield []
        yield from density_lines(chart, pen)
