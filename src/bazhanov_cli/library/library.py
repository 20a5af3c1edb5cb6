"""Questions to a compiled dataset, and the facts that answer them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from bazhanov_cli.dates.historical import CalendarDay
from bazhanov_cli.errors import DatasetError, DateError, UsageError
from bazhanov_cli.facts import CuratedQuestion, Dataset, Entity, EntityKind, Event, Fact
from bazhanov_cli.library import records
from bazhanov_cli.library.selection import Selection

_BATCH = 200
_MOST_KEPT_NAMES = 5_000
_LARGEST = 2**63 - 1

Row = tuple[Any, ...]
T = TypeVar("T")


class Library:
    """A compiled dataset; every answer comes in batches, so that it may be of any length."""

    def __init__(self, connection: sqlite3.Connection, file: Path | None = None) -> None:
        self._connection = connection
        self._file = file
        self._entities: dict[str, Entity] = {}
        rows = self.rows("SELECT record, facts FROM header")
        header = next(self._decoded(_decode_header, rows), None) or self._give_up(LookupError())
        self.dataset: Dataset = header[0]
        self.fact_count: int = header[1]

    def rows(self, sql: str, parameters: Iterable[object] = ()) -> Iterator[Row]:
        """The rows of one query; raises DatasetError, and drops the cache, when it is damaged."""
        values = tuple(parameters)
        try:
            try:
                cursor = self._connection.execute(sql, values)
            except OverflowError:
                cursor = self._connection.execute(sql, tuple(map(_within_sqlite, values)))
            yield from cursor
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            self._give_up(error)

    def facts(self, selection: Selection) -> Iterator[Fact]:
        """The facts of a selection, in the order of the dataset."""
        where, parameters = selection.conditions()
        sql = f"SELECT id, record FROM fact WHERE {where} ORDER BY position LIMIT ?"
        return self._facts_of(self.rows(sql, [*parameters, selection.most]))

    def facts_with(self, identifiers: Iterable[int], *, questions: bool = False) -> Iterator[Fact]:
        """The facts of some ids, in their order; raises UsageError for an id there is not."""
        for identifier, fact in self._facts_of_ids(identifiers, questions=questions):
            if fact is None:
                raise UsageError(self._without_fact(identifier))
            yield fact

    def facts_listed(self, identifiers: Iterable[int]) -> Iterator[Fact]:
        """The facts of ids that the database itself has given, in their order."""
        for identifier, fact in self._facts_of_ids(identifiers):
            yield fact or self._give_up(LookupError(identifier))

    def _facts_of_ids(
        self, identifiers: Iterable[int], *, questions: bool = False
    ) -> Iterator[tuple[int, Fact | None]]:
        wanted = iter(identifiers)
        while batch := list(islice(wanted, _BATCH)):
            marks = ",".join("?" * len(batch))
            sql = f"SELECT id, record FROM fact WHERE id IN ({marks})"
            found = {
                fact.id: fact for fact in self._facts_of(self.rows(sql, batch), questions=questions)
            }
            yield from ((identifier, found.get(identifier)) for identifier in batch)

    def count(self, selection: Selection) -> int:
        """How many facts a selection has, counted up to its limit."""
        where, parameters = selection.conditions()
        sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM fact WHERE {where} LIMIT ?)"
        (number,) = next(self.rows(sql, [*parameters, selection.most]))
        return int(number)

    def days_covered(self) -> tuple[CalendarDay | None, CalendarDay | None]:
        """The first and the last day that any event may have reached; open ends are left aside."""
        sql = "SELECT MIN(earliest), MAX(COALESCE(latest, earliest)) FROM event"
        first, last = next(self.rows(sql))
        return (
            None if first is None else CalendarDay.from_key(first),
            None if last is None else CalendarDay.from_key(last),
        )

    def events(self, selection: Selection, *, every: bool = False) -> Iterator[tuple[Fact, Event]]:
        """The main event of each fact in order of time; with `every`, the others too.

        In order of what is known: by earliest day, then by latest day, which puts the more precise
        first, then by fact. The undated come last; a fact without events has one without a date.
        """
        where, parameters = selection.conditions(of_event=True)
        main = "TRUE" if every else "main = 1"
        sql = (
            f"SELECT fact, number FROM event WHERE {main} AND {where}"
            " ORDER BY dated DESC, sort_from, sort_to, fact, number LIMIT ?"
        )
        return self.events_of(self.rows(sql, [*parameters, selection.most]))

    def events_of(self, rows: Iterator[Row]) -> Iterator[tuple[Fact, Event]]:
        """The events of rows of a fact's id and the event's number in it, each with its fact."""
        while batch := list(islice(rows, _BATCH)):
            ids = list(dict.fromkeys(fact for fact, _ in batch))
            found = {fact.id: fact for fact in self.facts_listed(ids)}
            for identifier, number in batch:
                fact = found[identifier]
                yield fact, fact.events[number] if fact.events else Event("", main=True)

    def entities(self, kind: EntityKind) -> Iterator[Entity]:
        """Every entity of a kind, in the order of the dataset."""
        sql = "SELECT id, kind, record FROM entity WHERE kind = ? ORDER BY position"
        return self._decoded(records.decode_entity, self.rows(sql, [kind]))

    def facts_by_entity(
        self, kind: EntityKind, selection: Selection
    ) -> Iterator[tuple[Entity, list[int]]]:
        """The entities of a kind that the selected facts mention, with the ids of these facts."""
        where, parameters = selection.conditions()
        sql = (
            "SELECT entity.id, kind, entity.record, group_concat(fact.id) FROM entity"
            " JOIN mention ON mention.entity = entity.id JOIN fact ON fact.id = mention.fact"
            f" WHERE kind = ? AND {where} GROUP BY entity.position ORDER BY entity.position"
        )
        return self._decoded(_decode_index_line, self.rows(sql, [kind, *parameters]))

    def facts_by_topic(self, selection: Selection) -> Iterator[tuple[str, list[int]]]:
        """The topics of the selected facts, in the order of the dataset, each with their ids."""
        where, parameters = selection.conditions()
        sql = (
            "SELECT topic, group_concat(fact.id) FROM filing JOIN fact ON fact.id = filing.fact"
            f" WHERE {where} GROUP BY topic"
        )
        found = {
            topic: sorted(map(int, ids.split(","))) for topic, ids in self.rows(sql, parameters)
        }
        return ((topic.id, found[topic.id]) for topic in self.dataset.topics if topic.id in found)

    def entities_with(self, identifiers: Iterable[str]) -> dict[str, Entity]:
        """The entities of some ids, by id and in their order, without those that there are not."""
        wanted = list(identifiers)
        missing = [name for name in wanted if name not in self._entities]
        if len(self._entities) > _MOST_KEPT_NAMES:
            self._entities, missing = {}, wanted
        for start in range(0, len(missing), _BATCH):
            batch = missing[start : start + _BATCH]
            sql = f"SELECT id, kind, record FROM entity WHERE id IN ({','.join('?' * len(batch))})"
            for entity in self._decoded(records.decode_entity, self.rows(sql, batch)):
                self._entities[entity.id] = entity
        return {name: self._entities[name] for name in wanted if name in self._entities}

    def questions_of(self, identifier: int) -> tuple[CuratedQuestion, ...]:
        """The curated questions of a fact."""
        sql = "SELECT record FROM question WHERE fact = ?"
        return tuple(self._decoded(records.decode_question, self.rows(sql, [identifier])))

    def related(self, fact: Fact, most: int = 4) -> list[int]:
        """Facts to read beside one: those it points to, then those that share most with it.

        Names and topics that more than 200 facts share say nothing, nor does the subject's name.
        """
        subject = self.dataset.subject
        others = (entity.id for entity in fact.entities if not subject or entity.id != subject.id)
        names, filed = list(islice(others, _BATCH)), fact.topics[:_BATCH]
        marks, topics = ",".join("?" * len(names)), ",".join("?" * len(filed))
        sql = (
            "SELECT fact FROM (SELECT fact FROM mention WHERE entity IN (SELECT entity"
            f" FROM mention WHERE entity IN ({marks}) GROUP BY entity HAVING COUNT(*) <= 200)"
            f" UNION ALL SELECT fact FROM filing WHERE topic IN (SELECT topic FROM filing"
            f" WHERE topic IN ({topics}) GROUP BY topic HAVING COUNT(*) <= 200))"
            " WHERE fact != ? GROUP BY fact ORDER BY COUNT(*) DESC, fact LIMIT ?"
        )
        shared = [row[0] for row in self.rows(sql, [*names, *filed, fact.id, most])]
        return list(dict.fromkeys([*fact.see, *shared]))[: max(most, len(fact.see))]

    def _facts_of(self, rows: Iterator[Row], *, questions: bool = False) -> Iterator[Fact]:
        """Facts of rows of id and record, fetched and completed a batch at a time."""
        decoded = self._decoded(records.decode_values, rows)
        while batch := list(islice(decoded, _BATCH)):
            entities = self.entities_with(
                dict.fromkeys(name for *_, names in batch for name in names)
            )
            complete = (
                (identifier, record, entities, self.questions_of(identifier) if questions else ())
                for identifier, record, _ in batch
            )
            yield from self._decoded(records.decode_fact, complete)

    def _decoded(self, decode: Callable[..., T], rows: Iterable[Row]) -> Iterator[T]:
        """What each row stands for; a row that stands for nothing is taken for damage."""
        for row in rows:
            try:
                value = decode(*row)
            except (LookupError, TypeError, ValueError, DateError) as error:
                self._give_up(error)
            yield value

    def _give_up(self, error: Exception) -> NoReturn:
        """Delete a cache that is damaged; what goes wrong without one is no damage."""
        if self._file is None or isinstance(error, sqlite3.ProgrammingError):
            raise error
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            advice = f"delete {str(self._file)!r}"
        else:
            advice = "it is deleted now; run the command again"
        raise DatasetError(f"the compiled dataset is damaged; {advice}") from None

    def _without_fact(self, identifier: int) -> str:
        first, last = next(self.rows("SELECT MIN(id), MAX(id) FROM fact"))
        run = "the dataset has none" if first is None else f"the ids run from {first} to {last}"
        return f"there is no fact {identifier}; {run}"


def _decode_header(record: str, fact_count: int) -> tuple[Dataset, int]:
    return records.decode_dataset(record), int(fact_count)


def _decode_index_line(
    identifier: str, kind: str, record: str, facts: str
) -> tuple[Entity, list[int]]:
    return records.decode_entity(identifier, kind, record), sorted(map(int, facts.split(",")))


def _within_sqlite(value: object) -> object:
    """A number that SQLite can hold, as far out as it goes; no id is as large."""
    return max(-_LARGEST, min(value, _LARGEST)) if isinstance(value, int) else value
