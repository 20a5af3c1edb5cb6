"""Which slips of the pen are forgiven, and how many they are."""

from __future__ import annotations

import pytest

from bazhanov_cli.quiz.answers.slips import slips
from bazhanov_cli.quiz.answers.words import words_of


@pytest.mark.parametrize(
    ("typed", "expected", "count"),
    [
        # None up to four letters, one up to eight, else two
        ("Kyiv", "Kyiv", 0),
        ("Kyev", "Kyiv", None),
        ("Pariz", "Paris", 1),
        ("Bazhanow", "Bazhanov", 1),
        ("Bashanow", "Bazhanov", None),
        ("Kujbyshew", "Kuybyshev", 2),
        ("Kujbischew", "Kuybyshev", None),
        ("Dserschinski", "Dzerzhinsky", None),
        # Each word has its own, and all together no more than so many letters
        ("Pariz Texaz", "Paris Texas", 2),
        ("Pariz Texaz Maina", "Paris Texas Maine", None),
        # Up to three words in any order
        ("Stalen Joseph", "Joseph Stalin", 1),
        ("Maine Texaz Paris", "Paris Texas Maine", 1),
        ("Maine Texaz Paris Idaho", "Paris Texas Idaho Maine", None),
        # None in a number or in an acronym
        ("19245", "19235", None),
        ("Paris5", "Parise", None),
        ("Parise", "Paris5", None),
        ("UNESKO", "UNESCO", None),
        ("Unesko", "Unesco", 1),
        # A blank too many or too few, but never beside an initial
        ("Perelachaise", "Pere Lachaise", 0),
        ("Pere La chaise", "Pere Lachaise", 0),
        ("Perelachaisse", "Pere Lachaise", 1),
        ("J Stalin", "Stalin", None),
        ("UNES CO", "UNESCO", None),
        ("19 23", "1923", None),
    ],
)
def test_so_many_slips_are_forgiven(typed: str, expected: str, count: int | None) -> None:
    assert slips(words_of(typed), words_of(expected)) == count


def test_an_acronym_has_two_capital_letters_or_more() -> None:
    words = words_of("UN or X, Unesco, USSR")
    assert [word.text for word in words if word.is_acronym] == ["un", "ussr"]
