"""What there is to know about a fact: one facet, and one card of the reader's memory, for each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.typed import read_typed_date
from bazhanov_cli.errors import DateError
from bazhanov_cli.facts import Basis, CuratedQuestion, Entity, Event, Fact, QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.wording import (
    REMEMBERED,
    Gapped,
    gives_away,
    plain,
    spans_of,
    without,
)


class Facet(NamedTuple):
    """One thing to know about a fact: what a curated question asks, a name in it, or its date.

    `curated` may come with the event whose date it asks for, and with the entity that answers it.
    """

    fact: Fact
    name: str
    curated: CuratedQuestion | None = None
    entity: Entity | None = None
    event: Event | None = None

    @property
    def knowledge(self) -> str:
        """The answer, whatever the form of the question."""
        if self.curated:
            return self.curated.answer
        if self.entity:
            return self.entity.name
        return self.event.date.edtf if self.event and self.event.date else ""

    @property
    def date(self) -> HistoricalDate | None:
        """The date that is to be known, if it is a date."""
        if self.curated and self.curated.kind is QuestionKind.DATE:
            return typed_date(self.curated.answer)
        return self.event.date if self.event else None

    @property
    def facts(self) -> tuple[int, ...]:
        """The facts that the facet draws on, its own first."""
        others = set(self.curated.needs) if self.curated else set()
        if self.event:
            others |= {fact for fact in (self.event.via, self.event.same_as) if fact is not None}
        return (self.fact.id, *sorted(others - {self.fact.id}))

    def question(self, kind: QuestionKind, prompt: str, answer: str) -> Question:
        """A question about the facet, all but what its kind adds to it."""
        return Question(
            fact=self.fact.id,
            facet=self.name,
            kind=kind,
            prompt=prompt,
            answer=answer,
            accepted=(answer,),
            facts=self.facts,
            knowledge=self.knowledge,
        )

    @property
    def gap(self) -> Gapped | None:
        """The fact with a gap for the entity; None where it is in doubt, or would still tell it.

        What a note denies is put to nobody in the words of the fact. The name has to stand there
        once, neither within another name nor right beside one ("CPSU Central Committee"), and no
        spelling of it, nor a telling word of one, may stand elsewhere.
        """
        if self.entity is None or self.curated is not None or self.fact.is_doubted:
            return None
        others = (o.spellings for o in self.fact.entities if o.id != self.entity.id)
        return _gap_for(self.fact.text, self.entity.spellings, tuple(others))


def facets_of(fact: Fact, subject: str | None) -> Iterator[Facet]:
    """The facets of a fact in a fixed order, none that asks what another asks.

    Curated questions come first; the entity `subject`, which the whole dataset is about, is no
    question.
    """
    asked: list[Facet] = []
    for curated in sorted(fact.questions, key=lambda question: question.facet):
        facet = Facet(fact, curated.facet, curated, _entity_of(curated, fact))
        asked.append(facet._replace(event=_event_of(facet)))
    yield from asked
    taken = {facet.entity.id for facet in asked if facet.entity} | {subject}
    names = {facet.name for facet in asked}
    for facet in (*_facets_of_names(fact, taken), *_facets_of_dates(fact, asked)):
        if facet.name not in names:
            names.add(facet.name)
            yield facet


def _facets_of_names(fact: Fact, taken: set[str | None]) -> Iterator[Facet]:
    for entity in sorted(fact.entities):
        if entity.id not in taken:
            yield Facet(fact, f"{entity.kind} {entity.id}", entity=entity)


def _facets_of_dates(fact: Fact, asked: list[Facet]) -> Iterator[Facet]:
    dates = {_span(facet.date) for facet in asked if facet.date}
    for event in fact.events:
        if event.date and _span(event.date) not in dates and (event.main or event.label):
            yield Facet(fact, "date" if event.main else f"date of {event.label}", event=event)


@lru_cache(REMEMBERED)
def typed_date(text: str) -> HistoricalDate | None:
    """The date that a curated answer is, or None."""
    try:
        return read_typed_date(text)
    except DateError:
        return None


def is_exact(event: Event) -> bool:
    """Whether an event's date is stated by its fact, without a doubt: one that can be asked for."""
    date = event.date
    return (
        date is not None
        and event.basis is Basis.STATED
        and not (date.approximate or date.uncertain or date.one_of)
    )


def _entity_of(curated: CuratedQuestion, fact: Fact) -> Entity | None:
    """The entity of the fact that is the answer of a curated question."""
    for answer in map(plain, (curated.answer, *curated.accept)):
        for entity in fact.entities:
            if answer in map(plain, entity.spellings):
                return entity
    return None


def _event_of(facet: Facet) -> Event | None:
    """The event that a curated question asks the date of."""
    date = facet.date
    if date is None:
        return None
    events = (event for event in facet.fact.events if event.date)
    return next((e for e in events if e.date and _span(e.date) == _span(date)), None)


def _span(date: HistoricalDate | None) -> tuple[object, Precision] | None:
    return date and (date.bounds, date.precision)


@lru_cache(REMEMBERED)
def _gap_for(
    text: str, spellings: tuple[str, ...], others: tuple[tuple[str, ...], ...]
) -> Gapped | None:
    spans = spans_of(text, spellings)
    if len(spans) != 1 or any(_touch(spans[0], s) for o in others for s in spans_of(text, o)):
        return None
    gapped = without(text, spans[0])
    return None if gives_away(str(gapped), spellings) else gapped


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two spans overlap, or have one letter at most between them."""
    return one[0] <= other[1] + 1 and other[0] <= one[1] + 1
