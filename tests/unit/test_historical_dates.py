from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, Precision, days_in_month
from edtf_texts import historical_dates, length_of_month

# A few years only, so that generated dates often meet.
FEW_YEARS = st.integers(-2, 2)


@st.composite
def calendar_days(draw: st.DrawFn) -> CalendarDay:
    year, month = draw(st.integers(-20_000, 20_000)), draw(st.integers(1, 12))
    return CalendarDay(year, month, draw(st.integers(1, length_of_month(year, month))))


@given(calendar_days(), calendar_days())
def test_keys_sort_as_days_do(one: CalendarDay, other: CalendarDay) -> None:
    assert (one.key < other.key) == (one < other) == (tuple(one) < tuple(other))


@given(calendar_days())
def test_a_day_comes_back_from_its_key(day: CalendarDay) -> None:
    assert CalendarDay.from_key(day.key) == day


@pytest.mark.parametrize(
    ("day", "key", "iso"),
    [
        (CalendarDay(1923, 8, 9), 19230809, "1923-08-09"),
        (CalendarDay(-44, 3, 15), -439685, "-0044-03-15"),
        (CalendarDay(0, 12, 31), 1231, "0000-12-31"),
        (CalendarDay(9999, 1, 1), 99990101, "9999-01-01"),
        (CalendarDay(10000, 1, 1), 100000101, "+10000-01-01"),
        (CalendarDay(-12345, 1, 1), -123449899, "-12345-01-01"),
    ],
)
def test_a_day_has_one_key_and_one_iso_text(day: CalendarDay, key: int, iso: str) -> None:
    assert (day.key, day.iso()) == (key, iso)


@given(st.dates())
def test_days_are_numbered_as_the_standard_library_does(date: dt.date) -> None:
    assert CalendarDay(date.year, date.month, date.day).ordinal == date.toordinal()


@given(calendar_days())
def test_the_next_day_has_the_next_number(day: CalendarDay) -> None:
    if day.day < days_in_month(day.year, day.month):
        following = CalendarDay(day.year, day.month, day.day + 1)
    elif day.month < 12:
        following = CalendarDay(day.year, day.month + 1, 1)
    else:
        following = CalendarDay(day.year + 1, 1, 1)
    assert following.ordinal == day.ordinal + 1


@given(st.integers(-20_000, 20_000), st.integers(1, 12))
def test_months_are_as_long_as_in_the_proleptic_gregorian_calendar(year: int, month: int) -> None:
    assert days_in_month(year, month) == length_of_month(year, month)


def test_precisions_are_the_words_of_the_contract() -> None:
    assert [precision.value for precision in Precision] == [
        "day", "month", "season", "year", "decade", "century", "interval",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("1923", "1923-08-09", True),
        ("1923", "1924", False),
        ("1923-08-31", "1923-08", True),
        ("1923-09-01", "1923-08", False),
        ("1930/..", "1980", True),
        ("1930/..", "1929-12-31", False),
        ("../1920-11", "1900", True),
        ("../1920-11", "1920-12", False),
        ("../1920", "1920/..", True),
        ("1930/", "2000", True),
        ("1934~/1939~", "1933", False),
        ("[1926..1928]", "1927-05", True),
        ("1923-24", "1923-01", True),
        ("1923-24", "1924-02-29", True),
        ("1923-24", "1924-03", False),
    ],
)
def test_dates_overlap_when_a_day_may_belong_to_both(one: str, other: str, overlap: bool) -> None:
    assert parse_edtf(one).overlaps(parse_edtf(other)) is overlap
    assert parse_edtf(other).overlaps(parse_edtf(one)) is overlap


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("1923", "1924", True),
        ("1924", "1923", False),
        ("1923", "1923-08", False),
        ("1923-08-08", "1923-08-09", True),
        ("1923-08-09", "1923-08-09", False),
        ("1920/..", "1930", False),
        ("1920/", "1930", False),
        ("1920", "../1930", False),
        ("../1920", "1921/..", True),
        ("-0044", "0000", True),
    ],
)
def test_a_date_is_before_another_when_all_its_days_are(one: str, other: str, before: bool) -> None:
    assert parse_edtf(one).is_strictly_before(parse_edtf(other)) is before


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("1923", [(1923, 1, 1), (1923, 12, 31)], [(1922, 12, 31), (1924, 1, 1)]),
        ("1930/..", [(1930, 1, 1), (9999, 1, 1)], [(1929, 12, 31)]),
        ("../1930", [(-9999, 1, 1), (1930, 12, 31)], [(1931, 1, 1)]),
    ],
)
def test_a_date_covers_the_days_within_its_bounds(
    text: str, inside: list[tuple[int, int, int]], outside: list[tuple[int, int, int]]
) -> None:
    date = parse_edtf(text)
    assert all(date.covers(CalendarDay(*day)) for day in inside)
    assert not any(date.covers(CalendarDay(*day)) for day in outside)


@given(historical_dates())
def test_a_date_ends_no_earlier_than_it_begins(date: HistoricalDate) -> None:
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest
        assert date.covers(date.earliest)
        assert date.covers(date.latest)


@given(historical_dates(FEW_YEARS), historical_dates(FEW_YEARS))
def test_two_dates_overlap_or_one_is_strictly_before(
    one: HistoricalDate, other: HistoricalDate
) -> None:
    relations = (one.is_strictly_before(other), other.is_strictly_before(one), one.overlaps(other))
    assert sum(relations) == 1
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@given(historical_dates(FEW_YEARS), historical_dates(FEW_YEARS), historical_dates(FEW_YEARS))
def test_strictly_before_holds_over_a_date_between(
    one: HistoricalDate, between: HistoricalDate, other: HistoricalDate
) -> None:
    if one.is_strictly_before(between) and between.is_strictly_before(other):
        assert one.is_strictly_before(other)
