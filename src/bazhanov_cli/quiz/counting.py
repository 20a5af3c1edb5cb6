"""How many questions a dataset is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.library.sampling import sample
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.questions import MAKERS
from bazhanov_cli.quiz.questions.facets import facets_of
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.seeds import random_for

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library

MOST_FACTS = 40


class QuestionCount(NamedTuple):
    """How many questions of each kind can be made of so many facts."""

    facts: int
    by_kind: dict[QuestionKind, int]

    @property
    def total(self) -> int:
        """How many questions there are of all kinds together."""
        return sum(self.by_kind.values())


def count_questions(library: Library) -> QuestionCount:
    """Count the questions that can be made of all facts, or of 40 drawn from a larger dataset."""
    facts = sorted(sample(library, Selection(), MOST_FACTS, random_for("count")))
    material = Material(library.dataset, facts)
    by_kind = dict.fromkeys(QuestionKind, 0)
    for fact in facts:
        for facet in facets_of(fact, material.subject_id):
            for kind, make in MAKERS.items():
                random = random_for("count", fact.id, facet.name, kind)
                by_kind[kind] += make(facet, material, random) is not None
    return QuestionCount(len(facts), by_kind)
