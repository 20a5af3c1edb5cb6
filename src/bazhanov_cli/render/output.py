"""Where results go and in which form: a terminal gets pages, a pipe gets plain records."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TextIO, TypeVar

from bazhanov_cli.render.encoding import has_every_letter

if TYPE_CHECKING:
    from bazhanov_cli.render.records import RecordView
    from bazhanov_cli.render.terminal.page import Page

T = TypeVar("T")

NARROWEST, WIDEST = 20, 1_000
_DEFAULT_WIDTH, _DEFAULT_HEIGHT = 80, 24


class Format(StrEnum):
    """The forms in which a command writes its results."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"


class ColorChoice(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Output(NamedTuple):
    """A stream, and what it is able to show.

    `width` is in columns; `pager` is the command that shows what is longer than the screen;
    `emphasized` is whether there is bold and underline where there is no colour.
    """

    stream: TextIO
    format: Format
    is_terminal: bool
    colored: bool
    width: int
    pager: str = ""
    emphasized: bool = False

    @classmethod
    def to(
        cls,
        stream: TextIO,
        chosen: Format | None,
        color: ColorChoice,
        environment: Mapping[str, str],
        pager: str = "",
    ) -> Output:
        """The output that suits a stream and the user's wishes."""
        is_terminal = stream.isatty()
        return cls(
            stream=stream,
            format=chosen or (Format.TABLE if is_terminal else Format.PLAIN),
            is_terminal=is_terminal,
            colored=wants_color(color, environment, is_terminal=is_terminal),
            width=columns(environment, stream),
            pager=pager if is_terminal else "",
            emphasized=color is ColorChoice.AUTO and is_terminal and not _is_dumb(environment),
        )

    @property
    def is_table(self) -> bool:
        """Whether the results are drawn as pages."""
        return self.format is Format.TABLE

    @property
    def is_page(self) -> bool:
        """Whether a person is likely to look at these pages."""
        return self.is_table and self.is_terminal

    @property
    def is_unicode(self) -> bool:
        """Whether lines and bullets can be drawn with more than ASCII."""
        return has_every_letter(self.stream)

    def write(self, view: RecordView[T], records: Iterable[T]) -> int:
        """Write records in a format for programs, and return how many there were."""
        if self.format is Format.MARKDOWN:
            from bazhanov_cli.render.markdown import write_markdown as write_format
        elif self.format is Format.CSV:
            from bazhanov_cli.render.structured import write_csv as write_format
        elif self.format is Format.JSON:
            from bazhanov_cli.render.structured import write_json as write_format
        elif self.format is Format.JSONL:
            from bazhanov_cli.render.structured import write_jsonl as write_format
        else:
            from bazhanov_cli.render.plain import write_plain as write_format
        return write_format(view, records, self.stream)

    def draw(self, draw: Callable[[Page, Iterator[T]], None], records: Iterable[T]) -> int:
        """Draw records as a page; returns 0 when there were none, and draws nothing then."""
        from bazhanov_cli.render.terminal.page import Page

        remaining = iter(records)
        for first in remaining:
            with self._screens() as stream:
                draw(Page(self._replace(stream=stream)), chain([first], remaining))
            return 1
        return 0

    def _screens(self) -> AbstractContextManager[TextIO]:
        if not self.pager:
            return nullcontext(self.stream)
        from bazhanov_cli.render.pager import paged

        return paged(self.stream, self.pager, _height(self.stream))


def wants_color(choice: ColorChoice, environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Whether to use colour: the option wins over NO_COLOR, which wins over FORCE_COLOR."""
    if choice is not ColorChoice.AUTO:
        return choice is ColorChoice.ALWAYS
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return is_terminal and not _is_dumb(environment)


def _is_dumb(environment: Mapping[str, str]) -> bool:
    """Whether the terminal would show an escape sequence as it is written."""
    return environment.get("TERM") in ("dumb", "unknown")


def columns(environment: Mapping[str, str], stream: TextIO) -> int:
    """The width to draw in, from COLUMNS or the terminal, within what can be drawn at all."""
    wanted = environment.get("COLUMNS", "")
    width = int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 9 else 0
    return min(max(width or _size(stream)[0] or _DEFAULT_WIDTH, NARROWEST), WIDEST)


def _height(stream: TextIO) -> int:
    return _size(stream)[1] or _DEFAULT_HEIGHT


def _size(stream: TextIO) -> tuple[int, int]:
    """The columns and lines of a terminal: 0 where it does not know."""
    try:
        return os.get_terminal_size(stream.fileno())
    except (OSError, ValueError):
        return 0, 0
