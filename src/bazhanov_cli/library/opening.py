"""Opens a compiled dataset: from the cache while the dataset has not changed, else made anew.

A cache file is written under another name and renamed, so that no process ever sees half of one.
One that is foreign, stale or cut off is compiled again; damage that only shows while it is read is
told, and the file is deleted. Without a cache folder the dataset is compiled into a temporary
database, and everything still works.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from bazhanov_cli import __version__
from bazhanov_cli.dataset.source import Source
from bazhanov_cli.errors import DatasetError
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.schema import APPLICATION_ID, FORMAT

if TYPE_CHECKING:
    from bazhanov_cli.dataset.checked_text import Progress

_UNFINISHED = ".unfinished"
_ABANDONED_SECONDS = 24 * 60 * 60


def open_library(
    source: Source, cache_folder: Path | None, now: float, progress: Progress | None = None
) -> Library:
    """The compiled form of a dataset; `now` is in seconds since the epoch.

    Raises DatasetError when the dataset cannot be read or has problems.
    """
    if cache_folder is None or not source.is_trusted_at(now):
        return Library(_compile_aside(source, progress))
    file = cache_folder / f"{crc32(os.fsencode(source.path)):08x}.sqlite"
    stamp = _stamp(source)
    connection = _open_cached(file, stamp)
    if connection is None:
        _discard_abandoned(cache_folder, now)
        connection = _compile_cached(source, file, stamp, progress)
    if connection is None:
        return Library(_compile_aside(source, progress))
    return Library(connection, file)


def _stamp(source: Source) -> str:
    # The Python version stands for its Unicode tables, which decide how texts are folded.
    version = f"{__version__}:{FORMAT}:{sys.hexversion >> 16:x}"
    return f"{version}:{source.path!a}:{source.fingerprint}"


def _open_cached(file: Path, stamp: str) -> sqlite3.Connection | None:
    """The cached database if it is whole, ours, and of this very dataset."""
    try:
        size = os.stat(file).st_size  # noqa: PTH116 - one system call on the way of every command
        if not size:
            return None
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except (OSError, sqlite3.Error, ValueError):
        return None
    try:
        ours, pages, page_size, found = connection.execute(
            "SELECT application_id, page_count, page_size, (SELECT stamp FROM stamp)"
            " FROM pragma_application_id, pragma_page_count, pragma_page_size"
        ).fetchone()
    except (sqlite3.Error, TypeError, ValueError):
        connection.close()
        return None
    if (ours, found, pages * page_size) == (APPLICATION_ID, stamp, size):
        return connection
    connection.close()
    return None


def _compile_cached(
    source: Source, file: Path, stamp: str, progress: Progress | None
) -> sqlite3.Connection | None:
    """Compile into the cache; None where it cannot be written, or the dataset changed meanwhile."""
    from bazhanov_cli.library.compile import compile_dataset

    # A random name, because processes in two containers may share a folder and their number.
    unfinished = file.with_suffix(f".{os.urandom(8).hex()}{_UNFINISHED}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(unfinished)
        try:
            compile_dataset(source, connection, progress)
            connection.execute("CREATE TABLE stamp AS SELECT ? AS stamp", (stamp,))
            connection.commit()
        finally:
            connection.close()
        if not source.is_unchanged():
            return None
        unfinished.replace(file)
    except (OSError, sqlite3.Error):
        return None
    finally:
        _discard(unfinished)
    return _open_cached(file, stamp)


def _compile_aside(source: Source, progress: Progress | None) -> sqlite3.Connection:
    """Compile into a temporary database: in memory, and on disk when it grows."""
    from bazhanov_cli.library.compile import compile_dataset

    try:
        connection = sqlite3.connect("")
        compile_dataset(source, connection, progress)
    except sqlite3.OperationalError as error:
        raise DatasetError(f"cannot compile {source.name!r}: {error}") from None
    return connection


def _discard_abandoned(folder: Path, now: float) -> None:
    """Delete what a process that was killed has left half-written."""
    try:
        for file in folder.glob(f"*{_UNFINISHED}"):
            if now - file.stat().st_mtime > _ABANDONED_SECONDS:
                _discard(file)
    except OSError:
        return


def _discard(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return
