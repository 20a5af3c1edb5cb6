"""Choices among three or four options of one kind, one of them right."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.accepted import (
    date_spellings,
    with_rivals_among_options,
    with_spellings,
)
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.hints import with_struck_option
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.options import date_options, text_options
from bazhanov_cli.quiz.questions.prompts import date_prompt, name_prompt


def make_choice(facet: Facet, material: Material, random: Random) -> Question | None:
    """Ask for a name, a phrase or a date with options; None where too few are surely wrong."""
    if facet.date is not None:
        question = _date_choice(facet, material, random)
    else:
        question = _text_choice(facet, material, random)
    return question and with_struck_option(question, random)


def _text_choice(facet: Facet, material: Material, random: Random) -> Question | None:
    prompt = name_prompt(facet, material)
    options = text_options(facet, material, random)
    if prompt is None or not options:
        return None
    answer = facet.knowledge
    question = with_spellings(facet.question(QuestionKind.CHOICE, prompt, answer), facet, material)
    return with_rivals_among_options(replace(question, options=options), material)


def _date_choice(facet: Facet, material: Material, random: Random) -> Question | None:
    prompt = date_prompt(facet, material)
    options = date_options(facet, material, random)
    if prompt is None or facet.date is None or not options:
        return None
    answer = date_in_words(facet.date)
    question = facet.question(QuestionKind.CHOICE, prompt, answer)
    return replace(question, accepted=date_spellings(facet, facet.date), options=options)
