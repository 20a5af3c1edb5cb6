"""A bar that shows on a terminal how much of a dataset has been read, once that takes a second."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

_PATIENCE, _PAUSE = 1.0, 0.1  # seconds
_WIDTH = 20
_READING, _INDEXING = "Reading the dataset", "Indexing the dataset"


@contextmanager
def reading_bar(
    stream: TextIO | None, size: int, clock: Callable[[], float] = time.monotonic
) -> Iterator[Callable[[int], None] | None]:
    """Give a function to call with the bytes read so far, or None where nobody would see a bar.

    `size` is that of the whole file in bytes, 0 when it is not known. What was drawn is cleared.
    """
    if stream is None or not stream.isatty():
        yield None
        return
    bar = _Bar(stream, size, clock)
    try:
        yield bar.show
    finally:
        bar.clear()


class _Bar:
    def __init__(self, stream: TextIO, size: int, clock: Callable[[], float]) -> None:
        self._stream, self._size, self._clock = stream, size, clock
        self._due = clock() + _PATIENCE
        self._shown = ""

    def show(self, bytes_read: int) -> None:
        """Draw the bar, if it is time to."""
        now = self._clock()
        if now >= self._due or (self._shown and bytes_read == self._size):
            self._due = now + _PAUSE
            self._draw(_line(bytes_read, self._size)[: _columns(self._stream) - 1])

    def clear(self) -> None:
        """Leave the line as it was found."""
        if self._shown:
            self._draw("")

    def _draw(self, line: str) -> None:
        blanks = " " * (len(self._shown) - len(line))
        end = "" if line else "\r"
        self._stream.write(f"\r{line}{blanks}{end}")
        self._stream.flush()
        self._shown = line


def _line(bytes_read: int, size: int) -> str:
    if not size:
        return f"{_READING}: {bytes_read / (1 << 20):.0f} MiB"
    share = min(bytes_read / size, 1)
    bar = "#" * round(share * _WIDTH)
    return f"{_READING if share < 1 else _INDEXING} [{bar:<{_WIDTH}}] {share:4.0%}"


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
