"""Facts drawn at random, whole, with their questions: as few of a large dataset as are needed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bazhanov_cli.facts import Fact

if TYPE_CHECKING:
    from random import Random

    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection

# The fifth power permutes the numbers modulo this prime, and no product of two overflows SQLite's.
_PRIME = 2**31 - 1
_BATCH = 400


def sample(library: Library, selection: Selection, number: int, random: Random) -> list[Fact]:
    """Different facts of a selection, at most so many; the same seed draws the same ids.

    The database orders the ids by the fifth power of a linear function of each, modulo a prime,
    which is as good as random here, and keeps no more of them than are drawn.
    """
    where, parameters = selection.conditions()
    mixed = f"(SELECT id, (id % {_PRIME} * ? + ?) % {_PRIME} AS x FROM fact WHERE {where})"
    squared = f"(SELECT id, x, x * x % {_PRIME} AS square FROM {mixed})"
    place = f"square * square % {_PRIME} * x % {_PRIME}"
    sql = f"SELECT id FROM {squared} ORDER BY {place}, id LIMIT ?"
    numbers = (random.randrange(1, _PRIME), random.randrange(_PRIME))
    ids = [row[0] for row in library.rows(sql, (*numbers, *parameters, number))]
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
