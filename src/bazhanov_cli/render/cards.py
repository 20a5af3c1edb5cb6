"""A whole fact: its words, and all that is known around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TextIO

from bazhanov_cli.facts import Basis, EntityKind, Event, Fact, Note, Subject
from bazhanov_cli.render.markdown import escape
from bazhanov_cli.render.records import FACTS, RecordView, dated_words, edtf_of, fact_object


class Card(NamedTuple):
    """A fact, whom its dataset is about, and the facts to read beside it."""

    fact: Fact
    subject: Subject | None
    related: tuple[Fact, ...]


KIND_HEADINGS = {kind: kind.plural.capitalize() for kind in EntityKind}
"""How the names of a kind are headed, here and in the index."""


def event_words(event: Event) -> str:
    """When an event was, and on what ground its date rests if the text does not state it."""
    date = dated_words(event) or "undated"
    if event.via is not None:
        return f"{date} (by fact {event.via})"
    return f"{date} (derived)" if event.basis is Basis.DERIVED else date


def note_heading(note: Note) -> str:
    """The kind of a note, and how sure the editor is of it."""
    sure = f" ({note.confidence} confidence)" if note.confidence else ""
    return f"{note.kind[:1].upper()}{note.kind[1:]}{sure}"


def write_card_lines(cards: Iterable[Card], stream: TextIO) -> None:
    """Write cards for programs: a line each for all that is known, its name and its value."""
    from bazhanov_cli.render.plain import line_of

    for card in cards:
        stream.writelines(map(line_of, _card_lines(card)))


def _card_lines(card: Card) -> Iterator[tuple[str, str]]:
    fact = card.fact
    yield from zip(FACTS.columns, FACTS.fields(fact), strict=True)
    for event in fact.events:
        date = edtf_of(event) or "undated"
        basis = "" if event.basis is Basis.STATED else f" ({event.basis})"
        yield "event", f"{date}{basis}: {event.label}" if event.label else f"{date}{basis}"
    for entity in fact.entities:
        yield entity.kind, entity.name
    for topic in fact.topics:
        yield "topic", topic
    for note in fact.notes:
        yield "note", f"{note_heading(note)}: {note.text}"
        for source in note.sources:
            yield "note-source", source
    for source in fact.sources:
        yield "source", source
    for other in card.related:
        yield "see", str(other.id)


def _card_object(card: Card) -> dict[str, Any]:
    return {**fact_object(card.fact), "related": [fact.id for fact in card.related]}


def _card_markdown(card: Card) -> str:
    fact = card.fact
    lines = [f"## Fact {fact.id}", "", f"> {escape(fact.text)}", ""]
    lines += [f"- **{escape(event_words(e))}**{_colon(e.label)}" for e in fact.events]
    for kind, heading in KIND_HEADINGS.items():
        names = ", ".join(escape(entity.name) for entity in fact.entities_of(kind))
        lines += [f"- {heading}: {names}"] if names else []
    lines += [f"- Topics: {', '.join(map(escape, fact.topics))}"] if fact.topics else []
    for note in fact.notes:
        cited = f" ({escape('; '.join(note.sources))})" if note.sources else ""
        lines += ["", f"*{escape(note_heading(note))}:* {escape(note.text)}{cited}"]
    lines += ["", f"Sources: {escape('; '.join(fact.sources))}"] if fact.sources else []
    related = ", ".join(str(other.id) for other in card.related)
    return "\n".join([*lines, "", f"See also: {related}", ""] if related else [*lines, ""])


def _colon(label: str) -> str:
    return f": {escape(label)}" if label else ""


CARDS = RecordView(
    FACTS.columns, lambda card: FACTS.fields(card.fact), _card_object, _card_markdown
)
