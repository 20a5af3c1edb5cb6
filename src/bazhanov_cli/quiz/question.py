"""The values of the quiz: a question with its key, and what a typed answer was worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import EntityKind, QuestionKind


class Verdict(StrEnum):
    """What an answer was worth."""

    EXACT = "exact"
    CLOSE = "close"
    PARTIAL = "partial"
    INVALID = "invalid"
    WRONG = "wrong"
    SKIPPED = "skipped"

    @property
    def is_right(self) -> bool:
        """Whether the answer counts."""
        return self in (Verdict.EXACT, Verdict.CLOSE)

    @property
    def asks_again(self) -> bool:
        """Whether the same question is put once more, at no cost."""
        return self in (Verdict.PARTIAL, Verdict.INVALID)


class Rating(IntEnum):
    """How well an answer was known, in the scale of the FSRS scheduler."""

    AGAIN = 1
    HARD = 2
    GOOD = 3

    @property
    def word(self) -> str:
        """The rating as it is written in JSON."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, and the reason for it where it is not plain: "read as 9 August 1923"."""

    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with exactly one right answer.

    `fact` is the fact that it is asked of and `facet` what is asked of it: together they name the
    card that remembers it. `facts` are all the facts that it draws on. `options` are what to choose
    from, or to put in order, None for a typed answer; `accepted` is every way to write the answer.
    `date` is the answer of a question that asks for a date, `names` the kind of entity that the
    answer names. `rivals` are names that a slip of the pen must not be taken for; those of a choice
    come after the wrong option that they name as well. `within` are places and bodies that may be
    named after the answer, as it may lie in them. `hints` are given one by one; `solution` tells
    the answer in full where letters alone say little. `knowledge` is what has to be known, whatever
    the form of the question: the card starts afresh when it changes.
    """

    fact: int
    facet: str
    kind: QuestionKind
    prompt: str
    answer: str
    accepted: tuple[str, ...] = ()
    options: tuple[str, ...] | None = None
    facts: tuple[int, ...] = ()
    date: HistoricalDate | None = None
    names: EntityKind | None = None
    rivals: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    solution: tuple[str, ...] = ()
    knowledge: str = ""

    @property
    def is_typed(self) -> bool:
        """Whether the answer has to be recalled, not recognised among options."""
        return self.options is None
