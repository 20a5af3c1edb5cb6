"""Which parts of a long text are shown."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.render.excerpt import LONGEST_WHOLE, excerpt

LONG = "word " * 400


def test_a_text_of_usual_length_is_shown_whole() -> None:
    text = "x" * LONGEST_WHOLE
    assert excerpt(text, [(100, 110)]) == [(0, LONGEST_WHOLE)]


def test_a_long_text_is_shown_around_its_matches() -> None:
    ((start, end),) = excerpt(LONG, [(1000, 1004)])
    assert start < 1000
    assert end > 1004
    assert end - start < 300


def test_parts_that_touch_are_one() -> None:
    assert len(excerpt(LONG, [(500, 504), (600, 604), (1500, 1504)])) == 2


def test_a_part_begins_and_ends_with_a_word() -> None:
    for start, end in excerpt(LONG, [(777, 780), (1500, 1504)]):
        assert LONG[start:end].startswith("word")
        assert LONG[start:end].endswith("word")


def test_of_many_parts_the_first_are_shown() -> None:
    assert len(excerpt(LONG, [(place, place + 4) for place in range(0, 2000, 400)])) == 3


def test_matches_at_both_ends_are_shown_with_the_ends() -> None:
    (first, _), *_, (_, last) = excerpt(LONG, [(0, 4), (1995, 1999)])
    assert (first, last) == (0, len(LONG))


def test_a_text_without_blanks_is_cut_anywhere() -> None:
    assert excerpt("x" * 2000, [(1000, 1001)]) == [(880, 1121)]


def test_a_long_text_without_matches_is_shown_from_its_beginning() -> None:
    assert excerpt(LONG, []) == [(0, 499)]


@given(st.text(alphabet="ab ", max_size=2000), st.lists(st.integers(0, 1990), max_size=8))
def test_parts_are_in_order_and_hold_the_first_match(text: str, places: list[int]) -> None:
    matches = [(place, place + 1) for place in sorted(set(places)) if place < len(text)]
    parts = excerpt(text, matches)
    assert all(0 <= start <= end <= len(text) for start, end in parts)
    assert all(one[1] < other[0] for one, other in pairwise(parts))
    if matches:
        assert parts[0][0] <= matches[0][0] < matches[0][1] <= parts[0][1]
