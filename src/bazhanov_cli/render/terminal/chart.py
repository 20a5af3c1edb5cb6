"""A chart on a page."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from bazhanov_cli.render.line_breaking import Line
from bazhanov_cli.render.terminal.page import Page


def draw_lines(page: Page, lines: Iterable[Line]) -> None:
    """Draw the lines of a chart in colour."""
    for line in lines:
        page.line(Text.assemble(*line))
