"""Which words of the dataset a mistyped word is taken for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.library.search_index import SearchIndex
from bazhanov_cli.search.spelling import nearest_words
from support.libraries import library_of, packaged_library


def nearest_to(word: str) -> list[str]:
    index = SearchIndex(packaged_library().rows)
    return [" ".join(row) for row in nearest_words(word, index)]


@pytest.mark.parametrize(
    ("word", "taken"),
    [
        ("stallin", ["stalin"]),
        ("stlain", ["stalin"]),
        ("stalni", ["stalin"]),
        ("sttallin", ["stalin"]),
        ("trotzski", ["trotski", "trotzki"]),
        ("lenni", ["lenin"]),
        ("asassin", ["assassin"]),
        ("сттлин", ["сталин"]),
        ("anticommunist", ["anti communist"]),
        ("fiveyear", ["five year"]),
        ("ofthe", []),
        ("wasin", []),
        ("trockij", ["trotski", "trotskii", "trotskiy"]),
        ("wladimir", ["vladimir"]),
        ("beria", []),
        ("boras", ["boris"]),
        ("napoleon", []),
        ("talin", []),
        ("stalingrad", []),
        ("1812", []),
        ("1982x", []),
        ("in", []),
        ("x" * 50, []),
    ],
)
def test_a_slip_is_taken_for_the_nearest_words(word: str, taken: list[str]) -> None:
    assert nearest_to(word) == taken


def test_a_word_is_parted_at_the_first_place_where_both_halves_are_known() -> None:
    library = library_of("id: t\ntitle: T\nfacts:\n  - {id: 1, text: Tea and more; team and ore.}")
    assert nearest_words("teamore", SearchIndex(library.rows)) == (("tea", "more"),)
    assert nearest_words("tee", SearchIndex(library.rows)) == (("tea",),)


@given(st.sampled_from(["stalin", "paris", "moscow", "politburo", "kyiv"]), st.data())
def test_no_correction_is_further_than_the_slips_allowed(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 1))
    typed = word[:place] + data.draw(st.text("aeiouxyz", max_size=2)) + word[place + 1 :]
    most = 1 if len(typed) <= 5 else 2
    for found in nearest_to(typed):
        assert found[0] == typed[0]
        assert " " in found or abs(len(found) - len(typed)) <= most
