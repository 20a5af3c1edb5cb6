"""The order of a timeline, its eras, its gaps, and facts that stand together."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.facts import Dataset, Event, Fact
from bazhanov_cli.library.chronology import span_of_beginnings
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.render.timeline_records import gap_in_words, section_of
from bazhanov_cli.timeline.gaps import notable_days, with_gaps
from bazhanov_cli.timeline.rows import Period, TimelineRow, timeline_rows
from bazhanov_cli.timeline.twins import with_twins_together
from edtf_texts import edtf_texts
from support.timelines import dataset_of, fact_of, rows_of, timeline_of

DATES = st.lists(st.none() | edtf_texts(), min_size=1, max_size=12)
FOREVER = 1 << 62


def order_of(row: TimelineRow) -> tuple[bool, int, int, int]:
    """What a row is put in order by: the undated last, then earliest, more precise, fact."""
    date = row.event.date
    if date is None:
        return True, 0, 0, row.fact.id
    first, last = date.earliest or date.latest, date.latest
    assert first
    return False, first.key, last.key if last else FOREVER, row.fact.id


@settings(max_examples=60)
@given(dates=DATES)
def test_order_is_total_for_any_dates_and_loses_none(dates: list[str | None]) -> None:
    rows = list(timeline_of(dates).rows())
    assert [order_of(row) for row in rows] == sorted(map(order_of, rows))
    assert sorted(row.fact.id for row in rows) == list(range(1, len(dates) + 1))


@settings(max_examples=30)
@given(dates=DATES, seed=st.randoms(use_true_random=False))
def test_order_is_that_of_time_for_any_order_of_the_file(
    dates: list[str | None], seed: Random
) -> None:
    mixed = seed.sample(dates, len(dates))
    ordered = [row.event.date and row.event.date.edtf for row in timeline_of(dates).rows()]
    again = [row.event.date and row.event.date.edtf for row in timeline_of(mixed).rows()]
    keys = [(parse_edtf(d).earliest, parse_edtf(d).latest) if d else None for d in ordered]
    assert keys == [(parse_edtf(d).earliest, parse_edtf(d).latest) if d else None for d in again]


def test_the_era_is_that_of_the_first_possible_day() -> None:
    eras = [("Early", "1900/1919"), ("Late", "1920/.."), ("Within", "1930/1939")]
    rows = rows_of("1919", "1910/1930", "../1925", "1935", "1945", "1899", None, eras=eras)
    assert [row.era and row.era.name for row in rows] == [
        "Early", "Early", "Late", "Within", "Late", None, None,
    ]  # fmt: skip


def test_an_era_may_have_no_known_beginning() -> None:
    rows = rows_of("1850", "1910", eras=[("Before", "../1900"), ("Whole", "1800/..")])
    assert [row.era and row.era.name for row in rows] == ["Whole", "Whole"]


@pytest.mark.parametrize(
    ("date", "within"),
    [("1923", True), ("1923-06/1924", False), ("1922/1923", False), ("1923/..", False),
     ("../1923", False), ("1922", False)],
)  # fmt: skip
def test_a_row_knows_whether_all_of_it_lies_in_the_period(date: str, within: bool) -> None:
    period = Period(CalendarDay(1923, 1, 1), CalendarDay(1923, 12, 31))
    (row,) = rows_of(date, period=period)
    assert row.within is within


def gaps(*dates: str | None, least_days: int = 2) -> list[str]:
    return [gap_in_words(gap) for gap, _ in with_gaps(rows_of(*dates), least_days) if gap]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (("1900-01-01", "1950-01-01"), ["50 years pass"]),
        (("1900-01-01", "1949-12-31"), ["49 years pass"]),
        (("1930", "1980"), ["at least 49 years pass"]),
        (("1930/..", "1980"), ["at least 49 years pass"]),
        (("1930/", "1980-01-01"), ["at least 49 years pass"]),
        (("1930~", "1980"), ["about 49 years pass"]),
        (("1930?", "1980"), ["about 49 years pass"]),
        (("1930", "1980~"), ["about 49 years pass"]),
        (("1900/1950", "1910", "1960"), ["at least 9 years pass"]),
        (("1923-01", "1923-08"), ["at least 6 months pass"]),
        (("1923-08-01", "1923-08-09"), ["8 days pass"]),
        (("1923", "1923-08-09"), []),
        (("[1900..1910]", "1950-01-01"), ["at least 39 years pass"]),
        (("../1900", "1950"), ["at least 49 years pass"]),
        (("1900", None, "1950"), ["at least 49 years pass"]),
        (("1900", "../1990"), []),
        (("-0044", "0014"), ["at least 57 years pass"]),
        (("[1926..]", "1980"), []),
        (("[..1928]", "1980"), ["at least 51 years pass"]),
        (("1900", "1950", "1900-05-01"), ["at least 49 years pass"]),
    ],
)
def test_a_gap_is_the_least_time_that_is_certainly_empty(
    dates: tuple[str | None, ...], expected: list[str]
) -> None:
    assert gaps(*dates) == expected


@given(dates=st.lists(edtf_texts(), min_size=2, max_size=8))
def test_no_gap_holds_a_day_on_which_something_is_known_to_have_been(dates: list[str]) -> None:
    rows = sorted(rows_of(*dates), key=order_of)
    for number, (gap, row) in enumerate(with_gaps(rows, 2)):
        if gap:
            first = row.event.date and row.event.date.earliest
            assert first
            ends = [earlier.event.date for earlier in rows[:number]]
            assert all(date and (date.latest is None or date.latest < first) for date in ends)


def test_a_gap_is_told_only_where_it_is_long_beside_the_whole() -> None:
    assert gaps("1900-01-01", "1903-01-01", "1982-01-01", least_days=3000) == ["79 years pass"]
    assert notable_days(CalendarDay(1900, 1, 1), CalendarDay(1990, 1, 1)) == 3287


def test_the_span_of_a_selection_is_from_the_first_to_the_last_beginning() -> None:
    library = dataset_of(["1923", "-0044-03-15", None, "1930/..", "../1940"])
    span = span_of_beginnings(library, Selection(), every=False)
    assert span == (CalendarDay(-44, 3, 15), CalendarDay(1940, 12, 31))
    assert span_of_beginnings(dataset_of([None]), Selection(), every=True) is None


def test_facts_on_one_happening_are_brought_together() -> None:
    facts = [
        fact_of(1, "1928-01-01"),
        fact_of(2, "1928-01"),
        fact_of(3, "1928", same_as=1),
        fact_of(4, "1928-12"),
    ]
    pairs = [(fact, fact.events[0]) for fact in facts]
    rows = list(with_twins_together(timeline_rows(pairs, Dataset("test", "Test"))))
    assert [(row.fact.id, row.twin) for row in rows] == [(1, None), (3, 1), (2, None), (4, None)]


def test_facts_that_tell_the_same_as_a_twin_come_with_it() -> None:
    facts = [
        fact_of(1, "1928-01-01"),
        fact_of(2, "1928-01"),
        fact_of(3, "1928", same_as=1),
        fact_of(4, "1928-12", same_as=3),
        fact_of(5, None, same_as=1),
    ]
    pairs = [(fact, fact.events[0]) for fact in facts]
    rows = list(with_twins_together(timeline_rows(pairs, Dataset("test", "Test"))))
    assert [(row.fact.id, row.twin) for row in rows] == [
        (1, None), (3, 1), (4, 1), (2, None), (5, None),
    ]  # fmt: skip


@pytest.mark.parametrize(("apart", "twin"), [(200, 0), (201, None)])
def test_a_twin_is_moved_up_over_two_hundred_rows(apart: int, twin: int | None) -> None:
    facts = [fact_of(n, "1928", same_as=0 if n == apart else None) for n in range(apart + 1)]
    pairs = [(fact, fact.events[0]) for fact in facts]
    rows = with_twins_together(timeline_rows(pairs, Dataset("test", "Test")))
    assert [row.twin for row in rows if row.fact.id == apart] == [twin]


@pytest.mark.parametrize("date", ["1934~", "1934?", "1933/1934"])
def test_a_doubtful_date_does_not_surely_lie_in_a_period(date: str) -> None:
    period = Period(CalendarDay(1934, 1, 1), CalendarDay(1934, 12, 31))
    assert not period.holds(parse_edtf(date))
    assert period.holds(parse_edtf("1934"))


def test_the_more_precise_fact_comes_first_whichever_names_the_other() -> None:
    facts = [fact_of(1, "1928-01-01", same_as=2), fact_of(2, "1928")]
    pairs = [(fact, fact.events[0]) for fact in facts]
    rows = list(with_twins_together(timeline_rows(pairs, Dataset("test", "Test"))))
    assert [(row.fact.id, row.twin) for row in rows] == [(1, None), (2, 1)]


def test_a_secondary_event_of_the_other_fact_is_another_happening() -> None:
    first, second = fact_of(1, "1928", "1929"), fact_of(2, "1929-05", same_as=1)
    pairs = [(first, first.events[1]), (second, second.events[0])]
    rows = list(with_twins_together(timeline_rows(pairs, Dataset("test", "Test"))))
    assert [row.twin for row in rows] == [None, None]


@given(number=st.integers(0, 300))
def test_bringing_together_loses_no_row(number: int) -> None:
    facts = [fact_of(n, "1928", same_as=n // 2 or None) for n in range(number)]
    pairs = [(fact, fact.events[0]) for fact in facts]
    rows = with_twins_together(timeline_rows(pairs, Dataset("test", "Test")))
    assert sorted(row.fact.id for row in rows) == list(range(number))


def test_a_fact_without_events_is_undated_and_has_its_words_for_a_label() -> None:
    (row,) = timeline_rows([(Fact(1, "A fact."), Event("", main=True))], Dataset("test", "Test"))
    assert (row.text, row.label) == ("A fact.", "A fact.")
    assert section_of(row, "Undated") == "Undated"
