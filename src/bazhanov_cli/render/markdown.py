"""Records as Markdown, fit to paste into an essay."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from bazhanov_cli.render.records import RecordView

T = TypeVar("T")

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|(?<![^\s])#(?=#*\s)|&(?=#?\w+;)")
_LIST_MARK = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")


def write_markdown(view: RecordView[T], records: Iterable[T], stream: TextIO) -> int:
    """Write a line of Markdown a record, and return how many there were."""
    count = 0
    for record in records:
        stream.write(view.markdown(record) + "\n")
        count += 1
    return count


def escape(text: str) -> str:
    """A text that Markdown shows as it is, on one line."""
    flat = " ".join(text.split("\n"))
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", flat)
    return _LIST_MARK.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped)
