"""The signs that show, without colour, how well a date is known and on what ground."""

from __future__ import annotations

from enum import Enum

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.facts import Basis, Event


class Mark(Enum):
    """A sign, its stand-in of ASCII, and its meaning."""

    DAY = ("●", "*", "day")
    MONTH = ("◐", "o", "month or season")
    YEAR = ("○", ".", "year")
    LONGER = ("◌", ",", "decade or century")
    SPAN = ("┃", "=", "span of time")
    ONE_OF = ("◇", "^", "some time between")
    APPROXIMATE = ("~", "~", "about")
    UNCERTAIN = ("?", "?", "perhaps")
    DERIVED = ("+", "+", "date worked out from the facts")
    BAR = ("━", "=", "span of time")
    VAGUE = ("╌", "-", "not known more closely")
    GOES_ON = ("▶", ">", "goes on, or may be later")
    BEGAN_BEFORE = ("◀", "<", "began before, or may be earlier")
    SAME = ("├─", "|-", "the same event")

    def __init__(self, sign: str, plain: str, meaning: str) -> None:
        self.sign = sign
        self.plain = plain
        self.meaning = meaning


_SHAPES = {
    Precision.DAY: Mark.DAY,
    Precision.MONTH: Mark.MONTH,
    Precision.SEASON: Mark.MONTH,
    Precision.YEAR: Mark.YEAR,
    Precision.DECADE: Mark.LONGER,
    Precision.CENTURY: Mark.LONGER,
    Precision.INTERVAL: Mark.SPAN,
}


def marks_of(event: Event) -> tuple[Mark, ...]:
    """The marks of an event's date: its shape first, then its doubts; none for the undated."""
    date = event.date
    if date is None:
        return ()
    doubts = {
        Mark.APPROXIMATE: date.approximate,
        Mark.UNCERTAIN: date.uncertain,
        Mark.DERIVED: event.basis is not Basis.STATED,
    }
    return (shape_of(date), *(mark for mark, holds in doubts.items() if holds))


def shape_of(date: HistoricalDate) -> Mark:
    """The sign for how finely a date is known."""
    return Mark.ONE_OF if date.one_of else _SHAPES[date.precision]


def legend(used: set[Mark], *, unicode: bool) -> list[str]:
    """What the marks that were used mean, each with the blanks that part it from the next."""
    return [
        f"{mark.sign if unicode else mark.plain} {mark.meaning}  " for mark in Mark if mark in used
    ]
