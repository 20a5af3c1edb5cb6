"""Facts on a page: each with its number, its date and its own words in the foreground."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bazhanov_cli.facts import Fact
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.terminal.page import Page

_NUMBER_WIDTH = 3
_DATE_WIDTH = 18


def draw_facts(page: Page, facts: Iterator[Fact]) -> None:
    """Draw the facts as a list."""
    for number, fact in enumerate(facts):
        if number:
            page.line()
        draw_fact(page, fact)


def draw_fact(page: Page, fact: Fact, text: Text | None = None) -> None:
    """Draw one fact: number and date beside its text, or above it on a narrow page."""
    identifier = f"{fact.id:>{_NUMBER_WIDTH}}"
    words = dated_words(fact.main_event)
    date = (words, "date") if words else ("undated", "quiet")
    lead = Text.assemble((identifier, "number"), "  ", date)
    body = text or fact_text(fact)
    if page.is_narrow:
        page.line(lead) if lead.cell_len <= page.width else page.paragraph(lead)
        page.paragraph(body, indent=2)
    else:
        page.paragraph(body, _NUMBER_WIDTH + 2 + _DATE_WIDTH, lead)


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
