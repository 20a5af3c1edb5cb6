"""Facts that tell one and the same happening, brought to stand together in a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bazhanov_cli.timeline.rows import TimelineRow

_LOOKAHEAD = 200
"""How many rows later a twin may stand and still be moved up."""


def with_twins_together(rows: Iterable[TimelineRow]) -> Iterator[TimelineRow]:
    """The rows in order, a later one on the same happening moved up to the one that comes first."""
    numbered = enumerate(rows)
    waiting = dict(islice(numbered, _LOOKAHEAD))
    while waiting:
        row = waiting.pop(next(iter(waiting)))
        yield row
        for number in _twins_of(row, waiting):
            yield waiting.pop(number)._replace(twin=row.fact.id)
        waiting.update(islice(numbered, _LOOKAHEAD - len(waiting)))


def _twins_of(row: TimelineRow, others: dict[int, TimelineRow]) -> list[int]:
    if row.event.date is None:
        return []
    return [number for number, other in others.items() if _tell_the_same(row, other)]


def _tell_the_same(row: TimelineRow, other: TimelineRow) -> bool:
    # A fact is named by its main event, so that is the happening that `same_as` means.
    if other.event.date is None:
        return False
    return (other.event.same_as == row.fact.id and row.event.main) or (
        row.event.same_as == other.fact.id and other.event.main
    )
