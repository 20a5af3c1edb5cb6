"""Facts that a search found: the matching words marked, and beneath why they were found."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bazhanov_cli.render.excerpt import excerpt
from bazhanov_cli.render.terminal.facts import draw_fact, fact_text
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.search.hits import Hit


def draw_hits(page: Page, hits: Iterator[Hit]) -> None:
    """Draw the facts, best first."""
    for number, hit in enumerate(hits):
        if number:
            page.line()
        draw_fact(page, hit.fact, _hit_text(page, hit))


def _hit_text(page: Page, hit: Hit) -> Text:
    text = fact_text(hit.fact)
    matches = hit.matches
    for start, end in matches:
        text.stylize("match", start, end)
    shown = excerpt(hit.fact.text, matches)
    ellipsis = page.symbol("…", "...")
    parts = Text(f" {ellipsis} ").join(text[start:end] for start, end in shown)
    if shown[0][0]:
        parts = Text(f"{ellipsis} ") + parts
    if shown[-1][1] < len(text):
        parts.append(f" {ellipsis}")
    if hit.reasons:
        parts.append(f"\n{', '.join(hit.reasons)}", "quiet")
    return parts
