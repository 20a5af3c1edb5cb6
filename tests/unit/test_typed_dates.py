from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.dates.typed import (
    day_of_year_readings,
    read_day_of_year,
    read_typed_date,
    typed_date_readings,
)
from bazhanov_cli.errors import DateError
from edtf_texts import edtf_texts


def readings(text: str) -> list[str]:
    return [date.edtf for date in typed_date_readings(text)]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("9 august 1923", "1923-08-09"),
        ("9 AUGUST 1923", "1923-08-09"),
        ("09 Aug 1923", "1923-08-09"),
        ("Aug 9 1923", "1923-08-09"),
        ("Aug. 9, 1923", "1923-08-09"),
        ("August 9th, 1923", "1923-08-09"),
        ("9th of August 1923", "1923-08-09"),
        ("on the 9th of August, 1923.", "1923-08-09"),
        ("1st March 1923", "1923-03-01"),
        ("2nd March 1923", "1923-03-02"),
        ("3rd March 1923", "1923-03-03"),
        ("1923 August 9", "1923-08-09"),
        ("9-Aug-1923", "1923-08-09"),
        ("9.8.1923", "1923-08-09"),
        ("9. 8. 1923", "1923-08-09"),
        ("9. August 1923", "1923-08-09"),
        ("9.August 1923", "1923-08-09"),
        ("31/12/1923", "1923-12-31"),
        ("12/31/1923", "1923-12-31"),
        ("31-12-1923", "1923-12-31"),
        ("1923-08-09", "1923-08-09"),
        (" 1923-8-9 ", "1923-08-09"),
        ("1923/8/9", "1923-08-09"),
        ("1923.8.9", "1923-08-09"),
        ("29 February 1924", "1924-02-29"),
        ("the 9th of August, 1923", "1923-08-09"),
        ("Thursday, 9 August 1923", "1923-08-09"),
        ("on Thursday the 9th of August 1923", "1923-08-09"),
        ("Thu. 9 Aug 1923", "1923-08-09"),
        ("Thurs 9.8.1923", "1923-08-09"),
        ("9 VIII 1923", "1923-08-09"),
        ("9.VIII.1923", "1923-08-09"),
        ("9-viii-1923", "1923-08-09"),
        ("9 Ⅷ 1923", "1923-08-09"),
        ("９ August １９２３", "1923-08-09"),
        ("9\u00a0August\u20091923", "1923-08-09"),
    ],
)
def test_a_day_is_read_in_every_common_form(typed: str, edtf: str) -> None:
    assert readings(typed) == [edtf]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("august 1923", "1923-08"),
        ("in August, 1923", "1923-08"),
        ("August of the year 1923", "1923-08"),
        ("Sept. 1923", "1923-09"),
        ("Sep 1923", "1923-09"),
        ("jun 1923", "1923-06"),
        ("June 1923", "1923-06"),
        ("1923 August", "1923-08"),
        ("8/1923", "1923-08"),
        ("08.1923", "1923-08"),
        ("08-1923", "1923-08"),
        ("1923-8", "1923-08"),
        ("1923/8", "1923-08"),
        ("Summer 1923", "1923-22"),
        ("fall of 1923", "1923-23"),
        ("1900 spring", "1900-21"),
        ("during 1923", "1923"),
        ("during the winter of 1923", "1923-24"),
        ("early 1928", "1928"),
        ("mid-1928", "1928"),
        ("in late 1928", "1928"),
        ("mid-August 1923", "1923-08"),
        ("the early 1920s", "192X"),
        ("1923", "1923"),
        ("in 1923", "1923"),
        ("1920s", "192X"),
        ("the 1920's", "192X"),
        ("1900s", "19XX"),
        ("the 19th century", "18XX"),
        ("21st century", "20XX"),
    ],
)
def test_a_month_a_season_a_year_and_a_century_are_read(typed: str, edtf: str) -> None:
    assert readings(typed) == [edtf]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("44 BC", "-0043"),
        ("44 B.C.", "-0043"),
        ("44 b.c.e.", "-0043"),
        ("44BCE", "-0043"),
        ("1 BC", "0000"),
        ("2 BC", "-0001"),
        ("15 March 45 BC", "-0044-03-15"),
        ("March 15, 45 BC", "-0044-03-15"),
        ("summer 45 BC", "-0044-22"),
        ("AD 44", "0044"),
        ("A.D. 44", "0044"),
        ("44 CE", "0044"),
        ("4 September AD 476", "0476-09-04"),
        ("476", "0476"),
        ("12000 BC", "Y-11999"),
        ("99999999999 BC", "Y-99999999998"),
        ("10000 BC", "-9999"),
        ("10001 BC", "Y-10000"),
        ("AD 9999", "9999"),
        ("AD 10000", "Y10000"),
        ("AD 12000", "Y12000"),
        ("AD 12345-46", "Y12345/Y12346"),
        ("AD 1920s", "192X"),
        ("1st century BC", "-00XX"),
        ("5th century AD", "04XX"),
        ("45 to 43 BC", "-0044/-0042"),
        ("144-143 BC", "-0143/-0142"),
        ("12000-11000 BC", "Y-11999/Y-10999"),
        ("50 BC to AD 14", "-0049/0014"),
        ("AD 14 to 37", "0014/0037"),
        ("15 to 17 March 45 BC", "-0044-03-15/-0044-03-17"),
    ],
)
def test_years_before_and_after_christ_are_read(typed: str, edtf: str) -> None:
    assert readings(typed) == [edtf]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("1923-1924", "1923/1924"),
        ("1923–1924", "1923/1924"),
        ("1923 — 1924", "1923/1924"),
        ("1923 to 1924", "1923/1924"),
        ("from 1923 to 1924", "1923/1924"),
        ("1923 until 1924", "1923/1924"),
        ("1934-39", "1934/1939"),
        ("1934 to 39", "1934/1939"),
        ("9-12 August 1923", "1923-08-09/1923-08-12"),
        ("Aug 9-12, 1923", "1923-08-09/1923-08-12"),
        ("9 August to 3 September 1923", "1923-08-09/1923-09-03"),
        ("August 9 - September 3, 1923", "1923-08-09/1923-09-03"),
        ("9.8.1923 - 12.8.1923", "1923-08-09/1923-08-12"),
        ("1923-08-09 to 1923-08-12", "1923-08-09/1923-08-12"),
        ("Jan-June 1930", "1930-01/1930-06"),
        ("Nov 1920 to 1923", "1920-11/1923"),
        ("spring to autumn 1923", "1923-21/1923-23"),
        ("1920s to 1930s", "192X/193X"),
        ("during 1923-1924", "1923/1924"),
        ("early 1923 to mid-1924", "1923/1924"),
        ("winter 1823/24", "1823-12/1824-02"),
        ("winter 1823-24", "1823-12/1824-02"),
        ("the winter of 1823–1824", "1823-12/1824-02"),
        ("winter 1999/00", "1999-12/2000-02"),
        ("winter 1823 to 1825", "1823-24/1825"),
        ("spring 1823 to 1824", "1823-21/1824"),
        ("from 1930", "1930/.."),
        ("1930 onwards", "1930/.."),
        ("from Nov 1920 onward", "1920-11/.."),
        ("from about 1930 onwards", "1930~/.."),
        ("since Nov 1920", "1920-11/.."),
        ("until Nov 1920", "../1920-11"),
        ("between 1926 and 1928", "[1926..1928]"),
        ("between 9 and 12 August 1923", "[1923-08-09..1923-08-12]"),
        ("1926 or later", "[1926..]"),
        ("1928 or earlier", "[..1928]"),
    ],
)
def test_an_interval_is_read_in_every_common_form(typed: str, edtf: str) -> None:
    assert readings(typed) == [edtf]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("about 1923", "1923~"),
        ("around August 1923", "1923-08~"),
        ("c. 1923", "1923~"),
        ("c.1923", "1923~"),
        ("ca. 1923", "1923~"),
        ("circa 1923", "1923~"),
        ("about c. 1923", "1923~"),
        ("approx. 1923", "1923~"),
        ("~August 1923", "1923-08~"),
        ("perhaps 1923", "1923?"),
        ("probably in August 1923", "1923-08?"),
        ("perhaps about 1923", "1923%"),
        ("from about 1930", "1930~/.."),
        ("until perhaps 1930", "../1930?"),
        ("about 1934 to 1939", "1934~/1939~"),
        ("1923 to about Dec 1925", "1923/1925-12~"),
        ("perhaps 1923 to about 1925", "1923?/1925~"),
        ("between about 1926 and 1928", "[1926~..1928~]"),
        ("about 1926 or later", "[1926~..]"),
    ],
)
def test_doubt_is_read_as_the_qualifier_that_it_is(typed: str, edtf: str) -> None:
    assert readings(typed) == [edtf]


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("09/08/1923", ["1923-08-09", "1923-09-08"]),
        ("9-8-1923", ["1923-08-09", "1923-09-08"]),
        ("8/8/1923", ["1923-08-08"]),
        ("1923-24", ["1923-24", "1923/1924"]),
        ("1923–24", ["1923/1924", "1923-24"]),
        ("1901-08", ["1901-08", "1901/1908"]),
        ("1923/24", ["1923/1924"]),
        ("1901/08", ["1901/1908", "1901-08"]),
    ],
)
def test_a_date_of_two_readings_gives_both_the_likelier_first(typed: str, edtf: list[str]) -> None:
    assert readings(typed) == edtf
    assert read_typed_date(typed) == parse_edtf(edtf[0])


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("30 February 1923", "1923-02-30: February 1923 has 28 days"),
        ("29 February 1923", "1923-02-29: February 1923 has 28 days"),
        ("February 30th, 1923", "1923-02-30: February 1923 has 28 days"),
        ("1923-02-30", "1923-02-30: February 1923 has 28 days"),
        ("30.2.1923", "1923-02-30: February 1923 has 28 days"),
        ("0 August 1923", "1923-08-00: there is no day 0; leave the day out when it is not known"),
        ("32/13/1923", "1923-13-32: there is no month 13"),
        ("13/1923", "1923-13: there is no month 13"),
        ("1928-13", "1928-13: there is no month 13"),
        ("1930 to 1923", "1930/1923 ends before it begins"),
        ("12 to 9 August 1923", "1923-08-12/1923-08-09 ends before it begins"),
        ("31 June 44 BC", "-0043-06-31: June -0043 has 30 days"),
    ],
)
def test_what_is_shaped_as_a_date_and_names_no_real_one_is_refused(
    typed: str, message: str
) -> None:
    with pytest.raises(DateError) as refusal:
        read_typed_date(typed)
    assert str(refusal.value) == message


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "Stalin", "August", "9 August", "9", "23", "'23", "Nov 20", "9/8/23", "9.8.23",
        "12345", "12345-12346", "0 BC", "BC 44", "0th century", "1923 1924",
        "1923 1920s 1924", "from 1923 1920s 1924", "between 1923 1920s 1924",
        "1923 or 1924", "not 1923", "9 August 1923 BC AD", "9 8 1923", "9.8/1923", "1923!", "1923;",
        "from", "to", "between", "about", "~", "between 1923", "from 1923 to", "to 1923 to", "-",
        "1923-", "in", "the", "s", "th", "9th", "century", "later", "1926 later earlier",
        "August 32", "between 1926 to 1928", "1926 and 1928", "second 1923", "٩ August ١٩٢٣",
        "1920s BC", "🎂 1923", "9 \x00 August 1923", "\ud800", "août 1923", "½ 1923",
        "9 August 1923 9 August 1923", "45 BC to 43",
        "Sunday 1905", "sun 1923", "Sunday August 1923", "VIII 1923", "9 XIII 1923", "early",
        "mid-",
        "21.1928", "22/1923", "23/1924", "24-1923", "'23-1924",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(typed: str) -> None:
    assert read_typed_date(typed) is None
    assert typed_date_readings(typed) == ()


@pytest.mark.parametrize(
    "text",
    ["9" * 10_000, "1-" * 5_000, "about " * 2_000, " " * 10_000, ". " * 5_000, "9." * 5_000,
     "b." * 5_000, "[" * 10_000, "\ud800" * 10_000, "1923 to " * 1_250,
     "9 August 1923" + "!" * 9_987],
)  # fmt: skip
def test_a_long_text_is_no_date(text: str) -> None:
    assert read_typed_date(text) is None


FRAGMENTS = """0 1 9 30 44 476 1923 12345 99999999999 august may spring winter viii thursday
 mid early about perhaps c from to
 until between and or later earlier bc ad b.c. s th century the - – / . .. , ~ ? % [ ] X Y ² ٩ ９ İ
 \x00 \ud800"""
PHRASES = st.lists(st.sampled_from(FRAGMENTS.split()), max_size=12)


@given(
    st.text(st.characters(exclude_categories=()), max_size=100)
    | PHRASES.map(" ".join)
    | PHRASES.map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        dates = typed_date_readings(text)
    except DateError as refusal:
        assert str(refusal).isprintable()  # noqa: PT017
    else:
        assert all(parse_edtf(date.edtf) == date for date in dates)
        assert read_typed_date(text) == (dates[0] if dates else None)


@given(edtf_texts())
def test_any_edtf_date_is_read_as_itself_first(text: str) -> None:
    assert read_typed_date(text) == parse_edtf(text)


FORMS = ["{0.day} {0:%B} {0:%Y}", "{0:%b} {0.day}, {0:%Y}", "{0:%d.%m.%Y}"]


@given(st.dates(min_value=dt.date(1000, 1, 1)), st.sampled_from(FORMS))
def test_any_day_is_read_from_its_common_forms(date: dt.date, form: str) -> None:
    typed = form.format(date)
    assert read_typed_date(typed) == parse_edtf(str(date))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9 August", (8, 9)),
        ("Aug 9th", (8, 9)),
        ("the 9th of August", (8, 9)),
        ("08-09", (8, 9)),
        ("--08-09", (8, 9)),
        (" 12-31 ", (12, 31)),
        ("29 February", (2, 29)),
        ("Thursday, 9 August", (8, 9)),
        ("August", None),
        ("08", None),
        ("9/8", (8, 9)),
        ("13-01", (1, 13)),
        ("30.12", (12, 30)),
        ("30.12.", (12, 30)),
        ("30. 12.", (12, 30)),
        ("12/30", (12, 30)),
        ("8/1923", None),
        ("30 12", None),
        ("1923", None),
        ("", None),
        ("Stalin", None),
        ("about 1934 to", None),
        ("9 to 12 August", None),
    ],
)
def test_a_day_of_the_year_is_read_without_its_year(
    typed: str, day: tuple[int, int] | None
) -> None:
    assert read_day_of_year(typed) == day


@pytest.mark.parametrize(
    "typed", ["30 February", "02-30", "13-13", "June 31st", "30.2", "31/4", "13/13", "0/5"]
)
def test_a_day_that_no_year_has_is_refused(typed: str) -> None:
    with pytest.raises(DateError, match=f"{typed}: no year has such a day"):
        read_day_of_year(typed)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("9 August", [(8, 9)]),
        ("9/8", [(8, 9), (9, 8)]),
        ("08-09", [(8, 9), (9, 8)]),
        ("9.8.", [(8, 9), (9, 8)]),
        ("26.10", [(10, 26)]),
        ("12/30", [(12, 30)]),
        ("8/8", [(8, 8)]),
        ("August", []),
        ("8", []),
    ],
)
def test_a_day_of_the_year_in_numbers_is_read_in_both_orders(
    typed: str, days: list[tuple[int, int]]
) -> None:
    assert list(day_of_year_readings(typed)) == days


def test_two_numbers_that_are_no_day_in_any_order_are_refused() -> None:
    with pytest.raises(DateError, match="31/31: no year has such a day"):
        day_of_year_readings("31/31")


def test_a_reading_is_a_whole_date() -> None:
    date = read_typed_date("from 1930")
    assert isinstance(date, HistoricalDate)
    assert date == parse_edtf("1930/..")
