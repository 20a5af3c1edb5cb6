"""The rows of a timeline: events in order, each with the subject's age and its era."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.timeline.ages import Age, age_at

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import CalendarDay, HistoricalDate
    from bazhanov_cli.facts import Dataset, Era, Event, Fact


class Period(NamedTuple):
    """The inclusive time that is asked for; None where it is open."""

    start: CalendarDay | None = None
    end: CalendarDay | None = None

    def holds(self, date: HistoricalDate) -> bool:
        """Whether the whole of a date surely lies in the period."""
        if date.approximate or date.uncertain:
            return False
        begins_early = self.start and (date.earliest is None or date.earliest < self.start)
        ends_late = self.end and (date.latest is None or date.latest > self.end)
        return not (begins_early or ends_late)


class TimelineRow(NamedTuple):
    """One event of one fact.

    `period` is the time that is asked for, None where none is; `twin` is the fact above that tells
    the same happening, and that this row stands with.
    """

    fact: Fact
    event: Event
    age: Age | None = None
    era: Era | None = None
    period: Period | None = None
    twin: int | None = None

    @property
    def within(self) -> bool | None:
        """Whether all of its date surely lies in the period; None where none is asked for."""
        return self.period.holds(self.event.date) if self.period and self.event.date else None

    @property
    def text(self) -> str:
        """The fact's own words for its main event, else the label of the secondary one."""
        return self.fact.text if self.event.main else self.label

    @property
    def label(self) -> str:
        """The event in a few words; the fact's own where it has no label."""
        return self.event.label or self.fact.text


def timeline_rows(
    events: Iterable[tuple[Fact, Event]], dataset: Dataset, period: Period | None = None
) -> Iterator[TimelineRow]:
    """The rows of events, in their order."""
    for fact, event in events:
        date = event.date
        yield TimelineRow(
            fact,
            event,
            age_at(event, dataset.subject),
            era_of(date, dataset.eras),
            period,
        )


def era_of(date: HistoricalDate | None, eras: Iterable[Era]) -> Era | None:
    """The era of the first day that a date may stand for; of several, the one that began last."""
    day = (date.earliest or date.latest) if date else None
    if day is None:
        return None
    return max((era for era in eras if era.date.covers(day)), key=_beginning, default=None)


def _beginning(era: Era) -> int:
    return era.date.earliest.key if era.date.earliest else -(1 << 62)
