"""The title page: what a dataset holds, and what to try next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bazhanov_cli.render.counted import counted

NEXT_STEPS = {
    "bazhanov list": "the facts, one after another",
    "bazhanov timeline": "the whole story in order of time",
    "bazhanov search WORD": "find a word, a name or a date",
    "bazhanov show ID": "one fact with its doubts and sources",
    "bazhanov index": "the people, places and topics",
    "bazhanov today": "what happened on this day",
    "bazhanov quiz": "find out what you know",
    "bazhanov progress": "see what you have learnt",
    "bazhanov --help": "every command",
}


class Title(NamedTuple):
    """A dataset's title, its number of facts, and the years of its first and last event."""

    title: str
    facts: int
    years: str
    attribution: str
    licence: str

    @property
    def summary(self) -> str:
        """One line on the size of the dataset, unless its title tells it, and on the years."""
        number = counted(self.facts, "fact")
        parts = [number if f" {number} " not in f" {self.title} " else "", self.years]
        return ", ".join(filter(None, parts))


def title_lines(title: Title) -> Iterator[str]:
    """The title page as plain lines."""
    yield title.title
    if title.summary:
        yield title.summary
    yield ""
    width = max(map(len, NEXT_STEPS))
    for command, purpose in NEXT_STEPS.items():
        yield f"{command:<{width}}  {purpose}"
