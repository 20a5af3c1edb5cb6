"""The index on a page: names under a heading for their kind, with the numbers of their facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from rich.text import Text

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.folding import fold
from bazhanov_cli.render.cards import KIND_HEADINGS
from bazhanov_cli.render.index import IndexEntry
from bazhanov_cli.render.terminal.page import Page

_NAME_WIDTH = 42
_MOST_ALIASES = 3
_SHORTEST_RUN = 3
_HEADINGS = {kind.value: heading for kind, heading in KIND_HEADINGS.items()} | {"topic": "Topics"}


def draw_index(
    page: Page, entries: Iterator[IndexEntry], most_aliases: int | None = _MOST_ALIASES
) -> None:
    """Draw the entries by name, a section a kind; `most_aliases` is None for all of them."""
    for number, (kind, section) in enumerate(groupby(entries, key=lambda entry: entry.kind)):
        if number:
            page.line()
        page.rule(Text(_HEADINGS[kind], "heading"))
        for entry in sorted(section, key=_filing):
            _draw_entry(page, entry)
            _draw_aliases(page, list(filter(page.can_write, entry.aliases)), most_aliases)


def _filing(entry: IndexEntry) -> str:
    """What an entry is filed under: a person's last name where the dataset has it alone."""
    last = entry.name.rpartition(" ")[2]
    is_known = entry.kind == EntityKind.PERSON and last in entry.aliases
    return fold(f"{last} {entry.name}" if is_known else entry.name)


def _draw_entry(page: Page, entry: IndexEntry) -> None:
    name = Text(entry.name, "" if entry.kind == "topic" else entry.kind)
    facts = Text(_runs(entry.facts, page.symbol("–", "-")), "number")
    if not page.is_narrow:
        page.paragraph(facts, _NAME_WIDTH, Text.assemble("  ", name))
    elif name.cell_len + facts.cell_len + 4 <= page.width:
        page.line(Text.assemble("  ", name, "  ", facts))
    else:
        page.paragraph(name, indent=2)
        page.paragraph(facts, indent=4)
    if entry.description:
        page.paragraph(Text(entry.description), indent=4)


def _draw_aliases(page: Page, aliases: Sequence[str], most: int | None) -> None:
    if aliases:
        hidden = max(len(aliases) - most, 0) if most is not None else 0
        ending = f" {page.symbol('…', '...')} {hidden} more" if hidden else ""
        page.paragraph(Text(f"also {', '.join(aliases[:most])}{ending}", "quiet"), indent=4)


def _runs(numbers: Sequence[int], dash: str) -> str:
    """Numbers in order, three or more in a row as the first and the last: `1, 8–12, 14, 15`."""
    breaks = [place for place, (a, b) in enumerate(pairwise(numbers), 1) if b != a + 1]
    runs = [numbers[a:b] for a, b in pairwise([0, *breaks, len(numbers)])]
    return ", ".join(
        f"{run[0]}{dash}{run[-1]}" if len(run) >= _SHORTEST_RUN else ", ".join(map(str, run))
        for run in runs
    )
