"""Happenings that can be put in order of time: a few words each, and a date without a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import Event, Fact, SequenceItem, Subject
from bazhanov_cli.quiz.answers.words import comparable
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.date_mentions import date_mentions
from bazhanov_cli.quiz.questions.facets import Facet, is_exact
from bazhanov_cli.quiz.questions.life import is_birth_or_death
from bazhanov_cli.quiz.questions.wording import REMEMBERED, has_year, leans_on_another

if TYPE_CHECKING:
    from bazhanov_cli.quiz.questions.material import Material

_LONGEST = 120
"""Letters of a fact that can stand as an option where its event has no label."""


def item_of(facet: Facet, material: Material) -> SequenceItem | None:
    """The happening that a facet asks the date of."""
    event = facet.event
    return None if event is None else happening(facet.fact, event, material.dataset.subject)


def are_told_apart(items: Sequence[SequenceItem]) -> bool:
    """Whether no two happenings are told in the same words."""
    return len({_told(item.label) for item in items}) == len(items)


def end_of(item: SequenceItem) -> tuple[bool, tuple[int, ...]]:
    """Puts happenings that do not overlap in order of time, one without an end last."""
    return item.date.latest is None, tuple(item.date.latest or ())


def in_order(items: Sequence[SequenceItem]) -> tuple[str, ...]:
    """Happenings with their dates, a line each."""
    return tuple(f"{date_in_words(item.date)}: {item.label}" for item in items)


def in_order_of_answer(items: Sequence[SequenceItem], question: Question) -> tuple[int, ...]:
    """The facts that a question draws on: those of its happenings in order, then all others."""
    return tuple(dict.fromkeys((*(item.fact for item in items), *question.facts)))


def happening(fact: Fact, event: Event, subject: Subject | None) -> SequenceItem | None:
    """The event in few words; None where it is in doubt, or its place in time goes without saying.

    A birth comes before everything, and a death after it.
    """
    text = event.label or fact.text
    if fact.is_doubted or not is_exact(event) or event.date is None or len(text) > _LONGEST:
        return None
    if not event.context and is_birth_or_death(event.date, subject):
        return None
    if has_year(text) or date_mentions(text) or leans_on_another(text) or not _told(text):
        return None
    return SequenceItem(fact.id, event.date, text)


@lru_cache(REMEMBERED)
def _told(label: str) -> str:
    return comparable(label)
