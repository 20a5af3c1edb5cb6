"""One record a line, fields separated by a tab: for `cut`, `awk` and `grep`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from bazhanov_cli.render.records import RecordView

T = TypeVar("T")

# Everything that str.splitlines takes for the end of a line, and the tab.
_BLANKS = dict.fromkeys(map(ord, "\t\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def write_plain(view: RecordView[T], records: Iterable[T], stream: TextIO) -> int:
    """Write the records, and return how many there were."""
    count = 0
    for record in records:
        count += 1
        stream.write(line_of(view.fields(record)))
    return count


def line_of(fields: Iterable[str]) -> str:
    """A line of fields, none of which can end it."""
    return "\t".join(field.translate(_BLANKS) for field in fields) + "\n"
