"""The play of a quiz: what is asked next, and what a typed line does; no input, no output."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bazhanov_cli.quiz.answers import judge
from bazhanov_cli.quiz.question import Judgement, Question, Rating, Verdict

GIVE_UP, HINT, UNDO, ACCEPT, LEAVE = "", "?", "u", "!", "q"
"""What may be typed in place of an answer."""

FREE_TRIES = 3
"""How often a partial or invalid answer costs a reader nothing, before it counts as it is."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question that is being asked; `number` of `total`, or once more because it was missed."""

    question: Question
    number: int
    total: int
    is_repeat: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer that counts for a question."""

    question: Question
    typed: str
    judgement: Judgement
    rating: Rating

    @property
    def is_right(self) -> bool:
        """Whether it counts as right."""
        return self.judgement.verdict.is_right


class Effect(StrEnum):
    """What a typed line did."""

    ANSWERED = "answered"
    REPEATED = "repeated"
    ASKED_AGAIN = "asked again"
    HINTED = "hinted"
    UNDONE = "undone"
    ACCEPTED = "accepted"
    NOTHING = "nothing"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a typed line did: to which turn, with which answer, with which words to the reader."""

    effect: Effect
    turn: Turn
    answer: Answer | None = None
    message: str = ""


class Session:
    """A quiz that is being played: questions in order, then those that were missed once more."""

    def __init__(
        self,
        questions: Sequence[Question],
        answers: Sequence[Answer] = (),
        free_tries: int = FREE_TRIES,
    ) -> None:
        self._questions = list(questions)
        self._free_tries = free_tries
        self._answers = list(answers)
        self._repeats = [n for n, answer in enumerate(answers) if not answer.is_right]
        self._repeated = 0
        self._hints_given = 0
        self._tries = 0
        self._left = False
        self._signs: dict[str, Callable[[Turn], Outcome]] = {
            GIVE_UP: lambda turn: self._take(turn, "", Judgement(Verdict.SKIPPED)),
            HINT: self._hint,
            UNDO: self._undo,
            ACCEPT: self._accept,
            LEAVE: self._leave,
        }

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions of the quiz."""
        return tuple(self._questions)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that count, in the order of the questions; repeats do not."""
        return tuple(self._answers)

    @property
    def is_finished(self) -> bool:
        """Whether everything was asked, and everything missed asked again."""
        return self._turn() is None

    @property
    def turn(self) -> Turn | None:
        """What is asked now; None when the quiz is over or was left."""
        return None if self._left else self._turn()

    def reply(self, line: str) -> Outcome:
        """Take a typed line: an answer, or one of the signs that stand for something else."""
        turn = self.turn
        if turn is None:
            raise ValueError("the quiz is over")
        typed = line.strip()
        judgement = judge(turn.question, typed)
        if judgement.verdict is not Verdict.EXACT and (sign := typed.casefold()) in self._signs:
            return self._signs[sign](turn)
        if judgement.verdict.asks_again and self._tries < self._free_tries:
            self._tries += 1
            return Outcome(Effect.ASKED_AGAIN, turn, message=judgement.reason)
        return self._take(turn, typed, judgement)

    def _turn(self) -> Turn | None:
        total = len(self._questions)
        number = len(self._answers)
        if number < total:
            return Turn(self._questions[number], number + 1, total)
        if self._repeated < len(self._repeats):
            number = self._repeats[self._repeated]
            return Turn(self._questions[number], number + 1, total, is_repeat=True)
        return None

    def _take(self, turn: Turn, typed: str, judgement: Judgement) -> Outcome:
        answer = Answer(turn.question, typed, judgement, self._rating(turn.question, judgement))
        self._turn_over()
        if turn.is_repeat:
            self._repeated += 1
            return Outcome(Effect.REPEATED, turn, answer)
        self._answers.append(answer)
        if not answer.is_right:
            self._repeats.append(turn.number - 1)
        return Outcome(Effect.ANSWERED, turn, answer)

    def _turn_over(self) -> None:
        self._hints_given, self._tries = 0, 0

    def _rating(self, question: Question, judgement: Judgement) -> Rating:
        if not judgement.verdict.is_right:
            return Rating.AGAIN
        return Rating.GOOD if question.is_typed and not self._hints_given else Rating.HARD

    def _leave(self, turn: Turn) -> Outcome:
        self._left = True
        return Outcome(Effect.LEFT, turn)

    def _hint(self, turn: Turn) -> Outcome:
        hints = turn.question.hints
        if self._hints_given >= len(hints):
            message = "There is no more to tell." if hints else "There is no hint for this one."
            return Outcome(Effect.NOTHING, turn, message=message)
        self._hints_given += 1
        return Outcome(Effect.HINTED, turn, message=hints[self._hints_given - 1])

    def _undo(self, turn: Turn) -> Outcome:
        """Go back to the last question that was answered, as if it had not been."""
        self._turn_over()
        if self._repeated:
            self._repeated -= 1
            return Outcome(Effect.UNDONE, self._turn() or turn)
        if not self._answers:
            return Outcome(Effect.NOTHING, turn, message="There is no answer to undo.")
        answer = self._answers.pop()
        number = len(self._answers)
        self._repeats = [missed for missed in self._repeats if missed != number]
        return Outcome(Effect.UNDONE, self._turn() or turn, answer)

    def _accept(self, turn: Turn) -> Outcome:
        """Take the last answer for right, on the reader's word."""
        last = self._answers[-1] if self._answers and not self._repeated else None
        if last is None or last.is_right or last.judgement.verdict is Verdict.SKIPPED:
            message = "There is no wrong answer to put right."
            return Outcome(Effect.NOTHING, turn, message=message)
        rating = Rating.GOOD if last.question.is_typed else Rating.HARD
        judgement = Judgement(Verdict.CLOSE, "accepted on your word")
        answer = replace(last, judgement=judgement, rating=rating)
        self._answers[-1] = answer
        number = len(self._answers) - 1
        self._repeats = [missed for missed in self._repeats if missed != number]
        self._turn_over()
        return Outcome(Effect.ACCEPTED, turn, answer)
