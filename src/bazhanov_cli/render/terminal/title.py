"""The title page on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.title import NEXT_STEPS, Title


def draw_title(page: Page, titles: Iterator[Title]) -> None:
    """Draw the title page of a dataset."""
    for title in titles:
        page.line()
        page.paragraph(Text(title.title, "heading"), indent=2)
        page.paragraph(Text(title.summary, "date"), indent=2)
        page.line()
        width = max(map(len, NEXT_STEPS)) + 4
        for command, purpose in NEXT_STEPS.items():
            page.paragraph(Text(purpose, "quiet"), width, Text(f"  {command}"))
        if title.attribution or title.licence:
            page.line()
            words = " ".join(filter(None, (title.attribution, title.licence)))
            page.paragraph(Text(words, "quiet"), indent=2)
        page.line()
