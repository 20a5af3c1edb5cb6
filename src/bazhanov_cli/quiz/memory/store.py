"""The quiz's memory on disk: one SQLite file, one transaction an answer.

Every answer is a review that is never changed; a card is what its reviews have made of it, and can
always be made again from them. So two memories unite by uniting their reviews.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bazhanov_cli.errors import MemoryFileError
from bazhanov_cli.quiz.memory.schedule import CardState, reviewed
from bazhanov_cli.quiz.question import Rating, Verdict

VERSION = 1
APPLICATION_ID = 0x626A6D65  # "bjme": tells our memory from any other SQLite file
_BUSY_SECONDS = 10

_TABLES = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = {VERSION};
CREATE TABLE review (
    id TEXT PRIMARY KEY, dataset TEXT NOT NULL, fact INTEGER NOT NULL, facet TEXT NOT NULL,
    knowledge TEXT NOT NULL, day TEXT NOT NULL, at REAL NOT NULL, verdict TEXT NOT NULL,
    rating INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX review_of_card ON review (dataset, fact, facet, knowledge, day, at);
CREATE INDEX review_by_time ON review (dataset, at);
CREATE TABLE card (
    dataset TEXT NOT NULL, fact INTEGER NOT NULL, facet TEXT NOT NULL, knowledge TEXT NOT NULL,
    stability REAL NOT NULL, difficulty REAL NOT NULL, due TEXT NOT NULL, last TEXT NOT NULL,
    PRIMARY KEY (dataset, fact, facet)
) WITHOUT ROWID;
CREATE TABLE unfinished (dataset TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
"""


class CardKey(NamedTuple):
    """What one card remembers: a facet of a fact of a dataset."""

    dataset: str
    fact: int
    facet: str


class Review(NamedTuple):
    """One answer: `knowledge` is what had to be known, `day` the study day, `at` epoch seconds."""

    id: str
    key: CardKey
    knowledge: str
    day: date
    at: float
    verdict: Verdict
    rating: Rating


class Memory:
    """The reviews and cards of one file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def record(self, review: Review) -> bool:
        """Keep an answer; tells whether it moved its card, as only the first of a day does."""
        with self._change() as connection:
            first = not self._answered_on(review)
            connection.execute(
                "INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(review)
            )
            if first:
                self._move(review)
        return first

    def take_back(self, identifier: str) -> None:
        """Undo an answer: its card is made again from the reviews that remain."""
        with self._change() as connection:
            found = connection.execute(
                "DELETE FROM review WHERE id = ? RETURNING dataset, fact, facet", [identifier]
            ).fetchall()
            for row in found:
                self._rebuild(CardKey(*row))

    def cards(self, dataset: str) -> dict[tuple[int, str], tuple[str, CardState]]:
        """The cards of a dataset, by fact and facet, each with what it remembers."""
        rows = self._rows(
            "SELECT fact, facet, knowledge, stability, difficulty, due, last FROM card"
            " WHERE dataset = ?",
            [dataset],
        )
        return {
            (fact, facet): (knowledge, _state(stability, difficulty, due, last))
            for fact, facet, knowledge, stability, difficulty, due, last in rows
        }

    def reviews(self, dataset: str | None = None) -> Iterator[Review]:
        """The answers to questions of a dataset, or of all, the oldest first."""
        where, parameters = ("WHERE dataset = ?", [dataset]) if dataset else ("", [])
        columns = "id, dataset, fact, facet, knowledge, day, at, verdict, rating"
        rows = self._rows(f"SELECT {columns} FROM review {where} ORDER BY at, id", parameters)
        return map(_review, rows)

    def unite(self, reviews: Iterable[Review]) -> int:
        """Add the answers that are not known yet; returns how many there were."""
        with self._change() as connection:
            added = [
                review
                for review in reviews
                if connection.execute(
                    "INSERT OR IGNORE INTO review VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(review)
                ).rowcount
            ]
            for key in {review.key for review in added}:
                self._rebuild(key)
        return len(added)

    def forget(self, dataset: str) -> int:
        """Delete all that is known of a dataset; returns how many answers that were."""
        with self._change() as connection:
            connection.execute("DELETE FROM card WHERE dataset = ?", [dataset])
            connection.execute("DELETE FROM unfinished WHERE dataset = ?", [dataset])
            return connection.execute("DELETE FROM review WHERE dataset = ?", [dataset]).rowcount

    def unfinished(self, dataset: str) -> str | None:
        """The record of a quiz that was left before its end."""
        rows = self._rows("SELECT record FROM unfinished WHERE dataset = ?", [dataset])
        return rows[0][0] if rows else None

    def keep_unfinished(self, dataset: str, record: str | None) -> None:
        """Keep the record of a quiz in play; None when it is over."""
        with self._change() as connection:
            connection.execute("DELETE FROM unfinished WHERE dataset = ?", [dataset])
            if record is not None:
                connection.execute("INSERT INTO unfinished VALUES (?, ?)", [dataset, record])

    def _answered_on(self, review: Review) -> bool:
        sql = (
            "SELECT 1 FROM review WHERE dataset = ? AND fact = ? AND facet = ? AND knowledge = ?"
            " AND day = ? LIMIT 1"
        )
        return bool(self._rows(sql, [*review.key, review.knowledge, review.day.isoformat()]))

    def _move(self, review: Review) -> None:
        """Move a card by one review; a card of other knowledge starts afresh."""
        sql = (
            "SELECT stability, difficulty, due, last FROM card"
            " WHERE dataset = ? AND fact = ? AND facet = ? AND knowledge = ?"
        )
        found = self._rows(sql, [*review.key, review.knowledge])
        before = _state(*found[0]) if found else None
        self._keep(review.key, review.knowledge, reviewed(before, review.rating, review.day))

    def _rebuild(self, key: CardKey) -> None:
        """Make a card again from its reviews of the latest knowledge, the first of each day."""
        sql = (
            "SELECT id, dataset, fact, facet, knowledge, day, at, verdict, rating FROM review"
            " WHERE dataset = ? AND fact = ? AND facet = ? ORDER BY day, at, id"
        )
        answers = [_review(row) for row in self._rows(sql, key)]
        self._connection.execute(
            "DELETE FROM card WHERE dataset = ? AND fact = ? AND facet = ?", key
        )
        if not answers:
            return
        knowledge = max(answers, key=lambda answer: answer.at).knowledge
        state, last = None, None
        for answer in answers:
            if answer.knowledge == knowledge and answer.day != last:
                state, last = reviewed(state, answer.rating, answer.day), answer.day
        if state is not None:
            self._keep(key, knowledge, state)

    def _keep(self, key: CardKey, knowledge: str, state: CardState) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                *key,
                knowledge,
                state.stability,
                state.difficulty,
                state.due.isoformat(),
                state.last.isoformat(),
            ],
        )

    def _rows(self, sql: str, parameters: Iterable[object] = ()) -> list[Any]:
        try:
            return self._connection.execute(sql, tuple(parameters)).fetchall()
        except sqlite3.Error as error:
            raise _failure("read", error) from None

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise _failure("written", error) from None


def open_memory(file: Path) -> Memory:
    """The memory in a file, made where there is none.

    Raises MemoryFileError for a file of a newer version, which stays as it is, and for one that is
    no memory, which is kept aside under another name.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_BUSY_SECONDS, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise _failure("opened", error) from None
    try:
        _prepare(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise _failure("opened", error) from None
    except sqlite3.DatabaseError:
        connection.close()
        raise MemoryFileError(_kept_aside(file)) from None
    return Memory(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("BEGIN IMMEDIATE")  # two quizzes at once make the tables once
    ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    ((kind,),) = connection.execute("PRAGMA application_id").fetchall()
    ((tables,),) = connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchall()
    if not tables:
        for statement in _TABLES.split(";"):
            connection.execute(statement)
    elif kind != APPLICATION_ID:
        raise sqlite3.DatabaseError("another program's file")
    elif version > VERSION:
        raise MemoryFileError(
            "the quiz's memory is of a newer version of bazhanov and stays as it is; update this one"
        )
    connection.execute("COMMIT")


def _kept_aside(file: Path) -> str:
    """Move a broken file out of the way, and say where it is."""
    number = 1
    while (aside := file.with_name(f"{file.name}.broken-{number}")).exists():
        number += 1
    try:
        file.rename(aside)
        for companion in ("-wal", "-shm"):
            Path(f"{file}{companion}").unlink(missing_ok=True)
    except OSError as error:
        return f"the quiz's memory {str(file)!r} cannot be read, nor moved away: {error.strerror}"
    return (
        f"the quiz's memory was broken and is kept as {str(aside)!r}; the next quiz starts afresh"
    )


def _failure(done: str, error: Exception) -> MemoryFileError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return MemoryFileError(f"the quiz's memory cannot be {done}: {reason[:1].lower()}{reason[1:]}")


def _row(review: Review) -> list[object]:
    knowledge, day, at, verdict, rating = review[2:]
    return [
        review.id, *review.key, knowledge, day.isoformat(), at, verdict.value, int(rating),
    ]  # fmt: skip


def _review(row: tuple[Any, ...]) -> Review:
    identifier, dataset, fact, facet, knowledge, day, at, verdict, rating = row
    key = CardKey(dataset, fact, facet)
    return Review(
        identifier, key, knowledge, date.fromisoformat(day), at, Verdict(verdict), Rating(rating)
    )


def _state(stability: float, difficulty: float, due: str, last: str) -> CardState:
    return CardState(stability, difficulty, date.fromisoformat(due), date.fromisoformat(last))
