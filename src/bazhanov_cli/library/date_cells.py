"""Dates as words of the index: a day lies in the cells of its month, year, decade and century.

An event is indexed under every cell that surely holds it; a date that is searched for asks for
the cells that fill it. So a year finds its days, a day finds no mere year, and both are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, Precision

_YEARS = (("y", 1), ("x", 10), ("c", 100))
_COARSE = {Precision.YEAR: 0, Precision.DECADE: 1, Precision.CENTURY: 2}

# Of a longer stretch no single year (or decade, or century) says anything.
_MOST_UNITS = 50
_MOST_CELLS = 200


def cells_of(date: HistoricalDate) -> list[str]:
    """The cells that an event of this date is indexed under, some perhaps twice.

    An interval lies in the cells of both its ends, and in the years, decades and centuries that it
    runs through; one with an open end in those of the other end.
    """
    day = date.earliest
    if day is not None and date.precision is not Precision.INTERVAL:
        return _cells_around(day, date.precision)
    cells = [cell for end in (date.start, date.end) if end for cell in cells_of(end)]
    if day and date.latest:
        cells += _years_between(day.year, date.latest.year)
    return cells


def _cells_around(day: CalendarDay, precision: Precision) -> list[str]:
    sign, year = ("n", -day.year) if day.year < 0 else ("", day.year)
    years = [f"y{sign}{year}", f"x{sign}{year // 10}", f"c{sign}{year // 100}"]
    if precision is Precision.DAY:
        return [_cell("d", day.key), _cell("m", day.key // 100), *years]
    if precision is Precision.MONTH:
        return [_cell("m", day.key // 100), *years]
    if precision is Precision.SEASON:
        return [_cell("s", day.key // 100), *years]
    return years[_COARSE[precision] :]


def cells_within(date: HistoricalDate) -> list[str]:
    """The cells that fill a date which is searched for; an open interval is its known end.

    A stretch of too many months is asked for by its years, one of too many years only in part.
    """
    if date.earliest is None or date.latest is None:
        end = date.start or date.end
        return cells_within(end) if end else []
    first, last = date.earliest, date.latest
    if first == last:
        return [_cell("d", first.key)]
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return list(_whole_years(first.year, last.year))
    months = list(_months(first, last))
    season = [_cell("s", first.key // 100)] if date.precision is Precision.SEASON else []
    return season + months if len(months) < _MOST_CELLS else [*_whole_years(first.year, last.year)]


def _cell(letter: str, number: int) -> str:
    return f"{letter}{number}" if number >= 0 else f"{letter}n{-number}"


def _unit(letter: str, years: int, year: int) -> tuple[str, int, int]:
    """The cell that a year lies in, with the first and the last year of it.

    EDTF counts decades and centuries from the year 0 both ways: -02XX is -299 to -200.
    """
    number = abs(year) // years
    near, far = number * years, number * years + years - 1
    if year < 0:
        return f"{letter}n{number}", -far, min(-near, -1)
    return f"{letter}{number}", near, far


def _years_between(first: int, last: int) -> Iterator[str]:
    for letter, years in _YEARS:
        if (last - first) // years <= _MOST_UNITS:
            year = first
            while year <= last:
                cell, _, end = _unit(letter, years, year)
                yield cell
                year = end + 1


def _whole_years(first: int, last: int) -> Iterator[str]:
    """The fewest cells that fill the years from `first` to `last`."""
    year = first
    for _ in range(_MOST_CELLS):
        if year > last:
            return
        units = [_unit(letter, years, year) for letter, years in _YEARS]
        cell, _, end = next(u for u in reversed(units) if u[1] == year and u[2] <= last)
        yield cell
        year = end + 1


def _months(first: CalendarDay, last: CalendarDay) -> Iterator[str]:
    start, end = (day.year * 12 + day.month - 1 for day in (first, last))
    for month in range(start, min(end, start + _MOST_CELLS) + 1):
        yield _cell("m", month // 12 * 100 + month % 12 + 1)
