"""The step from one state of a card to the next, by the FSRS-6 scheduler of the `fsrs` package.

Reviews are told to it at noon UTC of the study day, because its clock of 24 hours would punish who
comes back an hour earlier each day; its fuzz is off, because it overshoots its own bounds.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.quiz.question import Rating

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""The chance of still knowing a card on the day it comes back."""

NEW_DAY_BEGINS = timedelta(hours=4)
"""A quiz after midnight still belongs to the day before."""

_KNOWN_STABILITY = 7.0


class CardState(NamedTuple):
    """How well one facet of a fact is known.

    `stability` is in days until the chance of knowing it falls to 90 %; `difficulty` is from 1 to
    10; `due` and `last` are study days.
    """

    stability: float
    difficulty: float
    due: date
    last: date

    @property
    def is_known(self) -> bool:
        """Whether the card will hold for a week."""
        return self.stability >= _KNOWN_STABILITY


def study_day(now: datetime) -> date:
    """The day that a moment of the reader's own clock belongs to."""
    return (now - NEW_DAY_BEGINS).date()


def reviewed(state: CardState | None, rating: Rating, day: date) -> CardState:
    """The state of a card after a review; None is a card never seen.

    A day before the last review, as after a clock was set back, counts as the day of that review.
    """
    from fsrs import Rating as Grade

    if state is not None:
        day = max(day, state.last)
    card, _ = _scheduler().review_card(_card(state), Grade(int(rating)), _noon(day))
    if card.stability is None or card.difficulty is None:
        raise AssertionError("a reviewed card has a stability and a difficulty")
    return CardState(card.stability, card.difficulty, card.due.date(), day)


def retrievability(state: CardState, day: date) -> float:
    """The chance, from 0 to 1, that a card is still known on a day."""
    return float(_scheduler().get_card_retrievability(_card(state), _noon(max(day, state.last))))


def _card(state: CardState | None) -> Card:
    from fsrs import Card, State

    if state is None:
        return Card(card_id=1)
    return Card(
        card_id=1,
        state=State.Review,
        step=None,
        stability=state.stability,
        difficulty=state.difficulty,
        due=_noon(state.due),
        last_review=_noon(state.last),
    )


def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
