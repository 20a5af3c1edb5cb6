"""Texts side by side: each wrapped in a column of its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text

from bazhanov_cli.render.terminal.page import Page

_GUTTER = 2

Column = tuple[int, Sequence[Text]]
"""The width of a column with the blank space to its right, and its texts one below another."""


def side_by_side(page: Page, columns: Sequence[Column], body: Text, margin: int) -> list[Text]:
    """The lines of some columns with a text to the right of them that takes the rest of the page.

    `margin` columns of the page are left free for the caller.
    """
    blocks = [
        [part for text in texts for part in page.wrap(text, page.width - width + _GUTTER)]
        for width, texts in columns
    ]
    widths = [width for width, _ in columns]
    lines = zip_longest(*blocks, page.wrap(body, margin + sum(widths)))
    return [_line(cells, widths) for cells in lines]


def hanging(page: Page, text: Text, width: int, hang: int) -> list[Text]:
    """The lines of a text in a column, all but the first set in."""
    first, *others = page.wrap(text, page.width - width)
    if not others:
        return [first]
    blank = text.plain[len(first) : len(first) + 1].isspace()
    rest = page.wrap(text[len(first) + blank :], page.width - width + hang)
    return [first, *(Text(" " * hang).append_text(line) for line in rest)]


def padded(text: Text, width: int) -> Text:
    """A text with blanks after it, up to a width in columns."""
    copy = text.copy()
    copy.pad_right(max(width - copy.cell_len, 0))
    return copy


def _line(cells: Sequence[Text | None], widths: Sequence[int]) -> Text:
    line, end = Text(), 0
    for cell, width in zip(cells, (*widths, 0), strict=True):
        line = padded(line, end)
        if cell is not None:
            line.append_text(cell)
        end += width
    line.rstrip()
    return line
