"""How what is typed into a search box is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.search.query import MOST_TERMS, parse_query


def groups_of(text: str) -> list[list[str]]:
    return [[term.text for term in group] for group in parse_query(text).groups]


def excluded_of(text: str) -> list[str]:
    return [term.text for term in parse_query(text).excluded]


def dates_of(text: str) -> list[list[str]]:
    terms = (term for group in parse_query(text).groups for term in group)
    return [[date.edtf for date in term.dates] for term in terms if term.dates]


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("", []),
        ("  \t\n", []),
        ("Stalin", [["stalin"]]),
        ("Stalin secretary", [["stalin"], ["secretary"]]),
        ("Stalin's", [["stalin"]]),
        ("Stalin Stalin", [["stalin"]]),
        ('"Five-Year plan"', [['"five year plan"']]),
        ("“five year”", [['"five year"']]),
        ('Stalin"five year"plan', [["stalin"], ['"five year"'], ["plan"]]),
        ('"five year', [["five"], ["year"]]),
        ('five" year', [["five"], ["year"]]),
        ('""', []),
        ('"', []),
        ("five-year", [["five year"]]),
        ("five‑year", [["five year"]]),
        ("U.S.S.R.", [["u s s r"]]),
        ("d’Artagnan", [["d artagnan"]]),
        ("Stalin/Trotsky", [["stalin"], ["trotsky"]]),
        ("Stalin,Trotsky", [["stalin"], ["trotsky"]]),
        ("assassin*", [["assassin*"]]),
        ("five-ye*", [["five ye*"]]),
        ("*", []),
        ("c*t", [["c"], ["t"]]),
        ("c++", [["c"]]),
        ("9:30", [["9"], ["30"]]),
        ("NEAR(x", [["near"], ["x"]]),
        ("x -", [["x"]]),
        ("x --y", [["x"], ["y"]]),
        ("-", []),
        ("a OR b", [["a", "b"]]),
        ("x OR y z", [["x", "y"], ["z"]]),
        ("w x OR y OR z", [["w"], ["x", "y", "z"]]),
        ("x or y", [["x"], ["y"]]),
        ("OR", [["or"]]),
        ("x OR", [["x"]]),
        ("OR x", [["x"]]),
        ("x OR OR y", [["x"], ["y"]]),
        ('"OR"', [['"or"']]),
        ("the death of Lenin", [["death"], ["lenin"]]),
        ("the", [["the"]]),
        ("of the", [["of"], ["the"]]),
        ('"of the" party', [['"of the"'], ["party"]]),
        ('"the" party', [['"the"'], ["party"]]),
        ("the* party", [["the*"], ["party"]]),
        ("x+b*", [["x"], ["b*"]]),
        ("張衡", [["張 衡"]]),
    ],
)
def test_words_are_read(typed: str, groups: list[list[str]]) -> None:
    assert groups_of(typed) == groups


@pytest.mark.parametrize(
    ("typed", "excluded"),
    [
        ("Stalin -Trotsky", ["trotsky"]),
        ('-"five year" Stalin', ['"five year"']),
        ("-assassin*", ["assassin*"]),
        ("-five-year", ["five year"]),
        ("-x -x", ["x"]),
        ("-c++", ["c"]),
        ("-9 august 1923", ["9"]),
        ("-august 1923", ["august"]),
        ("five-year", []),
        ("x - y", []),
        ("--x", []),
        ("-1923", ["1923"]),
    ],
)
def test_a_hyphen_before_a_word_leaves_it_out(typed: str, excluded: list[str]) -> None:
    assert excluded_of(typed) == excluded


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("9 august 1923", [["1923-08-09"]]),
        ("Aug 9, 1923", [["1923-08-09"]]),
        ("secretary 9 august 1923 stalin", [["1923-08-09"]]),
        ("1923 1924", [["1923"], ["1924"]]),
        ("(1923)", [["1923"]]),
        ("1923,", [["1923"]]),
        ("in 1923", [["1923"]]),
        ("09/08/1923", [["1923-08-09", "1923-09-08"]]),
        ("1923-24", [["1923-24", "1923/1924"]]),
        ("1923 to 1924", [["1923/1924"]]),
        ("1920s OR august 1923", [["192X"], ["1923-08"]]),
        ("44 BC", [["-0043"]]),
        ("-0044-03-15", [["-0044-03-15"]]),
        ("30 february 1923", [["1923-02"]]),
        ("may", []),
        ("9", []),
        ('"9 august 1923"', []),
        ("1923*", []),
        ("five-year", []),
        ("third of May", []),
    ],
)
def test_dates_are_read(typed: str, dates: list[list[str]]) -> None:
    assert dates_of(typed) == dates


def test_an_excluded_date_is_a_date() -> None:
    (term,) = parse_query("-1923").excluded
    assert [date.edtf for date in term.dates] == ["1923"]


def test_words_without_content_are_left_aside_in_english_alone() -> None:
    assert parse_query("the plan").ignored == ("the",)
    assert parse_query("the plan", "en-GB").ignored == ("the",)
    assert parse_query("the plan", "EN").ignored == ("the",)
    assert parse_query("the plan", "fr").ignored == ()
    assert parse_query("the plan", "enm").ignored == ()


def test_words_side_by_side_are_kept_as_they_stand() -> None:
    """A name may hold a word that is otherwise left aside: University of Kyiv."""
    runs = parse_query('University of Kyiv OR Paris "x" 1923 -y z').runs
    assert [[term.text for term in run] for run in runs] == [
        ["university", "of", "kyiv"],
        ["paris"],
        ["1923", "z"],
    ]


def test_words_past_the_most_are_left_aside() -> None:
    query = parse_query(" ".join(f"w{number}x" for number in range(MOST_TERMS + 5)))
    assert len(query.groups) == MOST_TERMS
    assert len(query.ignored) == 5
    for joined in (f'"{"x " * 500}"', "-".join("x" * 500)):
        ((term,),) = parse_query(joined).groups
        assert len(term.words) == MOST_TERMS


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    query = parse_query(text)
    terms = [*query.excluded, *(term for group in query.groups for term in group)]
    assert all(term.words and all(term.words) for term in terms)
