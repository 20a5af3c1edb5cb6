"""Facts that were found, each with the words that match in it, or why it was found without them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.dates.historical import Precision
from bazhanov_cli.folding import words

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate
    from bazhanov_cli.facts import Entity, Fact
    from bazhanov_cli.search.meaning import Meaning, Span


class Hit(NamedTuple):
    """A fact that matches a query, better the greater its `score`; `groups` is the query."""

    fact: Fact
    score: float
    groups: tuple[tuple[Meaning, ...], ...]

    @property
    def matches(self) -> list[Span]:
        """Where the text matches: character offsets, in order, none overlapping."""
        text = words(self.fact.text)
        meanings = chain.from_iterable(self.groups)
        return _united(span for meaning in meanings for span in meaning.spans(text))

    @property
    def reasons(self) -> list[str]:
        """Why it was found, for what its text does not hold: `as Kyiv`, `on 9 August 1923`."""
        text = words(self.fact.text)
        unsaid = [group for group in self.groups if not any(m.is_in(text) for m in group)]
        found = (next(_reasons(self.fact, group), None) for group in unsaid)
        return list(dict.fromkeys(reason for reason in found if reason))


def _united(spans: Iterator[Span]) -> list[Span]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start < united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


def _reasons(fact: Fact, group: Sequence[Meaning]) -> Iterator[str]:
    """What else of a fact matches one of the meanings, the most telling first."""
    for meaning in group:
        yield from _dates(fact, meaning)
        yield from _names(fact, meaning)
        for event in fact.events:
            if meaning.is_in(words(event.label)):
                yield f"in “{event.label}”"
        for topic in fact.topics:
            if meaning.is_in(words(topic)):
                yield f"under {topic}"


def _dates(fact: Fact, meaning: Meaning) -> Iterator[str]:
    if meaning.cells:
        from bazhanov_cli.library.date_cells import cells_of, possible, possible_cells_of

        asked = {*meaning.cells, *map(possible, meaning.cells)}
        for event in fact.events:
            date = event.date
            if date and not asked.isdisjoint(cells_of(date) + possible_cells_of(date)):
                yield _when(date)


def _when(date: HistoricalDate) -> str:
    from bazhanov_cli.dates.words import date_in_words

    said = date_in_words(date)
    if date.precision is Precision.INTERVAL or date.approximate or date.uncertain:
        return f"dated {said}"
    return f"on {said}" if date.precision is Precision.DAY else f"in {said}"


def _names(fact: Fact, meaning: Meaning) -> Iterator[str]:
    """The names of which the meaning is a spelling, those that it spells most fully first."""
    found: list[tuple[int, str]] = []
    for entity in fact.entities:
        spelt = map(words, entity.spellings)
        lengths = [len(spelling) for spelling in spelt if meaning.is_in(spelling)]
        if lengths:
            found.append((min(lengths), f"as {_name_in(fact, entity)}"))
    yield from (reason for _, reason in sorted(found, key=lambda pair: pair[0]))


def _name_in(fact: Fact, entity: Entity) -> str:
    """The name by which the text calls an entity, so that a reader sees it there."""
    forms = [form for form in (entity.name, *entity.forms) if form in fact.text]
    return max(forms, key=len, default=entity.name)
