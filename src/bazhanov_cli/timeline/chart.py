"""A timeline drawn to scale: every date as an extent on one axis, free of columns and pixels.

Positions are shares of the axis: 0 is its first day, 1 the end of its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import CalendarDay, Precision
from bazhanov_cli.timeline.days import bounds_of, days_later

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate
    from bazhanov_cli.facts import Era
    from bazhanov_cli.timeline.rows import Period, TimelineRow

_SHORTEST_AXIS = 10
_WHOLE_YEARS_FROM = 3

_LEAST_RANGE = 1 / 30
"""A moment that may lie in so much of the axis, or in more, is drawn as a range."""


class Axis(NamedTuple):
    """The days that a chart spans, the first and the last included."""

    first: CalendarDay
    last: CalendarDay

    @property
    def days(self) -> int:
        """The length of the axis in days."""
        return self.last.ordinal - self.first.ordinal + 1

    def share(self, ordinal: int) -> float:
        """Where the day of that number begins; below 0 or above 1 off the axis."""
        return (ordinal - self.first.ordinal) / self.days


class Extent(NamedTuple):
    """What a date covers of the axis: surely from `sure_start` to `sure_end`, perhaps all of it.

    A `moment` is somewhere in the extent, without a sure part. `goes_back` and `goes_on` mark ends
    that are open, unknown or off the axis; `fades_in` and `fades_out` those only about known.
    """

    start: float
    end: float
    sure_start: float
    sure_end: float
    moment: bool
    goes_back: bool = False
    goes_on: bool = False
    fades_in: bool = False
    fades_out: bool = False
    turn: float | None = None

    @property
    def middle(self) -> float:
        """Where a moment has its mark: in the middle, or where the year of a winter turns."""
        return (self.start + self.end) / 2 if self.turn is None else self.turn

    @property
    def is_range(self) -> bool:
        """Whether a moment may lie so far to both sides of its mark that it has to be shown."""
        return self.moment and self.end - self.start >= _LEAST_RANGE

    @property
    def has_sure_part(self) -> bool:
        """Whether something is drawn solid: the mark of a moment, or days surely covered."""
        return self.moment or self.sure_start < self.sure_end

    @property
    def begins_vaguely(self) -> bool:
        """Whether it may have begun later than it is drawn from, be it by a day."""
        return self.is_range if self.moment else self.fades_in or self.start < self.sure_start

    @property
    def ends_vaguely(self) -> bool:
        """Whether it may have ended earlier than it is drawn to, be it by a day."""
        return self.is_range if self.moment else self.fades_out or self.sure_end < self.end

    @property
    def is_vague(self) -> bool:
        """Whether any of it is only perhaps covered."""
        return self.begins_vaguely or self.ends_vaguely or not self.has_sure_part


class Lane(NamedTuple):
    """A happening on a line of its own: its row, and those of other facts that tell the same."""

    row: TimelineRow
    extent: Extent
    twins: tuple[TimelineRow, ...] = ()

    @property
    def facts(self) -> list[int]:
        """The facts that tell the happening, none twice."""
        return list(dict.fromkeys(row.fact.id for row in (self.row, *self.twins)))


class Band(NamedTuple):
    """An era as a stretch of the axis, and the lanes of the happenings in it."""

    era: Era | None
    start: float
    end: float
    lanes: tuple[Lane, ...] = ()


class Chart(NamedTuple):
    """The whole drawing: eras in order of their happenings, and what has no place on the axis."""

    axis: Axis
    bands: tuple[Band, ...]
    undated: tuple[TimelineRow, ...] = ()

    @property
    def lanes(self) -> list[Lane]:
        """Every lane, in order of time."""
        return [lane for band in self.bands for lane in band.lanes]


def chart_of(rows: Iterable[TimelineRow], period: Period | None = None) -> Chart | None:
    """The chart of rows in order of time, its axis within the period; None without a dated row."""
    every = list(rows)
    bounds = [bounds_of(row.event.date) for row in every if row.event.date]
    if not bounds:
        return None
    first, last = min(first for first, _ in bounds), max(last for _, last in bounds)
    axis = axis_of(first, last, period)
    undated = tuple(row for row in every if row.event.date is None)
    return Chart(axis, tuple(_bands(_lanes(every, axis), axis)), undated)


def axis_of(first: CalendarDay, last: CalendarDay, period: Period | None) -> Axis:
    """The axis from one day to another, in whole years if it is long, within the period."""
    if last.year - first.year >= _WHOLE_YEARS_FROM:
        first, last = CalendarDay(first.year, 1, 1), CalendarDay(last.year, 12, 31)
    # What is only known to reach into the period from outside leaves nothing but an end of it.
    if period and period.start:
        first, last = max(first, period.start), max(last, period.start)
    if period and period.end:
        first, last = min(first, period.end), min(last, period.end)
    missing = max(0, _SHORTEST_AXIS - (last.ordinal - first.ordinal + 1))
    return Axis(days_later(first, -(missing // 2)), days_later(last, (missing + 1) // 2))


def extent_of(date: HistoricalDate, axis: Axis) -> Extent:
    """What a date covers of an axis, cut off where it reaches beyond."""
    first, last = bounds_of(date)
    start, end = axis.share(first.ordinal), axis.share(last.ordinal + 1)
    moment = date.precision is not Precision.INTERVAL or date.one_of
    begins, ends = date.start or date, date.end or date
    sure_start, sure_end = start, end
    if not moment:
        sure_start = axis.share((begins.latest or last).ordinal) if date.start else start
        sure_end = axis.share((ends.earliest or first).ordinal + 1) if date.end else end
    return Extent(
        start=_clipped(start),
        end=_clipped(end),
        sure_start=_clipped(sure_start),
        sure_end=_clipped(sure_end),
        moment=moment,
        goes_back=date.earliest is None or start < 0,
        goes_on=date.latest is None or end > 1,
        fades_in=begins.approximate and begins.earliest is not None and start >= 0,
        fades_out=ends.approximate and ends.latest is not None and end <= 1,
        turn=_turn_of_winter(date, axis),
    )


def _turn_of_winter(date: HistoricalDate, axis: Axis) -> float | None:
    """A winter begins or ends its year, and is surely not in the middle of what it may cover."""
    if date.precision is not Precision.SEASON or date.earliest is None or date.latest is None:
        return None
    turn = CalendarDay(date.latest.year, 1, 1)
    return _clipped(axis.share(turn.ordinal)) if date.earliest < turn else None


def band_of(era: Era | None, axis: Axis, lanes: tuple[Lane, ...] = ()) -> Band:
    """An era as a stretch of the axis; outside of any era, the whole of it."""
    first, last = (era.date.earliest, era.date.latest) if era else (None, None)
    start = _clipped(axis.share(first.ordinal)) if first else 0.0
    end = _clipped(axis.share(last.ordinal + 1)) if last else 1.0
    return Band(era, start, end, lanes)


def _lanes(rows: Sequence[TimelineRow], axis: Axis) -> list[Lane]:
    lanes: list[Lane] = []
    for row in rows:
        if row.event.date is None:
            continue
        lane = Lane(row, extent_of(row.event.date, axis))
        if row.twin is not None and lanes:
            lane = _joined(lanes.pop(), lane)
        lanes.append(lane)
    return lanes


def _joined(lane: Lane, twin: Lane) -> Lane:
    """One lane for two facts on one happening, drawn by the date that is known more closely."""
    rows = (lane.row, *lane.twins, twin.row)
    best = min(lane, twin, key=lambda either: either.extent.end - either.extent.start)
    return Lane(best.row, best.extent, tuple(row for row in rows if row is not best.row))


def _bands(lanes: Iterable[Lane], axis: Axis) -> Iterator[Band]:
    for era, group in groupby(lanes, key=lambda lane: lane.row.era):
        yield band_of(era, axis, tuple(group))


def _clipped(share: float) -> float:
    return min(max(share, 0.0), 1.0)
