"""Dates drawn in an SVG picture: moments as marks, intervals as bars, open ends as arrows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.layout import (
    ARROW_LENGTH,
    FADE,
    LEGEND_SIGN,
    MARK_RADIUS,
    PlacedLane,
)
from bazhanov_cli.render.marks import Mark, shape_of

if TYPE_CHECKING:
    from bazhanov_cli.render.chart.bars import Bar
    from bazhanov_cli.timeline.chart import Extent

DEFINITIONS = """<defs>
<linearGradient id="fade-in"><stop class="fades" offset="0" stop-opacity="0.05"/>\
<stop class="fades" offset="1"/></linearGradient>
<linearGradient id="fade-out"><stop class="fades" offset="0"/>\
<stop class="fades" offset="1" stop-opacity="0.05"/></linearGradient>
</defs>"""

_BAR_HEIGHT = 8


def draw_extent(placed: PlacedLane) -> Iterator[str]:
    """The elements that show what the date of a lane covers."""
    extent, date, y = placed.lane.extent, placed.lane.row.event.date, placed.middle
    first, sure_first, sure_last, last = bar = placed.bar
    if extent.moment and date:
        if extent.is_range:
            yield _line("range", first, last, y)
        elif date.approximate:
            yield from _wings(first, last, y)
        yield _mark(shape_of(date), (sure_first + sure_last) / 2, y)
    else:
        yield from _bar(extent, bar, y)
    if extent.goes_on:
        yield _arrow(last, 1, y)
    if extent.goes_back:
        yield _arrow(first, -1, y)


def draw_sign(mark: Mark, x: float, y: float) -> Iterator[str]:
    """The elements that show a mark by itself, as in a legend."""
    if mark is Mark.APPROXIMATE:
        yield from _wings(x - FADE, x + FADE, y)
    elif mark is Mark.VAGUE:
        yield _line("range", x - LEGEND_SIGN / 4, x + LEGEND_SIGN / 4, y)
    elif mark is Mark.END:
        yield _rect("end", x - LEGEND_SIGN / 4, x + LEGEND_SIGN / 4, y)
    elif mark is Mark.BAR:
        yield _rect("solid", x - LEGEND_SIGN / 4, x + LEGEND_SIGN / 4, y)
    elif mark is Mark.GOES_ON:
        yield _arrow(x - ARROW_LENGTH / 2, 1, y)
    elif mark is Mark.BEGAN_BEFORE:
        yield _arrow(x + ARROW_LENGTH / 2, -1, y)
    else:
        yield _mark(mark, x, y)


def number(value: float) -> str:
    """A coordinate, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def _mark(mark: Mark, x: float, y: float) -> str:
    place, r = f'cx="{number(x)}" cy="{number(y)}"', MARK_RADIUS
    if mark is Mark.DAY:
        return f'<circle class="mark full" {place} r="{r}"/>'
    if mark is Mark.ONE_OF:
        path = f"M{number(x)} {number(y - r)}l{r} {r}l{-r} {r}l{-r} {-r}z"
        return f'<path class="mark" d="{path}"/>'
    broken = ' stroke-dasharray="3 2"' if mark is Mark.LONGER else ""
    circle = f'<circle class="mark" {place} r="{r}"{broken}/>'
    if mark is Mark.MONTH:
        half = f"M{number(x)} {number(y - r)}a{r} {r} 0 0 0 0 {2 * r}z"
        return f'{circle}<path class="solid" d="{half}"/>'
    return circle


def _wings(first: float, last: float, y: float) -> Iterator[str]:
    """What is only about known fades to both sides."""
    middle = (first + last) / 2
    yield _rect("fade-in", first, middle, y)
    yield _rect("fade-out", middle, last, y)


def _bar(extent: Extent, bar: Bar, y: float) -> Iterator[str]:
    """An interval: solid where it surely lasted, else pale, or fading if about known."""
    yield _rect("fade-in" if extent.fades_in else "end", bar.first, bar.sure_first, y)
    yield _rect("fade-out" if extent.fades_out else "end", bar.sure_last, bar.last, y)
    yield _rect("solid", bar.sure_first, bar.sure_last, y)


def _rect(kind: str, start: float, end: float, y: float) -> str:
    if end <= start:
        return ""
    look = f'fill="url(#{kind})"' if kind.startswith("fade") else f'class="{kind}"'
    return (
        f'<rect {look} x="{number(start)}" y="{number(y - _BAR_HEIGHT / 2)}"'
        f' width="{number(end - start)}" height="{_BAR_HEIGHT}"/>'
    )


def _line(look: str, start: float, end: float, y: float) -> str:
    return f'<path class="{look}" d="M{number(start)} {number(y)}H{number(end)}"/>'


def _arrow(x: float, direction: int, y: float) -> str:
    tip = x + direction * ARROW_LENGTH
    back = -6 * direction
    head = f"M{number(tip + back)} {number(y - 5)}L{number(tip)} {number(y)}l{back} 5"
    return f'{_line("arrow", x, tip, y)}<path class="arrow" d="{head}"/>'
