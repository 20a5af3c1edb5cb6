"""Every way to write an answer, and the names that it must not be taken for."""

from __future__ import annotations

from dataclasses import replace

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import Entity, EntityKind, Fact
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
        within=_larger_places(entity, facet.fact),
    )


def with_rivals_among_options(question: Question, material: Material) -> Question:
    """The question with each wrong option and its other spellings as the only rivals."""
    right = set(map(plain, question.accepted))
    rivals: list[str] = []
    for option in question.options or ():
        if (key := plain(option)) not in right:
            named = (e.spellings for e in material.entities() if key in map(plain, e.spellings))
            rivals += (option, *(spelling for spellings in named for spelling in spellings))
    kept = (name for name in rivals if plain(name) not in right)
    return replace(question, rivals=tuple(dict.fromkeys(kept)))


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


def _larger_places(entity: Entity | None, fact: Fact) -> tuple[str, ...]:
    """What an answer may lie in: the other places and bodies that its fact mentions."""
    nested = (EntityKind.PLACE, EntityKind.ORGANISATION)
    if entity is None or entity.kind not in nested:
        return ()
    others = (o for o in fact.entities if o.kind in nested and o.id != entity.id)
    return tuple(spelling for other in others for spelling in other.spellings)
