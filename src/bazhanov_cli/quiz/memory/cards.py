"""Cards: how well a facet is known, worked out by FSRS from the answers given on different days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.quiz.question import Rating

if TYPE_CHECKING:
    import fsrs

_NOON = time(12, tzinfo=UTC)


class CardKey(NamedTuple):
    """What a card remembers: a facet of a fact, for as long as its answer stays the same."""

    fact: int
    facet: str
    knowledge: str


class Card(NamedTuple):
    """How well a facet is known.

    `stability` is the number of days after which nine of ten readers would still know it, and
    `difficulty` goes from 1 to 10 (FSRS-6). `rating` is that of the last day on which it was asked,
    `lapses` counts the days on which it had been forgotten.
    """

    key: CardKey
    stability: float
    difficulty: float
    last_day: date
    due: date
    rating: Rating
    reviews: int
    lapses: int

    @property
    def is_known(self) -> bool:
        """Whether it was known when it was last asked."""
        return self.rating is not Rating.AGAIN

    def is_due(self, today: date) -> bool:
        """Whether it is time to ask; also after the clock was set back behind the last answer."""
        return self.due <= today or self.last_day > today


def card_of(key: CardKey, answers: Sequence[tuple[date, Rating]], today: date) -> Card | None:
    """The card that answers, in the order in which they were given, amount to; None without any.

    Only the first answer of a day moves it: five easy ones in a row would put it off for weeks. It
    is reviewed at noon UTC, so that who comes an hour earlier every day loses nothing by it.
    """
    import fsrs

    scheduler = _scheduler()
    state = fsrs.Card(card_id=0)
    rating, reviews, lapses, last_day = Rating.GOOD, 0, 0, today
    days = study_days([day for day, _ in answers], today)
    for last_day, given in groupby(zip(days, answers, strict=True), key=lambda pair: pair[0]):
        rating = next(given)[1][1]
        moment = datetime.combine(last_day, _NOON)
        state, _ = scheduler.review_card(state, fsrs.Rating(rating.value), moment)
        reviews += 1
        lapses += rating is Rating.AGAIN and reviews > 1
    if state.stability is None or state.difficulty is None:
        return None
    due = state.due.date()
    return Card(key, state.stability, state.difficulty, last_day, due, rating, reviews, lapses)


def retrievability(cards: Iterable[Card], day: date) -> list[float]:
    """The chance, from 0 to 1, that each card would be known on a day."""
    import fsrs

    scheduler = _scheduler()
    moment = datetime.combine(day, _NOON)
    return [
        scheduler.get_card_retrievability(
            fsrs.Card(
                card_id=0,
                state=fsrs.State.Review,
                stability=card.stability,
                difficulty=card.difficulty,
                last_review=datetime.combine(card.last_day, _NOON),
            ),
            moment,
        )
        for card in cards
    ]


def study_days(days: Sequence[date], today: date) -> list[date]:
    """The days of answers given one after another, made to agree with their order.

    A clock may have been wrong: no day is after today, or before the one that came before it.
    """
    agreed: list[date] = []
    for day in days:
        agreed.append(max(min(day, today), agreed[-1] if agreed else date.min))
    return agreed


def _scheduler() -> fsrs.Scheduler:
    """FSRS in whole days: no steps of minutes, and no fuzz, which overshoots its own bounds."""
    import fsrs

    return fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
