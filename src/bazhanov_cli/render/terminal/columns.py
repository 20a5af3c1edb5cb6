"""Texts side by side, or one after another with a hang: what belongs together stays so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from rich.text import Text

from bazhanov_cli.render.terminal.page import Page

GUTTER = 2

LOOKAHEAD = 200
"""So many rows are read before the first is drawn, to size the columns."""

_LEAST_ROOM = 8

Column = tuple[int, Sequence[Text]]
"""The width of a column with the blank space to its right, and its lines."""


def side_by_side(columns: Sequence[Column], body: Sequence[Text]) -> Iterator[Text]:
    """The lines of some columns with those of a text to the right of them.

    Where the last column is wider than its room, the text begins below it.
    """
    widths = [width for width, _ in columns]
    last = columns[-1][1]
    below = [Text()] if last and last[0].cell_len > max(widths[-1] - GUTTER, 0) else []
    for cells in zip_longest(*(lines for _, lines in columns), [*below, *body]):
        line, end = Text(), 0
        for cell, width in zip(cells, (*widths, 0), strict=True):
            if cell:
                line.pad_right(end - line.cell_len)
                line.append_text(cell)
            end += width
        yield line


def fitted(page: Page, texts: Iterable[Text], most: int) -> list[Text]:
    """Texts one below another, those that are wider than `most` in several lines."""
    return [line for text in texts for line in page.wrap(text, page.width - most)]


def hanging(page: Page, text: Text, width: int, hang: int) -> list[Text]:
    """The lines of a text in a column, all but the first set in."""
    first, *others = page.wrap(text, page.width - width)
    if not others:
        return [first]
    blank = text.plain[len(first) : len(first) + 1].isspace()
    rest = page.wrap(text[len(first) + blank :], page.width - width + hang)
    return [first, *(Text(" " * hang).append_text(line) for line in rest)]


def widest(lines: Iterable[Text]) -> int:
    """The width of a column that has just room for some lines, blank space included; or 0."""
    width = max((line.cell_len for line in lines), default=0)
    return width and width + GUTTER


def hung(page: Page, lead: Text, texts: Sequence[Text], width: int) -> list[Text]:
    """A lead and texts after it in lines of some width, no text broken that fits one.

    Further lines hang below the first text; where one fits only without, the lead stands alone.
    """
    room = width - lead.cell_len - GUTTER
    alone = room < _LEAST_ROOM or any(room < text.cell_len <= width for text in texts)
    lines, hang = fitted(page, [Text.assemble(lead)], width), 0 if alone else width - room
    is_full = alone
    for text in texts:
        for part in fitted(page, [text], width - hang):
            if is_full or lines[-1].cell_len + GUTTER + part.cell_len > width:
                lines.append(Text(" " * hang))
            else:
                lines[-1].append(" " * GUTTER)
            lines[-1].append_text(part)
            is_full = False
    return lines
