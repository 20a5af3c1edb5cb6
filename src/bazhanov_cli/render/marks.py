"""The signs that show, without colour, how well a date is known and on what ground."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.facts import Basis, Event
from bazhanov_cli.render.line_breaking import Line, folded, line_width


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
    DERIVED = ("+", "+", "worked out or dated from a fact")
    BAR = ("━", "=", "span of time")
    END = ("╍", "_", "begins or ends here")
    VAGUE = ("╌", "-", "may be then")
    GOES_ON = ("▶", ">", "goes on, or later")
    BEGAN_BEFORE = ("◀", "<", "began before, or earlier")
    SAME = ("├─", "|-", "same event")
    FURTHER = ("→", "->", "further event of a fact")
    GAP = ("┊", ":", "nothing dated")
    ERA = ("▔", ":", "era")

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


def legend_lines(
    used: set[Mark], number: int | None, width: int, *, unicode: bool
) -> Iterator[Line]:
    """What the marks that were used mean, and the number of some fact, in lines of that width.

    No meaning is parted from its sign; one that is wider than a line goes on below, set in.
    """
    line: Line = []
    for phrase in _phrases(used, number, unicode=unicode):
        if line and line_width([*line, *phrase]) + 2 > width:
            yield line
            line = []
        fits = line_width(phrase) <= width
        *above, last = [phrase] if fits else _hung(phrase, width)
        yield from above
        line += [("  ", ""), *last] if line else last
    if line:
        yield line


def _phrases(used: set[Mark], number: int | None, *, unicode: bool) -> Iterator[Line]:
    for mark in Mark:
        if mark in used:
            yield [(f"{mark.sign if unicode else mark.plain} {mark.meaning}", "quiet")]
    if number is not None:
        yield [(str(number), "number"), (" fact number", "quiet")]


def _hung(phrase: Line, width: int) -> Iterator[Line]:
    for number, line in enumerate(folded(phrase, width - 2)):
        yield [("  ", ""), *line] if number else line
