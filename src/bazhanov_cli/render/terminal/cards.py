"""Fact cards on a page: the fact's words first, what an editor says of them apart and quieter."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bazhanov_cli.facts import Fact, Note
from bazhanov_cli.render.cards import KIND_HEADINGS, Card, event_words, note_heading
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page

_LABEL_WIDTH = 10


def draw_cards(page: Page, cards: Iterator[Card]) -> None:
    """Draw one card under another."""
    for number, card in enumerate(cards):
        if number:
            page.line()
        _draw_card(page, card)


def _draw_card(page: Page, card: Card) -> None:
    fact = card.fact
    page.rule(Text(f"Fact {fact.id}", "heading"))
    page.line()
    page.paragraph(fact_text(fact), indent=2)
    page.line()
    _draw_events(page, fact)
    for kind, heading in KIND_HEADINGS.items():
        names = [Text(entity.name, kind.value) for entity in fact.entities_of(kind)]
        if names:
            _entry(page, heading, Text(", ").join(names))
    if fact.topics:
        _entry(page, "Topics", Text(", ".join(fact.topics)))
    for note in fact.notes:
        page.line()
        _draw_note(page, note)
    if fact.sources:
        page.line()
    for number, source in enumerate(fact.sources):
        _entry(page, "" if number else "Sources", Text(source, "quiet"))
    if card.related:
        page.line()
    for number, other in enumerate(card.related):
        _draw_related(page, other, "" if number else "See also")


def _draw_events(page: Page, fact: Fact) -> None:
    dates = [Text(event_words(event), "date" if event.date else "quiet") for event in fact.events]
    width = 0 if page.is_narrow else max((date.cell_len for date in dates), default=0)
    for number, (event, words) in enumerate(zip(fact.events, dates, strict=True)):
        words.pad_right(width - words.cell_len)
        label = (event.label, "" if event.main else "quiet")
        entry = Text.assemble(words, "  ", label) if event.label else words
        _entry(page, "" if number else "When", entry)


def _draw_note(page: Page, note: Note) -> None:
    bar = Text(page.symbol("  │ ", "  | "), "doubt")
    page.paragraph(Text.assemble((note_heading(note), "heading"), ": ", note.text), margin=bar)
    for source in note.sources:
        page.paragraph(Text(source, "quiet"), indent=2, margin=bar)


def _draw_related(page: Page, fact: Fact, label: str) -> None:
    event = fact.main_event
    _entry(
        page,
        label,
        Text.assemble((str(fact.id), "number"), "  ", (event and event.label) or fact.text),
    )


def _entry(page: Page, label: str, value: Text) -> None:
    """A value beside its label, which hangs out on the left."""
    page.paragraph(value, _LABEL_WIDTH + 2, Text(f"  {label}", "quiet"))
