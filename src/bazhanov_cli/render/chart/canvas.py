"""One line of a chart as cells to draw into, and its label beside what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from bazhanov_cli.render.chart.cells import cell_width, fold_cells

if TYPE_CHECKING:
    from bazhanov_cli.render.marks import Mark

Segment = tuple[str, str]
"""A text and the name of its style."""

Line = list[Segment]


@dataclass(frozen=True, slots=True)
class Pen:
    """The signs that a chart is drawn with: more than ASCII where the output has more."""

    unicode: bool

    def sign(self, unicode: str, plain: str) -> str:
        """A sign, or its stand-in of ASCII."""
        return unicode if self.unicode else plain

    def mark(self, mark: Mark) -> str:
        """The sign of a mark."""
        return self.sign(mark.sign, mark.plain)


class Canvas:
    """A line of `width` cells; shares of the axis are turned into its columns."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._cells: Line = [(" ", "")] * width

    def column(self, share: float) -> int:
        """The column in which a share of the axis lies."""
        return min(int(share * self.width), self.width - 1)

    def last_column(self, share: float) -> int:
        """The last column that a stretch reaches into which ends at a share of the axis."""
        column = int(share * self.width)
        return min(max(column - (column == share * self.width), 0), self.width - 1)

    def fill(self, first: int, last: int, sign: str, style: str) -> None:
        """Draw one sign in every column from first to last, both included."""
        for column in range(first, last + 1):
            self._cells[column] = (sign, style)

    def write(self, start: int, label: Sequence[Segment]) -> None:
        """Put a label over the cells from `start` on; a wide character takes two of them."""
        for text, style in label:
            size = cell_width(text)
            self._cells[start : start + size] = [(text, style), *[("", style)] * (size - 1)]
            start += size

    def line(self) -> Line:
        """What is drawn so far."""
        return merged(self._cells)

    def labelled(
        self, first: int, last: int, label: Line, nearest: Line | None = None
    ) -> Iterator[Line]:
        """The line with a label beside the columns from first to last that are drawn.

        It stands to the right, or to the left where it fits only there, or goes on in further
        lines where there is most room; `nearest` is the end of it that stays by what is drawn.
        """
        near = nearest or []
        right, left = self.width - last - 2, first - 1
        size = sum(cell_width(text) for text, _ in (*label, *near)) + len(near)
        on_right = size <= right or right >= left
        blank = [(" ", "")] * len(near)
        whole = [*near, *blank, *label] if on_right else [*label, *blank, *near]
        canvas = self
        for part in folded(whole, max(right if on_right else left, 1)):
            taken = sum(cell_width(text) for text, _ in part)
            canvas.write(last + 2 if on_right else max(first - 1 - taken, 0), part)
            yield canvas.line()
            canvas = Canvas(self.width)


def folded(label: Sequence[Segment], width: int) -> Iterator[Line]:
    """A label in lines of at most `width` columns, every character in its style."""
    text = "".join(part for part, _ in label)
    styles = [style for part, style in label for _ in part]
    end = 0
    for line in fold_cells(text, width):
        start = text.index(line, end)
        end = start + len(line)
        yield merged(list(zip(line, styles[start:end], strict=True)))


def merged(cells: Line) -> Line:
    """Neighbouring cells of one style as one segment, without blanks at the end."""
    line = [
        ("".join(text for text, _ in group), style)
        for style, group in groupby(cells, key=lambda cell: cell[1])
    ]
    while line and not line[-1][0].strip():
        line.pop()
    return [*line[:-1], (line[-1][0].rstrip(), line[-1][1])] if line else []
