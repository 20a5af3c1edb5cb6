"""A chart as an SVG picture: self-contained, light and dark, readable aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.layout import (
    AXIS_TOP,
    LEGEND_SIGN,
    LINE,
    MARGIN,
    WIDTH,
    Label,
    Layout,
    PlacedBand,
    PlacedLane,
    text_width,
    x_of,
)
from bazhanov_cli.render.chart.svg_marks import DEFINITIONS, draw_extent, draw_sign, number
from bazhanov_cli.render.chart.words import chart_in_words, lane_in_words

if TYPE_CHECKING:
    from bazhanov_cli.render.line_breaking import Line
    from bazhanov_cli.timeline.chart import Chart
    from bazhanov_cli.timeline.ticks import Tick

STYLE = """
svg.timeline { --paper: #ffffff; --ink: #1f2328; --quiet: #59636e; --line: #e3e6ea;
  --accent: #0a6c9e; font: 14px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
  sans-serif; }
@media (prefers-color-scheme: dark) { svg.timeline { --paper: #0d1117; --ink: #e6edf3;
  --quiet: #9198a1; --line: #262c34; --accent: #58b0e3; } }
svg.timeline .paper { fill: var(--paper); }
svg.timeline text { fill: var(--ink); }
svg.timeline .title { font-size: 22px; font-weight: 600; }
svg.timeline .heading, svg.timeline .number { font-weight: 600; }
svg.timeline .quiet, svg.timeline .date { fill: var(--quiet); }
svg.timeline .grid { stroke: var(--line); }
svg.timeline .axis { stroke: var(--quiet); }
svg.timeline .era { fill: var(--accent); opacity: 0.12; }
svg.timeline .mark { stroke: var(--accent); stroke-width: 2; fill: var(--paper); }
svg.timeline .full, svg.timeline .solid { fill: var(--accent); }
svg.timeline .end { fill: var(--accent); opacity: 0.35; }
svg.timeline .range { stroke: var(--accent); stroke-width: 2; stroke-dasharray: 2 3; }
svg.timeline .arrow { stroke: var(--accent); stroke-width: 2; fill: none; }
svg.timeline .fades { stop-color: var(--accent); }
""".strip()


def chart_svg(
    chart: Chart, layout: Layout, title: str, summary: str, *, focusable: bool = False
) -> str:
    """The picture of a chart; where `focusable`, its lanes can be reached with the keyboard."""
    parts = [
        *axis_parts(layout.ticks, layout.axis_bottom),
        '<g role="list">',
        *(part for band in layout.bands for part in _band(band, focusable=focusable)),
        "</g>",
        *_footer(layout),
    ]
    return document(title, summary, chart_in_words(chart), layout.height, parts)


def document(
    title: str, summary: str, description: str, height: float, parts: Iterable[str]
) -> str:
    """An SVG document of some parts below its title, which say what it shows."""
    size = f'viewBox="0 0 {WIDTH} {number(height)}" width="{WIDTH}" height="{number(height)}"'
    described = 'aria-labelledby="timeline-title timeline-description"'
    heading = f'<tspan class="title">{escape(title)}</tspan>'
    time = f'<tspan class="quiet" dx="14">{escape(summary)}</tspan>'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="timeline" {size}',
        f' role="graphics-document document" {described}>\n',
        f'<title id="timeline-title">{escape(title)}</title>\n',
        f'<desc id="timeline-description">{escape(description)}</desc>\n',
        f"<style>\n{STYLE}\n</style>\n{DEFINITIONS}\n",
        f'<rect class="paper" width="{WIDTH}" height="{number(height)}"/>\n',
        f'<text aria-hidden="true" x="{MARGIN}" y="44">{heading}{time}</text>\n',
    )
    return "".join((*head, *(f"{part}\n" for part in parts), "</svg>\n"))


def axis_parts(marks: Iterable[Tick], bottom: float) -> Iterator[str]:
    """The axis above and below, its labels, and a line down from each of its ticks."""
    yield '<g aria-hidden="true">'
    for tick in marks:
        x = number(x_of(tick.position))
        yield f'<path class="grid" d="M{x} {AXIS_TOP - 5}V{number(bottom)}"/>'
        middle = number(MARGIN + tick.label_start + text_width(tick.label) / 2)
        label = f'x="{middle}" y="{AXIS_TOP - 12}" text-anchor="middle">{escape(tick.label)}'
        yield f'<text class="quiet" {label}</text>'
    for height in (AXIS_TOP, bottom):
        yield f'<path class="axis" d="M{MARGIN} {number(height)}H{WIDTH - MARGIN}"/>'
    yield "</g>"


def band_stretch(first: float, last: float, top: float, height: float) -> str:
    """The ground of an era."""
    return (
        f'<rect class="era" x="{number(first)}" y="{number(top)}" width="{number(last - first)}"'
        f' height="{number(height)}" rx="4"/>'
    )


def label_text(label: Label, middle: float) -> str:
    """The lines of a label, the first of them at a height."""
    lines = "".join(
        f'<tspan x="{number(label.x)}" y="{number(middle + 5 + LINE * position)}">'
        f"{_styled(line)}</tspan>"
        for position, line in enumerate(label.lines, start=int(label.is_below))
    )
    return f'<text text-anchor="{label.anchor}" xml:space="preserve">{lines}</text>'


def _band(placed: PlacedBand, *, focusable: bool) -> Iterator[str]:
    if placed.label:
        yield band_stretch(placed.first, placed.last, placed.top, placed.height)
        yield label_text(placed.label, placed.top + LINE)
    for lane in placed.lanes:
        yield from _lane(lane, focusable=focusable)


def _lane(placed: PlacedLane, *, focusable: bool) -> Iterator[str]:
    lane = placed.lane
    words = escape(lane_in_words(lane))
    texts = escape("\n".join(row.text for row in (lane.row, *lane.twins)))
    name = lane_id(placed)
    focus = f' id="{name}" tabindex="0" aria-describedby="card-{name}"' if focusable else ""
    # A page shows the fact on a card of its own; a bare picture leaves that to the browser.
    texts = "" if focusable else f"<title>{texts}</title>"
    yield f'<g class="lane" role="listitem" aria-label="{words}"{focus}>{texts}'
    # A ground to point at, also between the mark and its label.
    yield (
        f'<rect class="ground" x="0" y="{number(placed.top)}" width="{WIDTH}"'
        f' height="{number(placed.height)}" fill="none" pointer-events="all"/>'
    )
    yield from draw_extent(placed)
    yield label_text(placed.label, placed.middle)
    yield "</g>"


def lane_id(placed: PlacedLane) -> str:
    """A name for a lane that no other lane of a chart has."""
    row = placed.lane.row
    # Two events of a fact may be alike in everything.
    number = next(n for n, event in enumerate(row.fact.events, start=1) if event is row.event)
    return f"happening-{row.fact.id}-{number}"


def _footer(layout: Layout) -> Iterator[str]:
    top = layout.axis_bottom + 2 * LINE
    for position, line in enumerate(layout.undated):
        y = number(top + LINE * position)
        yield f'<text x="{MARGIN}" y="{y}" xml:space="preserve">{_styled(line)}</text>'
    for item in layout.legend:
        yield from draw_sign(item.mark, item.x, item.y)
        x, y = number(item.x + LEGEND_SIGN / 2 + 4), number(item.y + 5)
        yield f'<text class="quiet" x="{x}" y="{y}">{escape(item.mark.meaning)}</text>'


def _styled(line: Line) -> str:
    return "".join(
        f'<tspan class="{style}">{escape(text)}</tspan>' if style else escape(text)
        for text, style in line
    )
