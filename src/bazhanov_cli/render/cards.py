"""A whole fact: its words, and all that is known around it."""

from __future__ import annotations

from typing import Any, NamedTuple

from bazhanov_cli.facts import Basis, EntityKind, Event, Fact, Note, Subject
from bazhanov_cli.render.markdown import escape
from bazhanov_cli.render.records import FACTS, RecordView, dated_words, fact_object


class Card(NamedTuple):
    """A fact, whom its dataset is about, and the facts to read beside it."""

    fact: Fact
    subject: Subject | None
    related: tuple[Fact, ...]


KIND_HEADINGS = {
    EntityKind.PERSON: "Who",
    EntityKind.PLACE: "Where",
    EntityKind.ORGANISATION: "Bodies",
    EntityKind.WORK: "Works",
    EntityKind.CONCEPT: "About",
}


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
