"""A quiz from its first question to its last, and how its answers come to be remembered."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bazhanov_cli.quiz.saving import SavedQuiz, saved
from bazhanov_cli.quiz.session import Answer, Effect, Outcome, Session, Turn

if TYPE_CHECKING:
    from bazhanov_cli.quiz.memory.store import Memory


class Recorder:
    """Keeps each answer of a quiz the moment it is given, and the state of the quiz beside it."""

    def __init__(
        self,
        memory: Memory,
        session: Session,
        seed: int,
        kept: tuple[str, ...] = (),
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._memory = memory
        self._session = session
        self._seed = seed
        self._kept = list(kept)
        self._clock = clock

    def keep(self, outcome: Outcome) -> None:
        """Write down what a typed line did; a quiz that is over leaves nothing to take up."""
        self._write(outcome)
        if self._session.is_finished:
            self._memory.forget_unfinished()

    def _write(self, outcome: Outcome) -> None:
        answer = outcome.answer
        if answer is None:
            return
        if outcome.effect is Effect.ANSWERED:
            self._record(answer)
        elif outcome.effect is Effect.UNDONE:
            identifier = self._kept.pop()
            self._memory.undo(identifier, self._state())
        elif outcome.effect is Effect.ACCEPTED:
            verdict, rating = answer.judgement.verdict, answer.rating
            self._memory.amend(self._kept[-1], verdict, rating, self._state())

    def _record(self, answer: Answer) -> None:
        identifier = os.urandom(16).hex()
        self._kept.append(identifier)
        self._memory.record(identifier, answer, self._clock(), self._state())

    def _state(self) -> str:
        session = self._session
        quiz = SavedQuiz(self._seed, session.questions, session.answers, tuple(self._kept))
        return saved(quiz)


def play(
    session: Session,
    ask: Callable[[Turn], str],
    keep: Callable[[Outcome], None],
    tell: Callable[[Outcome], None],
) -> None:
    """Play until the quiz is over, is left, or the input ends; an answer is kept, then told.

    `ask` shows a turn and returns what was typed; it raises EOFError when there is no more.
    """
    while (turn := session.turn) is not None:
        try:
            line = ask(turn)
        except EOFError:
            return
        outcome = session.reply(line)
        keep(outcome)
        tell(outcome)
