"""The index on a page: names under a heading for their kind, with the numbers of their facts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.render.index import IndexEntry
from bazhanov_cli.render.terminal.page import Page

_NAME_WIDTH = 42
_HEADINGS = {kind.value: kind.plural.capitalize() for kind in EntityKind} | {"topic": "Topics"}


def draw_index(page: Page, entries: Iterator[IndexEntry]) -> None:
    """Draw the entries, a section a kind."""
    for number, (kind, section) in enumerate(groupby(entries, key=lambda entry: entry.kind)):
        if number:
            page.line()
        page.rule(Text(_HEADINGS[kind], "heading"))
        for entry in section:
            _draw_entry(page, entry)


def _draw_entry(page: Page, entry: IndexEntry) -> None:
    style = entry.kind if entry.kind in _HEADINGS and entry.kind != "topic" else ""
    name = Text.assemble("  ", (entry.name, style))
    facts = Text(", ".join(map(str, entry.facts)), "number")
    if page.is_narrow:
        page.paragraph(name.append("  ").append_text(facts), indent=0)
    else:
        page.paragraph(facts, _NAME_WIDTH, name)
    also = ", ".join(entry.aliases) or entry.description
    if also:
        page.paragraph(Text(also, "quiet"), indent=4)
