"""The timeline on a page: a line through time, with what is dated beside it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from rich.text import Text

from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.render.marks import Mark, legend_lines, marks_of
from bazhanov_cli.render.terminal.columns import (
    GUTTER,
    LOOKAHEAD,
    Column,
    fitted,
    hung,
    side_by_side,
)
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.terminal.timeline_entries import (
    MARGIN,
    WIDE,
    Entry,
    Widths,
    entry_of,
    signs_of,
    widths_of,
)
from bazhanov_cli.render.timeline_records import (
    gap_in_words,
    reason_undated,
    section_of,
)

if TYPE_CHECKING:
    from bazhanov_cli.timeline.gaps import Gap
    from bazhanov_cli.timeline.rows import TimelineRow
    from bazhanov_cli.timeline.timeline import Scope

_STACKED = 80
"""Below this, dates stand above the texts."""

GappedRows = Iterator[tuple["Gap | None", "TimelineRow"]]


def draw_timeline(
    page: Page, rows: GappedRows, title: str, scope: Scope | None, *, brief: bool
) -> None:
    """Draw facts in their own words, or events in a few words each, under their eras.

    Above them stands what the signs mean, and of a selection how much of the dataset it is.
    """
    entries = (entry_of(page, gap, row) for gap, row in rows)
    first = list(islice(entries, LOOKAHEAD))
    signs = {sign for entry in first for sign in entry.signs}
    if scope:
        from bazhanov_cli.render.periods import scope_in_words

        _draw_pair(page, Text(title, "heading"), Text(scope_in_words(scope), "quiet"))
    _draw_legend(page, signs, first[0].row.fact.id)
    page.line()
    later = _Timeline(page, widths_of(page, first, brief=brief), brief=brief).draw(
        chain(first, entries)
    )
    if later - signs:
        page.line()
        _draw_legend(page, later - signs, None)


def _draw_pair(page: Page, title: Text, beside: Text) -> None:
    """Draw a title with some words beside it, or below it where both do not fit one line."""
    if title.cell_len + GUTTER + beside.cell_len <= page.width:
        page.line(Text("  ").join([title, beside]))
        return
    for text in filter(None, (title, beside)):
        for line in page.wrap(text, 0):
            page.line(line)


def _draw_legend(page: Page, signs: set[Mark], number: int | None) -> None:
    for line in legend_lines(signs, number, page.width, unicode=page.is_unicode):
        page.line(Text.assemble(*line))


class _Timeline:
    """A timeline that is being drawn.

    It knows its section, and the fact of which it last said why it is undated.
    """

    def __init__(self, page: Page, widths: Widths, *, brief: bool) -> None:
        self._page = page
        self._widths = widths
        self._brief = brief
        self._section: str | None = None
        self._explained: int | None = None

    def draw(self, entries: Iterator[Entry]) -> set[Mark]:
        """Draw every row, and return the signs that were used."""
        used: set[Mark] = set()
        for entry in entries:
            used |= entry.signs
            self._lead_to(entry.gap, entry.row)
            self._draw_row(entry)
        return used

    def _lead_to(self, gap: Gap | None, row: TimelineRow) -> None:
        """What stands between one row and the next: empty time, a heading, or the line alone."""
        above = self._section
        if row.twin is None:
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
        dots = Text(self._page.symbol(Mark.GAP.sign, Mark.GAP.plain), "quiet")
        if not self._brief:
            self._page.line(dots)
        dots.pad_right(MARGIN - 1)
        self._page.paragraph(Text(gap_in_words(gap), "quiet"), margin=dots)

    def _draw_heading(self, row: TimelineRow) -> None:
        if not self._section:
            return
        page = self._page
        title = Text(self._section, "heading")
        when = Text("these give no date" if row.event.date is None else "", "quiet")
        if row.era:
            when.append(date_in_words(row.era.date))
        if title.cell_len + GUTTER + when.cell_len <= page.width:
            page.rule(Text("  ").join([title, when] if when else [title]))
        else:
            _draw_pair(page, title, when)
        if not self._brief:
            page.line()

    def _draw_row(self, entry: Entry) -> None:
        page, row = self._page, entry.row
        body = fact_text(row.fact) if row.event.main and not self._brief else Text(row.label)
        if page.width < _STACKED:
            lead = hung(page, entry.number, [entry.date, *entry.details], page.width - MARGIN)
            lines = [*lead, *page.wrap(body, MARGIN)]
        else:
            beside = page.wrap(body, self._widths.text)
            lines = list(side_by_side(self._columns(entry), beside))
        margin = signs_of(page, entry)
        for line in lines:
            margin.pad_right(MARGIN - margin.cell_len)
            page.line(Text.assemble(margin, line))
            margin = self._spine(row, beside=True)
        if row.event.date is None and not self._brief and row.fact.id != self._explained:
            self._draw_reason(row)
            self._explained = row.fact.id

    def _columns(self, entry: Entry) -> list[Column]:
        page, widths, number = self._page, self._widths, entry.number.copy()
        number.pad_left(widths.number - GUTTER - number.cell_len)
        columns: list[Column] = [(widths.number, [number])]
        date, details = [entry.date], entry.details
        if page.width >= WIDE:
            columns.insert(0, (widths.details, fitted(page, details, widths.details - GUTTER)))
        elif not self._brief:
            date += details
        return [(widths.date, fitted(page, date, widths.date - GUTTER)), *columns]

    def _draw_reason(self, row: TimelineRow) -> None:
        reason = reason_undated(row.fact)
        if reason:
            page = self._page
            indent = MARGIN if page.width < _STACKED else self._widths.text
            bar = Text.assemble(" " * indent, (page.symbol("│ ", "| "), "doubt"))
            page.paragraph(Text(reason), margin=bar)

    def _spine(self, row: TimelineRow, *, beside: bool = False) -> Text:
        """The line through time, strong `beside` what lasts, absent beside what has no date."""
        page = self._page
        if beside and row.twin is None and Mark.SPAN in marks_of(row.event):
            return Text(page.symbol(Mark.SPAN.sign, Mark.SPAN.plain), "date")
        return Text(page.symbol("│", "|") if row.event.date else "", "quiet")
