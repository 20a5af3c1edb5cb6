"""What is known of when something happened: bounds in days, and how much to trust them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How finely a date is known, finest first."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


class CalendarDay(NamedTuple):
    """One day of the proleptic Gregorian calendar; days compare in order of time.

    Years are astronomical, as in ISO 8601: 0 is 1 BC, -44 is 45 BC.
    """

    year: int
    month: int
    day: int

    @property
    def key(self) -> int:
        """The day as one number that sorts by time, also before the year 0: 19230809."""
        return self.year * 10_000 + self.month * 100 + self.day

    @classmethod
    def from_key(cls, key: int) -> CalendarDay:
        """The day that `key` was made from."""
        year, month_and_day = divmod(key, 10_000)
        return cls(year, *divmod(month_and_day, 100))

    @property
    def ordinal(self) -> int:
        """The number of the day, 1 for 1 January of the year 1, as `datetime.date` counts."""
        # Years that begin in March have their leap day last, and months of 30.6 days on average.
        months_since_march = (self.month + 9) % 12
        year = self.year - months_since_march // 10
        days_before_year = year * 365 + year // 4 - year // 100 + year // 400
        return days_before_year + (months_since_march * 306 + 5) // 10 + self.day - 306

    def iso(self) -> str:
        """ISO 8601: `1923-08-09`, `-0044-03-15`; past four digits, expanded: `+12345-01-01`."""
        sign = "-" if self.year < 0 else "+" if self.year > 9999 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


class HistoricalDate(NamedTuple):
    """A date as precise as it is known.

    `edtf` is the date as written. `earliest` and `latest` are the first and the last day that it
    may stand for, None where that end is open or unknown. An interval keeps its ends as `start` and
    `end`, each a date of its own, None where open or unknown.
    """

    edtf: str
    earliest: CalendarDay | None
    latest: CalendarDay | None
    precision: Precision
    start: HistoricalDate | None = None
    end: HistoricalDate | None = None

    @property
    def bounds(self) -> tuple[CalendarDay | None, CalendarDay | None]:
        """The first and the last day: equal for dates that mean the same, however written."""
        return self.earliest, self.latest

    @property
    def approximate(self) -> bool:
        """Whether any part of the date is about right rather than exact (`~`, `%`)."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether the source of any part is in doubt (`?`, `%`)."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def one_of(self) -> bool:
        """Whether the interval stands for one unknown moment in it, not for the whole of it."""
        return self.edtf.startswith("[")

    def overlaps(self, other: HistoricalDate) -> bool:
        """Whether some day may belong to both dates."""
        return not (self.is_strictly_before(other) or other.is_strictly_before(self))

    def is_strictly_before(self, other: HistoricalDate) -> bool:
        """Whether every day of this date comes before every day of the other."""
        if self.latest is None or other.earliest is None:
            return False
        return self.latest < other.earliest

    def covers(self, day: CalendarDay) -> bool:
        """Whether `day` lies within the date's bounds."""
        return (self.earliest is None or self.earliest <= day) and (
            self.latest is None or day <= self.latest
        )


def days_in_month(year: int, month: int) -> int:
    """The length of a month (1 to 12) in days, in the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
