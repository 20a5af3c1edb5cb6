"""The facts below a chart on its page: under their eras, each with what is doubtful of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from bazhanov_cli.render.cards import note_heading
from bazhanov_cli.render.records import dated_words
from bazhanov_cli.render.timeline_records import aged_in_words, remarks, section_of

if TYPE_CHECKING:
    from bazhanov_cli.facts import Fact, Note
    from bazhanov_cli.timeline.chart import Chart
    from bazhanov_cli.timeline.rows import TimelineRow


def fact_list(chart: Chart) -> str:
    """Every row of a chart, a section an era, with the notes beside the first of each fact."""
    told: set[int] = set()
    parts = ["<h2>The facts in order of time</h2>"]
    for section, rows in groupby(_with_sections(chart), key=lambda pair: pair[0]):
        entries = [f"<li>{row_in_html(row)}{_notes(row.fact, told)}</li>" for _, row in rows]
        parts += [f"<h3>{escape(section)}</h3>"] if section else []
        parts += ["<ul>", *entries, "</ul>"]
    return "\n".join(parts)


def row_in_html(row: TimelineRow) -> str:
    """A row in words: when, at which age, and what its fact says."""
    when = [dated_words(row.event) or "Undated", aged_in_words(row.age), *remarks(row)]
    return (
        f'<p class="when">{escape(", ".join(filter(None, when)))}</p>'
        f"<p><strong>{row.fact.id}</strong> {escape(row.text)}</p>"
    )


def _with_sections(chart: Chart) -> Iterator[tuple[str, TimelineRow]]:
    section: str | None = None
    for lane in chart.lanes:
        for row in (lane.row, *lane.twins):
            section = section_of(lane.row, section)
            yield section, row
    for row in chart.undated:
        yield section_of(row, section), row


def _notes(fact: Fact, told: set[int]) -> str:
    if fact.id in told:
        return ""
    told.add(fact.id)
    return "".join(_note(note) for note in fact.notes)


def _note(note: Note) -> str:
    cited = "".join(f"<cite>{escape(source)}</cite>" for source in note.sources)
    said = f"<strong>{escape(note_heading(note))}:</strong> {escape(note.text)}"
    return f'<p class="note">{said}{cited}</p>'
