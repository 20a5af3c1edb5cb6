"""Questions of which none answers another: not by what it asks, nor by the feedback before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from bazhanov_cli.facts import Fact, QuestionKind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.wording import plain

_ANSWERED_BY_NO_NAME = (QuestionKind.TRUE_FALSE, QuestionKind.FIRST, QuestionKind.ORDER)


class _Placed(NamedTuple):
    question: Question
    answers: tuple[str, ...]
    asks: str
    offers: str
    reveals: str

    def tells(self, other: _Placed) -> bool:
        """Whether what this question asks names the answer to another, wherever that one stands.

        Among the options of a choice an answer tells nothing to one who chooses it from others.
        """
        shown = self.asks + self.offers if other.question.is_typed else self.asks
        return any(answer in shown for answer in other.answers)

    def answers_by_name(self, later: _Placed) -> bool:
        """Whether the feedback to this question names the answer to another."""
        return any(answer in self.reveals for answer in later.answers)


class Interleaving:
    """Questions in the order in which they will be asked; one is taken in only where it fits.

    What a question shows is its own words, then its answer and the facts that it draws on, with
    their notes: no two questions draw on the same fact, and none comes after its answer was named.
    As a sheet is read as a whole, the words of a question name the answer to no other at all.
    """

    def __init__(self) -> None:
        self._placed: list[_Placed] = []
        self._shown: set[int] = set()

    @property
    def questions(self) -> list[Question]:
        """The questions so far, in order."""
        return [placed.question for placed in self._placed]

    def draws_on(self, facts: Iterable[int]) -> bool:
        """Whether a question that is already in draws on any of the facts."""
        return not self._shown.isdisjoint(facts)

    def add(self, question: Question, facts: Iterable[Fact]) -> bool:
        """Take a question in if there is a place for it; `facts` are those that it draws on."""
        if self.draws_on(question.facts):
            return False
        placed = _placed(question, facts)
        if any(placed.tells(other) or other.tells(placed) for other in self._placed):
            return False
        first, last = 0, len(self._placed)
        for place, other in enumerate(self._placed):
            if placed.answers_by_name(other):
                first = place + 1
            if other.answers_by_name(placed) and last == len(self._placed):
                last = place
        if first > last:
            return False
        self._placed.insert(last, placed)
        self._shown.update(question.facts)
        return True


def _placed(question: Question, facts: Iterable[Fact]) -> _Placed:
    texts = [text for fact in facts for text in (fact.text, *(note.text for note in fact.notes))]
    texts += [question.prompt, *question.accepted, *question.solution]
    asks, offers = _run_of([question.prompt]), _run_of(question.options or ())
    if question.kind in _ANSWERED_BY_NO_NAME:
        # Their options are no names: those of an order say what happened, as a statement does.
        return _Placed(question, (), asks + offers, offers, _run_of(texts))
    answers = tuple(_run_of([text]) for text in question.accepted if plain(text))
    return _Placed(question, answers, asks, offers, _run_of(texts))


def _run_of(texts: Iterable[str]) -> str:
    """Texts as words with blanks around them, so that one is found in another word by word."""
    return " ".join(f" {plain(text)} " for text in texts)
