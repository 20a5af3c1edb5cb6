"""Facts that a search found: the matching words marked, and beneath why they were found."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bazhanov_cli.render.excerpt import excerpt
from bazhanov_cli.render.listing import NOTHING_TO_SAY, Listing
from bazhanov_cli.render.terminal.facts import draw_fact, draw_list, fact_text
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.search.hits import Hit


def draw_hits(page: Page, hits: Iterator[Hit], around: Listing = NOTHING_TO_SAY) -> None:
    """Draw the facts, best first."""

    def draw_hit(hit: Hit) -> None:
        remarks = [*_reasons(hit), *around.remarks(hit.fact)]
        draw_fact(page, hit.fact, remarks, _hit_text(page, hit))

    draw_list(page, hits, around, draw_hit)


def _reasons(hit: Hit) -> Iterator[str]:
    """Why a fact was found, apart from its own words: `found as: Kyiv`."""
    parted = [reason.partition(" ") for reason in hit.reasons]
    if parted:
        yield f"found {', '.join(f'{how}: {what}' for how, _, what in parted)}"


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
    return parts
