"""Where everything of a chart stands in a picture, in pixels: rows, labels, bands, axis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.render.chart.bars import Bar, placed
from bazhanov_cli.render.chart.words import marks_in
from bazhanov_cli.render.line_breaking import Line, folded, line_width
from bazhanov_cli.render.marks import Mark
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.timeline_records import remarks
from bazhanov_cli.timeline.ticks import Tick, ticks

if TYPE_CHECKING:
    from bazhanov_cli.timeline.chart import Axis, Band, Chart, Extent, Lane

WIDTH = 1000
MARGIN = 40
AXIS_TOP = 96
"""Where the axis runs; title and labels stand above it."""

LINE = 18
MARK_RADIUS = 6
ARROW_LENGTH = 20
FADE = 10
"""How far from its middle a moment that is only about known fades: hardly more than its mark."""

LEAST_PART = 8
"""No part of a bar is shorter than this."""

LEGEND_SIGN = 36
"""The room that a mark takes in the legend."""

_BAND_GAP = 14
_BAND_HEAD = 30
_HEAD_GAP = 8
_BOLD = 1.1
"""How much wider than others bold letters are."""

_LANE_PADDING = 9
_LABEL_GAP = 14
_LEAST_ROOM = 160
"""A label is not squeezed into less width than this."""

_SAID_IN_WORDS = {Mark.UNCERTAIN, Mark.DERIVED}

_NARROW, _WIDE_LETTERS = frozenset("fijlrtIJ.,;:'!|()[]- \""), frozenset("mwMW@—…")


class Label(NamedTuple):
    """Lines of text beside or below what is drawn; `anchor` is "start" or "end" at `x`."""

    x: float
    anchor: str
    lines: tuple[Line, ...]
    is_below: bool = False

    @property
    def height(self) -> float:
        """The room that it takes, what is drawn above it included."""
        return LINE * (len(self.lines) + self.is_below)


class PlacedLane(NamedTuple):
    """A lane between two heights, the bar that its date is drawn as, and its label."""

    lane: Lane
    top: float
    height: float
    bar: Bar
    label: Label

    @property
    def middle(self) -> float:
        """The height of its mark, which is that of the first line of its label."""
        return self.top + _LANE_PADDING / 2 + LINE / 2


class PlacedBand(NamedTuple):
    """An era's stretch between two heights, with its name above its lanes."""

    band: Band
    top: float
    height: float
    first: float
    last: float
    label: Label | None
    lanes: tuple[PlacedLane, ...]


class LegendItem(NamedTuple):
    """A mark to explain, with its middle at `x` and `y`."""

    mark: Mark
    x: float
    y: float


class Layout(NamedTuple):
    """A whole picture."""

    height: float
    axis_bottom: float
    ticks: tuple[Tick, ...]
    bands: tuple[PlacedBand, ...]
    undated: tuple[Line, ...]
    legend: tuple[LegendItem, ...]

    @property
    def lanes(self) -> list[PlacedLane]:
        """Every lane, from the top."""
        return [lane for band in self.bands for lane in band.lanes]


def text_width(text: str) -> float:
    """The width of a text at 14 pixels, as in the widest of the common fonts for screens."""
    from unicodedata import east_asian_width

    return 14 * sum(
        0.4 if letter in _NARROW
        else 1.0 if letter in _WIDE_LETTERS or east_asian_width(letter) in "WF"
        else 0.72 if letter.isupper()
        else 0.64
        for letter in text
    )  # fmt: skip


def x_of(share: float) -> float:
    """Where a share of the axis stands."""
    return MARGIN + share * (WIDTH - 2 * MARGIN)


def axis_ticks(axis: Axis) -> tuple[Tick, ...]:
    """The ticks of a picture's axis."""
    return tuple(ticks(axis, WIDTH - 2 * MARGIN, text_width, 18, MARGIN))


def layout_of(chart: Chart) -> Layout:
    """The picture of a chart."""
    bands, top = [], float(AXIS_TOP + _BAND_GAP)
    for band in chart.bands:
        placed = _placed_band(band, top)
        bands.append(placed)
        top += placed.height + _BAND_GAP
    undated = tuple(_undated(chart))
    legend = tuple(_legend(marks_in(chart), top + LINE * (len(undated) + 2.5)))
    height = (legend[-1].y if legend else top) + 1.5 * LINE
    return Layout(height, top, axis_ticks(chart.axis), tuple(bands), undated, legend)


def _placed_band(band: Band, top: float) -> PlacedBand:
    first, last = x_of(band.start), x_of(band.end)
    head = _BAND_HEAD if band.era else 0
    lanes, below = [], top + head
    for lane in band.lanes:
        placed = _placed_lane(lane, below)
        lanes.append(placed)
        below += placed.height
    label = band_label(band) if band.era else None
    return PlacedBand(band, top, below - top, first, last, label, tuple(lanes))


def band_label(band: Band) -> Label:
    """An era's name, within its stretch or, without room there, beside it."""
    first, last = x_of(band.start), x_of(band.end)
    name = [(band.era.name if band.era else "", "heading")]
    size = _BOLD * line_width(name, text_width) + 2 * _HEAD_GAP
    if size <= last - first:
        return Label(first + _HEAD_GAP, "start", (name,))
    if size <= WIDTH - MARGIN - last:
        return Label(last + _HEAD_GAP, "start", (name,))
    return Label(first - _HEAD_GAP, "end", (name,))


def _placed_lane(lane: Lane, top: float) -> PlacedLane:
    date = lane.row.event.date
    reach = FADE if date and date.approximate and not lane.extent.is_range else MARK_RADIUS
    bar = _bar(lane.extent, reach)
    first = bar.first - ARROW_LENGTH * lane.extent.goes_back
    last = bar.last + ARROW_LENGTH * lane.extent.goes_on
    label = _lane_label(lane, first, last)
    return PlacedLane(lane, top, _LANE_PADDING + label.height, bar, label)


def _bar(extent: Extent, reach: float) -> Bar:
    """Where an extent is drawn; the mark of a moment reaches so far to both sides."""
    room = (
        MARGIN + ARROW_LENGTH * extent.goes_back,
        WIDTH - MARGIN - ARROW_LENGTH * extent.goes_on,
    )
    start, end = x_of(extent.start), x_of(extent.end)
    if not extent.moment:
        exact = Bar(start, x_of(extent.sure_start), x_of(extent.sure_end), end)
        return placed(extent, exact, LEAST_PART, room)
    middle = x_of(extent.middle)
    if not extent.is_range:
        start, end = middle - reach, middle + reach
    return placed(extent, Bar(start, middle - reach, middle + reach, end), 2 * reach, room)


def _lane_label(lane: Lane, first: float, last: float) -> Label:
    numbers = ", ".join(map(str, lane.facts))
    said: Line = [(f"{numbers}  ", "number"), (lane.row.label, "")]
    when: Line = [(", ".join([dated_words(lane.row.event), *remarks(lane.row)]), "date")]
    text = [*said, ("  ", ""), *when]
    right, left = WIDTH - last - _LABEL_GAP - MARGIN / 2, first - _LABEL_GAP - MARGIN / 2
    size = line_width(text, text_width)
    on_right = size <= right or right >= left
    room = right if on_right else left
    if room < min(size, _LEAST_ROOM):
        lines = _folded(text, said, when, WIDTH - 2 * MARGIN)
        widest = max(line_width(line, text_width) for line in lines)
        return Label(min(first, WIDTH - MARGIN - widest), "start", lines, is_below=True)
    x = last + _LABEL_GAP if on_right else first - _LABEL_GAP
    return Label(x, "start" if on_right else "end", _folded(text, said, when, room))


def _folded(text: Line, said: Line, when: Line, room: float) -> tuple[Line, ...]:
    """A label in one line, or else its date in lines of its own."""
    if line_width(text, text_width) <= room:
        return (text,)
    return tuple(line for part in (said, when) for line in folded(part, room, text_width))


def _undated(chart: Chart) -> Iterator[Line]:
    if chart.undated:
        yield [("Undated", "heading")]
    for row in chart.undated:
        text = [(f"{row.fact.id}  ", "number"), (row.label, "")]
        yield from folded(text, WIDTH - 2 * MARGIN, text_width)


def _legend(used: set[Mark], y: float) -> Iterator[LegendItem]:
    """The marks that are explained, in columns of one width, in as many lines as they need."""
    explained = [mark for mark in Mark if mark in used - _SAID_IN_WORDS]
    widest = max((text_width(mark.meaning) for mark in explained), default=0)
    size = 1.5 * LEGEND_SIGN + widest
    columns = int((WIDTH - 2 * MARGIN) // size)
    for number, mark in enumerate(explained):
        line, column = divmod(number, columns)
        x = MARGIN + column * size + LEGEND_SIGN / 2
        yield LegendItem(mark, x, y + line * (LINE + _LANE_PADDING))
