"""Names and phrases that have to be typed."""

from __future__ import annotations

from random import Random

from bazhanov_cli import folding
from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.accepted import with_spellings
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.hints import with_letters_hint, with_options_hint
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.options import text_options
from bazhanov_cli.quiz.questions.prompts import name_prompt

LONGEST_TYPED_ANSWER = 5
"""Words. To type a longer answer would be a test of typing."""


def make_recall(facet: Facet, material: Material, random: Random) -> Question | None:
    """Ask for a name or a short phrase to be typed."""
    prompt = name_prompt(facet, material)
    if prompt is None or len(folding.words(facet.knowledge)) > LONGEST_TYPED_ANSWER:
        return None
    question = facet.question(QuestionKind.RECALL, prompt, facet.knowledge)
    question = with_letters_hint(with_spellings(question, facet, material))
    return with_options_hint(
        question, question.answer, text_options(facet, material, random), random
    )
