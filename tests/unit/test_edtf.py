from __future__ import annotations

import edtf as oracle
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import CalendarDay, Precision
from bazhanov_cli.errors import DateError
from edtf_texts import edtf_texts

Bounds = tuple[tuple[int, ...] | None, tuple[int, ...] | None]

# Values of the EDTF specification (level 0, 1 and 2) and the edges of what is a date.
AGREED = """
1985-04-12 1985-04 1985 0000 0001 0999 9999 1923-12-31 1924-02-29 2000-02-29
1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
2004-06/2004-06 1923-08/1923 1923/1923-03
Y12345 Y-12345 Y99999 Y170000002 Y-170000002
-1985 -0001 -9999 -0044-03 -0044-03-15 -0400-02-29 -0044/-0042 -0044-03-15/-0044-03-17
2001-21 2001-22 2001-23 2001-21~/2001-23
1984? 2004-06? 2004-06~ 2004-06-11% 1985%
201X 20XX 201X? 192X% 19XX~ 000X -004X -00XX 2004-XX 1985-04-XX 1985-XX-XX 1923-XX? 1923-08-XX~
192X/193X 2004-06-XX/2004-07-03
1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1923~/.. ../1923~ 1923-08~/..
1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984?/2004% 1984-06?/2004-08? 1984-06-02?/2004-08-08~
1928-01~/1930-06 2004-06-~11/2004-~06-15
2004?-06-11 2004-06~-11 2004-?06-11 2004-06-~11 2004-06-%11 ?2004-06-11 2004?-06-~11 ~2004-06-?11
2004-~06 2004-06-?11 %2004
[1760..1762] [1760..] [..1760] [1760-12..] [..1760-12] [..1760-12-03]
-0000 1923-02-30 1923-04-31 1923-13 1923-00 1923-01-00 1923-01-32 1923-24-03
Y1985 192 19 192x 1923-8 1923-8-9 / .. 1923/1924/1925 1923-08-09-10 1923?~
open 1923/open unknown/1923
"""

# Dates of the specification that history does without: the oracle reads them, we refuse them.
REFUSED_BY_CHOICE = """
1985-04-12T23:20:30 1985-04-12T23:20:30Z
Y17E7 Y-17E7 Y171010000S3 1950S2
2001-25 2001-29 2001-33 2001-41
1XXX 1XXX-XX 1XXX-12 156X-12-25 15XX-12-25 XXXX-12-XX 1923-XX-09
[1667,1760-12] [1667,1668,1670..1672] {1667,1668} {1960,1961-12} {..1983-12-31}
"""

# Where the two differ and we hold that ours is right: what edtf 5.0.2 says, None for a refusal.
FAULTS_OF_THE_ORACLE: dict[str, Bounds | None] = {
    # It takes 29 February in every year.
    "1923-02-29": ((1923, 2, 29), (1923, 2, 29)),
    "1900-02-29": ((1900, 2, 29), (1900, 2, 29)),
    # It takes intervals and sets that end before they begin, and one without any end.
    "1930/1923": ((1930, 1, 1), (1923, 12, 31)),
    "1923-08-09/1923-08-08": ((1923, 8, 9), (1923, 8, 8)),
    "[1928..1926]": ((1928, 1, 1), (1926, 12, 31)),
    "../..": (None, None),
    # It bounds an unknown end, of which nothing is known, at ten years.
    "1985/": ((1985, 1, 1), (1995, 1, 1)),
    "1985-04-12/": ((1985, 4, 12), (1995, 4, 12)),
    "/1985": ((1975, 12, 31), (1985, 12, 31)),
    "/1985-04": ((1975, 4, 30), (1985, 4, 30)),
    # It takes December alone for winter, which January and February belong to.
    "2001-24": ((2001, 12, 1), (2001, 12, 31)),
    "2001-24/2002-21": ((2001, 12, 1), (2002, 5, 31)),
    # It refuses a qualified season that stands alone, though not in an interval.
    "2001-21?": None,
    # It refuses qualified open digits in an interval.
    "201X~/202X": None,
    # It refuses one qualifier before the year beside another after the month.
    "?2004-06~-11": None,
}


SEASONS_READ = "; of the seasons only 21 (spring) to 24 (winter) are read"
NO_DATE = ": not a date that can be read; write 1923, 1923-08, 1923-08-09 or another EDTF date"


def ours(text: str) -> Bounds | None:
    try:
        date = parse_edtf(text)
    except DateError:
        return None
    return (date.earliest and tuple(date.earliest), date.latest and tuple(date.latest))


def theirs(text: str) -> Bounds | None:
    try:
        date = oracle.parse_edtf(text)
    except oracle.EDTFParseException:
        return None
    bounds = (date.lower_strict(), date.upper_strict())
    first, last = (None if isinstance(bound, float) else tuple(bound[:3]) for bound in bounds)
    return first, last


@pytest.mark.parametrize("text", AGREED.split())
def test_the_oracle_reads_the_same_bounds(text: str) -> None:
    assert ours(text) == theirs(text)


@pytest.mark.parametrize("text", [t for t in AGREED.split() if not set("/[") & set(t) and ours(t)])
def test_the_oracle_finds_the_same_qualifiers(text: str) -> None:
    date, same = parse_edtf(text), oracle.parse_edtf(text)
    both = same.is_uncertain_and_approximate
    assert date.approximate is (same.is_approximate or both)
    assert date.uncertain is (same.is_uncertain or both)


@pytest.mark.parametrize("text", REFUSED_BY_CHOICE.split())
def test_what_history_does_without_is_refused(text: str) -> None:
    assert ours(text) is None
    assert theirs(text) is not None


@pytest.mark.parametrize("text", FAULTS_OF_THE_ORACLE)
def test_each_known_fault_of_the_oracle_is_still_there(text: str) -> None:
    assert theirs(text) == FAULTS_OF_THE_ORACLE[text]
    assert ours(text) != theirs(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("1923-08-09", "1923-08-09", "1923-08-09", Precision.DAY),
        ("1923-08", "1923-08-01", "1923-08-31", Precision.MONTH),
        ("1923-08-XX", "1923-08-01", "1923-08-31", Precision.MONTH),
        ("1924-02", "1924-02-01", "1924-02-29", Precision.MONTH),
        ("1923-21", "1923-03-01", "1923-05-31", Precision.SEASON),
        ("1923-22", "1923-06-01", "1923-08-31", Precision.SEASON),
        ("1923-23", "1923-09-01", "1923-11-30", Precision.SEASON),
        ("1923-24", "1923-01-01", "1924-02-29", Precision.SEASON),
        ("1924-24", "1924-01-01", "1925-02-28", Precision.SEASON),
        ("1923", "1923-01-01", "1923-12-31", Precision.YEAR),
        ("1923-XX", "1923-01-01", "1923-12-31", Precision.YEAR),
        ("1923-XX-XX", "1923-01-01", "1923-12-31", Precision.YEAR),
        ("Y12345", "+12345-01-01", "+12345-12-31", Precision.YEAR),
        ("Y-99999999999", "-99999999999-01-01", "-99999999999-12-31", Precision.YEAR),
        ("192X", "1920-01-01", "1929-12-31", Precision.DECADE),
        ("-004X", "-0049-01-01", "-0040-12-31", Precision.DECADE),
        ("-000X", "-0009-01-01", "0000-12-31", Precision.DECADE),
        ("19XX", "1900-01-01", "1999-12-31", Precision.CENTURY),
        ("-00XX", "-0099-01-01", "0000-12-31", Precision.CENTURY),
        ("1923/1924", "1923-01-01", "1924-12-31", Precision.INTERVAL),
        ("1934~/1939~", "1934-01-01", "1939-12-31", Precision.INTERVAL),
        ("1923-24/1923-03", "1923-01-01", "1923-03-31", Precision.INTERVAL),
        ("1930/..", "1930-01-01", None, Precision.INTERVAL),
        ("1930/", "1930-01-01", None, Precision.INTERVAL),
        ("../1920-11", None, "1920-11-30", Precision.INTERVAL),
        ("/1930", None, "1930-12-31", Precision.INTERVAL),
        ("[1926..1928]", "1926-01-01", "1928-12-31", Precision.INTERVAL),
        ("[1926..]", "1926-01-01", None, Precision.INTERVAL),
        ("[..1928]", None, "1928-12-31", Precision.INTERVAL),
        ("-0044-03-15", "-0044-03-15", "-0044-03-15", Precision.DAY),
        ("  1923\n", "1923-01-01", "1923-12-31", Precision.YEAR),
    ],
)
def test_a_date_has_bounds_and_a_precision(
    text: str, earliest: str | None, latest: str | None, precision: Precision
) -> None:
    date = parse_edtf(text)
    assert (date.earliest and date.earliest.iso()) == earliest
    assert (date.latest and date.latest.iso()) == latest
    assert date.precision is precision
    assert date.edtf == text.strip()


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1923", False, False),
        ("1923~", True, False),
        ("1923?", False, True),
        ("1923%", True, True),
        ("1923-~08-09", True, False),
        ("1923-08?-09", False, True),
        ("Y12345~", True, False),
        ("1923/1924~", True, False),
        ("1923?/1924~", True, True),
        ("[1926..1928?]", False, True),
    ],
)
def test_a_qualifier_anywhere_qualifies_the_date(
    text: str, approximate: bool, uncertain: bool
) -> None:
    date = parse_edtf(text)
    assert (date.approximate, date.uncertain) == (approximate, uncertain)


def test_each_end_of_an_interval_keeps_its_own_precision_and_qualifier() -> None:
    date = parse_edtf("1928-01~/1930")
    assert date.start == parse_edtf("1928-01~")
    assert date.end == parse_edtf("1930")
    assert date.start is not None
    assert (date.start.precision, date.start.approximate) == (Precision.MONTH, True)
    assert date.end is not None
    assert (date.end.precision, date.end.approximate) == (Precision.YEAR, False)


@pytest.mark.parametrize("text", ["1930/..", "1930/", "[1930..]"])
def test_an_end_that_is_not_given_is_none(text: str) -> None:
    date = parse_edtf(text)
    assert (date.start, date.end) == (parse_edtf("1930"), None)


def test_only_a_set_stands_for_one_moment_of_it() -> None:
    assert parse_edtf("[1926..1928]").one_of
    assert not parse_edtf("1926/1928").one_of
    assert not parse_edtf("1926").one_of


def test_a_date_that_is_no_interval_has_no_ends() -> None:
    date = parse_edtf("1923-08-09")
    assert (date.start, date.end) == (None, None)


def test_a_day_begins_and_ends_with_itself() -> None:
    date = parse_edtf("1923-08-09")
    assert date.earliest == date.latest == CalendarDay(1923, 8, 9)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("1928-13", "1928-13: there is no month 13"),
        ("1923-00", "1923-00: there is no month 0; leave the month out when it is not known"),
        ("1934-39", "1934-39: there is no month 39; for the years 1934 to 1939 write 1934/1939"),
        ("0814-15", "0814-15: there is no month 15; for the years 0814 to 0815 write 0814/0815"),
        ("1950-25", "1950-25: there is no month 25" + SEASONS_READ),
        ("1950-41", "1950-41: there is no month 41" + SEASONS_READ),
        ("1939-39", "1939-39: there is no month 39" + SEASONS_READ),
        ("0000-33", "0000-33: there is no month 33" + SEASONS_READ),
        ("2000-15", "2000-15: there is no month 15; for the years 2000 to 2015 write 2000/2015"),
        ("0001-15", "0001-15: there is no month 15; for the years 0001 to 0015 write 0001/0015"),
        ("1928-13-XX", "1928-13-XX: there is no month 13"),
        ("1950-42", "1950-42: there is no month 42"),
        ("-0044-45", "-0044-45: there is no month 45"),
        ("1923-02-30", "1923-02-30: February 1923 has 28 days"),
        ("1924-02-30", "1924-02-30: February 1924 has 29 days"),
        ("-0044-04-31", "-0044-04-31: April -0044 has 30 days"),
        ("1923-08-00", "1923-08-00: there is no day 0; leave the day out when it is not known"),
        ("1923-31-08", "1923-31-08: there is no month 31; was 1923-08-31 meant?"),
        ("1923-31-01", "1923-31-01: there is no month 31; was 1923-01-31 meant?"),
        ("1923-31-12", "1923-31-12: there is no month 31; was 1923-12-31 meant?"),
        ("1923-31-13", "1923-31-13: there is no month 31"),
        ("1924-29-02", "1924-29-02: there is no month 29; was 1924-02-29 meant?"),
        ("1923-29-02", "1923-29-02: there is no month 29"),
        ("1923-01-32", "1923-01-32: January 1923 has 31 days"),
        ("1923-12-32", "1923-12-32: December 1923 has 31 days"),
        ("1923-31-09", "1923-31-09: there is no month 31"),
        ("1923-14-32", "1923-14-32: there is no month 14"),
        ("1923-00-05", "1923-00-05: there is no month 0"),
        ("1923-24-05", "1923-24-05: there is no month 24, and winter takes no day"),
        ("-0000", "-0000: the year 0 takes no minus; it is 1 BC, and -0001 is 2 BC"),
        ("1930/1923", "1930/1923 ends before it begins"),
        ("[1928..1926]", "[1928..1926] ends before it begins"),
        ("../..", "../..: at least one end must be given, as in 1930/.."),
        ("/", "/: at least one end must be given, as in 1930/.."),
        ("1923/1928-13", "1928-13: there is no month 13"),
        ("", "'': an empty date; write 1923, 1923-08 or 1923-08-09"),
        ("192", "192: a year has four digits; write 0192"),
        ("-", "-: leave out a date that is not known"),
        ("unknown", "unknown: leave out a date that is not known"),
        ("9.8.23", "9.8.23: a year has four digits"),
        ("1923 ?", "1923 ?: write 1923?"),
        ("before 1923", "before 1923: write ../1923"),
        ("After August 1923", "After August 1923: write 1923-08/.."),
        ("until 9 August 1923", "until 9 August 1923: write ../1923-08-09"),
        ("after 30 February 1923", "1923-02-30: February 1923 has 28 days"),
        ("before 1923/1924", "before 1923/1924" + NO_DATE),
        ("before lunch", "before lunch" + NO_DATE),
        ("1926..1928", '1926..1928: write "[1926..1928]" in quotes'),
        ("1926..", '1926..: write "[1926..]" in quotes'),
        ("..1928", '..1928: write "[..1928]" in quotes'),
        ("1926 .. 1928", '1926 .. 1928: write "[1926..1928]" in quotes'),
        ("1811 or 1812", '1811 or 1812: write "[1811..1812]" in quotes'),
        ("1928..1926", "[1928..1926] ends before it begins"),
        ("between 1926 and 1928", 'between 1926 and 1928: write "[1926..1928]" in quotes'),
        ("x" * 40, "x" * 40 + NO_DATE),
        ("x" * 41, "x" * 40 + "…" + NO_DATE),
        ("44", "44: a year has four digits; write 0044"),
        ("-44", "-44: a year has four digits; write -0044"),
        ("X44", "X44" + NO_DATE),
        ("192x", "192x: write 192X"),
        ("１９２３", "１９２３: write 1923"),
        ("«192X»", "«192X»: write 192X"),
        ("1923/..1928", "1923/..1928: write 1923/1928"),
        ("1923-8-9", "1923-8-9: write 1923-08-09"),
        ("1923–1924", "1923–1924: write 1923/1924"),
        ("9 August 1923", "9 August 1923: write 1923-08-09"),
        ("30 February 1923", "1923-02-30: February 1923 has 28 days"),
        ("09/08/1923", "09/08/1923: write 1923-08-09 or 1923-09-08"),
        ("circa 1923", "circa 1923: write 1923~"),
        ("44 BC", "44 BC: write -0043"),
        ("1923?~", "1923?~: % stands for both ? and ~; write 1923%"),
        ("1923~?", "1923~?: % stands for both ? and ~; write 1923%"),
        ("1923-08-09T12:30", "1923-08-09T12:30: a time of day is not read; write 1923-08-09"),
        ("1923-08-09T9:30 UTC", "1923-08-09T9:30 UTC: a time of day is not read; write 1923-08-09"),
        (
            "between 9 August 1923 and 12 September 1924",
            "between 9 August 1923 and 12 September 1…" + NO_DATE,
        ),
        (
            "{1667,1668}",
            "{1667,1668}: of the sets only [1926..1928], [1926..] and [..1928] are read",
        ),
        ("someday", "someday" + NO_DATE),
        ("12345", "12345" + NO_DATE),
        ("X923", "X923" + NO_DATE),
    ],
)
def test_a_refusal_names_the_likely_cause_and_what_to_write(text: str, message: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf(text)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    "text",
    [
        "1923-", "-", "--", "1923--08", "19-08", "19233-08", "1923-8", "1923-008", "1923-08-9",
        "+1923", "1923 - 08", "19 23", "1_23", "١٩٢٣", "1923-٠٨", "１９２３", "²023",
        "19?23", "1923-?", "1923-~-08", "??1923", "1923??", "?1923?", "~", "?",
        "1XXX", "XXXX", "X923", "19X3", "19X",
        "1923-X1", "1923-1X", "1923-XX-09", "192X-08", "Y", "Y-", "Y123", "Y01234", "Y--12345",
        "Y123456789012", "Y1234X", "Y12345-01", "-Y12345", "y12345",
        "[1926]", "[1926..1928", "1926..1928]", "[1926...1928]", "[]", "[..]", "[1926,1928]",
        "1923//1924", "1923/1924/1925", "[1926..1928]/1930", "1923/[1926..1928]", "1923/open",
    ],
)  # fmt: skip
def test_what_is_no_edtf_date_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "9" * 10_000, "-" * 10_000, "/" * 10_000, "[" * 10_000, "~" * 10_000, "1923/" * 2_000,
        "1923-" * 2_000, "August " * 1_500, "\x00", "\x1b[31m1923", "\ud800",
        "1923\u202e", "19\u202823",
    ],
)  # fmt: skip
def test_a_refusal_is_one_short_line_that_no_terminal_obeys(text: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf(text)
    message = str(refusal.value)
    assert message.isprintable()
    assert len(message) < 200


@given(
    st.text(st.characters(exclude_categories=())) | st.text("0123456789-/.XY?~%[]T, ", max_size=14)
)
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        date = parse_edtf(text)
    except DateError as refusal:
        assert str(refusal).isprintable()  # noqa: PT017
    else:
        assert date.edtf == text.strip()


@given(edtf_texts())
def test_a_date_read_again_from_its_own_text_is_the_same(text: str) -> None:
    date = parse_edtf(text)
    assert parse_edtf(date.edtf) == date
