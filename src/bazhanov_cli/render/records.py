"""How each kind of result is shown as fields, as an object, and as a line of Markdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import Entity, EntityKind, Event, Fact, Note

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate

T = TypeVar("T")


class RecordView(NamedTuple, Generic[T]):
    """One kind of record: its columns and fields for programs, its object, its Markdown."""

    columns: tuple[str, ...]
    fields: Callable[[T], tuple[str, ...]]
    as_object: Callable[[T], dict[str, Any]]
    markdown: Callable[[T], str]


def edtf_of(event: Event | None) -> str:
    """The EDTF date of an event as a field: empty where there is none."""
    return event.date.edtf if event and event.date else ""


def fact_object(fact: Fact) -> dict[str, Any]:
    """A whole fact as the JSON object of the command line's contract."""
    return {
        "id": fact.id,
        "text": fact.text,
        "date": edtf_of(fact.main_event) or None,
        "events": [event_object(event) for event in fact.events],
        **{kind.plural: _names(fact.entities_of(kind)) for kind in EntityKind},
        "topics": list(fact.topics),
        "notes": [_note_object(note) for note in fact.notes],
        "sources": list(fact.sources),
        "see": list(fact.see),
    }


def event_object(event: Event) -> dict[str, Any]:
    """An event, with the bounds of its date spelt out."""
    return {
        **date_object(event.date),
        "label": event.label,
        "main": event.main,
        "basis": event.basis.value,
        "context": event.context,
    }


def date_object(date: HistoricalDate | None) -> dict[str, Any]:
    """What is known of a date: its EDTF text, its bounds as ISO days, its precision and doubts."""
    if date is None:
        keys = ("date", "earliest", "latest", "precision")
        return {**dict.fromkeys(keys), "approximate": False, "uncertain": False}
    return {
        "date": date.edtf,
        "earliest": date.earliest.iso() if date.earliest else None,
        "latest": date.latest.iso() if date.latest else None,
        "precision": date.precision.value,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
    }


def dated_words(event: Event | None) -> str:
    """The date of an event as a person writes it: empty where there is none."""
    return date_in_words(event.date) if event and event.date else ""


def _names(entities: tuple[Entity, ...]) -> list[dict[str, str]]:
    return [{"id": entity.id, "name": entity.name} for entity in entities]


def _note_object(note: Note) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "text": note.text,
        "confidence": note.confidence and note.confidence.value,
        "sources": list(note.sources),
    }


def _fact_fields(fact: Fact) -> tuple[str, ...]:
    return (str(fact.id), edtf_of(fact.main_event), fact.text)


def _fact_markdown(fact: Fact) -> str:
    from bazhanov_cli.render.markdown import escape

    date = dated_words(fact.main_event)
    # The id is no number of a list: Markdown would count on from the first.
    return f"- {f'**{escape(date)}**: ' if date else ''}{escape(fact.text)} (fact {fact.id})"


FACTS = RecordView(("id", "date", "text"), _fact_fields, fact_object, _fact_markdown)
