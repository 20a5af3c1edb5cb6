"""Every way to write an answer, and the names that it must not be taken for."""

from __future__ import annotations

from dataclasses import replace

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import Entity
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.wording import plain


def with_spellings(question: Question, facet: Facet, material: Material) -> Question:
    """The question with the accepted spellings of a name or a phrase, and with its rivals."""
    curated, entity = facet.curated, facet.entity
    accepted = [question.answer, *(curated.accept if curated else ())]
    accepted += entity.spellings if entity else ()
    right = set(map(plain, accepted))
    rivals = [*(curated.wrong if curated else ()), *_other_names(entity, material)]
    return replace(
        question,
        accepted=tuple(dict.fromkeys(accepted)),
        names=entity.kind if entity else None,
        rivals=tuple(dict.fromkeys(name for name in rivals if plain(name) not in right)),
    )


def date_spellings(facet: Facet, date: HistoricalDate) -> tuple[str, ...]:
    """A date in words, as the dataset writes it, and as EDTF."""
    curated = (facet.curated.answer, *facet.curated.accept) if facet.curated else ()
    return tuple(dict.fromkeys((*curated, date_in_words(date), date.edtf)))


def _other_names(entity: Entity | None, material: Material) -> list[str]:
    kind = entity.kind if entity else None
    return [
        spelling
        for other in material.entities(kind)
        if entity is None or other.id != entity.id
        for spelling in other.spellings
    ]
