"""The page that everything is drawn on: its width, its few colours, and its hanging lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, TextIO

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from rich.text import Span, Text
from rich.theme import Theme

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.render.encoding import encodable

if TYPE_CHECKING:
    from bazhanov_cli.render.output import Output

WIDEST_TEXT = 100
"""Lines longer than this are hard to read, however wide the terminal."""

_RULE_HANG = 12

_WORD = re.compile(r"\S+")
_BREAKS = frozenset("\n\t")

NARROW = 60
"""Below this, what stands beside the text on a wider page stands above it."""

STYLES = {
    "number": "bold",
    "date": "bold",
    "heading": "bold",
    "quiet": "dim",
    "doubt": "bright_blue",
    "right": "bold",
    "wrong": "bright_red",
    "match": "bold underline",
    EntityKind.PERSON.value: "magenta",
    EntityKind.PLACE.value: "bright_blue",
    EntityKind.ORGANISATION.value: "none",
    EntityKind.WORK.value: "italic",
    EntityKind.CONCEPT.value: "none",
}
"""Only the three colours that are read on black and on white; green, yellow and cyan are not."""


class Page:
    """A width of columns to draw lines on, one after another."""

    def __init__(self, output: Output) -> None:
        self._console = Console(
            file=output.stream,
            width=output.width,
            legacy_windows=False,
            theme=Theme(STYLES) if output.colored else _theme_without_colors(),
        )
        self._stream = output.stream
        self._write = output.stream.write
        has_styles = output.colored or output.emphasized
        self._styles = ColorSystem.STANDARD if has_styles else None
        self.width = output.width
        self.is_unicode = output.is_unicode

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for columns side by side."""
        return self.width < NARROW

    def line(self, text: Text | str = "") -> None:
        """Draw one line as it is."""
        # Rendered without Console.print, which takes three times as long for what is laid out here.
        for part, style, _ in Text.assemble(text).render(self._console, end="\n"):
            self._write(style.render(part, color_system=self._styles) if style else part)

    def rule(self, title: Text) -> None:
        """Draw a title at the head of a quiet line across the page."""
        width = min(self.width, WIDEST_TEXT + _RULE_HANG)
        *above, last = self.wrap(title, 0)
        for line in above:
            self.line(line)
        dashes = self.symbol("─", "-") * max(width - last.cell_len - 1, 0)
        self.line(Text.assemble(last, (f" {dashes}" if dashes else "", "quiet")))

    def paragraph(
        self, text: Text, indent: int = 0, first: Text | None = None, margin: Text | None = None
    ) -> None:
        """Draw a text in lines that fit the page, set in by `indent` columns.

        `first` stands in the indent of the first line, and pushes the text down where too wide;
        `margin` runs down the left of every line.
        """
        margin = margin or Text()
        indent = min(indent, self.width // 2)
        lines = self.wrap(text, indent + margin.cell_len)
        lead = first or Text()
        if lead.cell_len > max(indent - 1, 0):
            for part in self.wrap(lead, margin.cell_len):
                self.line(Text.assemble(margin, part))
            lead = Text()
        for line in lines:
            lead.pad_right(indent - lead.cell_len)
            self.line(Text.assemble(margin, lead, line))
            lead = Text()

    def wrap(self, text: Text, indent: int) -> list[Text]:
        """The lines of a text that is set in by `indent` columns; no character is ever dropped."""
        width = max(min(self.width - indent, WIDEST_TEXT), 1)
        if not (self.is_unicode or text.plain.isascii()):
            text = _encodable(text, self._stream)
        if text.cell_len <= width and _BREAKS.isdisjoint(text.plain):
            return [text]
        lines = _parted(text, width).wrap(self._console, width, overflow="fold")
        for line in lines:
            line.rstrip()
        return list(lines) or [Text()]

    def can_write(self, text: str) -> bool:
        """Whether any letter of a text is left in the encoding of the output."""
        return self.is_unicode or any(map(str.isalnum, encodable(text, self._stream)))

    def symbol(self, unicode: str, ascii: str) -> str:  # noqa: A002 - the other of two
        """A sign, or its stand-in where the output has only ASCII."""
        return unicode if self.is_unicode else ascii


def _encodable(text: Text, stream: TextIO) -> Text:
    """A text as a stream will write it, so that its width is known."""
    letters = [encodable(letter, stream) for letter in text.plain]
    ends = [0, *accumulate(map(len, letters))]
    spans = [Span(ends[span.start], ends[span.end], span.style) for span in text.spans]
    return Text("".join(letters), text.style, spans=spans)


def _parted(text: Text, width: int) -> Text:
    """The text, with words wider than a line parted after their hyphens."""
    if "-" not in text.plain or len(text.plain) <= width:
        return text
    places = [place for word in _WORD.finditer(text.plain) for place in _ends(word, width)]
    return Text("\n").join(text.divide(places)) if places else text


def _ends(word: re.Match[str], width: int) -> Iterator[int]:
    """The places after hyphens where a word is parted, so that each part fills its line."""
    start = word.start()
    while word.end() - start > width:
        place = word.string.rfind("-", start, start + width) + 1
        if not start < place < word.end():
            return
        yield place
        start = place


def _theme_without_colors() -> Theme:
    return Theme({name: Style.parse(style).without_color for name, style in STYLES.items()})
