"""The reader's memory of a dataset, on the day on which the reader learns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from bazhanov_cli.commands.folders import state_folder
from bazhanov_cli.quiz.memory.database import Database
from bazhanov_cli.quiz.memory.store import Memory

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library


@contextmanager
def open_database(*, to_write: bool) -> Iterator[Database]:
    """The memory's file, for a while; an empty one if none is there or to be written."""
    database = Database(state_folder(), to_write=to_write)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def open_memory(library: Library, *, to_write: bool) -> Iterator[Memory]:
    """What the reader knows of a dataset."""
    with open_database(to_write=to_write) as database:
        yield Memory(database, library.dataset.id, study_day())


def study_day() -> date:
    """Today, by the clock and the calendar of the reader's own place."""
    return datetime.now().astimezone().date()
