"""How many events begin where on an axis, for more of them than can have lines of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.timeline.chart import Axis, Band, axis_of, band_of

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import CalendarDay
    from bazhanov_cli.facts import Era
    from bazhanov_cli.library.chronology import Beginnings
    from bazhanov_cli.timeline.rows import Period

_MOST_UNITS = 4_000


class Density(NamedTuple):
    """The axis in columns of equal length, with the number of events that begin in each.

    An event counts where the first day lies that it may have begun on, in the outermost column
    when that is off the axis.
    """

    axis: Axis
    counts: tuple[int, ...]
    bands: tuple[Band, ...]
    undated: int

    @property
    def total(self) -> int:
        """The number of dated events."""
        return sum(self.counts)


def unit_for(first: CalendarDay, last: CalendarDay) -> Precision:
    """The unit in which to count: much shorter than a column, and only some thousands of them."""
    days = last.ordinal - first.ordinal
    if days <= _MOST_UNITS:
        return Precision.DAY
    return Precision.MONTH if days <= _MOST_UNITS * 30 else Precision.YEAR


def density_of(
    counted: Sequence[Beginnings],
    span: tuple[CalendarDay, CalendarDay],
    period: Period | None,
    *,
    columns: int,
    eras: Iterable[Era],
    undated: int,
) -> Density:
    """The density of events that begin within a span, on an axis within the period."""
    first, last = span
    axis = axis_of(first, max([last, *(unit.latest for unit in counted if unit.latest)]), period)
    counts = [0] * columns
    for unit in counted:
        # The first unit may have begun before the first event in it.
        column = int(axis.share(max(unit.day, first).ordinal) * columns)
        counts[min(max(column, 0), columns - 1)] += unit.events
    bands = (band_of(era, axis) for era in eras if _is_on(era, axis))
    return Density(axis, tuple(counts), tuple(bands), undated)


def _is_on(era: Era, axis: Axis) -> bool:
    starts_after = era.date.earliest is not None and era.date.earliest > axis.last
    ends_before = era.date.latest is not None and era.date.latest < axis.first
    return not (starts_after or ends_before)
