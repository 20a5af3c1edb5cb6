"""Dates as words of the index: which dates that are searched for find which events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.library.date_cells import (
    cells_of,
    cells_within,
    possible,
    possible_cells_of,
)
from bazhanov_cli.timeline.days import bounds_of


def finds(asked: str, event: str) -> bool:
    """Whether a search for one date finds an event of another."""
    return not set(cells_within(parse_edtf(asked))).isdisjoint(cells_of(parse_edtf(event)))


@pytest.mark.parametrize(
    ("asked", "event"),
    [
        ("1923-08-09", "1923-08-09"),
        ("1923-08-09", "1923-08-09~"),
        ("1923-08", "1923-08-09"),
        ("1923", "1923-08-09"),
        ("192X", "1923-08-09"),
        ("19XX", "1923-08-09"),
        ("1923", "1923-08"),
        ("1923-22", "1923-07-01"),
        ("1923-22", "1923-22"),
        ("1923", "1923-22"),
        ("1923-24", "1924-02"),
        ("1923", "1923/1924"),
        ("1924", "1923/1924"),
        ("1937", "1934~/1939~"),
        ("193X", "1925/1945"),
        ("18XX", "1750/1950"),
        ("1930", "1930/.."),
        ("1920-11", "../1920-11"),
        ("192X", "[1926..1928]"),
        ("1926-08", "[1926-08-09..1926-08-12]"),
        ("1923/1924", "1924-05"),
        ("1923-08/1923-10", "1923-09-30"),
        ("1850/1949", "1849/1850"),
        ("1930/..", "1930-05"),
        ("1930/..", "1951-01-01"),
        ("../1936", "1923-08-09"),
        ("../1936-06", "1936-06-30"),
        ("1923-08-09/1923-08-12", "1923-08-12"),
        ("1923-11-20/1924-02", "1924-02-29"),
        ("1923-24", "1923-24"),
        ("1923-24", "1923-12-01"),
        ("Y20000/..", "Y20000"),
        ("-0044", "-0044-03-15"),
        ("-0044-03", "-0044-03-15"),
        ("-02XX", "-0239"),
        ("-023X", "-0239"),
        ("-02XX", "-02XX"),
        ("-0002/0002", "-0001"),
        ("-0002/0002", "0000"),
        ("-0009/-0001", "-000X"),
        ("Y-20000", "Y-20000"),
    ],
)
def test_a_date_finds_the_events_within_it(asked: str, event: str) -> None:
    assert finds(asked, event)


@pytest.mark.parametrize(
    ("asked", "event"),
    [
        ("1923-08-09", "1900-08-09"),
        ("1923-08-09", "1923-08-10"),
        ("1923-08-09", "1923-08"),
        ("1923-08-09", "1923"),
        ("1923-08-09", "1923/1924"),
        ("1923-08", "1923"),
        ("1923-08", "1923-07-31"),
        ("1923-01", "1923/1924"),
        ("1923-07", "1923-22"),
        ("1923", "192X"),
        ("1923", "1922"),
        ("1923", "19XX"),
        ("1945", "1930/.."),
        ("1915", "../1920-11"),
        ("1937", "1900/2000"),
        ("1923-08/1923-10", "1923-11-01"),
        ("1923-08-09/1923-08-12", "1923-08-20"),
        ("1900-08/1950-03", "1900-01-05"),
        ("1900-08/1950-03", "1950-12-31"),
        ("1930/..", "1929-12-31"),
        ("../1936", "1937-01-01"),
        ("1923-24", "1923-08-20"),
        ("1923-24", "1923-07"),
        ("1926-08-09", "[1926-08-09..]"),
        ("1927", "[1926..1928]"),
        ("-0239", "0239"),
        ("-02XX", "-0300"),
        ("-02XX", "02XX"),
    ],
)
def test_a_date_finds_no_other_events_and_none_less_precise(asked: str, event: str) -> None:
    assert not finds(asked, event)


@pytest.mark.parametrize("event", ["[1926..1928]", "[1927-03..]", "[..1927]"])
def test_what_may_have_been_at_a_time_is_found_as_possible(event: str) -> None:
    asked = set(map(possible, cells_within(parse_edtf("1927"))))
    assert not asked.isdisjoint(possible_cells_of(parse_edtf(event)))
    assert possible_cells_of(parse_edtf("1927")) == []


DAYS = st.builds(
    "{:04}-{:02}-{:02}".format, st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)
)
TIMES = DAYS | DAYS.map(lambda day: day[:7]) | DAYS.map(lambda day: day[:4])


@given(TIMES, TIMES, TIMES)
def test_a_stretch_of_time_finds_just_what_lies_in_it(one: str, other: str, event: str) -> None:
    first, last = sorted((parse_edtf(one), parse_edtf(other)), key=bounds_of)
    if bounds_of(last)[1] < bounds_of(first)[1]:
        last = first
    begins, ends = bounds_of(parse_edtf(event))
    within = bounds_of(first)[0] <= begins and ends <= bounds_of(last)[1]
    assert finds(f"{first.edtf}/{last.edtf}", event) == within


years = st.integers(-3000, 3000)


@given(years, st.integers(0, 190), years)
def test_a_stretch_of_years_finds_just_its_years(first: int, length: int, year: int) -> None:
    asked = f"{edtf_year(first)}/{edtf_year(first + length)}"
    assert finds(asked, edtf_year(year)) == (first <= year <= first + length)


@given(years, st.integers(1, 12), years, st.integers(1, 12))
def test_a_month_finds_just_itself(year: int, month: int, other_year: int, other: int) -> None:
    asked, event = f"{edtf_year(year)}-{month:02}", f"{edtf_year(other_year)}-{other:02}-01"
    assert finds(asked, event) == ((year, month) == (other_year, other))


def test_of_too_many_years_only_the_first_are_asked_for() -> None:
    cells = cells_within(parse_edtf("Y-100000/Y100000"))
    assert cells[0] == "yn100000"
    assert len(cells) == 200


@given(years, years)
def test_no_date_gives_more_cells_than_can_be_asked_for(first: int, last: int) -> None:
    date = parse_edtf(f"{edtf_year(min(first, last))}-03/{edtf_year(max(first, last))}-05")
    assert 0 < len(cells_within(date)) <= 201
    assert len(cells_of(date)) < 200


def edtf_year(year: int) -> str:
    return f"{'-' * (year < 0)}{abs(year):04}"
