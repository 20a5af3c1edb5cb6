"""Where on its line a date is drawn: solid where it surely lies, broken where it only may.

What is drawn does not depend on the scale: every end and the sure part have some room, however
little they are of the whole.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bazhanov_cli.timeline.chart import Extent


class Bar(NamedTuple):
    """A stretch from `first` up to `last`, solid from `sure_first` up to `sure_last`.

    The solid part of a moment is its mark, somewhere in the stretch. Arrows stand outside.
    """

    first: float
    sure_first: float
    sure_last: float
    last: float


def columns_of(extent: Extent, width: int) -> Bar:
    """The columns that a date takes of so many, in whole numbers, its arrows within them."""
    first, last = _outward(extent.start, extent.end, width)
    if extent.moment:
        sure_first, sure_last = _outward(extent.middle, extent.middle, width)
        first, last = (first, last) if extent.is_range else (sure_first, sure_last)
    else:
        sure_first, sure_last = _inward(extent.sure_start, extent.sure_end, width)
    room = (int(extent.goes_back), width - int(extent.goes_on))
    return placed(extent, Bar(first, sure_first, sure_last, last), 1, room)


def placed(extent: Extent, exact: Bar, least: float, room: tuple[float, float]) -> Bar:
    """A bar within some room, with at least so much of it for each part that a date has.

    Where that takes more than its time, it begins earlier: nothing is drawn past its last day.
    """
    low, high = room
    before = least * (extent.begins_vaguely and extent.has_sure_part)
    after = least * (extent.ends_vaguely and extent.has_sure_part)
    needed = before + least + after
    last = min(max(exact.last, low + needed), high)
    first = max(min(exact.first, last - needed), low)
    if not extent.has_sure_part:
        return Bar(first, last, last, last)
    sure_first = min(max(exact.sure_first, first + before), last - after - least)
    sure_last = min(max(exact.sure_last, sure_first + least), last - after)
    return Bar(first, sure_first if before else first, sure_last if after else last, last)


def _outward(start: float, end: float, width: int) -> tuple[int, int]:
    """Every column that holds some of a stretch, and one where it has no length."""
    first = min(floor(start * width), width - 1)
    return first, max(ceil(round(end * width, 6)), first + 1)


def _inward(start: float, end: float, width: int) -> tuple[int, int]:
    """Every column that a stretch fills, or else the one that it begins in."""
    first, last = ceil(round(start * width, 6)), floor(round(end * width, 6))
    return (first, last) if first < last else _outward(start, start, width)
