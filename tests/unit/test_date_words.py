from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.typed import read_typed_date
from bazhanov_cli.dates.words import date_in_words, year_in_words
from edtf_texts import edtf_points, historical_dates

MONTH_IN_WORDS = (
    "(Jan|Feb|March|April|May|June|July|Aug|Sep|Oct|Nov|Dec"
    "|January|February|August|September|October|November|December)"
)
DAY_IN_WORDS = re.compile(rf"(?<!AD )\b[0-9]+ ((to|and) [0-9]+ )?{MONTH_IN_WORDS}\b")


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1923-08-09", "9 August 1923"),
        ("1920-11", "November 1920"),
        ("1920-01", "January 1920"),
        ("1920-02", "February 1920"),
        ("1920-03", "March 1920"),
        ("1920-04", "April 1920"),
        ("1920-05", "May 1920"),
        ("1920-06", "June 1920"),
        ("1920-07", "July 1920"),
        ("1920-08", "August 1920"),
        ("1920-09", "September 1920"),
        ("1920-10", "October 1920"),
        ("1920-12", "December 1920"),
        ("1923-08-XX", "August 1923"),
        ("1923", "1923"),
        ("1923-XX", "1923"),
        ("1923-21", "spring 1923"),
        ("1923-22", "summer 1923"),
        ("1923-23", "autumn 1923"),
        ("1923-24", "winter 1923"),
        ("192X", "1920s"),
        ("201X", "2010s"),
        ("18XX", "19th century"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("Y12345", "12345"),
    ],
)
def test_a_date_is_written_as_a_person_writes_it(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1923?", "perhaps 1923"),
        ("1923~", "about 1923"),
        ("1923%", "perhaps about 1923"),
        ("1923-08-09~", "about 9 August 1923"),
        ("192X~", "about the 1920s"),
        ("19XX?", "perhaps the 20th century"),
        ("1923-22?", "perhaps summer 1923"),
    ],
)
def test_doubt_is_said_before_the_date(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1923/1924", "1923 to 1924"),
        ("1923-08/1924-09", "August 1923 to September 1924"),
        ("1923-08/1924", "August 1923 to 1924"),
        ("1923-08-09/1923-09", "9 August 1923 to September 1923"),
        ("1923-08-09/1923-08-12", "9 to 12 August 1923"),
        ("1923-08-09/1923-09-03", "9 August to 3 September 1923"),
        ("1923-08-09/1924-08-12", "9 August 1923 to 12 August 1924"),
        ("1930-01/1930-06", "January to June 1930"),
        ("1923-21/1923-23", "spring to autumn 1923"),
        ("1923-21/1924-23", "spring 1923 to autumn 1924"),
        ("1923-22/1923-24", "summer to winter 1923"),
        ("1923-24/1924-24", "winter 1923 to winter 1924"),
        ("192X/193X", "the 1920s to the 1930s"),
        ("18XX/1905", "the 19th century to 1905"),
        ("1923/1923", "1923"),
        ("1923/1923-XX", "1923"),
        ("1923-08/1923-08-XX", "August 1923"),
        ("1923~/1923~", "about 1923"),
        ("1930/..", "from 1930"),
        ("192X/..", "from the 1920s"),
        ("../1920-11", "until November 1920"),
        ("1930/", "from 1930, end unknown"),
        ("/1930", "until 1930, start unknown"),
    ],
)
def test_an_interval_says_its_ends_and_what_they_share_once(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1934~/1939~", "about 1934 to 1939"),
        ("1928-01~/1930-06", "about January 1928 to June 1930"),
        ("1930-01~/1930-06", "about January 1930 to June 1930"),
        ("1923/1925-12~", "1923 to about December 1925"),
        ("1923?/1925%", "perhaps 1923 to perhaps about 1925"),
        ("1923?/1925?", "perhaps 1923 to 1925"),
        ("1923-08-09~/1923-08-12~", "about 9 to 12 August 1923"),
        ("1923-08-09/1923-08-12~", "9 August 1923 to about 12 August 1923"),
        ("1930~/..", "from about 1930"),
        ("../1930?", "until perhaps 1930"),
        ("192X~/193X", "about the 1920s to the 1930s"),
    ],
)
def test_doubt_about_an_end_stands_before_that_end(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("[1926..1928]", "between 1926 and 1928"),
        ("[1923-08-09..1923-08-12]", "between 9 and 12 August 1923"),
        ("[1926~..1928]", "between about 1926 and 1928"),
        ("[1926..1928~]", "between 1926 and about 1928"),
        ("[1926..]", "1926 or later"),
        ("[..1928~]", "about 1928 or earlier"),
        ("[192X..]", "the 1920s or later"),
    ],
)
def test_one_moment_of_a_range_is_not_written_as_the_whole_of_it(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("-0044-03-15", "15 March 45 BC"),
        ("-0044-03", "March 45 BC"),
        ("-0044-22", "summer 45 BC"),
        ("-0044", "45 BC"),
        ("0000", "1 BC"),
        ("0001", "AD 1"),
        ("0999", "AD 999"),
        ("1000", "1000"),
        ("0476-09-04", "4 September AD 476"),
        ("-0043/-0042", "44 to 43 BC"),
        ("-0044-03-15/-0044-03-17", "15 to 17 March 45 BC"),
        ("-0044-03/-0043-03", "March 45 BC to March 44 BC"),
        ("-0001/0014", "2 BC to AD 14"),
        ("0000/0001", "1 BC to AD 1"),
        ("0001/0005", "AD 1 to AD 5"),
        ("0001-03/0001-05", "March to May AD 1"),
        ("0014/0037", "AD 14 to AD 37"),
        ("0000/0000", "1 BC"),
        ("Y-12345", "12346 BC"),
        ("-00XX", "1st century BC"),
        ("-01XX", "2nd century BC"),
        ("-10XX", "11th century BC"),
        ("-22XX", "23rd century BC"),
        ("00XX", "1st century AD"),
        ("09XX", "10th century AD"),
        ("10XX", "11th century"),
        ("11XX", "12th century"),
        ("12XX", "13th century"),
    ],
)
def test_years_are_counted_before_and_after_christ(edtf: str, words: str) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("190X", "1900-1909"),
        ("190X?", "perhaps 1900-1909"),
        ("100X", "1000-1009"),
        ("101X", "1010s"),
        ("099X", "AD 990-999"),
        ("004X", "AD 40-49"),
        ("000X", "1 BC-AD 9"),
        ("-000X", "10-1 BC"),
        ("-004X", "50-41 BC"),
    ],
)
def test_a_decade_that_could_be_taken_for_something_else_says_its_years(
    edtf: str, words: str
) -> None:
    assert date_in_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(
    ("year", "words"),
    [(1923, "1923"), (1000, "1000"), (999, "AD 999"), (0, "1 BC"), (-44, "45 BC")],
)
def test_a_year_alone_is_written_as_in_a_date(year: int, words: str) -> None:
    assert year_in_words(year) == words


@pytest.mark.parametrize("precision", [Precision.DAY, Precision.INTERVAL])
def test_a_date_without_any_bound_has_no_words(precision: Precision) -> None:
    with pytest.raises(ValueError, match=r"\.\./\.\."):
        date_in_words(HistoricalDate("../..", None, None, precision))


def precisions(date: HistoricalDate) -> set[Precision]:
    ends = [end for end in (date.start, date.end) if end is not None]
    return {end.precision for end in ends} or {date.precision}


@given(historical_dates())
def test_words_are_never_more_precise_than_the_date(date: HistoricalDate) -> None:
    words, known = date_in_words(date), precisions(date)
    assert bool(DAY_IN_WORDS.search(words)) == (Precision.DAY in known)
    months_known = bool(known & {Precision.DAY, Precision.MONTH})
    assert bool(re.search(rf"\b{MONTH_IN_WORDS}\b", words)) == months_known
    seasons_known = Precision.SEASON in known
    assert bool(re.search("spring|summer|autumn|winter", words)) == seasons_known


@given(historical_dates())
def test_words_keep_every_doubt(date: HistoricalDate) -> None:
    words = date_in_words(date)
    assert ("about" in words) == date.approximate
    assert ("perhaps" in words) == date.uncertain


@given(edtf_points(st.integers(-9899, 9899)))
def test_words_are_read_back_as_the_same_days(edtf: str) -> None:
    date = parse_edtf(edtf)
    read = read_typed_date(date_in_words(date))
    assert read is not None
    assert (read.earliest, read.latest) == (date.earliest, date.latest)
    assert (read.approximate, read.uncertain) == (date.approximate, date.uncertain)


CLOSED_INTERVALS = st.tuples(edtf_points(), edtf_points()).filter(
    # Decades and centuries in words have years of their own, too many for one phrase.
    lambda ends: not any("X" in end and not end.rstrip("?~%").endswith("-XX") for end in ends)
)


@given(CLOSED_INTERVALS, st.sampled_from(["{}/{}", "[{}..{}]"]))
def test_intervals_in_words_are_read_back_as_the_same_days(
    ends: tuple[str, str], form: str
) -> None:
    start, end = map(parse_edtf, ends)
    if end.is_strictly_before(start):
        start, end = end, start
    date = parse_edtf(form.format(start.edtf, end.edtf))
    read = read_typed_date(date_in_words(date))
    assert read is not None
    assert (read.earliest, read.latest) == (date.earliest, date.latest)
    assert (read.approximate, read.uncertain) == (date.approximate, date.uncertain)
