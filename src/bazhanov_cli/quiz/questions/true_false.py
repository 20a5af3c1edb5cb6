"""Statements that are true, or made false by another name."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bazhanov_cli import folding
from bazhanov_cli.facts import CuratedQuestion, Entity, QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.distractors import wrong_entities
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.wording import Gapped, telling_words

TRUE, FALSE = "true", "false"


def make_true_false(facet: Facet, material: Material, random: Random) -> Question | None:
    """Ask whether a statement is true: a curated one, the fact itself, or the fact with a swap."""
    if facet.curated:
        return _curated(facet, facet.curated)
    gap = facet.gap
    if gap is None or facet.entity is None or material.tells_otherwise(facet.fact, gap):
        return None
    others = wrong_entities(facet, material)
    names = [name for other in others if (name := _as_in_text(other, gap, material))]
    false = [statement for statement in map(gap.filled, names) if not material.tells(statement)]
    if not false:
        return None
    # The false ones are drawn all the same, so that what is asked does not depend on the answer.
    statement = random.choice(false)
    if random.random() < 0.5:
        return _stated(facet, facet.fact.text, TRUE)
    return _stated(facet, statement, FALSE)


def _curated(facet: Facet, curated: CuratedQuestion) -> Question | None:
    answer = folding.fold(curated.answer).strip()
    if curated.kind is not QuestionKind.TRUE_FALSE or answer not in (TRUE, FALSE):
        return None
    return _stated(facet, curated.ask, answer)


def _stated(facet: Facet, statement: str, answer: str) -> Question:
    question = facet.question(QuestionKind.TRUE_FALSE, statement, answer)
    return replace(question, options=(TRUE, FALSE))


def _as_in_text(entity: Entity, gap: Gapped, material: Material) -> str | None:
    """The other name, as short as the one that it stands for, if one fits: Trotsky for Stalin."""
    size, whole = len(telling_words((gap.was,))), telling_words((entity.name,))
    shorter = [form for form in entity.forms if telling_words((form,)) < whole]
    as_short = (form for form in shorter if len(telling_words((form,))) == size)
    names = (*as_short, entity.name, *entity.forms)
    return next((name for name in names if material.fits(gap, entity, name, gap.was)), None)
