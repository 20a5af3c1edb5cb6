"""YAML to SQLite: every fact is written as it is read, so memory does not grow with the file."""

from __future__ import annotations

import shlex
import sqlite3
from collections.abc import Iterable
from itertools import islice

from bazhanov_cli.dataset.checked_text import Progress
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.reader import read_dataset
from bazhanov_cli.dataset.source import Source
from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.errors import DatasetError
from bazhanov_cli.facts import Dataset, Entity, Event, Fact
from bazhanov_cli.library import records, search_index
from bazhanov_cli.library.names import comparable_name
from bazhanov_cli.library.schema import APPLICATION_ID, FORMAT, INDEXES, LATEST_POSSIBLE, TABLES

_BATCH = 500

# A fact without any event still has its row in a timeline, among the undated.
_NO_EVENT = (Event("", main=True),)


class InvalidDataset(DatasetError):
    """The dataset has problems; the message names the first and says how to see them all."""

    def __init__(self, name: str, problems: Problems) -> None:
        self.problems = problems
        first = next(problem for problem in problems if not problem.warning)
        others = problems.errors - 1
        command = shlex.join(("bazhanov", "check", name))
        more = f" (and {others} more: {command})" if others else ""
        super().__init__(f"{first.describe(name)}{more}")


def compile_dataset(
    source: Source, connection: sqlite3.Connection, progress: Progress | None = None
) -> None:
    """Fill an empty database from a dataset; raises InvalidDataset when it has any problem."""
    problems = Problems()
    connection.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;"
        f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}; BEGIN;"
        f"{TABLES}{search_index.TABLES}"
    )
    parts = read_dataset(source, problems, progress)
    writer = _Writer(connection)
    while batch := list(islice(parts, _BATCH)):
        if not problems.errors:
            writer.write(batch)
    if problems.errors:
        raise InvalidDataset(source.name, problems)
    writer.finish()
    connection.executescript(f"{INDEXES}{search_index.FINISH}")


class _Writer:
    """Writes what a dataset holds, a batch at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._index = search_index.IndexWriter(connection)
        self._position = 0

    def write(self, batch: Iterable[Entity | Fact | Dataset]) -> None:
        facts, entities = [], []
        for part in batch:
            if isinstance(part, Fact):
                facts.append(part)
            elif isinstance(part, Entity):
                entities.append(part)
            else:
                self._header = part
        self._write_entities(entities)
        self._write_facts(facts)

    def finish(self) -> None:
        row = (records.encode_dataset(self._header), self._position)
        self._connection.execute("INSERT INTO header VALUES (?, ?)", row)
        self._index.finish(self._header.language)

    def _write_entities(self, entities: list[Entity]) -> None:
        self._insert(
            "entity (id, kind, record) VALUES (?, ?, ?)",
            ((entity.id, entity.kind, records.encode_entity(entity)) for entity in entities),
        )
        self._insert(
            "spelling VALUES (?, ?, ?)",
            (
                (folded, entity.id, rank)
                for entity in entities
                for folded, rank in _ranked_spellings(entity)
            ),
        )

    def _write_facts(self, facts: list[Fact]) -> None:
        placed = list(enumerate(facts, self._position))
        self._position += len(facts)
        self._insert(
            "fact VALUES (?, ?, ?)",
            ((fact.id, position, records.encode_fact(fact)) for position, fact in placed),
        )
        self._insert(
            "event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (fact.id, number, *_event_row(event))
                for fact in facts
                for number, event in enumerate(fact.events or _NO_EVENT)
            ),
        )
        self._insert(
            "mention VALUES (?, ?, ?)",
            (
                (entity.id, fact.id, position)
                for position, fact in placed
                for entity in fact.entities
            ),
        )
        self._insert(
            "filing VALUES (?, ?, ?)",
            ((topic, fact.id, position) for position, fact in placed for topic in fact.topics),
        )
        self._insert(
            "question VALUES (?, ?)",
            ((fact.id, records.encode_question(q)) for fact in facts for q in fact.questions),
        )
        self._index.add(facts)

    def _insert(self, into: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._connection.executemany(f"INSERT INTO {into}", rows)


def _ranked_spellings(entity: Entity) -> Iterable[tuple[str, int]]:
    """What one may type for an entity: its id, its name, all else, each with a higher rank."""
    ranks = {comparable_name(entity.id): 0}
    ranks.setdefault(comparable_name(entity.name), 1)
    for spelling in entity.spellings:
        ranks.setdefault(comparable_name(spelling), 2)
    return ranks.items()


def _event_row(event: Event) -> tuple[object, ...]:
    date = event.date
    if date is None:
        return (event.main, False, None, None, 0, 0, None)
    earliest = date.earliest and date.earliest.key
    latest = date.latest and date.latest.key
    return (
        event.main,
        True,
        earliest,
        latest,
        earliest if earliest is not None else latest,
        latest if latest is not None else LATEST_POSSIBLE,
        date.earliest.month * 100 + date.earliest.day
        if date.earliest and date.precision is Precision.DAY
        else None,
    )
