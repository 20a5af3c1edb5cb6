"""The memory of one dataset: answers go in, one transaction each, and cards come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import NamedTuple

from bazhanov_cli.quiz.memory.cards import Card, CardKey, card_of
from bazhanov_cli.quiz.memory.database import Database
from bazhanov_cli.quiz.question import Question, Rating, Verdict
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.wording import plain
from bazhanov_cli.quiz.session import Answer

_BATCH = 400


class StudyDay(NamedTuple):
    """What was answered on one day."""

    day: date
    answers: int
    right: int


class Memory:
    """The answers and cards of one dataset; `today` is the reader's day.

    Every method raises MemoryFileError when the file cannot be read or written.
    """

    def __init__(self, database: Database, dataset: str, today: date) -> None:
        self._database = database
        self._dataset = dataset
        self.today = today

    def record(
        self, identifier: str, answer: Answer, moment: datetime, unfinished: str | None = None
    ) -> None:
        """Keep an answer under an id of its own, and move its card.

        `unfinished` is the state of the quiz after it, kept in the same transaction.
        """
        key = key_of(answer.question)
        kind, verdict = answer.question.kind, answer.judgement.verdict
        with self._database.transaction():
            self._database.change(
                "INSERT INTO answer (id, dataset, fact, facet, knowledge, kind, verdict, rating,"
                " day, moment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(identifier, self._dataset, *key, kind, verdict, answer.rating),
                    *(self.today.isoformat(), moment.astimezone(UTC).isoformat()),
                ),
            )
            self.move_card(key)
            self._keep(unfinished)

    def amend(
        self, identifier: str, verdict: Verdict, rating: Rating, unfinished: str | None = None
    ) -> None:
        """Put another verdict in place of one that was not fair."""
        with self._database.transaction():
            self._database.change(
                "UPDATE answer SET verdict = ?, rating = ? WHERE id = ?",
                (verdict, rating, identifier),
            )
            self._move_card_of(identifier)
            self._keep(unfinished)

    def undo(self, identifier: str, unfinished: str | None = None) -> None:
        """Take an answer back, as if it had not been given."""
        with self._database.transaction():
            self._database.change("UPDATE answer SET undone = 1 WHERE id = ?", (identifier,))
            self._move_card_of(identifier)
            self._keep(unfinished)

    def due(self) -> Iterator[Card]:
        """The cards that are due, the longest overdue first."""
        today = self.today.isoformat()
        condition = "(due <= ? OR last_day > ?) ORDER BY due, stability, fact, facet"
        return self._cards(condition, (today, today))

    def ahead(self) -> Iterator[Card]:
        """The cards that are not due yet, the next first."""
        today = self.today.isoformat()
        return self._cards("due > ? AND last_day <= ? ORDER BY due, fact, facet", (today, today))

    def weakest(self) -> Iterator[Card]:
        """All cards, those that will be forgotten soonest first."""
        return self._cards("TRUE ORDER BY stability, due, fact, facet", ())

    def cards_of(self, facts: Iterable[int]) -> dict[CardKey, Card]:
        """The cards of some facts."""
        wanted = sorted(set(facts))
        cards: dict[CardKey, Card] = {}
        for start in range(0, len(wanted), _BATCH):
            batch = wanted[start : start + _BATCH]
            found = self._cards(f"fact IN ({','.join('?' * len(batch))})", batch)
            cards |= {card.key: card for card in found}
        return cards

    def study_days(self) -> list[StudyDay]:
        """The days on which something was answered, oldest first."""
        rows = self._database.rows(
            "SELECT day, COUNT(*), SUM(verdict IN ('exact', 'close')) FROM answer"
            " WHERE dataset = ? AND NOT undone GROUP BY day ORDER BY day",
            (self._dataset,),
        )
        return [StudyDay(date.fromisoformat(day), count, right) for day, count, right in rows]

    def days_right(self) -> dict[CardKey, int]:
        """On how many days each card was answered right."""
        rows = self._database.each(
            "SELECT fact, facet, knowledge, COUNT(DISTINCT day) FROM answer WHERE dataset = ?"
            " AND NOT undone AND verdict IN ('exact', 'close') GROUP BY fact, facet, knowledge",
            (self._dataset,),
        )
        return {CardKey(*key): days for *key, days in rows}

    def unfinished(self) -> str | None:
        """The state of the quiz that was left, if there is one."""
        sql = "SELECT record FROM unfinished WHERE dataset = ?"
        return next((str(row[0]) for row in self._database.rows(sql, (self._dataset,))), None)

    def forget_unfinished(self) -> None:
        """Forget the state of the quiz that was left."""
        self._database.change("DELETE FROM unfinished WHERE dataset = ?", (self._dataset,))

    def count(self) -> int:
        """How many answers are kept, those undone left aside."""
        sql = "SELECT COUNT(*) FROM answer WHERE dataset = ? AND NOT undone"
        return int(self._database.rows(sql, (self._dataset,))[0][0])

    def reset(self) -> None:
        """Forget everything about this dataset."""
        with self._database.transaction():
            for table in ("answer", "card", "unfinished"):
                self._database.change(f"DELETE FROM {table} WHERE dataset = ?", (self._dataset,))

    def move_card(self, key: CardKey) -> None:
        """Work a card out again from its answers."""
        rows = self._database.rows(
            "SELECT day, rating FROM answer WHERE dataset = ? AND fact = ? AND facet = ?"
            " AND knowledge = ? AND NOT undone ORDER BY moment, id",
            (self._dataset, *key),
        )
        answers = [(date.fromisoformat(day), Rating(rating)) for day, rating in rows]
        card = card_of(key, answers, self.today)
        self._database.change(
            "DELETE FROM card WHERE dataset = ? AND fact = ? AND facet = ? AND knowledge = ?",
            (self._dataset, *key),
        )
        if card is not None:
            self._database.change(
                "INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(self._dataset, *key, card.stability, card.difficulty),
                    *(card.last_day.isoformat(), card.due.isoformat()),
                    *(card.rating, card.reviews, card.lapses),
                ),
            )

    def _keep(self, unfinished: str | None) -> None:
        if unfinished is not None:
            sql = "INSERT OR REPLACE INTO unfinished VALUES (?, ?)"
            self._database.change(sql, (self._dataset, unfinished))

    def _move_card_of(self, identifier: str) -> None:
        sql = "SELECT fact, facet, knowledge FROM answer WHERE id = ?"
        self.move_card(CardKey(*self._database.rows(sql, (identifier,))[0]))

    def _cards(self, condition: str, parameters: Iterable[object]) -> Iterator[Card]:
        rows = self._database.each(
            "SELECT fact, facet, knowledge, stability, difficulty, last_day, due, rating, reviews,"
            f" lapses FROM card WHERE dataset = ? AND {condition}",
            (self._dataset, *parameters),
        )
        return (
            Card(
                CardKey(*row[:3]), row[3], row[4], date.fromisoformat(row[5]),
                date.fromisoformat(row[6]), Rating(row[7]), row[8], row[9],
            )
            for row in rows
        )  # fmt: skip


def key_of(question: Question) -> CardKey:
    """The card that a question is remembered by."""
    return CardKey(question.fact, question.facet, known_as(question.knowledge))


def key_of_facet(facet: Facet) -> CardKey:
    """The card that remembers a facet."""
    return CardKey(facet.fact.id, facet.name, known_as(facet.knowledge))


def known_as(knowledge: str) -> str:
    """An answer as cards keep it: its spelling may be mended without a loss, it may not change."""
    return plain(knowledge) or knowledge
