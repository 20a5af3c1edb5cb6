"""The options to offer: the answer among what is surely wrong, where it cannot be guessed."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.quiz.answers.words import comparable
from bazhanov_cli.quiz.questions.distractors import wrong_dates, wrong_entities, wrong_texts
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.material import Material

MOST_OPTIONS, FEWEST_OPTIONS = 4, 3


def text_options(facet: Facet, material: Material, random: Random) -> tuple[str, ...]:
    """The answer among wrong names or phrases, shuffled; none where there are too few."""
    gap = facet.gap
    named = (
        entity.name
        for entity in wrong_entities(facet, material)
        if gap is None or material.fits(gap, entity, entity.name, facet.knowledge)
    )
    wrong = _distinct(wrong_texts(facet) or named, facet.knowledge)
    if len(wrong) < FEWEST_OPTIONS - 1:
        return ()
    options = [facet.knowledge, *random.sample(wrong, min(MOST_OPTIONS - 1, len(wrong)))]
    random.shuffle(options)
    return tuple(options)


def date_options(facet: Facet, material: Material, random: Random) -> tuple[str, ...]:
    """The right date among wrong ones in order of time, in a place that cannot be guessed.

    Its place is drawn first, then so many earlier and later dates. The first and the last date of
    all have no place to hide in.
    """
    right = facet.date
    if right is None:
        return ()
    wrong = wrong_dates(facet, material)
    earlier = [date for date in wrong if date.is_strictly_before(right)]
    later = [date for date in wrong if right.is_strictly_before(date)]
    for count in (MOST_OPTIONS, FEWEST_OPTIONS):
        last = count - 1
        places = [n for n in range(count) if n <= len(earlier) and last - n <= len(later)]
        if len(places) > 1:
            place = random.choice(places)
            chosen = [right, *random.sample(earlier, place), *random.sample(later, last - place)]
            return tuple(date_in_words(date) for date in sorted(chosen, key=_first_day))
    return ()


def _first_day(date: HistoricalDate) -> tuple[int, ...]:
    return tuple(date.earliest or ())


def _distinct(wrong: Iterable[str], answer: str) -> list[str]:
    """The texts that the grader tells from the answer and from one another."""
    kept = {comparable(text): text for text in wrong}
    kept.pop(comparable(answer), None)
    return [kept[key] for key in sorted(kept)]
