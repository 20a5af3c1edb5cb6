"""How old the subject was at an event."""

from __future__ import annotations

import pytest

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.facts import Event, Subject
from bazhanov_cli.render.timeline_records import age_in_words, aged_in_words
from bazhanov_cli.timeline.ages import Age, age_at


def age(date: str, born: str = "1900-08-09", died: str = "", *, context: bool = False) -> str:
    subject = Subject("s", "Subject", parse_edtf(born), parse_edtf(died) if died else None)
    found = age_at(Event("", parse_edtf(date), context=context), subject)
    return age_in_words(found) if found else "none"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1900-08-09", "0"),
        ("1923-08-08", "22"),
        ("1923-08-09", "23"),
        ("1917-03", "16"),
        ("1919", "18 to 19"),
        ("1923/1924", "22 to 24"),
        ("1930/..", "from 29"),
        ("../1920-11", "until 20"),
        ("[1926..1928]", "25 to 28"),
        ("1934~/1939~", "about 33 to 39"),
        ("1900", "0"),
        ("1899", "none"),
        ("../1899", "none"),
    ],
)
def test_an_age_is_as_precise_as_both_dates_allow(date: str, expected: str) -> None:
    assert age(date) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [("1900", "22 to 23"), ("1900~", "about 22 to 23"), ("[1898..1900]", "22 to 25")],
)
def test_a_birth_that_is_vague_makes_the_age_vague(born: str, expected: str) -> None:
    assert age("1923-08-09", born) == expected


def test_a_birth_with_an_open_end_gives_no_age() -> None:
    assert age("1923", "../1900") == "none"
    assert age("1923", "1900/..") == "none"


def test_nobody_ages_after_death() -> None:
    assert age("1990", died="1982-12-30") == "none"
    assert age("1980/1990", died="1982-12-30") == "79 to 82"
    assert age("1982", died="1982-12-30") == "81 to 82"


def test_what_is_only_context_has_no_age_where_it_may_lie_before_the_birth() -> None:
    assert age("18XX", "1890-01-01", context=True) == "none"
    assert age("18XX", "1890-01-01") == "0 to 9", "the subject's own life begins with the birth"
    assert age("../1920", context=True) == "none"


def test_an_age_that_is_known_to_no_more_than_ten_years_is_none() -> None:
    assert age("1920", "[1890..1899]") == "20 to 30"
    assert age("1920", "[1889..1899]") == "none"
    assert age("1920/1931", "1890-01-01") == "none"


@pytest.mark.parametrize(
    ("date", "context", "said"),
    [
        ("1900-08-09", False, ""),
        ("1900-08-09", True, "aged 0"),
        ("1900-08-10", False, "aged 0"),
        ("1900-08", False, "aged 0"),
    ],
)
def test_no_age_is_said_of_the_birth_itself(date: str, context: bool, said: str) -> None:
    subject = Subject("s", "Subject", parse_edtf("1900-08-09"))
    found = age_at(Event("", parse_edtf(date), context=context), subject)
    assert aged_in_words(found) == said


def test_years_before_christ_are_counted_without_a_year_0() -> None:
    assert age("0014-08-19", "-0062-09-23") == "75"


def test_without_a_subject_or_a_birth_there_is_no_age() -> None:
    event = Event("", parse_edtf("1923"))
    assert age_at(event, None) is None
    assert age_at(event, Subject("s", "Subject")) is None
    assert age_at(Event(""), Subject("s", "Subject", parse_edtf("1900"))) is None


def test_an_age_is_written_as_a_person_would() -> None:
    assert aged_in_words(Age(23, 23)) == "aged 23"
    assert aged_in_words(Age(29, None)) == "from age 29"
    assert aged_in_words(Age(None, 20)) == "until age 20"
    assert aged_in_words(Age(1958, 1960, approximate=True)) == "aged about 1,958 to 1,960"
    assert aged_in_words(None) == ""
