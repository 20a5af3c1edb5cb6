"""A chart to scale: what a date covers of its axis, whatever the date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate
from bazhanov_cli.facts import Dataset
from bazhanov_cli.timeline.chart import Axis, Chart, Extent, chart_of, extent_of
from bazhanov_cli.timeline.rows import Period, timeline_rows
from bazhanov_cli.timeline.twins import with_twins_together
from edtf_texts import edtf_texts, historical_dates
from support.timelines import fact_of, rows_of

CENTURY = Axis(CalendarDay(1900, 1, 1), CalendarDay(1999, 12, 31))


def drawn(*dates: str | None, period: Period | None = None, **settings: object) -> Chart:
    chart = chart_of(rows_of(*dates, **settings), period)  # type: ignore[arg-type]
    assert chart
    return chart


def years(extent: Extent) -> tuple[float, float, float, float]:
    """An extent on the axis of the century, in years to one place."""
    ends = (extent.start, extent.sure_start, extent.sure_end, extent.end)
    first, sure_first, sure_last, last = (round(1900 + 100 * end, 1) for end in ends)
    return first, sure_first, sure_last, last


def test_the_mark_of_a_winter_is_not_in_the_summer() -> None:
    extent = extent_of(parse_edtf("1926-24"), CENTURY)
    assert round(1900 + 100 * extent.middle, 2) == 1927.0
    assert round(1900 + 100 * extent_of(parse_edtf("1926-22"), CENTURY).middle, 1) == 1926.5


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1923/1924", (1923.0, 1924.0, 1924.0, 1925.0)),
        ("1920-01-01/1929-12-31", (1920.0, 1920.0, 1930.0, 1930.0)),
        ("1930/..", (1930.0, 1931.0, 1931.0, 1931.0)),
        ("../1930", (1930.0, 1930.0, 1930.0, 1931.0)),
        ("1880/1950-12-31", (1900.0, 1900.0, 1951.0, 1951.0)),
    ],
)
def test_an_interval_is_sure_only_between_its_ends(
    date: str, expected: tuple[float, float, float, float]
) -> None:
    extent = extent_of(parse_edtf(date), CENTURY)
    assert not extent.moment
    assert years(extent) == pytest.approx(expected, abs=0.11)


@pytest.mark.parametrize("date", ["1923-08-09", "1923-08", "192X", "[1926..1928]", "1923~"])
def test_a_moment_lies_somewhere_in_its_extent(date: str) -> None:
    extent = extent_of(parse_edtf(date), CENTURY)
    assert extent.moment
    assert extent.start < extent.middle < extent.end


@pytest.mark.parametrize(
    ("date", "back", "on"),
    [("1930/..", False, True), ("1930/", False, True), ("../1930", True, False),
     ("[..1930]", True, False), ("1850/2050", True, True), ("1930", False, False)],
)  # fmt: skip
def test_what_is_open_or_off_the_axis_goes_on(date: str, back: bool, on: bool) -> None:
    extent = extent_of(parse_edtf(date), CENTURY)
    assert (extent.goes_back, extent.goes_on) == (back, on)


@pytest.mark.parametrize(
    ("date", "fades_in", "fades_out"),
    [("1934~/1939~", True, True), ("1928-01~/1930-06", True, False),
     ("1923/1925-12~", False, True), ("1930~/..", True, False), ("1930", False, False)],
)  # fmt: skip
def test_an_end_that_is_about_known_fades(date: str, fades_in: bool, fades_out: bool) -> None:
    extent = extent_of(parse_edtf(date), CENTURY)
    assert (extent.fades_in, extent.fades_out) == (fades_in, fades_out)


@given(date=historical_dates())
def test_no_extent_leaves_the_axis_or_is_sure_of_more_than_its_date(date: HistoricalDate) -> None:
    extent = extent_of(date, CENTURY)
    ends = (extent.start, extent.end, extent.sure_start, extent.sure_end)
    assert all(0 <= end <= 1 for end in ends)
    assert extent.start <= extent.end
    if not extent.moment and extent.sure_start < extent.sure_end:
        assert extent.start <= extent.sure_start
        assert extent.sure_end <= extent.end


@given(dates=st.lists(st.none() | edtf_texts(), min_size=1, max_size=10))
def test_every_event_is_on_the_chart_once(dates: list[str | None]) -> None:
    rows = rows_of(*dates)
    chart = chart_of(rows)
    if chart is None:
        assert all(date is None for date in dates)
        return
    shown = [fact for lane in chart.lanes for fact in lane.facts]
    shown += [row.fact.id for row in chart.undated]
    assert sorted(shown) == list(range(1, len(dates) + 1))


@given(dates=st.lists(edtf_texts(), min_size=1, max_size=10))
def test_the_axis_holds_every_known_end(dates: list[str]) -> None:
    axis = drawn(*dates).axis
    for text in dates:
        date = parse_edtf(text)
        assert date.earliest is None or axis.first <= date.earliest <= axis.last
        assert date.latest is None or axis.first <= date.latest <= axis.last


def test_a_single_day_still_has_an_axis_around_it() -> None:
    axis = drawn("1923-08-09").axis
    assert axis.first < CalendarDay(1923, 8, 9) < axis.last
    assert axis.days == 10


def test_a_long_axis_is_of_whole_years_and_a_short_one_is_not() -> None:
    assert drawn("1900-08-09", "1982-12-30").axis == Axis(
        CalendarDay(1900, 1, 1), CalendarDay(1982, 12, 31)
    )
    assert drawn("1923-08-09", "1924-02-01").axis.first == CalendarDay(1923, 8, 9)


@pytest.mark.parametrize(
    ("dates", "start", "end", "first", "last"),
    [
        (("1900/1990",), (1923, 6, 1), (1930, 12, 31), (1923, 6, 1), (1930, 12, 31)),
        (("1930/..",), (1950, 1, 1), None, (1950, 1, 1), (1950, 1, 1)),
        (("../1920",), None, (1910, 6, 30), (1910, 6, 30), (1910, 6, 30)),
        (("1923", "1925"), (1900, 1, 1), (1999, 12, 31), (1923, 1, 1), (1925, 12, 31)),
    ],
)
def test_a_period_cuts_the_axis(
    dates: tuple[str, ...],
    start: tuple[int, int, int] | None,
    end: tuple[int, int, int] | None,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
) -> None:
    period = Period(start and CalendarDay(*start), end and CalendarDay(*end))
    axis = drawn(*dates, period=period).axis
    assert axis.first.ordinal <= CalendarDay(*first).ordinal <= axis.first.ordinal + 5
    assert axis.last.ordinal - 5 <= CalendarDay(*last).ordinal <= axis.last.ordinal


def test_eras_are_bands_with_their_happenings() -> None:
    eras = [("Early", "1900/1919"), ("Late", "1920/..")]
    chart = drawn("1890", "1905", "1925", "1950", eras=eras)
    assert [(band.era and band.era.name, len(band.lanes)) for band in chart.bands] == [
        (None, 1), ("Early", 1), ("Late", 2),
    ]  # fmt: skip
    _, early, late = chart.bands
    assert 0 < early.start < early.end == pytest.approx(late.start)
    assert late.end == 1


def test_two_facts_on_one_happening_share_the_mark_of_the_closer_date() -> None:
    facts = [fact_of(1, "1928-01/1929", same_as=2), fact_of(2, "1928-02-01")]
    pairs = [(fact, fact.events[0]) for fact in facts]
    rows = with_twins_together(timeline_rows(pairs, Dataset("test", "Test")))
    chart = chart_of(rows)
    assert chart
    (lane,) = chart.lanes
    assert lane.facts == [2, 1]
    assert lane.row.fact.id == 2
    assert lane.extent.moment
