"""Dates drawn in an SVG picture: moments as marks, intervals as bars, open ends as arrows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.layout import FADE, LEAST_RANGE, MARK_RADIUS, PlacedLane, x_of
from bazhanov_cli.render.marks import Mark, shape_of

if TYPE_CHECKING:
    from bazhanov_cli.timeline.chart import Extent

DEFINITIONS = """<defs>
<linearGradient id="fade-in"><stop class="fades" offset="0" stop-opacity="0.05"/>\
<stop class="fades" offset="1"/></linearGradient>
<linearGradient id="fade-out"><stop class="fades" offset="0"/>\
<stop class="fades" offset="1" stop-opacity="0.05"/></linearGradient>
</defs>"""

_BAR_HEIGHT = 8
_LEAST_BAR = 5
_ARROW_LENGTH = 20


def draw_extent(placed: PlacedLane) -> Iterator[str]:
    """The elements that show what the date of a lane covers."""
    extent, date, y = placed.lane.extent, placed.lane.row.event.date, placed.middle
    start, end = x_of(extent.start), x_of(extent.end)
    if extent.moment and date:
        middle = x_of(extent.middle)
        if end - start >= LEAST_RANGE:
            yield _line("range", start, end, y)
        elif date.approximate:
            yield from _wings(middle, y)
        yield _mark(shape_of(date), middle, y)
    else:
        end = max(end, start + _LEAST_BAR)
        yield from _bar(extent, start, end, y)
    if extent.goes_on:
        yield _arrow(end, 1, y)
    if extent.goes_back:
        yield _arrow(start, -1, y)


def draw_sign(mark: Mark, x: float, y: float) -> Iterator[str]:
    """The elements that show a mark by itself, as in a legend."""
    if mark is Mark.APPROXIMATE:
        yield from _wings(x, y)
    elif mark is Mark.VAGUE:
        yield _line("range", x - FADE / 2, x + FADE / 2, y)
    elif mark is Mark.BAR:
        yield _rect("solid", x - FADE / 2, x + FADE / 2, y)
    elif mark is Mark.GOES_ON:
        yield _arrow(x - _ARROW_LENGTH / 2, 1, y)
    elif mark is Mark.BEGAN_BEFORE:
        yield _arrow(x + _ARROW_LENGTH / 2, -1, y)
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


def _wings(x: float, y: float) -> Iterator[str]:
    """What is only about known fades to both sides."""
    yield _rect("fade-in", x - FADE, x, y)
    yield _rect("fade-out", x, x + FADE, y)


def _bar(extent: Extent, start: float, end: float, y: float) -> Iterator[str]:
    """An interval: solid where it surely lasted, dotted where it may have, fading if vague."""
    left = _sure_end(start, x_of(extent.sure_start))
    right = _sure_end(end, x_of(extent.sure_end))
    if left > start:
        yield _line("range", start, min(left, end), y)
    if right < end:
        yield _line("range", max(right, start), end, y)
    fade = min(FADE, (right - left) * 0.4)
    if extent.fades_in and fade > 0:
        yield _rect("fade-in", left, left + fade, y)
        left += fade
    if extent.fades_out and fade > 0:
        yield _rect("fade-out", right - fade, right, y)
        right -= fade
    yield _rect("solid", left, right, y)


def _sure_end(end: float, sure: float) -> float:
    return sure if abs(end - sure) >= LEAST_RANGE else end


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
    tip = x + direction * _ARROW_LENGTH
    back = -6 * direction
    head = f"M{number(tip + back)} {number(y - 5)}L{number(tip)} {number(y)}l{back} 5"
    return f'{_line("range", x, tip, y)}<path class="arrow" d="{head}"/>'
