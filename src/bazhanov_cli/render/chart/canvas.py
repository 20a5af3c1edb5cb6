"""One line of a chart as cells to draw into, and its label beside what is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.render.line_breaking import Line, Segment, folded, line_width, merged
from bazhanov_cli.render.widths import cell_width

if TYPE_CHECKING:
    from bazhanov_cli.render.marks import Mark

_LEAST_ROOM = 12
"""A label is not squeezed into fewer columns than this."""

_NARROW = 40
"""Below this, every label stands below what it belongs to."""

_INDENT = 2


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

    @property
    def is_narrow(self) -> bool:
        """Whether it has no room for labels beside what is drawn."""
        return self.width < _NARROW

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
        self, first: int, last: int, label: Line, nearest: str = "", extra: Line | None = None
    ) -> Iterator[Line]:
        """The line with a label beside the columns from first to last that are drawn.

        It stands to the right, or to the left where it fits only there, or goes on in further lines
        where there is most room, or stands below. `nearest` stays by what is drawn; `extra` follows
        the label where there is room for it in the same line.
        """
        right, left = self.width - last - 2, first - 1
        reach = len(nearest) + 1 if nearest else 0
        beside = not self.is_narrow and max(right, left) - reach >= _LEAST_ROOM
        if not beside:
            below = [(f"{nearest} ", "date"), *label] if nearest else label
            yield from self._labelled_below(below, first)
            return
        whole = [*label, *extra] if extra else label
        whole = whole if line_width(whole) + reach <= max(right, left) else label
        on_right = line_width(whole) + reach <= right or right >= left
        parts = list(folded(whole, (right if on_right else left) - reach))
        start = first - 1 - reach - int(max(map(line_width, parts)))
        if nearest:
            self.write(last + 2 if on_right else first - reach, [(nearest, "date")])
        canvas = self
        for part in parts:
            canvas.write(last + 2 + reach if on_right else start, part)
            yield canvas.line()
            canvas = Canvas(self.width)

    def headed(self, first: int, label: Line) -> Iterator[Line]:
        """A label, from the first column that is drawn on where it has room, and the line."""
        yield from self._standing_alone(label, first)
        yield self.line()

    def _labelled_below(self, label: Line, first: int) -> Iterator[Line]:
        """Below what is drawn, and in a narrow chart all from one column on."""
        yield self.line()
        yield from self._standing_alone(label, _INDENT if self.is_narrow else first)

    def _standing_alone(self, label: Line, start: int) -> Iterator[Line]:
        parts = list(folded(label, self.width - _INDENT))
        start = min(start, self.width - int(max(map(line_width, parts))))
        yield from ([(" " * start, ""), *part] for part in parts)
