"""The part of the Extended Date/Time Format (EDTF, ISO 8601-2:2019) that history needs.

Read, with everything in the proleptic Gregorian calendar and astronomical years (-0044 is 45 BC):

* level 0: `1923-08-09`, `1923-08`, `1923`, and `1923/1924` with ends of any of these precisions;
* level 1: `Y12345` and `Y-12345` (5 to 11 digits), negative years `-0044`, seasons `1923-21` to
  `1923-24`, the qualifiers `?` (uncertain), `~` (approximate) and `%` (both), digits left open as
  in `192X`, `19XX`, `1923-XX`, `1923-08-XX` and `1923-XX-XX`, open ends `1930/..` and `../1930`,
  unknown ends `1930/` and `/1930`;
* level 2: a qualifier beside any component (`1923-~08`), qualified ends and open digits in an
  interval (`1934~/1939~`), one of a range: `[1926..1928]`, `[1926..]`, `[..1928]`.

Not read, and refused with a reason: times of day, `Y17E7` and significant digits, `1XXX`,
`156X-12-25` and `1923-1X`, season codes past 24, lists as `[1667,1668]` and `{1667..1670}`.

Bounds: a qualifier does not widen them (`1934~/1939~` is 1934-01-01 to 1939-12-31). Spring, summer
and autumn are March to May, June to August and September to November. The winter of a year may be
the one that it begins with or the one that it ends with, so `1923-24` runs from 1923-01-01 to the
end of February 1924. An unknown end has no bound, as an open one has none.
"""

from __future__ import annotations

from collections.abc import Iterable

from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, Precision, days_in_month
from bazhanov_cli.dates.names import MONTHS, SEASONS
from bazhanov_cli.errors import DateError

_OPEN = ("", "..")
_QUALIFIERS = ("?", "~", "%")

_Bounds = tuple[CalendarDay, CalendarDay, Precision]


class _NotEdtfError(Exception):
    """The text has not the shape of an EDTF date."""


def parse_edtf(text: str) -> HistoricalDate:
    """Read an EDTF date, blanks around it ignored.

    Raises DateError for what is no EDTF date, or names no real one, with the likely cause and what
    to write instead.
    """
    date = read_edtf(text)
    if date is None:
        # Imported only here, because it reads on: what may have been meant is a date as well.
        from bazhanov_cli.dates.refusals import why_refused

        raise DateError(why_refused(text.strip()))
    return date


def read_edtf(text: str) -> HistoricalDate | None:
    """Read an EDTF date, or None for a text that has not the shape of one.

    Raises DateError for a text of that shape which names no real date, as 1923-02-30.
    """
    written = text.strip()
    try:
        if "/" in written:
            return _interval(written)
        if written.startswith("["):
            return _one_of(written)
        return _point(written)
    except _NotEdtfError:
        return None


def read_each(texts: Iterable[str]) -> tuple[HistoricalDate, ...]:
    """The dates among several texts, none twice.

    Raises the first DateError when there is no date among them, but the shape of one.
    """
    dates: dict[str, HistoricalDate] = {}
    refusal: DateError | None = None
    for text in texts:
        try:
            date = read_edtf(text)
        except DateError as error:
            refusal = refusal or error
        else:
            if date is not None:
                dates.setdefault(date.edtf, date)
    if refusal and not dates:
        raise refusal
    return tuple(dates.values())


def _interval(text: str) -> HistoricalDate:
    first, _, last = text.partition("/")
    start = None if first in _OPEN else _point(first)
    end = None if last in _OPEN else _point(last)
    return _between(text, start, end)


def _one_of(text: str) -> HistoricalDate:
    first, dots, last = text[1:-1].partition("..")
    if not dots or not text.endswith("]"):
        raise _NotEdtfError
    return _between(text, _point(first) if first else None, _point(last) if last else None)


def _between(text: str, start: HistoricalDate | None, end: HistoricalDate | None) -> HistoricalDate:
    if start is None and end is None:
        raise DateError(f"{text}: at least one end must be given, as in 1930/..")
    if start and end and end.is_strictly_before(start):
        raise DateError(f"{text} ends before it begins")
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    return HistoricalDate(text, earliest, latest, Precision.INTERVAL, start, end)


def _point(text: str) -> HistoricalDate:
    """A date that is no interval."""
    if text.startswith("Y"):
        return HistoricalDate(text, *_long_year(_unqualified(text)))
    if text.startswith("-0000"):
        raise DateError(f"{text}: the year 0 takes no minus; it is 1 BC, and -0001 is 2 BC")
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    components = digits.split("-")
    if not digits.replace("-", "").isalnum():
        components = [_unqualified(component) for component in components]
    return HistoricalDate(text, *_bounds(text, sign, components))


def _unqualified(component: str) -> str:
    if component.startswith(_QUALIFIERS):
        return component[1:]
    return component[:-1] if component.endswith(_QUALIFIERS) else component


def _bounds(text: str, sign: int, components: list[str]) -> _Bounds:
    if len(components) == 1:
        return _year(sign, components[0])
    if len(components) > 3:
        raise _NotEdtfError
    year = sign * _number(components[0], 4)
    if components[1] == "XX":
        if components[2:] not in ([], ["XX"]):
            raise _NotEdtfError
        return _whole_years(year, year, Precision.YEAR)
    month = _number(components[1], 2)
    if len(components) == 2:
        return _season(year, month) if month in SEASONS else _month(text, year, month)
    if components[2] == "XX":
        return _month(text, year, month)
    return _day(text, year, month, _number(components[2], 2))


def _number(digits: str, width: int) -> int:
    if len(digits) != width or not (digits.isascii() and digits.isdigit()):
        raise _NotEdtfError
    return int(digits)


def _year(sign: int, digits: str) -> _Bounds:
    known = digits.rstrip("X")
    unknown = len(digits) - len(known)
    if unknown > 2 or len(digits) != 4:
        raise _NotEdtfError
    size: int = 10**unknown
    nearest = sign * _number(known, 4 - unknown) * size
    farthest = nearest + sign * (size - 1)
    precision = (Precision.YEAR, Precision.DECADE, Precision.CENTURY)[unknown]
    return _whole_years(min(nearest, farthest), max(nearest, farthest), precision)


def _long_year(text: str) -> _Bounds:
    sign, digits = (-1, text[2:]) if text.startswith("Y-") else (1, text[1:])
    if not 5 <= len(digits) <= 11 or digits.startswith("0"):
        raise _NotEdtfError
    year = sign * _number(digits, len(digits))
    return _whole_years(year, year, Precision.YEAR)


def _whole_years(first: int, last: int, precision: Precision) -> _Bounds:
    return CalendarDay(first, 1, 1), CalendarDay(last, 12, 31), precision


def _season(year: int, season: int) -> _Bounds:
    if season == 24:
        last = CalendarDay(year + 1, 2, days_in_month(year + 1, 2))
        return CalendarDay(year, 1, 1), last, Precision.SEASON
    month = (season - 20) * 3
    last = CalendarDay(year, month + 2, days_in_month(year, month + 2))
    return CalendarDay(year, month, 1), last, Precision.SEASON


def _month(text: str, year: int, month: int) -> _Bounds:
    if not 1 <= month <= 12:
        raise DateError(f"{text}: {_why_no_month(year, month)}")
    last = CalendarDay(year, month, days_in_month(year, month))
    return CalendarDay(year, month, 1), last, Precision.MONTH


def _why_no_month(year: int, month: int) -> str:
    reason = f"there is no month {month}"
    if not month:
        return f"{reason}; leave the month out when it is not known"
    if month > year % 100 and year > 0:
        until = f"{year // 100:02}{month}"
        return f"{reason}; for the years {year:04} to {until} write {year:04}/{until}"
    if 25 <= month <= 41:
        return f"{reason}; of the seasons only 21 (spring) to 24 (winter) are read"
    return reason


def _day(text: str, year: int, month: int, day: int) -> _Bounds:
    if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
        exact = CalendarDay(year, month, day)
        return exact, exact, Precision.DAY
    raise DateError(f"{text}: {_why_no_day(text, year, month, day)}")


def _why_no_day(text: str, year: int, month: int, day: int) -> str:
    written_year = text.rsplit("-", 2)[0]
    if month in SEASONS:
        return f"there is no month {month}, and {SEASONS[month]} takes no day"
    if 1 <= day <= 12 < month <= days_in_month(year, day):
        return f"there is no month {month}; was {written_year}-{day:02}-{month} meant?"
    if not 1 <= month <= 12:
        return f"there is no month {month}"
    if not day:
        return "there is no day 0; leave the day out when it is not known"
    return f"{MONTHS[month]} {written_year} has {days_in_month(year, month)} days"
