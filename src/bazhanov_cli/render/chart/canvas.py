"""One line of a chart as cells to draw into, and its label beside what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.render.chart.cells import cell_width
from bazhanov_cli.render.chart.segments import Line, Segment, folded, line_width, merged

if TYPE_CHECKING:
    from bazhanov_cli.render.marks import Mark

_LEAST_ROOM = 12
"""A label is not squeezed into fewer columns than this."""


class Pen(NamedTuple):
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
        lines where there is most room, or stands below where there is none; `nearest` is the end
        of it that stays by what is drawn.
        """
        near = nearest or []
        right, left = self.width - last - 2, first - 1
        size = line_width([*label, *near]) + len(near)
        on_right = size <= right or right >= left
        room = right if on_right else left
        blank = [(" ", "")] * len(near)
        whole = [*near, *blank, *label] if on_right else [*label, *blank, *near]
        canvas = self
        if room < min(size, _LEAST_ROOM):
            yield self.line()
            canvas, room = Canvas(self.width), self.width
        for part in folded(whole, room):
            start = last + 2 if on_right else first - 1 - int(line_width(part))
            canvas.write(max(min(start, self.width - int(line_width(part))), 0), part)
            yield canvas.line()
            canvas = Canvas(self.width)
