"""Facts drawn at random, whole, with their questions: as few of a large dataset as are needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bazhanov_cli.facts import Fact

if TYPE_CHECKING:
    from random import Random

    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection

_PRIME = 2**31 - 1
_BATCH = 400


def sample(library: Library, selection: Selection, number: int, random: Random) -> list[Fact]:
    """Different facts of a selection, at most so many; the same seed draws the same ids.

    The ids are put in the order of a random multiple of them, modulo a prime, by the database,
    which keeps no more of them than are drawn.
    """
    where, parameters = selection.conditions()
    sql = f"SELECT id FROM fact WHERE {where} ORDER BY (id % ? * ?) % ?, id LIMIT ?"
    numbers = (_PRIME, random.randrange(1, _PRIME), _PRIME, number)
    ids = [row[0] for row in library.rows(sql, (*parameters, *numbers))]
    return list(library.facts_with(ids, questions=True))


def facts_among(library: Library, identifiers: Iterable[int], selection: Selection) -> list[Fact]:
    """The facts of some ids that there are, and that a selection has, in the order of the ids."""
    where, parameters = selection.conditions()
    wanted = list(dict.fromkeys(identifiers))
    found: set[int] = set()
    for start in range(0, len(wanted), _BATCH):
        batch = wanted[start : start + _BATCH]
        sql = f"SELECT id FROM fact WHERE id IN ({','.join('?' * len(batch))}) AND {where}"
        found |= {row[0] for row in library.rows(sql, (*batch, *parameters))}
    kept = [identifier for identifier in wanted if identifier in found]
    return list(library.facts_with(kept, questions=True))
