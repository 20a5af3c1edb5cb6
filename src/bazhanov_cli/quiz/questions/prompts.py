"""How names and dates are asked for; a text that tells its own answer is never asked."""

from __future__ import annotations

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import EntityKind, Event, QuestionKind
from bazhanov_cli.quiz.questions.date_mentions import date_mentions
from bazhanov_cli.quiz.questions.facets import Facet, is_exact
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.wording import (
    gives_away,
    has_year,
    leans_on_another,
    names,
    plain,
    without,
)

_ASKED = {
    EntityKind.PERSON: "Who is missing?",
    EntityKind.PLACE: "Which place is missing?",
    EntityKind.ORGANISATION: "Which body is missing?",
    EntityKind.WORK: "Which work is missing?",
    EntityKind.CONCEPT: "What is missing?",
}
_DATED = {
    Precision.DAY: "On what day",
    Precision.MONTH: "In which month and year",
    Precision.SEASON: "In which season of which year",
    Precision.YEAR: "In which year",
    Precision.DECADE: "In which decade",
    Precision.CENTURY: "In which century",
    Precision.INTERVAL: "From when to when",
}


def name_prompt(facet: Facet, material: Material) -> str | None:
    """The curated question, or the fact with a gap for the name; None if that tells the answer."""
    curated = facet.curated
    if curated:
        if curated.kind is QuestionKind.TRUE_FALSE or facet.date is not None:
            return None
        also = (*curated.accept, *(facet.entity.spellings if facet.entity else ()))
        told = gives_away(curated.ask, (curated.answer,)) or names(curated.ask, also)
        return None if told else curated.ask
    gap = facet.gap
    if gap is None or facet.entity is None or material.tells_otherwise(facet.fact, gap):
        return None
    return f"{_ASKED[facet.entity.kind]} {gap}"


def date_prompt(facet: Facet, material: Material) -> str | None:
    """The curated question, the fact with a gap for its date, or the event's label.

    None where the prompt has a year in it, tells the answer, or fits another date as well.
    """
    date, event = facet.date, facet.event
    if date is None:
        return None
    if facet.curated:
        prompt: str | None = facet.curated.ask
    else:
        prompt = event and _asked_of(facet, event, material)
    # To ask for a century is to say the word, which tells nothing.
    told = date_in_words(date).replace("century", "")
    return None if prompt is None or has_year(prompt) or gives_away(prompt, (told,)) else prompt


def _asked_of(facet: Facet, event: Event, material: Material) -> str | None:
    date = event.date
    if date is None or not is_exact(event) or None in date.bounds:
        return None
    if facet.fact.is_doubted:
        return None
    asked = _DATED[date.precision]
    if gapped := _with_gap(facet, material, date):
        return f"{asked}? {gapped}"
    label = _label(event, material, date)
    return f"{asked} was this? {label}" if label else None


def _with_gap(facet: Facet, material: Material, date: HistoricalDate) -> str | None:
    """The fact's own words, where this date is the only one in them."""
    mentions = date_mentions(facet.fact.text)
    if len(mentions) != 1 or mentions[0].date.bounds != date.bounds:
        return None
    gapped = without(facet.fact.text, (mentions[0].start, mentions[0].end))
    return None if material.tells_otherwise(facet.fact, gapped) else str(gapped)


def _label(event: Event, material: Material, date: HistoricalDate) -> str | None:
    """The event in a few words, where no other event has the same ones and another date."""
    label = plain(event.label)
    others = (
        other.date
        for fact in material.facts
        for other in fact.events
        if plain(other.label) == label
    )
    if not label or leans_on_another(label):
        return None
    return event.label if all(o and o.bounds == date.bounds for o in others) else None
