"""Which of two happenings came first."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.happenings import (
    are_told_apart,
    end_of,
    in_order,
    in_order_of_answer,
    item_of,
)
from bazhanov_cli.quiz.questions.material import Material

_ASK = "Which came first?"


def make_first(facet: Facet, material: Material, random: Random) -> Question | None:
    """Ask which came first, of the facet's own happening and of another that cannot overlap it."""
    item = item_of(facet, material)
    if item is None:
        return None
    others = [
        other
        for other in material.happenings
        if other.fact != item.fact
        and not other.date.overlaps(item.date)
        and are_told_apart((item, other))
    ]
    if not others:
        return None
    other = random.choice(others)
    earlier = item if item.date.is_strictly_before(other.date) else other
    options = [item.label, other.label]
    random.shuffle(options)
    question = facet.question(QuestionKind.FIRST, _ASK, earlier.label)
    both = sorted((item, other), key=end_of)
    return replace(
        question,
        options=tuple(options),
        facts=in_order_of_answer(both, question),
        solution=in_order(both),
    )
