"""Anniversaries on a page: how long ago, what happened, and how old the subject was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from bazhanov_cli.dates.names import MONTHS
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.terminal.columns import (
    GUTTER,
    LOOKAHEAD,
    fitted,
    hung,
    side_by_side,
    widest,
)
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.timeline_records import aged_in_words, days_in_words, years_ago_in_words

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import CalendarDay
    from bazhanov_cli.timeline.anniversaries import Anniversary

_WIDEST_COLUMN = 24
_INDENT = 2


class Asked(NamedTuple):
    """The day that is asked for, how many days around it, and whether it has facts of its own."""

    day: CalendarDay
    days: int
    has_facts: bool
    this_year: int


class _Entry(NamedTuple):
    """An anniversary in words."""

    found: Anniversary
    number: Text
    beside: list[Text]


def draw_today(page: Page, found: Iterator[Anniversary], asked: Asked) -> None:
    """Draw the anniversaries, a section a day."""
    entries = (_entry(anniversary, asked.this_year) for anniversary in found)
    first = list(islice(entries, LOOKAHEAD))
    number = widest(entry.number for entry in first)
    beside = widest(fitted(page, [text for e in first for text in e.beside], _WIDEST_COLUMN))
    if asked.days:
        for line in page.wrap(Text(_head(asked), "quiet"), 0):
            page.line(line)
        page.line()
    sections = groupby(chain(first, entries), key=lambda entry: entry.found.day)
    for position, (day, section) in enumerate(sections):
        if position:
            page.line()
        for place, entry in enumerate(section):
            if not place:
                _draw_heading(page, day, entry.found.days_away)
            page.line()
            _draw(page, entry, number, beside)


def _head(asked: Asked) -> str:
    day = f"{asked.day.day} {MONTHS[asked.day.month]}"
    within = f"ithin {counted(asked.days, 'day')}"
    if asked.has_facts:
        return f"W{within} of {day}:"
    return f"{day}: nothing on the day itself; w{within}:"


def _draw_heading(page: Page, day: CalendarDay, days_away: int) -> None:
    title = Text.assemble((f"{day.day} {MONTHS[day.month]}", "heading"))
    if days_away:
        title.append(f", {days_in_words(days_away)}", "quiet")
    if title.cell_len <= page.width:
        page.rule(title)
    else:
        for line in page.wrap(title, 0):
            page.line(line)


def _entry(found: Anniversary, this_year: int) -> _Entry:
    row = found.row
    date = Text(date_in_words(row.event.date) if row.event.date else "", "date")
    details = [years_ago_in_words(found, this_year), aged_in_words(row.age)]
    beside = [date, *(Text(words, "quiet") for words in details if words)]
    return _Entry(found, Text(str(row.fact.id), "number"), beside)


def _draw(page: Page, entry: _Entry, number_width: int, width: int) -> None:
    row = entry.found.row
    body = fact_text(row.fact) if row.event.main else Text(row.label)
    number = entry.number.copy()
    if page.is_narrow:
        lines = hung(page, number, entry.beside, page.width)
        lines += [Text(" " * _INDENT).append_text(line) for line in page.wrap(body, _INDENT)]
    else:
        number.pad_left(max(number_width - GUTTER - number.cell_len, 0))
        beside = fitted(page, entry.beside, width - GUTTER)
        indent = number_width + width
        columns = [(number_width, [number]), (width, beside)]
        lines = list(side_by_side(columns, page.wrap(body, indent)))
    for line in lines:
        page.line(line)
