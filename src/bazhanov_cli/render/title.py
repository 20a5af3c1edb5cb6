"""The title page: what a dataset holds, and what to try next."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

NEXT_STEPS = {
    "bazhanov timeline": "the whole story in order of time",
    "bazhanov search WORD": "find a word, a name or a date",
    "bazhanov show ID": "one fact with its doubts and sources",
    "bazhanov quiz": "find out what you know",
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
        """One line on the size of the dataset."""
        number = f"{self.facts:,} fact{'s' if self.facts != 1 else ''}"
        return f"{number}, {self.years}" if self.years else number


def title_lines(title: Title) -> Iterator[str]:
    """The title page as plain lines."""
    yield title.title
    yield title.summary
    yield ""
    width = max(map(len, NEXT_STEPS))
    for command, purpose in NEXT_STEPS.items():
        yield f"{command:<{width}}  {purpose}"
