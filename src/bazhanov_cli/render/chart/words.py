"""What a chart says in words: its title, its time, and each of its lanes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bazhanov_cli.dates.words import year_in_words
from bazhanov_cli.render.counted import counted, plural
from bazhanov_cli.render.marks import Mark, marks_of
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.timeline_records import aged_in_words

if TYPE_CHECKING:
    from bazhanov_cli.timeline.chart import Axis, Chart, Lane
    from bazhanov_cli.timeline.density import Density
    from bazhanov_cli.timeline.timeline import Scope


def summary_of(axis: Axis, scope: Scope | None) -> str:
    """What is shown beside the title: the years, and of a selection how many facts it has."""
    if scope is None:
        return axis_in_words(axis)
    from bazhanov_cli.render.periods import scope_in_words

    years = "" if scope.period else f", {axis_in_words(axis)}"
    return scope_in_words(scope) + years


def axis_in_words(axis: Axis) -> str:
    """The years that an axis spans: `1900 to 1982`, `585 BC to 1959`."""
    first, last = year_in_words(axis.first.year), year_in_words(axis.last.year)
    return first if first == last else f"{first} to {last}"


def lane_in_words(lane: Lane) -> str:
    """A lane as one sentence: `9 August 1923, aged 23: Appointed secretary (fact 8)`."""
    row = lane.row
    when = ", ".join(filter(None, (dated_words(row.event), aged_in_words(row.age))))
    facts = f"{plural(len(lane.facts), 'fact')} {', '.join(map(str, lane.facts))}"
    return f"{when}: {row.label} ({facts})"


def chart_in_words(chart: Chart) -> str:
    """What a chart shows, for who cannot see it."""
    eras = ", ".join(band.era.name for band in chart.bands if band.era)
    undated = len(chart.undated)
    return (
        f"A timeline of {counted(len(chart.lanes), 'happening')}, {axis_in_words(chart.axis)}."
        + (f" Eras: {eras}." if eras else "")
        + (f" Undated: {undated}." if undated else "")
    )


def marks_in(chart: Chart) -> set[Mark]:
    """The marks that a chart uses, which its legend explains."""
    used: set[Mark] = set()
    for lane in chart.lanes:
        extent = lane.extent
        drawn = {
            Mark.BAR: not extent.moment and extent.has_sure_part,
            Mark.END: not extent.moment and extent.is_vague,
            Mark.VAGUE: extent.moment and extent.is_vague,
            Mark.GOES_ON: extent.goes_on,
            Mark.BEGAN_BEFORE: extent.goes_back,
        }
        used.update(marks_of(lane.row.event), (mark for mark, is_used in drawn.items() if is_used))
    # What lasts is drawn as a bar along the axis, not as a mark beside a fact.
    return used - {Mark.SPAN}


def density_in_words(density: Density) -> str:
    """What a density shows, for who cannot see it."""
    return (
        f"The density of {density.total:,} events, {axis_in_words(density.axis)}, each by the"
        " first day that it may have begun on."
    )
