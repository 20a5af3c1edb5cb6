"""Days of the year, wherever the year turns."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.library.chronology import days_of_year_with_events, events_on_days
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.timeline.anniversaries import (
    MOST_DAYS,
    anniversaries,
    days_around,
    next_day_among,
)
from bazhanov_cli.timeline.days import days_later
from support.timelines import dataset_of, rows_of


def calendar_day(day: date) -> CalendarDay:
    return CalendarDay(day.year, day.month, day.day)


@given(
    day=st.dates(date(1000, 1, 1), date(3000, 1, 1)), days=st.integers(-MOST_DAYS * 3, MOST_DAYS)
)
def test_days_later_are_those_of_the_calendar(day: date, days: int) -> None:
    assert days_later(calendar_day(day), days) == calendar_day(day + timedelta(days))


def test_days_around_go_over_the_turn_of_the_year() -> None:
    found = days_around(CalendarDay(2030, 12, 31), 2)
    assert list(found) == [1229, 1230, 1231, 101, 102]
    assert found[101] == (CalendarDay(2031, 1, 1), 1)
    assert found[1229] == (CalendarDay(2030, 12, 29), -2)


@given(day=st.dates(date(1900, 1, 1), date(2100, 1, 1)), days=st.integers(0, MOST_DAYS))
def test_days_around_hold_no_day_of_the_year_twice(day: date, days: int) -> None:
    found = days_around(calendar_day(day), days)
    assert found[day.month * 100 + day.day] == (calendar_day(day), 0)
    assert len(found) - (2 * days + 1) in (0, 1), "29 February may come on top"
    assert [distance for _, distance in found.values()] == sorted(
        distance for _, distance in found.values()
    )


@pytest.mark.parametrize(
    ("day", "kept"),
    [((2030, 2, 28), True), ((2028, 2, 28), False), ((2028, 2, 29), True), ((2030, 3, 1), False)],
)
def test_29_february_is_kept_on_the_28th_of_a_common_year(
    day: tuple[int, int, int], kept: bool
) -> None:
    assert (229 in days_around(CalendarDay(*day), 0)) is kept


def test_29_february_asked_for_in_a_common_year_is_found_alone() -> None:
    asked = CalendarDay(2026, 2, 29)
    assert days_around(asked, 0) == {229: (CalendarDay(2026, 2, 28), 0)}
    assert list(days_around(asked, 1)) == [227, 228, 229, 301]


def test_years_are_counted_to_the_day_on_which_an_event_is_remembered() -> None:
    around = days_around(CalendarDay(2030, 12, 31), 2)
    rows = rows_of("1982-12-30", "1928-01-01", "2040-01-01")
    assert [(found.years, found.days_away) for found in anniversaries(rows, around)] == [
        (48, -1), (103, 1), (-9, 1),
    ]  # fmt: skip


def test_years_before_christ_are_counted_without_a_year_0() -> None:
    around = days_around(CalendarDay(2030, 3, 15), 0)
    (found,) = anniversaries(rows_of("-0043-03-15"), around)
    assert found.years == 2073


@pytest.mark.parametrize(
    ("days", "after", "expected"),
    [
        ([101, 809], (2030, 3, 1), (2030, 8, 9)),
        ([101, 809], (2030, 8, 9), (2031, 1, 1)),
        ([809], (2030, 8, 9), (2031, 8, 9)),
        ([229], (2030, 1, 1), (2030, 2, 28)),
        ([229], (2028, 1, 1), (2028, 2, 29)),
        ([229], (2028, 2, 29), (2029, 2, 28)),
    ],
)
def test_the_nearest_day_to_come_is_found(
    days: list[int], after: tuple[int, int, int], expected: tuple[int, int, int]
) -> None:
    assert next_day_among(days, CalendarDay(*after)) == CalendarDay(*expected)


def test_without_any_day_none_is_to_come() -> None:
    assert next_day_among([], CalendarDay(2030, 1, 1)) is None


MIXED = ["1900-08-09", "1923-08-09~", "1923-08", "1923-08-XX", "1923", "1923-08-09/1923-08-12",
         "1910-08-10", None]  # fmt: skip


def test_only_dates_known_to_the_day_have_a_day_of_the_year() -> None:
    library = dataset_of(MIXED)
    assert days_of_year_with_events(library, Selection()) == [809, 810]


def test_events_come_by_the_days_asked_for_and_then_by_their_years() -> None:
    library = dataset_of(MIXED)
    found = events_on_days(library, Selection(), [810, 811, 809])
    assert [fact.id for fact, _ in found] == [7, 1, 2]
    assert [f.id for f, _ in events_on_days(library, Selection(limit=2), [810, 809])] == [7, 1]
