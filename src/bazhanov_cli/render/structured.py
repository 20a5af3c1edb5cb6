"""Records for programs: JSON, JSON lines and CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from bazhanov_cli.render.records import RecordView

T = TypeVar("T")


def write_json(view: RecordView[T], records: Iterable[T], stream: TextIO) -> int:
    """Write one array, an object a line; `[]` when there are no records."""
    write = _utf8_writer(stream)
    count = 0
    write("[")
    for line in _lines(view, records):
        write(f",\n {line}" if count else line)
        count += 1
    write("]\n")
    return count


def write_jsonl(view: RecordView[T], records: Iterable[T], stream: TextIO) -> int:
    """Write one object a line."""
    write = _utf8_writer(stream)
    count = 0
    for line in _lines(view, records):
        write(f"{line}\n")
        count += 1
    return count


def write_object(value: object, stream: TextIO) -> None:
    """Write one value as JSON on a line of its own."""
    import json

    _utf8_writer(stream)(json.dumps(value, ensure_ascii=False) + "\n")


def write_csv(view: RecordView[T], records: Iterable[T], stream: TextIO) -> int:
    """Write a header and one row a record, by RFC 4180."""
    import csv

    if hasattr(stream, "reconfigure"):
        stream.reconfigure(newline="")
    writer = csv.writer(stream)
    writer.writerow(view.columns)
    count = 0
    for record in records:
        writer.writerow(view.fields(record))
        count += 1
    return count


def _lines(view: RecordView[T], records: Iterable[T]) -> Iterator[str]:
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    return (encode(view.as_object(record)) for record in records)


def _utf8_writer(stream: TextIO) -> Callable[[str], int]:
    """Write UTF-8 whatever the stream's own encoding: JSON is nothing else (RFC 8259, 8.1)."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream.write
