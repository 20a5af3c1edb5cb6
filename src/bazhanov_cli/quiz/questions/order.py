"""Happenings to put in order of time, each of them strictly before the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

from bazhanov_cli.facts import QuestionKind, SequenceItem
from bazhanov_cli.quiz.answers.options import label
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.happenings import (
    are_told_apart,
    end_of,
    in_order,
    in_order_of_answer,
    item_of,
)
from bazhanov_cli.quiz.questions.life import is_birth_or_death
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.wording import has_year

MOST_ITEMS, FEWEST_ITEMS = 4, 3
_ASK = "Put these in order, earliest first."


def make_order(facet: Facet, material: Material, random: Random) -> Question | None:
    """Ask to put happenings in order: those of a curated sequence, or of facts drawn at random."""
    drawn = _drawn(facet, material, random)
    choices = [*_curated(facet, material, random), *([(_ASK, drawn)] if drawn else [])]
    return _ordered(facet, *random.choice(choices), random) if choices else None


def _curated(
    facet: Facet, material: Material, random: Random
) -> list[tuple[str, list[SequenceItem]]]:
    """Up to four items of each curated sequence that the facet's own happening is part of.

    A birth and a death go without saying: there must be two other happenings to put in order.
    """
    found = []
    subject = material.dataset.subject
    for sequence in sorted(material.dataset.sequences):
        items = [item for item in sequence.items if material.may_ask(item.fact)]
        own = [item for item in items if _is_told_by(item, facet)]
        if own and _is_sound(sequence.ask, items):
            others = [item for item in items if item != own[0]]
            kept = random.sample(others, min(MOST_ITEMS - 1, len(others)))
            chosen = [item for item in items if item in (own[0], *kept)]
            if sum(not is_birth_or_death(item.date, subject) for item in chosen) > 1:
                found.append((sequence.ask, chosen))
    return found


def _is_told_by(item: SequenceItem, facet: Facet) -> bool:
    date = facet.event and facet.event.date
    return item.fact == facet.fact.id and date is not None and item.date.overlaps(date)


def _is_sound(ask: str, items: Sequence[SequenceItem]) -> bool:
    """Whether a sequence has one right order, and no year that tells it."""
    return (
        len(items) >= FEWEST_ITEMS
        and not any(has_year(text) for text in (ask, *(item.label for item in items)))
        and are_told_apart(items)
        and all(one.date.is_strictly_before(later.date) for one, later in pairwise(items))
    )


def _drawn(facet: Facet, material: Material, random: Random) -> list[SequenceItem]:
    """The facet's own happening and two or three others, in order; none where there are too few."""
    item = item_of(facet, material)
    if item is None:
        return []
    others = [other for other in material.happenings if other.fact != item.fact]
    random.shuffle(others)
    chosen = [item]
    for other in others:
        apart = not any(other.date.overlaps(taken.date) for taken in chosen)
        if apart and are_told_apart((*chosen, other)):
            chosen.append(other)
        if len(chosen) == MOST_ITEMS:
            break
    return sorted(chosen, key=end_of) if len(chosen) >= FEWEST_ITEMS else []


def _ordered(facet: Facet, ask: str, items: Sequence[SequenceItem], random: Random) -> Question:
    shuffled = list(items)
    random.shuffle(shuffled)
    answer = " ".join(label(shuffled.index(item)) for item in items)
    question = facet.question(QuestionKind.ORDER, ask, answer)
    return replace(
        question,
        options=tuple(item.label for item in shuffled),
        facts=in_order_of_answer(items, question),
        hints=(f"The earliest is: {items[0].label}.",),
        solution=in_order(items),
    )
