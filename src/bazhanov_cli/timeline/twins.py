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
    """The rows in order, later ones on the same happening moved up to the one that comes first.

    Facts that tell the same as a twin, and not as the first, come with it.
    """
    window = _Window(rows)
    while (first := window.next()) is not None:
        yield first
        together = [first]
        for row in together:
            for twin in window.twins_of(row):
                together.append(twin)
                yield twin._replace(twin=first.fact.id)


class _Window:
    """The rows that are still to come, as far as one looks ahead, by the facts that they name."""

    def __init__(self, rows: Iterable[TimelineRow]) -> None:
        self._rows = enumerate(rows)
        self._waiting: dict[int, TimelineRow] = {}
        self._telling: dict[int, int] = {}
        self._pointing: dict[int, list[int]] = {}

    def next(self) -> TimelineRow | None:
        """The first row that is left; None after the last."""
        for number, row in islice(self._rows, _LOOKAHEAD + 1 - len(self._waiting)):
            self._waiting[number] = row
            # A fact is named by its main event, so that is the happening that `same_as` means.
            if row.event.main:
                self._telling[row.fact.id] = number
            if row.event.same_as is not None:
                self._pointing.setdefault(row.event.same_as, []).append(number)
        return self._taken(next(iter(self._waiting), -1))

    def twins_of(self, row: TimelineRow) -> list[TimelineRow]:
        """Take out the dated rows on the same happening as a dated row, in their order."""
        if row.event.date is None:
            return []
        pointed = self._pointing.pop(row.fact.id, []) if row.event.main else []
        meant = self._telling.get(row.event.same_as or 0, -1)
        numbers = sorted({*pointed, meant} & self._waiting.keys())
        dated = [number for number in numbers if self._waiting[number].event.date]
        return [twin for number in dated if (twin := self._taken(number))]

    def _taken(self, number: int) -> TimelineRow | None:
        row = self._waiting.pop(number, None)
        if row is not None and self._telling.get(row.fact.id) == number:
            del self._telling[row.fact.id]
        return row
