"""A dataset read for its own sake: what is wrong with it, and how much it holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from bazhanov_cli.dataset.checked_text import Progress
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.reader import read_dataset
from bazhanov_cli.dataset.source import Source
from bazhanov_cli.facts import Dataset, Entity, EntityKind, Event, Fact


@dataclass(slots=True)
class Summary:
    """How much a dataset holds; `dated_facts` are those whose main event has a date."""

    facts: int = 0
    dated_facts: int = 0
    events: int = 0
    dated_events: int = 0
    notes: int = 0
    topics: int = 0
    eras: int = 0
    curated_questions: int = 0
    entities: Counter[EntityKind] = field(default_factory=Counter)

    def add(self, part: Entity | Fact | Dataset) -> None:
        """Count one more part of the dataset."""
        if isinstance(part, Entity):
            self.entities[part.kind] += 1
        elif isinstance(part, Fact):
            self.facts += 1
            self.dated_facts += any(event.main and event.date for event in part.events)
            self.events += len(part.events)
            self.dated_events += sum(map(_is_dated, part.events))
            self.notes += len(part.notes)
            self.curated_questions += len(part.questions)
        else:
            self.topics, self.eras = len(part.topics), len(part.eras)
            self.curated_questions += len(part.sequences)


def check_dataset(source: Source, progress: Progress | None = None) -> tuple[Problems, Summary]:
    """Read a dataset to its end; raises DatasetError only where it cannot be read at all."""
    problems, summary = Problems(), Summary()
    for part in read_dataset(source, problems, progress):
        summary.add(part)
    return problems, summary


def _is_dated(event: Event) -> bool:
    return event.date is not None
