"""Questions made from facts: a maker for each kind, and what they are made from."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.choice import make_choice
from bazhanov_cli.quiz.questions.date import make_date
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.first import make_first
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.order import make_order
from bazhanov_cli.quiz.questions.recall import make_recall
from bazhanov_cli.quiz.questions.true_false import make_true_false

Maker = Callable[[Facet, Material, Random], Question | None]

MAKERS: dict[QuestionKind, Maker] = {
    QuestionKind.RECALL: make_recall,
    QuestionKind.CHOICE: make_choice,
    QuestionKind.DATE: make_date,
    QuestionKind.ORDER: make_order,
    QuestionKind.FIRST: make_first,
    QuestionKind.TRUE_FALSE: make_true_false,
}

RECOGNISED = (
    QuestionKind.CHOICE,
    QuestionKind.TRUE_FALSE,
    QuestionKind.FIRST,
    QuestionKind.ORDER,
)
"""The kinds that show the answer among others: for what is not yet known."""

RECALLED = (QuestionKind.RECALL, QuestionKind.DATE)
"""The kinds whose answer is typed: for what is known."""
