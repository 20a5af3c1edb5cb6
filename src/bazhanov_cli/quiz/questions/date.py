"""Dates that have to be typed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.accepted import date_spellings
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.hints import with_hint, with_options_hint
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.options import date_options
from bazhanov_cli.quiz.questions.prompts import date_prompt


def make_date(facet: Facet, material: Material, random: Random) -> Question | None:
    """Ask for a date to be typed, as precise as it is known."""
    date, prompt = facet.date, date_prompt(facet, material)
    if date is None or prompt is None:
        return None
    answer = facet.curated.answer if facet.curated else date_in_words(date)
    question = replace(
        facet.question(QuestionKind.DATE, prompt, answer),
        accepted=date_spellings(facet, date),
        date=date,
    )
    is_year_known = date.precision not in (Precision.DECADE, Precision.CENTURY)
    if is_year_known and date.earliest and date.earliest.year >= 1000:
        question = with_hint(question, f"The year begins with {date.earliest.year // 10}.")
    options = date_options(facet, material, random)
    return with_options_hint(question, date_in_words(date), options, random)
