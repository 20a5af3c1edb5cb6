"""Dates as words of the index: a day lies in the cells of its month, year, decade and century.

An event is indexed under every cell that surely holds it; a date that is searched for asks for
the cells that fill it. So a year finds its days, a day finds no mere year, and both are words.
"""

from __future__ import annotations

from collections.abc import Iterator

from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, Precision, days_in_month

_YEARS = (("y", 1), ("x", 10), ("c", 100))
_COARSE = {Precision.YEAR: 0, Precision.DECADE: 1, Precision.CENTURY: 2}
_FARTHEST_YEAR = 9999
"""Where a search without an end stops, unless it begins beyond."""

# Of a longer stretch no single year (or decade, or century) says anything.
_MOST_UNITS = 50
_MOST_CELLS = 200


def cells_of(date: HistoricalDate) -> list[str]:
    """The cells that an event of this date is indexed under, some perhaps twice.

    An interval lies in the cells of both its ends, and in the years, decades and centuries that it
    runs through; one with an open end in those of the other end. What happened once in an interval
    lies in the cells that hold the whole of it.
    """
    day = date.earliest
    if day is not None and date.precision is not Precision.INTERVAL:
        return _cells_around(day, date.precision)
    if date.one_of:
        return [] if day is None or date.latest is None else _cells_around_both(day, date.latest)
    return _cells_through(date)


def possible_cells_of(date: HistoricalDate) -> list[str]:
    """Cells that may hold an event of which no more is known than an interval, as `possible`."""
    return [possible(cell) for cell in _cells_through(date)] if date.one_of else []


def possible(cell: str) -> str:
    """A cell as that of an event which may lie in it."""
    return f"p{cell}"


def cells_within(date: HistoricalDate) -> list[str]:
    """The cells that fill a date which is searched for, the first 200 of them.

    A winter is the one that its year begins with and the one that it ends with, without the months
    between them.
    """
    first, last = _ends_to_search(date)
    if date.precision is not Precision.SEASON:
        cells = _cells_between(first, last)
    elif last.year == first.year:
        cells = [_cell("s", first.key // 100), *_cells_between(first, last)]
    else:
        begins = CalendarDay(first.year, 2, days_in_month(first.year, 2))
        ends = CalendarDay(first.year, 12, 1)
        season = _cell("s", first.key // 100)
        cells = [season, *_cells_between(first, begins), *_cells_between(ends, last)]
    return cells


def _ends_to_search(date: HistoricalDate) -> tuple[CalendarDay, CalendarDay]:
    first, last = date.earliest, date.latest
    if first is None:
        year = min(-_FARTHEST_YEAR, last.year) if last else -_FARTHEST_YEAR
        first = CalendarDay(year, 1, 1)
    return first, last or CalendarDay(max(_FARTHEST_YEAR, first.year), 12, 31)


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


def _cells_around_both(first: CalendarDay, last: CalendarDay) -> list[str]:
    others = _cells_around(last, Precision.DAY)
    return [cell for cell in _cells_around(first, Precision.DAY) if cell in others]


def _cells_through(date: HistoricalDate) -> list[str]:
    cells = [cell for end in (date.start, date.end) if end for cell in cells_of(end)]
    if date.earliest and date.latest:
        cells += _years_between(date.earliest.year, date.latest.year)
    return cells


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


def _cells_between(first: CalendarDay, last: CalendarDay) -> list[str]:
    """The fewest cells that fill the days from `first` to `last`."""
    cells: list[str] = []
    day = first
    while day <= last and len(cells) < _MOST_CELLS:
        cell, end = _widest_cell(day, last)
        cells.append(cell)
        day = _day_after(end)
    return cells


def _widest_cell(day: CalendarDay, last: CalendarDay) -> tuple[str, CalendarDay]:
    """The widest cell that begins with a day and ends by the last, and its own last day."""
    if (day.month, day.day) == (1, 1):
        for letter, years in reversed(_YEARS):
            cell, begin, end = _unit(letter, years, day.year)
            if begin == day.year and CalendarDay(end, 12, 31) <= last:
                return cell, CalendarDay(end, 12, 31)
    end_of_month = day._replace(day=days_in_month(day.year, day.month))
    if day.day == 1 and end_of_month <= last:
        return _cell("m", day.key // 100), end_of_month
    return _cell("d", day.key), day


def _day_after(day: CalendarDay) -> CalendarDay:
    if day.day < days_in_month(day.year, day.month):
        return day._replace(day=day.day + 1)
    return CalendarDay(day.year + day.month // 12, day.month % 12 + 1, 1)
