"""Where an axis is marked, in round numbers, and what stands there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.dates.names import SHORT_MONTHS
from bazhanov_cli.dates.words import year_in_words
from bazhanov_cli.timeline.days import days_later

if TYPE_CHECKING:
    from bazhanov_cli.timeline.chart import Axis

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6)
_YEAR_STEPS = (1, 2, 5)
_DAYS_IN_MONTH, _DAYS_IN_YEAR = 30, 365


class Tick(NamedTuple):
    """A day on the axis: its place as a share of it, its label, and where that begins."""

    position: float
    label: str
    label_start: float


def ticks(
    axis: Axis, width: float, width_of: Callable[[str], float], apart: float, overhang: float = 0
) -> list[Tick]:
    """The closest ticks whose labels stay `apart` from each other on an axis of `width`.

    A label begins above its tick, or has its middle there where it may stand out of the axis by
    some `overhang`, and is moved where it would leave its room. The `width`, that of a label,
    `apart`, `overhang` and `label_start` are in one unit, which may be any.
    """
    for days in _steps(axis, width / apart):
        found = [
            _tick(axis.share(day.ordinal), label, width, width_of, overhang) for day, label in days
        ]
        ends = [tick.label_start + width_of(tick.label) for tick in found]
        room = (b.label_start - end for end, b in zip(ends, found[1:], strict=False))
        if found and ends[-1] <= width + overhang and all(gap >= apart for gap in room):
            return found
    return []


def _tick(
    position: float, label: str, width: float, width_of: Callable[[str], float], overhang: float
) -> Tick:
    size = width_of(label)
    start = position * width - (size / 2 if overhang else 0)
    return Tick(position, label, max(-overhang, min(start, width + overhang - size)))


def _steps(axis: Axis, most: float) -> Iterator[list[tuple[CalendarDay, str]]]:
    """Days to mark, ever fewer, never many more than `most`."""
    for step in _DAY_STEPS:
        if axis.days / step <= most:
            yield _labelled(_by_days(axis, step), _day_label)
    for step in _MONTH_STEPS:
        if axis.days / _DAYS_IN_MONTH / step <= most:
            yield _labelled(_by_months(axis, step), _month_label)
    step, power = 1, 0
    while step < 4 * axis.days / _DAYS_IN_YEAR:
        if axis.days / _DAYS_IN_YEAR / step <= most:
            yield [(day, year_in_words(day.year)) for day in _by_years(axis, step)]
        power += 1
        step = _YEAR_STEPS[power % 3] * 10 ** (power // 3)
    yield [(axis.first, f"{_day_label(axis.first)} {year_in_words(axis.first.year)}")]


def _labelled(
    days: Iterator[CalendarDay], label: Callable[[CalendarDay], str]
) -> list[tuple[CalendarDay, str]]:
    """Days with their labels, the year beside the first of each year."""
    found: list[tuple[CalendarDay, str]] = []
    for day in days:
        is_first = not found or found[-1][0].year != day.year
        year = f" {year_in_words(day.year)}" if is_first else ""
        found.append((day, f"{label(day)}{year}"))
    return found


def _by_days(axis: Axis, step: int) -> Iterator[CalendarDay]:
    day = axis.first
    while day <= axis.last:
        yield day
        day = days_later(day, step)


def _by_months(axis: Axis, step: int) -> Iterator[CalendarDay]:
    months = range(axis.first.year * 12, axis.last.year * 12 + 12, step)
    return _on_axis(axis, (CalendarDay(month // 12, month % 12 + 1, 1) for month in months))


def _by_years(axis: Axis, step: int) -> Iterator[CalendarDay]:
    """Round years as people count them: 500 BC, AD 1, AD 500; there is no year 0."""
    before = range(1 - (1 - axis.first.year) // step * step, 1, step)
    after = range(max(axis.first.year // step, 0) * step, axis.last.year + 1, step)
    years = dict.fromkeys([*before, *(max(year, 1) for year in after)])
    return _on_axis(axis, (CalendarDay(year, 1, 1) for year in years))


def _on_axis(axis: Axis, days: Iterator[CalendarDay]) -> Iterator[CalendarDay]:
    return (day for day in days if axis.first <= day <= axis.last)


def _day_label(day: CalendarDay) -> str:
    return f"{day.day} {SHORT_MONTHS[day.month]}"


def _month_label(day: CalendarDay) -> str:
    return SHORT_MONTHS[day.month]
