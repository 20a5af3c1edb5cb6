"""How dates are drawn on the line of a chart: alike at every scale."""

from __future__ import annotations

import re
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.render.chart.bars import Bar, columns_of
from bazhanov_cli.render.chart.canvas import Pen
from bazhanov_cli.render.chart.layout import MARGIN, WIDTH, layout_of
from bazhanov_cli.render.chart.lines import chart_lines
from bazhanov_cli.timeline.chart import Chart, Extent, chart_of
from edtf_texts import historical_dates
from support.timelines import rows_of

WIDTHS = st.integers(20, 1000)
SIGNS = "◀╌╍━○◐●◌◇▶"


def chart_with(date: str) -> Chart:
    """The chart of a date among others that give it an axis of many centuries at most."""
    chart = chart_of(rows_of("1900-01-01", date, "1982-12-31"))
    assert chart
    return chart


def extent_in(chart: Chart) -> Extent:
    return next(lane.extent for lane in chart.lanes if lane.row.fact.id == 2)


def kinds(bar: Bar) -> tuple[bool, bool, bool]:
    """Whether a bar has a broken start, a solid part and a broken end."""
    return bar.first < bar.sure_first, bar.sure_first < bar.sure_last, bar.sure_last < bar.last


def drawn(date: str, width: int) -> str:
    """The signs that a date is drawn with, none twice in a row."""
    lines = [
        "".join(text for text, _ in line)
        for line in chart_lines(chart_with(date), width, Pen(True))
    ]
    found = next(line for line in lines if re.search(r"\b2 Event", line))
    return re.sub(r"(.)\1+", r"\1", "".join(sign for sign in found if sign in SIGNS))


@given(date=historical_dates(st.integers(1000, 2500)), width=WIDTHS)
def test_a_date_has_the_same_parts_at_every_width_and_in_a_picture(
    date: HistoricalDate, width: int
) -> None:
    chart = chart_with(date.edtf)
    extent = extent_in(chart)
    bar = columns_of(extent, width)
    assert kinds(bar) == kinds(columns_of(extent, 20))
    (placed,) = [lane for lane in layout_of(chart).lanes if lane.lane.row.fact.id == 2]
    if not extent.moment:
        assert kinds(bar) == kinds(placed.bar)
    assert MARGIN <= placed.bar.first < placed.bar.last <= WIDTH - MARGIN


@given(date=historical_dates(st.integers(1000, 2500)), width=WIDTHS)
def test_a_date_is_drawn_within_the_axis_and_never_past_its_last_day(
    date: HistoricalDate, width: int
) -> None:
    extent = extent_in(chart_with(date.edtf))
    bar = columns_of(extent, width)
    assert all(end == int(end) for end in bar)
    assert extent.goes_back <= bar.first < bar.last <= width - extent.goes_on
    assert bar.first <= bar.sure_first <= bar.sure_last <= bar.last
    at_the_edge = bar.first == extent.goes_back
    assert bar.last <= max(ceil(round(extent.end * width, 6)), 1) or at_the_edge


@given(date=historical_dates(st.integers(1000, 2500)), width=WIDTHS)
def test_what_is_solid_of_an_interval_is_sure_unless_it_has_only_the_least_room(
    date: HistoricalDate, width: int
) -> None:
    extent = extent_in(chart_with(date.edtf))
    bar = columns_of(extent, width)
    if extent.moment or bar.sure_last - bar.sure_first <= 1:
        return
    assert bar.sure_first >= extent.sure_start * width - 0.001 or not extent.begins_vaguely
    assert bar.sure_last <= extent.sure_end * width + 0.001 or not extent.ends_vaguely


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
@pytest.mark.parametrize(
    ("date", "signs"),
    [
        ("1923/1924", "╍━╍"),
        ("1930/..", "╍━▶"),
        ("../1930", "◀━╍"),
        ("1923-08-09/1924-08-09", "━"),
        ("1923-08-09/..", "━▶"),
        ("1923-08-09/1924", "━╍"),
        ("1934~/1939~", "╍━╍"),
        ("1923-08-09~/1939-01-01", "╍━"),
        ("195X/195X", "╍"),
        ("1980", "○"),
        ("1923-08", "◐"),
        ("195X", "╌◌╌"),
        ("[1926..1928]", "╌◇╌"),
        ("[1926..]", "◇▶"),
        ("1982/..", "╍━▶"),
        ("../1900", "◀━╍"),
    ],
)
def test_the_signs_of_a_date_are_the_same_at_every_width(date: str, signs: str, width: int) -> None:
    assert drawn(date, width) == signs
