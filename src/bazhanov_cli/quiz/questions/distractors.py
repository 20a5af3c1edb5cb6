"""Wrong options: names and dates of the dataset that are surely not the answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.facts import Entity, EntityKind, Fact, QuestionKind
from bazhanov_cli.quiz.questions.facets import Facet, is_exact, typed_date
from bazhanov_cli.quiz.questions.life import days_between, possible_dates
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.wording import REMEMBERED, names, plain, share_a_word

_NESTED = (EntityKind.PLACE, EntityKind.ORGANISATION)
"""Kinds that lie within one another: of two that a fact names, one may be a part of the other."""

_NEAREST = 4
"""Wrong dates on either side of the right one: those further off give nothing to think about."""


def wrong_entities(facet: Facet, material: Material) -> list[Entity]:
    """The entities of the same kind and sort that what the fact tells is not true of.

    They fit the words around the gap: only what some fact writes after "the" may stand after it.
    """
    right = facet.entity
    if right is None:
        return []
    fact, gap = facet.fact, facet.gap
    ruled_out = _ruled_out(fact)
    mentioned = {entity.id for entity in fact.entities}
    return [
        entity
        for entity in material.entities(right.kind)
        if entity.id not in mentioned
        and entity.sort == right.sort
        and ruled_out.isdisjoint(map(plain, entity.spellings))
        and not names(fact.text, entity.spellings)
        and not _look_alike(entity, right)
        and (gap is None or gap.article in material.articles_of(entity))
        and not material.may_be_true(fact, entity)
        and not (right.kind in _NESTED and material.are_named_together(right, entity))
    ]


def wrong_texts(facet: Facet) -> list[str]:
    """The wrong options that a curated question gives, those that its own words tell left out."""
    curated = facet.curated
    if curated is None:
        return []
    right = {plain(text) for text in (curated.answer, *curated.accept)}
    if facet.entity:
        right |= set(map(plain, facet.entity.spellings))
    kept = {plain(text): text for text in sorted(curated.wrong, reverse=True)}
    stands = {key for key, text in kept.items() if names(curated.ask, (text,))}
    return [text for key, text in sorted(kept.items()) if key and key not in right | stands]


def wrong_dates(facet: Facet, material: Material) -> list[HistoricalDate]:
    """Dates as precise as the right one that belong to other facts, or that the question gives.

    They are the nearest on either side, and none is one that the subject's life rules out.
    """
    right = facet.date
    if right is None:
        return []
    ruled_out = [date for text in _avoided(facet.fact) if (date := typed_date(text))]
    ruled_out += [event.date for event in facet.fact.events if event.date]
    given = [date for text in wrong_texts(facet) if (date := typed_date(text))]
    others = [date for date in _dates(material) if not any(map(date.overlaps, ruled_out))]
    found = {
        date.bounds: date
        for date in (*others, *given)
        if date.precision is right.precision and not date.overlaps(right)
    }
    return _nearest(possible_dates(found.values(), facet, material), right)


def _nearest(dates: Sequence[HistoricalDate], right: HistoricalDate) -> list[HistoricalDate]:
    near = sorted(dates, key=lambda date: (days_between(date, right), date.edtf))
    earlier = [date for date in near if date.is_strictly_before(right)]
    later = [date for date in near if right.is_strictly_before(date)]
    return [*earlier[:_NEAREST], *later[:_NEAREST]]


def _dates(material: Material) -> Iterator[HistoricalDate]:
    """The exact dates of all events, and the years of those known to the day or the month."""
    for fact in material.facts:
        for date in (event.date for event in fact.events if is_exact(event)):
            if date:
                yield date
                if date.precision in (Precision.DAY, Precision.MONTH) and date.earliest:
                    yield _whole_year(date.earliest.year)


def _whole_year(year: int) -> HistoricalDate:
    return parse_edtf(f"{year:0{4 + (year < 0)}}")


def _ruled_out(fact: Fact) -> set[str]:
    """Texts that no question of the fact may offer as wrong: those to avoid, and right answers."""
    answers = (
        text
        for question in fact.questions
        if question.kind is not QuestionKind.TRUE_FALSE
        for text in (question.answer, *question.accept)
    )
    return {plain(text) for text in (*_avoided(fact), *answers)}


def _avoided(fact: Fact) -> Iterable[str]:
    return (text for question in fact.questions for text in question.avoid)


@lru_cache(REMEMBERED)
def _look_alike(entity: Entity, right: Entity) -> bool:
    """Whether one name shares words with the other, or is told of it: a part, a place within."""
    if share_a_word(entity.spellings, right.spellings):
        return True
    return names(entity.description, right.spellings) or names(right.description, entity.spellings)
