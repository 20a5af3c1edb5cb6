"""The title page on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.title import NEXT_STEPS, Title

_PURPOSE = max(map(len, NEXT_STEPS)) + 4


def draw_title(page: Page, titles: Iterator[Title]) -> None:
    """Draw the title page of a dataset."""
    for title in titles:
        page.line()
        page.paragraph(Text(title.title, "heading"), indent=2)
        if title.summary:
            page.paragraph(Text(title.summary), indent=2)
        page.line()
        for command, purpose in NEXT_STEPS.items():
            _draw_step(page, command, purpose)
        if title.attribution or title.licence:
            page.line()
        if title.attribution:
            page.paragraph(Text(title.attribution, "quiet"), indent=2)
        if title.licence:
            page.paragraph(Text(f"Licence: {title.licence}", "quiet"), indent=2)
        page.line()


def _draw_step(page: Page, command: str, purpose: str) -> None:
    if page.is_narrow:
        page.paragraph(Text(command), indent=2)
        page.paragraph(Text(purpose, "quiet"), indent=4)
    else:
        page.paragraph(Text(purpose, "quiet"), _PURPOSE, Text(f"  {command}"))
