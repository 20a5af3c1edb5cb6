"""Facts and headers as compact JSON, the form in which the database keeps them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import (
    Basis,
    Confidence,
    CuratedQuestion,
    Dataset,
    Entity,
    EntityKind,
    Era,
    Event,
    Fact,
    Note,
    QuestionKind,
    Sequence,
    SequenceItem,
    Subject,
    Topic,
)

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode


def encode_fact(fact: Fact) -> str:
    """The record of a fact, which names its entities by id and leaves out its questions."""
    events = [
        [e.label, e.date and e.date.edtf, e.main, e.basis, e.via, e.same_as, e.context]
        for e in fact.events
    ]
    notes = [[note.kind, note.text, note.confidence, note.sources] for note in fact.notes]
    entities = [entity.id for entity in fact.entities]
    return _encode([fact.text, events, entities, fact.topics, notes, fact.sources, fact.see])


def decode_values(identifier: int, record: str) -> tuple[int, list[Any], list[str]]:
    """The id of a fact, the values of its record, and the ids of the entities that it names."""
    values = json.loads(record)
    return identifier, values, list(values[2])


def decode_fact(
    identifier: int,
    values: list[Any],
    entities: Mapping[str, Entity],
    questions: tuple[CuratedQuestion, ...] = (),
) -> Fact:
    """The fact of a record's values."""
    text, events, named, topics, notes, sources, see = values
    return Fact(
        id=identifier,
        text=text,
        events=tuple(_decode_event(event) for event in events),
        entities=tuple(entities[name] for name in named),
        topics=tuple(topics),
        notes=tuple(
            Note(kind, note, confidence and Confidence(confidence), tuple(cited))
            for kind, note, confidence, cited in notes
        ),
        sources=tuple(sources),
        see=tuple(see),
        questions=questions,
    )


def _decode_event(event: list[Any]) -> Event:
    label, date, main, basis, via, same_as, context = event
    return Event(label, _date(date), main, Basis(basis), via, same_as, context)


def encode_entity(entity: Entity) -> str:
    """The record of an entity, without its id and kind."""
    return _encode([entity.name, entity.forms, entity.aliases, entity.description, entity.sort])


def decode_entity(identifier: str, kind: str, record: str) -> Entity:
    """The entity of a record."""
    name, forms, aliases, *rest = json.loads(record)
    return Entity(identifier, EntityKind(kind), name, tuple(forms), tuple(aliases), *rest)


def encode_question(question: CuratedQuestion) -> str:
    """The record of a curated question."""
    q = question
    return _encode([q.facet, q.kind, q.ask, q.answer, q.accept, q.wrong, q.avoid, q.needs])


def decode_question(record: str) -> CuratedQuestion:
    """The curated question of a record."""
    facet, kind, ask, answer, accept, wrong, avoid, needs = json.loads(record)
    return CuratedQuestion(
        facet,
        QuestionKind(kind),
        ask,
        answer,
        tuple(accept),
        tuple(wrong),
        tuple(avoid),
        tuple(needs),
    )


def encode_dataset(dataset: Dataset) -> str:
    """The record of a header."""
    subject = dataset.subject
    return _encode(
        {
            "id": dataset.id,
            "title": dataset.title,
            "subject": subject
            and [subject.id, subject.name, _edtf(subject.born), _edtf(subject.died)],
            "language": dataset.language,
            "licence": dataset.licence,
            "attribution": dataset.attribution,
            "topics": [[topic.id, topic.description] for topic in dataset.topics],
            "eras": [[era.name, era.date.edtf] for era in dataset.eras],
            "sequences": [
                [sequence.ask, [[item.fact, item.date.edtf, item.label] for item in sequence.items]]
                for sequence in dataset.sequences
            ],
        }
    )


def decode_dataset(record: str) -> Dataset:
    """The header of a record."""
    values = json.loads(record)
    subject = values["subject"]
    return Dataset(
        id=values["id"],
        title=values["title"],
        subject=subject and Subject(subject[0], subject[1], _date(subject[2]), _date(subject[3])),
        language=values["language"],
        licence=values["licence"],
        attribution=values["attribution"],
        topics=tuple(Topic(name, description) for name, description in values["topics"]),
        eras=tuple(Era(name, parse_edtf(date)) for name, date in values["eras"]),
        sequences=tuple(
            Sequence(
                tuple(SequenceItem(fact, parse_edtf(date), label) for fact, date, label in items),
                ask,
            )
            for ask, items in values["sequences"]
        ),
    )


def _edtf(date: HistoricalDate | None) -> str | None:
    return date.edtf if date else None


def _date(edtf: str | None) -> HistoricalDate | None:
    return None if edtf is None else parse_edtf(edtf)
