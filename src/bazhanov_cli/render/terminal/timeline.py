"""The timeline on a page: a line through time, with what is dated beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.render.chart.segments import fold_words
from bazhanov_cli.render.marks import Mark, legend, marks_of
from bazhanov_cli.render.terminal.columns import padded, side_by_side
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.timeline_records import (
    aged_in_words,
    gap_in_words,
    reason_undated,
    remarks,
    section_of,
)
from bazhanov_cli.timeline.gaps import Gap
from bazhanov_cli.timeline.rows import TimelineRow

_MARGIN = 4
_DATE_WIDTH = 22
_BRIEF_DATE_WIDTH = 20
_AGE_WIDTH = 22
_NUMBER_WIDTH = 5
_WIDE = 110
"""From this width on, ages have a column of their own."""

GappedRows = Iterator[tuple[Gap | None, TimelineRow]]


def draw_timeline(page: Page, rows: GappedRows) -> None:
    """Draw the facts in their own words, under the headings of their eras."""
    _Timeline(page, brief=False).draw(rows)


def draw_brief_timeline(page: Page, rows: GappedRows) -> None:
    """Draw the events in a few words each."""
    _Timeline(page, brief=True).draw(rows)


class _Timeline:
    """A timeline that is being drawn.

    It knows its section, the marks that its legend is to explain, and the fact of which it last
    said why it is undated.
    """

    def __init__(self, page: Page, *, brief: bool) -> None:
        self._page = page
        self._brief = brief
        self._section: str | None = None
        self._used: set[Mark] = set()
        self._explained: int | None = None

    def draw(self, rows: Iterable[tuple[Gap | None, TimelineRow]]) -> None:
        for gap, row in rows:
            if row.twin is None:
                self._lead_to(gap, row)
            self._draw_row(row)
        if self._used:
            self._page.line()
        for line in fold_words(legend(self._used, unicode=self._page.is_unicode), self._page.width):
            self._page.line(Text(line, "quiet"))

    def _lead_to(self, gap: Gap | None, row: TimelineRow) -> None:
        """What stands between one row and the next: empty time, a heading, or the line alone."""
        above = self._section
        self._section = section_of(row, above)
        if gap:
            self._draw_gap(gap)
        if self._section != above:
            if above is not None:
                self._page.line()
            self._draw_heading(row)
        elif not self._brief:
            self._page.line(self._spine(row))

    def _draw_gap(self, gap: Gap) -> None:
        dots = Text(self._page.symbol("┊", ":"), "quiet")
        if not self._brief:
            self._page.line(dots)
        words = Text(gap_in_words(gap), "quiet")
        self._page.paragraph(words, margin=padded(dots, _MARGIN))

    def _draw_heading(self, row: TimelineRow) -> None:
        if not self._section:
            return
        title = Text.assemble((self._section, "heading"))
        if row.era:
            title.append(f"  {date_in_words(row.era.date)}", "quiet")
        elif row.event.date is None:
            title.append("  these give no date", "quiet")
        self._page.rule(title)
        if not self._brief:
            self._page.line()

    def _draw_row(self, row: TimelineRow) -> None:
        page = self._page
        body = _words(row, brief=self._brief)
        if page.is_narrow:
            lead = Text("  ").join([_number(row, page.symbol("→", "->")), *_left(row)])
            lines = [*page.wrap(lead, _MARGIN), *page.wrap(body, _MARGIN)]
        else:
            lines = side_by_side(page, self._columns(row), body, _MARGIN)
        margin = self._marks(row)
        for line in lines:
            page.line(Text.assemble(padded(margin, _MARGIN), line))
            margin = self._spine(row, beside=True)
        if row.event.date is None and not self._brief and row.fact.id != self._explained:
            self._draw_reason(row)
            self._explained = row.fact.id

    def _columns(self, row: TimelineRow) -> list[tuple[int, list[Text]]]:
        page = self._page
        date, *details = _left(row) or [Text()]
        number = _number(row, page.symbol("→", "->"))
        numbered = (max(_NUMBER_WIDTH, number.cell_len + 2), [number])
        if page.width >= _WIDE:
            return [(_DATE_WIDTH, [date]), (_AGE_WIDTH, details), numbered]
        if self._brief:
            return [(_BRIEF_DATE_WIDTH, [date]), numbered]
        return [(_DATE_WIDTH, [date, *details]), numbered]

    def _draw_reason(self, row: TimelineRow) -> None:
        reason = reason_undated(row.fact)
        if reason:
            page = self._page
            indent = _MARGIN if page.is_narrow else sum(w for w, _ in self._columns(row)) + _MARGIN
            bar = Text.assemble(" " * indent, (page.symbol("│ ", "| "), "doubt"))
            page.paragraph(Text(reason), margin=bar)

    def _marks(self, row: TimelineRow) -> Text:
        marks = marks_of(row.event) if row.twin is None else (Mark.SAME,)
        self._used.update(marks)
        signs = (self._page.symbol(mark.sign, mark.plain) for mark in marks)
        return Text("".join(signs), "date" if row.twin is None else "quiet")

    def _spine(self, row: TimelineRow, *, beside: bool = False) -> Text:
        """The line through time, strong `beside` what lasts, absent beside what has no date."""
        page = self._page
        if beside and row.twin is None and Mark.SPAN in marks_of(row.event):
            return Text(page.symbol(Mark.SPAN.sign, Mark.SPAN.plain), "date")
        return Text(page.symbol("│", "|") if row.event.date else "", "quiet")


def _number(row: TimelineRow, arrow: str) -> Text:
    """The number of a row's fact; a secondary event points to it."""
    if row.event.main:
        return Text(f"{row.fact.id:>3}", "number")
    return Text(f"{arrow}{row.fact.id}".rjust(3), "quiet")


def _words(row: TimelineRow, *, brief: bool) -> Text:
    return fact_text(row.fact) if row.event.main and not brief else Text(row.label)


def _left(row: TimelineRow) -> list[Text]:
    """What stands beside a row's words: its date, the age, and what must be said of the date."""
    if row.event.date is None:
        return []
    date = Text(date_in_words(row.event.date), "date")
    quiet = [aged_in_words(row.age), *remarks(row)]
    return [date, *(Text(words, "quiet") for words in quiet if words)]
