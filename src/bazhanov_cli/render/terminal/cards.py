"""Fact cards on a page: the fact's words first, what an editor says of them apart and quieter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from bazhanov_cli.facts import Fact, Note
from bazhanov_cli.render.cards import KIND_HEADINGS, Card, event_words, note_heading
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.terminal.columns import GUTTER, Column, fitted, side_by_side
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page

_LABEL_WIDTH = 17
_MARGIN, _HANG = 2, 2


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
    page.paragraph(fact_text(fact), indent=_MARGIN)
    page.line()
    _draw_events(page, fact)
    for kind, heading in KIND_HEADINGS.items():
        names = [Text(entity.name, kind.value) for entity in fact.entities_of(kind)]
        if names:
            _draw_entry(page, heading, Text(", ").join(names))
    if fact.topics:
        _draw_entry(page, "Topics", Text(", ".join(fact.topics)))
    for note in fact.notes:
        page.line()
        _draw_note(page, note)
    if fact.sources:
        page.line()
        _draw_sources(page, fact)
    if card.related:
        page.line()
        _draw_related(page, card.related)


def _draw_events(page: Page, fact: Fact) -> None:
    dates = [Text(event_words(event), "date" if event.date else "quiet") for event in fact.events]
    width = _width_of(page, dates)
    for number, (event, date) in enumerate(zip(fact.events, dates, strict=True)):
        label = Text(event.label, "" if event.main else "quiet")
        _draw_entry(page, "" if number else "When", label, [(width, [date])])


def _draw_note(page: Page, note: Note) -> None:
    bar = Text(page.symbol("  │ ", "  | "), "doubt")
    page.paragraph(Text.assemble((note_heading(note), "heading"), ": ", note.text), margin=bar)
    for source in note.sources:
        page.paragraph(Text(source, "quiet"), _HANG, Text("-", "quiet"), margin=bar)


def _draw_sources(page: Page, fact: Fact) -> None:
    indent = _MARGIN + _HANG if page.is_narrow else _LABEL_WIDTH
    lead = Text("  Sources", "quiet")
    if page.is_narrow:
        page.line(lead)
        lead = Text()
    for source in fact.sources:
        lead.pad_right(indent - lead.cell_len)
        page.paragraph(Text(source, "quiet"), indent + _HANG, lead.append("-", "quiet"))
        lead = Text()


def _draw_related(page: Page, related: Sequence[Fact]) -> None:
    number_width = max(len(str(fact.id)) for fact in related)
    dates = [Text(dated_words(fact.main_event) or "undated", "quiet") for fact in related]
    width = _width_of(page, dates)
    for place, (fact, date) in enumerate(zip(related, dates, strict=True)):
        event = fact.main_event
        number = Text(f"{fact.id:>{number_width}}", "number")
        columns = [(number_width + _HANG, [number]), (width, [date])]
        words = (event and event.label) or fact.text
        _draw_entry(page, "" if place else "See also", Text(words), columns)


def _width_of(page: Page, dates: Sequence[Text]) -> int:
    longest = max((date.cell_len for date in dates), default=0)
    return min(longest, page.width // 3) + _HANG


def _draw_entry(page: Page, label: str, value: Text, columns: Sequence[Column] = ()) -> None:
    """A value beside its label and other columns; on a narrow page it stands under them, set in."""
    head = Text(f"  {label}", "quiet")
    if not page.is_narrow:
        fit = [(width, fitted(page, texts, width - GUTTER)) for width, texts in columns]
        indent = _LABEL_WIDTH + sum(width for width, _ in columns)
        for line in side_by_side([(_LABEL_WIDTH, [head]), *fit], page.wrap(value, indent)):
            page.line(line)
        return
    if label:
        page.line(head)
    indent = _MARGIN + _HANG
    if columns:
        page.paragraph(Text("  ").join(texts[0] for _, texts in columns), indent)
        indent += _HANG
    if value:
        page.paragraph(value, indent)
