"""What a person means by a name or a topic: the one of a dataset, or the nearest that it knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.errors import AmbiguousName, UnknownName
from bazhanov_cli.folding import fold
from bazhanov_cli.suggestions import nearest

if TYPE_CHECKING:
    from bazhanov_cli.facts import Entity
    from bazhanov_cli.library.library import Library


def entity_named(library: Library, name: str) -> Entity:
    """The entity that an id, a name or an alias stands for; case, accents and blanks are ignored.

    An id comes before a name, and a name before an alias. Raises UnknownName with the nearest known
    names, AmbiguousName where several entities bear the name alike.
    """
    found = _entities_named(library, name)
    if not found:
        known = nearest(name, _spellings(library))
        raise UnknownName("name", name, known, "'bazhanov index' lists the names")
    if len(found) > 1:
        raise AmbiguousName(name, tuple(found))
    return next(iter(library.entities_with(found).values()))


def topic_named(library: Library, name: str) -> str:
    """The topic of an id, case ignored; raises UnknownName with the nearest known topics."""
    topics = {fold(topic.id): topic.id for topic in library.dataset.topics}
    if fold(name) in topics:
        return topics[fold(name)]
    close = nearest(name, topics.values())
    raise UnknownName("topic", name, close, "'bazhanov index topics' lists them")


def comparable_name(name: str) -> str:
    """A name as the table of spellings holds it; what is no text has no name there."""
    return fold(" ".join(name.split())).encode(errors="replace").decode()


def _entities_named(library: Library, name: str) -> list[str]:
    """The ids of the entities of which a name is the most proper spelling."""
    sql = (
        "SELECT entity FROM spelling WHERE folded = ? AND rank ="
        " (SELECT MIN(rank) FROM spelling WHERE folded = ?)"
    )
    return [row[0] for row in library.rows(sql, [comparable_name(name)] * 2)]


def _spellings(library: Library) -> Iterator[str]:
    sql = "SELECT record FROM entity ORDER BY position"
    for (record,) in library.rows(sql):
        name, forms, aliases, *_ = json.loads(record)
        yield from (name, *forms, *aliases)
