"""Which known words are offered for an unknown one, and how long that may take."""

from __future__ import annotations

import time
from difflib import SequenceMatcher

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.suggestions import nearest

PEOPLE = ("lenin", "Stalin", "Trotsky", "Krupskaya", "Léger", "Ленин")


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("lennin", ("lenin",)),
        ("LENIN", ("lenin",)),
        ("stailn", ("Stalin",)),
        ("leger", ("Léger",)),
        ("лениин", ("Ленин",)),
        ("Krupskaja", ("Krupskaya",)),
        ("beria", ()),
        ("x", ()),
        ("", ()),
    ],
)
def test_the_nearest_known_word_is_found_in_any_case_and_with_any_accents(
    word: str, found: tuple[str, ...]
) -> None:
    assert nearest(word, PEOPLE, most=1) == found


def test_the_best_comes_first_and_of_the_equally_good_the_first_known() -> None:
    known = ("abcdef", "abcdxx", "abcdey", "abcdez", "other")
    assert nearest("abcdef", known) == ("abcdef", "abcdey", "abcdez")
    assert nearest("abcdef", known, most=9) == ("abcdef", "abcdey", "abcdez", "abcdxx")


def test_of_spellings_that_differ_in_case_alone_one_is_offered() -> None:
    assert nearest("stalni", ("Stalin", "STALIN", "stalin")) == ("Stalin",)


def test_three_letters_of_five_must_be_the_same() -> None:
    assert nearest("abcde", ["abcxy"]) == ("abcxy",)
    assert nearest("abcde", ["abxyz"]) == ()


@given(st.text("abcé", min_size=1, max_size=12), st.text("abcé", min_size=1, max_size=12))
def test_what_the_standard_library_finds_near_is_near(word: str, known: str) -> None:
    plain, other = (text.replace("é", "e") for text in (word, known))
    if SequenceMatcher(None, plain, other).ratio() >= 0.6:
        assert nearest(word, [known]) == (known,)


def test_of_a_word_the_first_hundred_letters_count() -> None:
    beginning = "a" * 100
    assert nearest(beginning + "b" * 500, [beginning + "c" * 500])
    assert nearest("b" * 40 + "a" * 60, ["c" * 40 + "a" * 60])
    assert not nearest("b" * 41 + "a" * 500, ["c" * 41 + "a" * 500])


def test_the_first_5_000_known_words_are_looked_at() -> None:
    others = ["other"] * 4_999
    assert nearest("lennin", [*others, "lenin"]) == ("lenin",)
    assert nearest("lennin", ["other", *others, "lenin"]) == ()


@pytest.mark.parametrize("letters", ["ab", "éà", "аб"])
def test_looking_among_very_long_words_takes_no_time(letters: str) -> None:
    known = [
        f"{number:013b}".translate({48: letters[0], 49: letters[1]}) * 99 for number in range(8192)
    ]
    start = time.process_time()
    nearest(letters * 5_000, known)
    assert time.process_time() - start < 0.5


def test_a_file_of_very_many_unknown_words_gets_no_more_advice_after_a_while() -> None:
    """A million letters are compared, of each known word at most a hundred."""
    problems = Problems()
    known = ["x" * 60, *("x" * 200 for _ in range(99)), "lenin"]
    each = 60 + 99 * 100 + 5
    advice = [problems.did_you_mean("lennin", iter(known)) for _ in range(200)]
    advised = 1_000_000 // each + 1
    assert advice == [", did you mean 'lenin'?"] * advised + [""] * (200 - advised)
