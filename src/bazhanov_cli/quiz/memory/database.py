"""Statements to the memory's database; whatever goes wrong with it is told as one error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bazhanov_cli.quiz.memory.file import open_memory_file, unusable

Parameters = Iterable[object] | Mapping[str, object]


class Database:
    """The memory's database; every method raises MemoryFileError when it cannot be used."""

    def __init__(self, folder: Path | None, *, to_write: bool) -> None:
        self._connection = open_memory_file(folder, to_write=to_write)
        self._folder = folder

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        with self._told():
            return self._connection.execute(sql, _listed(parameters)).fetchall()

    def each(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one after another as they are asked for."""
        with self._told():
            yield from self._connection.execute(sql, _listed(parameters))

    def change(self, sql: str, parameters: Parameters = ()) -> int:
        """Carry out a change; returns how many rows it changed."""
        with self._told():
            return self._connection.execute(sql, _listed(parameters)).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the changes in it are made, on disk, or none is."""
        self.change("BEGIN IMMEDIATE")
        try:
            yield
            self.change("COMMIT")
        finally:
            if self._connection.in_transaction:
                self._connection.rollback()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise unusable(self._folder, error) from None


def _listed(parameters: Parameters) -> tuple[object, ...] | Mapping[str, object]:
    return parameters if isinstance(parameters, Mapping) else tuple(parameters)
