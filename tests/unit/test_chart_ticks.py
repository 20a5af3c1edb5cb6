"""Where an axis is marked."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.timeline.chart import Axis
from bazhanov_cli.timeline.days import days_later
from bazhanov_cli.timeline.ticks import Tick, ticks

DAYS = st.builds(CalendarDay, st.integers(-12_000, 12_000), st.integers(1, 12), st.integers(1, 28))


def marked(first: tuple[int, int, int], last: tuple[int, int, int], width: int = 80) -> list[Tick]:
    return ticks(Axis(CalendarDay(*first), CalendarDay(*last)), width, len, 2)


@pytest.mark.parametrize(
    ("first", "last", "width", "expected"),
    [
        ((1900, 1, 1), (1982, 12, 31), 80, [str(year) for year in range(1900, 1990, 10)]),
        ((1900, 1, 1), (1982, 12, 31), 40, ["1900", "1920", "1940", "1960", "1980"]),
        ((-584, 1, 1), (1959, 12, 31), 60, ["500 BC", "AD 1", "AD 500", "1000", "1500"]),
        ((-44, 1, 1), (14, 12, 31), 40, ["40 BC", "20 BC", "AD 1"]),
        ((1923, 1, 1), (1924, 12, 31), 80, ["Jan 1923", "Jul", "Jan 1924", "Jul"]),
        ((1923, 8, 1), (1923, 8, 20), 46, ["1 Aug 1923", "8 Aug", "15 Aug"]),
    ],
)
def test_ticks_are_round_numbers(
    first: tuple[int, int, int], last: tuple[int, int, int], width: int, expected: list[str]
) -> None:
    assert [tick.label for tick in marked(first, last, width)] == expected


def test_there_is_no_year_0() -> None:
    labels = [tick.label for tick in marked((-3, 1, 1), (3, 12, 31), 200)]
    assert "0" not in labels
    years = [label for label in labels if "BC" in label or "AD" in label]
    assert [re.sub(r"^Jan ", "", label) for label in years] == [
        "4 BC", "3 BC", "2 BC", "1 BC", "AD 1", "AD 2", "AD 3",
    ]  # fmt: skip


@given(day=DAYS, days=st.integers(9, 9_000_000), width=st.integers(20, 400))
def test_labels_never_overlap_nor_leave_the_axis(day: CalendarDay, days: int, width: int) -> None:
    last = CalendarDay(day.year + days // 365, 12, 31) if days > 3_000 else days_later(day, days)
    found = ticks(Axis(day, last), width, len, 2)
    assert all(0 <= tick.position < 1 for tick in found)
    assert all(0 <= tick.label_start <= width - len(tick.label) for tick in found)
    for tick, following in pairwise(found):
        assert following.label_start - tick.label_start - len(tick.label) >= 2


@given(day=DAYS, days=st.integers(9, 9_000_000))
def test_every_axis_has_a_tick_at_80_columns(day: CalendarDay, days: int) -> None:
    last = CalendarDay(day.year + days // 365, 12, 31) if days > 3_000 else days_later(day, days)
    assert ticks(Axis(day, last), 80, len, 2)


def test_where_no_label_has_room_there_is_no_tick() -> None:
    assert marked((1900, 1, 1), (1982, 12, 31), 3) == []
