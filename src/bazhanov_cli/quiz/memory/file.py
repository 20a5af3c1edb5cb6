"""The file of the quiz's memory: opened, made, or kept aside when it cannot be read."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from bazhanov_cli.errors import MemoryFileError, reason_of

NAME = "memory.sqlite3"
VERSION = 1
_APPLICATION_ID = 0x626A6E71  # "bjnq"
_PATIENCE = 10.0
"""Seconds to wait for another quiz to finish writing."""

_TABLES = """
CREATE TABLE answer (
    id TEXT PRIMARY KEY, dataset TEXT NOT NULL, fact INTEGER NOT NULL, facet TEXT NOT NULL,
    knowledge TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL, rating INTEGER NOT NULL,
    day TEXT NOT NULL, moment TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE card (
    dataset TEXT NOT NULL, fact INTEGER NOT NULL, facet TEXT NOT NULL, knowledge TEXT NOT NULL,
    stability REAL NOT NULL, difficulty REAL NOT NULL, last_day TEXT NOT NULL, due TEXT NOT NULL,
    rating INTEGER NOT NULL, reviews INTEGER NOT NULL, lapses INTEGER NOT NULL,
    PRIMARY KEY (dataset, fact, facet, knowledge)
) WITHOUT ROWID;
CREATE TABLE unfinished (dataset TEXT PRIMARY KEY, record TEXT NOT NULL);
CREATE INDEX answer_of_card ON answer (dataset, fact, facet, knowledge, moment);
CREATE INDEX answer_on_day ON answer (dataset, day);
CREATE INDEX card_due ON card (dataset, due);
"""


def open_memory_file(folder: Path | None, *, to_write: bool) -> sqlite3.Connection:
    """A connection to the memory in a folder; one in memory alone where there is none to read yet.

    Raises MemoryFileError when it cannot be opened. A broken file is renamed before a new one is
    made, so that it can still be rescued; one of another program or of a newer version is let be.
    """
    if folder is None:
        if to_write:
            raise MemoryFileError(
                "there is no folder to remember your answers in; set BAZHANOV_STATE_DIR, or play"
                " with --cram"
            )
        return _empty()
    file = folder / NAME
    try:
        if to_write:
            folder.mkdir(parents=True, exist_ok=True)
        elif not _is_there(file):
            return _empty()
        return _opened(file)
    except sqlite3.OperationalError as error:
        raise unusable(folder, error) from None
    except sqlite3.DatabaseError:
        raise _broken(file, to_write=to_write) from None
    except OSError as error:
        raise unusable(folder, error) from None


def unusable(folder: Path | None, error: Exception) -> MemoryFileError:
    """The error for a memory that the system does not let be read or written."""
    return MemoryFileError(
        f"the quiz's memory in {folder} cannot be used: {reason_of(error)};"
        " 'bazhanov quiz --cram' plays without it"
    )


def _empty() -> sqlite3.Connection:
    return _ready(sqlite3.connect(":memory:", isolation_level=None))


def _is_there(file: Path) -> bool:
    """Whether there is a file; raises OSError where that cannot be told."""
    try:
        file.stat()
    except FileNotFoundError:
        return False
    return True


def _opened(file: Path) -> sqlite3.Connection:
    connection = _connect(file)
    try:
        _check(connection, file)
        return _ready(connection)
    except BaseException:
        connection.close()
        raise


def _check(connection: sqlite3.Connection, file: Path) -> None:
    """Raise MemoryFileError for a file that is not ours, DatabaseError for one that is broken."""
    version, application, tables = connection.execute(
        "SELECT user_version, application_id, (SELECT COUNT(*) FROM sqlite_schema)"
        " FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    if version > VERSION and application == _APPLICATION_ID:
        raise MemoryFileError(
            f"the quiz's memory {file} was written by a newer version of bazhanov; update bazhanov"
        )
    if tables and application != _APPLICATION_ID:
        raise MemoryFileError(
            f"{file} is a database of another program; move it away, or set BAZHANOV_STATE_DIR"
        )
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise sqlite3.DatabaseError


def _connect(file: Path) -> sqlite3.Connection:
    # What cannot be written can still be read: WAL would need a second file beside it.
    readable_only = file.exists() and not os.access(file, os.W_OK)
    mode = "mode=ro&immutable=1" if readable_only else "mode=rwc"
    uri = f"{file.absolute().as_uri()}?{mode}"
    return sqlite3.connect(uri, uri=True, timeout=_PATIENCE, isolation_level=None)


def _ready(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Make the tables where there are none, in one transaction; every commit reaches the disk."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if not version:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if not connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0]:
            for statement in filter(str.strip, _TABLES.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _broken(file: Path, *, to_write: bool) -> MemoryFileError:
    """The error for a broken file, which is moved out of the way of a new one with `to_write`."""
    if not to_write:
        return MemoryFileError(
            f"the quiz's memory {file} is broken; the next quiz keeps it aside and starts a new one"
        )
    number = 1
    while (aside := file.with_name(f"{file.stem}.broken-{number}{file.suffix}")).exists():
        number += 1
    try:
        for ending in ("-wal", "-shm", ""):
            companion = Path(f"{file}{ending}")
            if companion.exists():
                companion.rename(f"{aside}{ending}")
    except OSError as error:
        return unusable(file.parent, error)
    return MemoryFileError(
        f"the quiz's memory is broken; it is kept as {aside}, and the next quiz starts a new one"
    )
