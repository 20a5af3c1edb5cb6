"""How English texts write a date that is searched for."""

from __future__ import annotations

import pytest

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.search.date_phrases import date_phrases


@pytest.mark.parametrize(
    ("edtf", "phrase"),
    [
        ("1923-08-09", "9 august 1923"),
        ("1923-08-09", "august 9 1923"),
        ("1923-08-09", "9th aug 1923"),
        ("1923-08-01", "1st august 1923"),
        ("1923-08-22", "22nd august 1923"),
        ("1923-08-03", "aug 3rd 1923"),
        ("1923-08-11", "11th august 1923"),
        ("1923-08-12", "12th august 1923"),
        ("1923-08-13", "13th august 1923"),
        ("-0044-03-15", "15 march 45 bc"),
        ("1923-03", "mar 1923"),
        ("1923-09", "september 1923"),
        ("1923", "1923"),
        ("192X", "1920s"),
        ("1923-22", "summer 1923"),
        ("0150", "ad 150"),
    ],
)
def test_a_date_is_written_so(edtf: str, phrase: str) -> None:
    assert phrase in [" ".join(words) for words in date_phrases(parse_edtf(edtf))]


@pytest.mark.parametrize("edtf", ["1923/1924", "1930/..", "../1930"])
def test_an_interval_has_no_phrase_of_its_own(edtf: str) -> None:
    assert date_phrases(parse_edtf(edtf)) == []
