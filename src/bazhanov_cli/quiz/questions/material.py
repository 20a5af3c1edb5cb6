"""The facts that a quiz is made from: all of a small dataset, a sample of a large one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from bazhanov_cli.facts import Dataset, Entity, EntityKind, Fact, SequenceItem
from bazhanov_cli.quiz.questions.happenings import happening
from bazhanov_cli.quiz.questions.wording import Gapped, plain, spans_of, without

_COMMON_NOUNS = (EntityKind.CONCEPT, EntityKind.ORGANISATION)
"""Kinds of names that may be in the plural."""


class Material:
    """Facts in the order of their ids, with their names: the same for any order of the file.

    Where the reader chose facts, `chosen` are their ids: wrong options come from all facts, but
    what is asked comes from these alone.
    """

    def __init__(
        self, dataset: Dataset, facts: Iterable[Fact], chosen: Iterable[int] | None = None
    ) -> None:
        self.dataset = dataset
        self.subject_id = dataset.subject.id if dataset.subject else None
        self._chosen = None if chosen is None else frozenset(chosen)
        self.facts = tuple(sorted(facts, key=lambda fact: fact.id))
        self._texts = {fact.id: plain(fact.text) for fact in self.facts}
        entities = {entity.id: entity for fact in self.facts for entity in fact.entities}
        self._articles: dict[str, frozenset[str]] = {}
        self._entities = [entities[identifier] for identifier in sorted(entities)]

    def entities(self, kind: EntityKind | None = None) -> Iterator[Entity]:
        """The entities of a kind, or of any, that the facts mention, except for the subject."""
        for entity in self._entities:
            if kind in (None, entity.kind) and entity.id != self.subject_id:
                yield entity

    @cached_property
    def happenings(self) -> tuple[SequenceItem, ...]:
        """The happening that each fact to be asked tells, where it can be put in order."""
        subject = self.dataset.subject
        told = ((fact, event) for fact in self.facts if (event := fact.main_event))
        items = (happening(fact, event, subject) for fact, event in told)
        return tuple(item for item in items if item and self.may_ask(item.fact))

    def may_ask(self, fact: int) -> bool:
        """Whether the reader chose a fact, or chose none."""
        return self._chosen is None or fact in self._chosen

    def may_be_true(self, fact: Fact, entity: Entity) -> bool:
        """Whether what a fact tells may hold for an entity as well, as far as the other facts say.

        It may where a linked fact, or one that happened at the same time, mentions that entity.
        """
        return any(
            _are_linked(fact, other) or _share_time(fact, other)
            for other in self.facts
            if any(mentioned.id == entity.id for mentioned in other.entities)
        )

    def articles_of(self, entity: Entity) -> frozenset[str]:
        """How the facts write a name: some may have a "the" before it, and others not."""
        if entity.id not in self._articles:
            self._articles[entity.id] = frozenset(
                without(fact.text, span).article
                for fact in self.facts
                if entity in fact.entities
                for span in spans_of(fact.text, entity.spellings)
            )
        return self._articles[entity.id]

    def fits(self, gap: Gapped, entity: Entity, name: str, other: str) -> bool:
        """Whether a name of an entity fits in an English gap as well as the other name does.

        It takes the same of "a" and "an", and is as singular or plural, by the s at its end.
        """
        if not self.dataset.language.startswith("en"):
            return True
        if gap.takes(other) and not gap.takes(name):
            return False
        return entity.kind not in _COMMON_NOUNS or _is_plural(name) == _is_plural(other)

    def are_named_together(self, one: Entity, other: Entity) -> bool:
        """Whether some fact mentions both."""
        pair = {one.id, other.id}
        return any(pair <= {entity.id for entity in fact.entities} for fact in self.facts)

    def tells(self, text: str) -> bool:
        """Whether some fact is this very sentence."""
        return plain(text) in self._texts.values()

    def tells_otherwise(self, fact: Fact, gapped: Gapped) -> bool:
        """Whether another fact fills the gap with other words: it has two right answers then."""
        before, after = plain(gapped.before), plain(gapped.after)
        own = self._texts.get(fact.id)
        return any(
            text != own and text.startswith(before) and text[len(before) :].endswith(after)
            for text in self._texts.values()
        )


def _is_plural(name: str) -> bool:
    return plain(name).endswith("s") and not plain(name).endswith("ss")


def _are_linked(fact: Fact, other: Fact) -> bool:
    if fact.id == other.id:
        return True
    return other.id in _links(fact) or fact.id in _links(other)


def _links(fact: Fact) -> set[int | None]:
    pointed = {number for event in fact.events for number in (event.via, event.same_as)}
    needed = {number for question in fact.questions for number in question.needs}
    return {*fact.see, *pointed, *needed}


def _share_time(fact: Fact, other: Fact) -> bool:
    one, two = fact.main_event, other.main_event
    return bool(one and two and one.date and two.date and one.date.overlaps(two.date))
