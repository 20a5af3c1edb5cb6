"""Dates as a person writes them in English, never more precise than they are known."""

from __future__ import annotations

from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, Precision
from bazhanov_cli.dates.names import MONTHS, SEASONS


def date_in_words(date: HistoricalDate) -> str:
    """The date in words: `9 August 1923`, `May 1920`, `about 1934 to 1939`, `from 1930`, `1920s`.

    In an interval, `about` and `perhaps` stand before the end that they belong to, and once, before
    the first, when both ends share them. An unknown end is told apart from an open one.
    """
    if date.precision is not Precision.INTERVAL:
        return _qualifier(date) + _point(date, within_phrase=bool(_qualifier(date)))
    if date.start is not None and date.end is not None:
        return _range(date.start, date.end, one_of=date.one_of)
    if date.start is not None:
        return _open(date, date.start, "from", "or later", unknown="end")
    if date.end is not None:
        return _open(date, date.end, "until", "or earlier", unknown="start")
    raise ValueError(f"an interval without ends: {date.edtf}")


def year_in_words(year: int) -> str:
    """An astronomical year as people count it: 1923 is `1923`, 476 `AD 476`, -44 `45 BC`."""
    if year < 1:
        return f"{1 - year} BC"
    return str(year) if year > 999 else f"AD {year}"


def ordinal(number: int) -> str:
    """A number below 111 as it stands in a row: `1st`, `12th`, `22nd`."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in (11, 12, 13) else ending}"


def _qualifier(date: HistoricalDate) -> str:
    return "perhaps " * date.uncertain + "about " * date.approximate


def _open(
    date: HistoricalDate, end: HistoricalDate, outwards: str, one_of: str, *, unknown: str
) -> str:
    words = _qualifier(end) + _point(end, within_phrase=True)
    if date.one_of:
        return f"{words} {one_of}"
    is_unknown = date.edtf.startswith("/") or date.edtf.endswith("/")
    return f"{outwards} {words}" + (f", {unknown} unknown" if is_unknown else "")


def _range(start: HistoricalDate, end: HistoricalDate, *, one_of: bool) -> str:
    if date_in_words(start) == date_in_words(end):
        return date_in_words(start)
    shared = _qualifier(start) == _qualifier(end)
    first = _shortened(start, end) if shared else _point(start, within_phrase=True)
    last = ("" if shared else _qualifier(end)) + _point(end, within_phrase=True)
    first = _qualifier(start) + first
    return f"between {first} and {last}" if one_of else f"{first} to {last}"


def _shortened(start: HistoricalDate, end: HistoricalDate) -> str:
    """The start of a range without what its end says again: `9` of `9 to 12 August 1923`."""
    whole = _point(start, within_phrase=True)
    first, last = _first_day(start), _first_day(end)
    if start.precision is not end.precision or (first.year < 1) != (last.year < 1):
        return whole
    if start.precision is Precision.YEAR and first.year < 1:
        return str(1 - first.year)
    if first.year != last.year:
        return whole
    if start.precision is Precision.DAY and first.month == last.month:
        return str(first.day)
    return whole.removesuffix(f" {year_in_words(first.year)}")


def _point(date: HistoricalDate, *, within_phrase: bool) -> str:
    """A date that is no interval, its qualifiers left to the caller."""
    day = _first_day(date)
    match date.precision:
        case Precision.DAY:
            return f"{day.day} {MONTHS[day.month]} {year_in_words(day.year)}"
        case Precision.MONTH:
            return f"{MONTHS[day.month]} {year_in_words(day.year)}"
        case Precision.SEASON:
            return f"{_season(date)} {year_in_words(day.year)}"
        case Precision.DECADE:
            return _decade(day.year, within_phrase=within_phrase)
        case Precision.CENTURY:
            return f"{'the ' * within_phrase}{_century(day.year)}"
    return year_in_words(day.year)


def _first_day(date: HistoricalDate) -> CalendarDay:
    if date.earliest is None:
        raise ValueError(f"an open date where a bounded one is needed: {date.edtf}")
    return date.earliest


def _season(date: HistoricalDate) -> str:
    month = _first_day(date).month
    return SEASONS[20 + month // 3] if month > 1 else SEASONS[24]


def _decade(first: int, *, within_phrase: bool) -> str:
    # "1900s" could as well be the century, and "40s" any fourth decade.
    if first > 999 and first % 100:
        return f"{'the ' * within_phrase}{first}s"
    last = first + 9
    if last < 1:
        return f"{1 - first}-{1 - last} BC"
    return f"{year_in_words(first)}-{last if first > 0 else year_in_words(last)}"


def _century(first: int) -> str:
    if first < 0:
        return f"{ordinal(-first // 100 + 1)} century BC"
    return f"{ordinal(first // 100 + 1)} century" + (" AD" if first < 1000 else "")
