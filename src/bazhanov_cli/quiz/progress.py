"""What the quiz has learnt about its reader: what is due, known and shaky, and how it went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.in_use import cards_in_use
from bazhanov_cli.quiz.memory.cards import Card, CardKey, retrievability
from bazhanov_cli.quiz.memory.store import Memory, StudyDay
from bazhanov_cli.quiz.question import Rating

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library

LIKELY = 0.8
"""The chance from which on an answer counts as one that would be known today."""


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """The facts of a topic by how well they are known.

    `strength` is the chance, from 0 to 1, that what was asked would be known; None untried.
    """

    topic: str
    known: int
    shaky: int
    new: int
    strength: float | None

    @property
    def share(self) -> float:
        """How many of all facts of the topic are known, from 0 to 1."""
        return self.known / (self.known + self.shaky + self.new)


@dataclass(frozen=True, slots=True)
class Progress:
    """What is remembered of a dataset on a day.

    A fact is known when more than half of what was asked of it is, shaky when it was asked and is
    not known. An answer is known that would most likely be given today, and that was recalled when
    it was last asked, or right on two days: to find it once among options is not enough.

    `reviews` are the questions asked again on a later day, `retained` those of them whose answer
    was still known.
    """

    dataset: str
    title: str
    today: date
    due: int
    ahead: tuple[tuple[date, int], ...]
    known: tuple[int, ...]
    shaky: tuple[int, ...]
    new: int
    topics: tuple[TopicProgress, ...]
    reviews: int
    retained: int
    days: tuple[StudyDay, ...]

    @property
    def answers(self) -> int:
        """How many answers are remembered."""
        return sum(day.answers for day in self.days)

    @property
    def retention(self) -> float | None:
        """The share of answers that were still known on a later day; None when none was asked."""
        return self.retained / self.reviews if self.reviews else None


def progress_of(memory: Memory, library: Library) -> Progress:
    """The progress in a dataset; cards of questions that it no longer answers so are left out."""
    cards = [card for card, _ in cards_in_use(memory.weakest(), library)]
    chances = _chances(cards, memory.today)
    strengths, known = _by_fact(cards, chances), _known_facts(cards, chances, memory.days_right())
    due = sum(card.is_due(memory.today) for card in cards)
    ahead: dict[date, int] = {}
    for card in cards:
        if not card.is_due(memory.today):
            ahead[card.due] = ahead.get(card.due, 0) + 1
    return Progress(
        dataset=library.dataset.id,
        title=library.dataset.title,
        today=memory.today,
        due=due,
        ahead=tuple(sorted(ahead.items())),
        known=tuple(sorted(known)),
        shaky=tuple(sorted(strengths.keys() - known)),
        new=library.fact_count - len(strengths),
        topics=tuple(_topics(library, strengths, known)),
        reviews=sum(card.reviews - 1 for card in cards),
        retained=sum(card.reviews - 1 - card.lapses for card in cards),
        days=tuple(memory.study_days()),
    )


def _chances(cards: list[Card], today: date) -> list[float]:
    """The chance that each card would be known on a day; 0 for what was not known when asked."""
    chances = zip(cards, retrievability(cards, today), strict=True)
    return [chance if card.is_known else 0.0 for card, chance in chances]


def _by_fact(cards: list[Card], chances: list[float]) -> dict[int, list[float]]:
    strengths: dict[int, list[float]] = {}
    for card, chance in zip(cards, chances, strict=True):
        strengths.setdefault(card.key.fact, []).append(chance)
    return strengths


def _known_facts(
    cards: list[Card], chances: list[float], days_right: dict[CardKey, int]
) -> set[int]:
    """The facts of which more than half of what was asked is known."""
    balance: Counter[int] = Counter()
    for card, chance in zip(cards, chances, strict=True):
        is_proven = card.rating is Rating.GOOD or days_right.get(card.key, 0) > 1
        balance[card.key.fact] += 1 if is_proven and chance >= LIKELY else -1
    return {fact for fact, excess in balance.items() if excess > 0}


def _topics(
    library: Library, strengths: dict[int, list[float]], known: set[int]
) -> Iterable[TopicProgress]:
    for topic, facts in library.facts_by_topic(Selection()):
        asked = strengths.keys() & set(facts)
        chances = [chance for fact in asked for chance in strengths[fact]]
        yield TopicProgress(
            topic=topic,
            known=len(asked & known),
            shaky=len(asked - known),
            new=len(facts) - len(asked),
            strength=sum(chances) / len(chances) if chances else None,
        )
