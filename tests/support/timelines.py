"""Rows of timelines for tests, made from EDTF texts."""

from __future__ import annotations

from collections.abc import Sequence

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.facts import Dataset, Era, Event, Fact
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.timeline.rows import Period, TimelineRow, timeline_rows
from bazhanov_cli.timeline.timeline import Timeline
from support.libraries import library_of


def fact_of(identifier: int, *dates: str | None, same_as: int | None = None) -> Fact:
    """A fact with an event for each date, the first its main one."""
    events = [
        Event(
            f"Event {number} of fact {identifier}",
            parse_edtf(date) if date else None,
            main=number == 0,
            same_as=same_as,
        )
        for number, date in enumerate(dates)
    ]
    return Fact(identifier, f"Fact {identifier}.", tuple(events))


def rows_of(
    *dates: str | None, eras: Sequence[tuple[str, str]] = (), period: Period | None = None
) -> list[TimelineRow]:
    """A row for each date, in the order given; their facts are numbered from 1."""
    dataset = Dataset("test", "Test", eras=tuple(Era(name, parse_edtf(d)) for name, d in eras))
    facts = [fact_of(number, date) for number, date in enumerate(dates, start=1)]
    return list(timeline_rows(((fact, fact.events[0]) for fact in facts), dataset, period))


def dataset_of(dates: Sequence[str | None], eras: Sequence[tuple[str, str]] = ()) -> Library:
    """A dataset of one fact for each date, numbered from 1."""
    lines = ["id: test", "title: Test", "eras:" if eras else ""]
    lines += [f"  - {{name: {name}, date: {date}}}" for name, date in eras]
    lines += ["facts:"]
    for number, date in enumerate(dates, start=1):
        lines += [f"  - id: {number}", f"    text: Fact {number}.", "    events:"]
        lines += [f"      - label: Event {number}"]
        lines += [f'        date: "{date}"'] if date else []
    return library_of("\n".join(lines) + "\n")


def timeline_of(
    dates: Sequence[str | None],
    limit: int | None = None,
    eras: Sequence[tuple[str, str]] = (),
) -> Timeline:
    """The timeline of such a dataset."""
    return Timeline(dataset_of(dates, eras), Selection(limit=limit))
