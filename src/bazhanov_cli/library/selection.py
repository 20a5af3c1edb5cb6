"""Which facts a command is asked for: the filters that every command shares."""

from __future__ import annotations

from typing import NamedTuple

from bazhanov_cli.dates.historical import HistoricalDate


class Selection(NamedTuple):
    """The facts that pass every filter, at most `limit` of them.

    They mention all of `about` (entity ids), stand under all of `topics`, and have an event that
    overlaps the inclusive period from `start` to `end`.
    """

    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    start: HistoricalDate | None = None
    end: HistoricalDate | None = None
    limit: int | None = None

    @property
    def most(self) -> int:
        """The limit as SQL takes it."""
        return -1 if self.limit is None else self.limit

    def conditions(self, *, of_event: bool = False) -> tuple[str, list[object]]:
        """An SQL condition on `fact.id`, or on the row of `event` too, and its parameters."""
        fact = "event.fact" if of_event else "fact.id"
        clauses = [f"{fact} IN (SELECT fact FROM mention WHERE entity = ?)" for _ in self.about]
        clauses += [f"{fact} IN (SELECT fact FROM filing WHERE topic = ?)" for _ in self.topics]
        parameters: list[object] = [*self.about, *self.topics]
        overlap, days = self._overlap()
        if overlap:
            clauses.append(
                overlap if of_event else f"fact.id IN (SELECT fact FROM event WHERE {overlap})"
            )
            parameters += days
        return " AND ".join(clauses) or "TRUE", parameters

    def meets(self, date: HistoricalDate) -> bool:
        """Whether a date overlaps the period: what `conditions` asks of an event."""
        start = self.start.earliest if self.start else None
        end = self.end.latest if self.end else None
        is_before = start and date.latest and date.latest < start
        is_after = end and date.earliest and date.earliest > end
        return not (is_before or is_after)

    def _overlap(self) -> tuple[str, list[object]]:
        clauses, days = [], []
        if self.start and self.start.earliest:
            clauses.append("(event.latest IS NULL OR event.latest >= ?)")
            days.append(self.start.earliest.key)
        if self.end and self.end.latest:
            clauses.append("(event.earliest IS NULL OR event.earliest <= ?)")
            days.append(self.end.latest.key)
        if not (self.start or self.end):
            return "", []
        return " AND ".join(["event.dated", *clauses]), list(days)
