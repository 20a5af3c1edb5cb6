"""`bazhanov today`."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.command_line import bazhanov

ANTIQUITY = str(Path(__file__).parents[1] / "data" / "antiquity.yaml")


def found(*arguments: str) -> list[tuple[int, int, int]]:
    """The fact, the years that have passed, and how many days away the day is."""
    events = bazhanov("today", *arguments, "--json").json
    return [(event["fact"]["id"], event["years_ago"], event["days_away"]) for event in events]


def test_a_day_gives_what_happened_on_it_and_how_long_ago() -> None:
    assert found("2030-08-09") == [(2, 130, 0), (8, 107, 0)]


@pytest.mark.parametrize(
    "day", ["9 August", "August 9", "Aug 9th", "08-09", "9 aug", "9.8.", "9/8"]
)
def test_a_day_without_a_year_is_one_of_this_year(day: str) -> None:
    year = time.localtime().tm_year
    assert found(day) == [(2, year - 1900, 0), (8, year - 1923, 0)]


def test_a_day_of_several_words_needs_no_quotes() -> None:
    assert found("9", "August") == found("9 August")
    assert found("August", "9,", "2030") == found("2030-08-09")
    assert bazhanov("today", "30", "February").err == (
        "bazhanov: error: 30 February: no year has such a day\n"
    )


def test_the_objects_are_those_of_the_timeline() -> None:
    event = bazhanov("today", "2030-08-09", "--json").json[1]
    of_timeline = next(
        other for other in bazhanov("timeline", "--json").json if other["fact"]["id"] == 8
    )
    assert {**event, "years_ago": None, "days_away": None} == {
        **of_timeline, "years_ago": None, "days_away": None,
    }  # fmt: skip


def test_a_pipe_gets_date_age_id_and_text() -> None:
    fields = bazhanov("today", "9 August").lines[1]
    assert fields[:3] == ["1923-08-09", "23", "8"]
    assert fields[3].startswith("On 9 August 1923")


def test_days_widen_it_over_the_turn_of_the_year() -> None:
    assert found("2030-12-31", "--days", "7") == [(16, 48, -1), (11, 103, 1)]


def test_a_month_or_a_year_never_counts_as_a_day() -> None:
    for day in ("1 March", "1 January", "1 September", "1 November"):
        assert {fact for fact, _, _ in found(day)} <= {11}


def test_nothing_is_exit_1_and_names_the_nearest_day_to_come() -> None:
    result = bazhanov("today", "2030-08-10")
    assert (result.code, result.out) == (1, "")
    assert result.err == "nothing happened on 10 August; the next day is 26 October\n"
    result = bazhanov("today", "2030-08-10", "--days", "0", "--about", "Lenin", "--json")
    assert (result.code, result.out) == (1, "[]\n")
    assert "the next day is 26 October" in result.err


def test_where_no_day_is_to_come_none_is_named() -> None:
    result = bazhanov("today", "2030-01-01", "--topic", "education", "--days", "3")
    assert result.err == "nothing happened on 1 January or within 3 days of it\n"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("30 February", "no year has such a day"),
        ("1923", "is not a day; write one as '9 August'"),
        ("August 1923", "is not a day"),
        ("yesterday", "is not a day"),
        ("2030-02-29", "2030-02-29"),
    ],
)
def test_what_is_no_day_is_a_wrong_command_line(day: str, said: str) -> None:
    result = bazhanov("today", day)
    assert result.code == 2
    assert said in result.err
    assert result.err.count("\n") == 1


def test_without_a_date_it_is_the_day_of_the_clock() -> None:
    now = time.localtime()
    today = f"{now.tm_year:04}-{now.tm_mon:02}-{now.tm_mday:02}"
    assert bazhanov("today", "--days", "180").out == bazhanov("today", today, "--days", "180").out


def test_the_page_says_how_long_ago_and_at_which_age() -> None:
    page = bazhanov("today", "2030-08-09", "--color", "never", columns=80).out
    assert page.startswith("9 August ─")
    assert re.search(r"8 +9 August 1923 .*\n +107 years before 2030 .*\n +aged 23 ", page)


def page_of(*arguments: str, columns: int = 80) -> list[str]:
    return bazhanov("today", *arguments, "--color", "never", columns=columns).out.splitlines()


def test_the_years_are_counted_to_this_one_unless_another_is_named() -> None:
    year = time.localtime().tm_year
    assert f"{year - 1923} years ago" in " ".join(page_of("9", "August"))
    assert "107 years before 2030" in " ".join(page_of("2030-08-09"))
    assert "107 years before 2030" in bazhanov("today", "2030-08-09", "--format", "markdown").out


def test_the_head_says_what_the_days_are_counted_from() -> None:
    page = page_of("28", "May", "--days", "180")
    assert page[0] == "28 May: nothing on the day itself; within 180 days:"
    assert page[2].startswith("30 December, 149 days before ─")
    assert page_of("30 December", "--days", "2")[0] == "Within 2 days of 30 December:"
    assert page_of("30 December")[0].startswith("30 December ─")


@settings(max_examples=30)
@given(width=st.integers(20, 200))
def test_a_number_a_date_and_an_age_are_never_parted(width: int) -> None:
    page = page_of("28 May", "--days", "180", "--data", ANTIQUITY, columns=width)
    assert max(map(len, page)) <= width
    for together in (r"\b1902\b", "17 May 1902", r"\d+ years ago", "1 January 45 BC"):
        assert any(re.search(together, line) for line in page)


def test_filters_narrow_it() -> None:
    assert found("2030-08-09", "--about", "Stalin") == [(8, 107, 0)]
    assert found("2030-08-09", "--limit", "1") == [(2, 130, 0)]
    assert found("2030-08-09", "--from", "1920") == [(8, 107, 0)]
