"""The full-text index of a compiled dataset (owned by the search engineer; to be replaced)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from bazhanov_cli.facts import Fact

TABLES = ""
FINISH = ""


class IndexWriter:
    """Writes the index of facts, a batch at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, facts: Iterable[Fact]) -> None:
        """Index a batch of facts."""

    def finish(self) -> None:
        """Complete the index when every fact is in."""
