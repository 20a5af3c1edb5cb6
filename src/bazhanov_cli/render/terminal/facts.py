"""Facts on a page: each with its number, its date and its own words in the foreground."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from rich.text import Text

from bazhanov_cli.facts import Fact
from bazhanov_cli.render.listing import NOTHING_TO_SAY, Listing
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.terminal.columns import GUTTER, hanging, side_by_side
from bazhanov_cli.render.terminal.page import Page

_NUMBER_WIDTH = 5
_DATE_WIDTH = 20
_NARROWEST_DATE = 12
_HANG = 2

T = TypeVar("T")


def draw_facts(page: Page, facts: Iterator[Fact], around: Listing = NOTHING_TO_SAY) -> None:
    """Draw the facts as a list."""
    draw_list(page, facts, around, lambda fact: draw_fact(page, fact, around.remarks(fact)))


def draw_list(page: Page, rows: Iterator[T], around: Listing, draw: Callable[[T], None]) -> None:
    """Draw rows with a blank line between them, and what is said above and below them."""
    if around.head:
        page.paragraph(Text(around.head, "quiet"))
        page.line()
    for number, row in enumerate(rows):
        if number:
            page.line()
        draw(row)
    if around.foot:
        page.line()
        page.paragraph(Text(around.foot, "quiet"))


def draw_fact(page: Page, fact: Fact, remarks: Sequence[str], text: Text | None = None) -> None:
    """Draw one fact: number and date beside its text, or above it on a narrow page.

    The remarks stand under the text, set in.
    """
    number = Text(f"{fact.id:>{_NUMBER_WIDTH - GUTTER}}", "number")
    words = dated_words(fact.main_event)
    date = Text(words, "date") if words else Text("undated", "quiet")
    body = text or fact_text(fact)
    if page.is_narrow:
        page.paragraph(date, number.cell_len + GUTTER, number)
        page.paragraph(body, indent=_HANG)
        indent = _HANG
    else:
        indent = _draw_columns(page, number, date, body)
    for remark in remarks:
        page.paragraph(Text(remark, "quiet"), indent + _HANG)


def _draw_columns(page: Page, number: Text, date: Text, body: Text) -> int:
    """Draw number, date and text side by side, and return where the text begins."""
    width = number.cell_len + GUTTER
    room = max(_NUMBER_WIDTH + _DATE_WIDTH - width, _NARROWEST_DATE)
    if date.cell_len <= room - GUTTER:
        lead = Text.assemble(number, " " * GUTTER, date)
        page.paragraph(body, width + room, lead)
    else:
        dates = hanging(page, date, room - GUTTER, _HANG)
        columns = [(width, [number]), (room, dates)]
        for line in side_by_side(columns, page.wrap(body, width + room)):
            page.line(line)
    return width + room


def fact_text(fact: Fact) -> Text:
    """The words of a fact, with the names in the colour of their kind."""
    text = Text(fact.text)
    taken: list[tuple[int, int]] = []
    names = (
        (name, entity.kind) for entity in fact.entities for name in (entity.name, *entity.forms)
    )
    for name, kind in sorted(names, key=lambda pair: -len(pair[0])):
        start = fact.text.find(name)
        while start >= 0:
            end = start + len(name)
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                text.stylize(kind.value, start, end)
            start = fact.text.find(name, end)
    return text
