"""The rows of a timeline in words, and the columns that they need on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.render.marks import Mark, marks_of
from bazhanov_cli.render.terminal.columns import LOOKAHEAD, fitted, widest
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.timeline_records import aged_in_words, remarks

if TYPE_CHECKING:
    from bazhanov_cli.timeline.gaps import Gap
    from bazhanov_cli.timeline.rows import TimelineRow

MARGIN = 4
_WIDEST_COLUMN = 21
_LONGEST_NUMBER = 6

WIDE = 110
"""From this width on, ages have a column of their own."""


class Entry(NamedTuple):
    """A row in words, with the empty time before it."""

    gap: Gap | None
    row: TimelineRow
    marks: tuple[Mark, ...]
    number: Text
    date: Text
    details: list[Text]

    @property
    def signs(self) -> set[Mark]:
        """Every sign that the row brings to the page."""
        others = {Mark.GAP: self.gap is not None, Mark.FURTHER: not self.row.event.main}
        return {*self.marks, *(mark for mark, is_used in others.items() if is_used)}


class Widths(NamedTuple):
    """The columns of a page, blank space included; the one of ages only on a wide one."""

    date: int
    details: int
    number: int

    @property
    def text(self) -> int:
        """The column in which the texts begin."""
        return MARGIN + self.date + self.details + self.number


def entry_of(page: Page, gap: Gap | None, row: TimelineRow) -> Entry:
    """A row in the words and signs of a page."""
    event = row.event
    number = Text(str(row.fact.id), "number")
    if not event.main:
        arrow = page.symbol(Mark.FURTHER.sign, Mark.FURTHER.plain)
        number = Text(f"{arrow}{row.fact.id}", "quiet")
    marks = marks_of(event) if row.twin is None else (Mark.SAME,)
    if event.date is None:
        return Entry(gap, row, marks, number, Text("undated", "quiet"), [])
    said = [aged_in_words(row.age), *remarks(row)]
    details = [Text(words, "quiet") for words in said if words]
    return Entry(gap, row, marks, number, Text(date_in_words(event.date), "date"), details)


def widths_of(page: Page, entries: list[Entry], *, brief: bool) -> Widths:
    """Columns just as wide as what stands in them, but for what is longer than most."""
    dates = [entry.date for entry in entries]
    details = [text for entry in entries for text in entry.details]
    numbers = [e.number for e in entries if e.number.cell_len <= _LONGEST_NUMBER]
    if len(entries) == LOOKAHEAD:
        # What comes later may be as wide as any.
        dates.append(Text(" " * _WIDEST_COLUMN))
        details.append(Text(" " * _WIDEST_COLUMN))
    if page.width < WIDE:
        dates, details = dates + ([] if brief else details), []
    date, other = (widest(fitted(page, texts, _WIDEST_COLUMN)) for texts in (dates, details))
    return Widths(date, other, widest(numbers))


def signs_of(page: Page, entry: Entry) -> Text:
    """What is drawn in the margin of a row."""
    signs = (page.symbol(mark.sign, mark.plain) for mark in entry.marks)
    return Text("".join(signs), "date" if entry.row.twin is None else "quiet")
