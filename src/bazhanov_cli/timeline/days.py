"""Counting in days of the calendar."""

from __future__ import annotations

from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate, days_in_month


def days_later(day: CalendarDay, days: int) -> CalendarDay:
    """The day so many days after another, or before it where the number is negative."""
    year, month, number = day.year, day.month, day.day + days
    while number < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        number += days_in_month(year, month)
    while number > days_in_month(year, month):
        number -= days_in_month(year, month)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return CalendarDay(year, month, number)


def full_years(first: CalendarDay, last: CalendarDay) -> int:
    """The whole years from one day to another: 18 until the day before the 19th birthday."""
    return last.year - first.year - ((last.month, last.day) < (first.month, first.day))


def bounds_of(date: HistoricalDate) -> tuple[CalendarDay, CalendarDay]:
    """The first and the last day that a date is known by; an open end counts as the other one."""
    ends = [
        day
        for part in (date, date.start, date.end)
        if part
        for day in (part.earliest, part.latest)
        if day
    ]
    return min(ends), max(ends)
