"""Anniversaries on a page: how long ago, what happened, and how old the subject was."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.dates.names import MONTHS
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.render.terminal.columns import side_by_side
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.timeline_records import aged_in_words, days_in_words, years_in_words
from bazhanov_cli.timeline.anniversaries import Anniversary

_DATE_WIDTH = 20
_NUMBER_WIDTH = 5


def draw_today(page: Page, found: Iterator[Anniversary]) -> None:
    """Draw the anniversaries, a section a day."""
    for number, (day, section) in enumerate(groupby(found, key=lambda found: found.day)):
        if number:
            page.line()
        for position, anniversary in enumerate(section):
            if not position:
                _draw_heading(page, day, anniversary.days_away)
            page.line()
            _draw(page, anniversary)


def _draw_heading(page: Page, day: CalendarDay, days_away: int) -> None:
    title = Text(f"{day.day} {MONTHS[day.month]}", "heading")
    if days_away:
        title.append(f"  {days_in_words(days_away)}", "quiet")
    page.rule(title)


def _draw(page: Page, anniversary: Anniversary) -> None:
    row = anniversary.row
    number = Text(f"{row.fact.id:>3}", "number")
    date = Text(date_in_words(row.event.date) if row.event.date else "", "date")
    details = [years_in_words(anniversary.years), aged_in_words(row.age)]
    left = [date, *(Text(words, "quiet") for words in details if words)]
    body = fact_text(row.fact) if row.event.main else Text(row.label)
    if page.is_narrow:
        page.paragraph(Text("  ").join([number, *left]))
        page.paragraph(body, indent=2)
    else:
        for line in side_by_side(page, [(_NUMBER_WIDTH, [number]), (_DATE_WIDTH, left)], body, 0):
            page.line(line)
