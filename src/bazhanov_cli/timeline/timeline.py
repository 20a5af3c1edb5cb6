"""The timeline of a selection of facts: as rows, and as a chart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.library.selection import Selection
from bazhanov_cli.timeline.rows import Period, TimelineRow, timeline_rows
from bazhanov_cli.timeline.twins import with_twins_together

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.timeline.chart import Chart
    from bazhanov_cli.timeline.density import Density
    from bazhanov_cli.timeline.gaps import Gap

MOST_LANES = 60
"""More events than this are counted, and not drawn one by one unless a limit asks for it."""


class Scope(NamedTuple):
    """How many facts are shown of how many there are, and of which time."""

    shown: int
    total: int
    period: Period | None


class Timeline(NamedTuple):
    """The events of a selection in order of time: the main ones, or `every` event of its facts."""

    library: Library
    selection: Selection
    every: bool = False

    @property
    def period(self) -> Period | None:
        """The time that is asked for, None for all of it."""
        start = self.selection.start and self.selection.start.earliest
        end = self.selection.end and self.selection.end.latest
        return Period(start, end) if start or end else None

    @property
    def scope(self) -> Scope | None:
        """How much is shown of the dataset; None for all of it."""
        if self.selection == Selection():
            return None
        from bazhanov_cli.library.chronology import count_facts

        shown = count_facts(self.library, self.selection, every=self.every)
        return Scope(shown, self.library.fact_count, self.period)

    def rows(self) -> Iterator[TimelineRow]:
        """The rows, facts on one happening together."""
        events = self.library.events(self.selection, every=self.every)
        return with_twins_together(timeline_rows(events, self.library.dataset, self.period))

    def rows_with_gaps(self) -> Iterator[tuple[Gap | None, TimelineRow]]:
        """The rows, each with the empty time before it where that is notable in the dataset."""
        from bazhanov_cli.library.chronology import span_of_beginnings
        from bazhanov_cli.timeline.gaps import notable_days, with_gaps

        span = span_of_beginnings(self.library, Selection(), every=self.every)
        return with_gaps(self.rows(), notable_days(*span) if span else 0)

    def chart(self, columns: int) -> Chart | Density | None:
        """The chart, or of too many events their density in columns; None if none has a date."""
        from bazhanov_cli.library.chronology import has_more_events

        if self.selection.limit is None and has_more_events(
            self.library, self.selection, MOST_LANES, every=self.every
        ):
            return self._density(columns)
        from bazhanov_cli.timeline.chart import chart_of

        return chart_of(self.rows(), self.period)

    def _density(self, columns: int) -> Density | None:
        from bazhanov_cli.library import chronology
        from bazhanov_cli.timeline.density import density_of, unit_for

        asked = (self.library, self.selection)
        span = chronology.span_of_beginnings(*asked, every=self.every)
        if span is None:
            return None
        counted = chronology.beginnings(*asked, unit_for(*span), every=self.every)
        undated = chronology.count_undated(*asked, every=self.every)
        eras = self.library.dataset.eras
        return density_of(
            list(counted), span, self.period, columns=columns, eras=eras, undated=undated
        )
