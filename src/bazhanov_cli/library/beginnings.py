"""What may be meant by the beginning of a name, a topic or an id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.folding import fold
from bazhanov_cli.library.names import comparable_name
from bazhanov_cli.library.records import decode_entity

if TYPE_CHECKING:
    from bazhanov_cli.facts import Entity, Topic
    from bazhanov_cli.library.library import Library

MOST = 2_000
"""Of more than these, none is given: nobody reads so many, and a part of them would mislead."""

_LAST = "\U0010ffff"


def names_beginning(library: Library, typed: str) -> list[tuple[str, Entity]]:
    """The entities with a spelling that begins so, each by the first such spelling.

    Case and accents do not count. Nothing typed gives every entity by its name.
    """
    folded = comparable_name(typed)
    sql = (
        "SELECT id, kind, record FROM entity WHERE id IN"
        " (SELECT entity FROM spelling WHERE folded >= ? AND folded < ?)"
        " ORDER BY position LIMIT ?"
    )
    rows = list(library.rows(sql, [folded, folded + _LAST, MOST + 1]))
    entities = (decode_entity(*row) for row in rows if len(rows) <= MOST)
    return [
        (spelling, entity) for entity in entities for spelling in _first_beginning(entity, folded)
    ]


def topics_beginning(library: Library, typed: str) -> list[Topic]:
    """The topics with an id that begins so, case ignored."""
    folded = fold(typed)
    return [topic for topic in library.dataset.topics if fold(topic.id).startswith(folded)]


def ids_beginning(library: Library, typed: str) -> list[int]:
    """The ids of facts that begin with some digits."""
    sql = "SELECT id FROM fact WHERE CAST(id AS TEXT) GLOB ? ORDER BY id LIMIT ?"
    if typed and not (typed.isascii() and typed.isdigit()):
        return []
    rows = list(library.rows(sql, [f"{typed}*", MOST + 1]))
    return [row[0] for row in rows] if len(rows) <= MOST else []


def _first_beginning(entity: Entity, folded: str) -> Iterator[str]:
    yield from [spelling for spelling in entity.spellings if fold(spelling).startswith(folded)][:1]
