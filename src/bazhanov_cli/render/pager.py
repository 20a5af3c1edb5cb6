"""What is longer than the screen goes through the user's own pager, from its first page on."""

from __future__ import annotations

import os
import shlex
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from subprocess import PIPE, Popen
from typing import IO, Any, TextIO, cast

DEFAULT_PAGER = "less -FRX"

# A pager that dies at once may leave this much unread in its pipe, and what it has not read must
# still be shown. Linux holds 64 KiB.
_MAY_BE_UNREAD = 1 << 17

_PATIENCE, _PAUSE = 5.0, 0.01  # seconds, for a pager to begin to read


def pager_command(environment: Mapping[str, str]) -> str:
    """The pager that the user wants: empty for none."""
    if environment.get("TERM") in {"dumb", "unknown"}:
        return ""
    wishes = (environment.get(name) for name in ("BAZHANOV_PAGER", "PAGER"))
    command = next((wish for wish in wishes if wish is not None), DEFAULT_PAGER).strip()
    return "" if command == "cat" else command


@contextmanager
def paged(stream: TextIO, command: str, height: int) -> Iterator[TextIO]:
    """A stream in place of a terminal's, which starts the pager once it has `height` lines.

    To leave the pager before the end is to leave the block. Where the pager does not work, all goes
    to the terminal.
    """
    screens = _Screens(stream, command, height)
    try:
        yield cast("TextIO", screens)
    except _LeftPager:
        pass
    finally:
        screens.close()


class _LeftPager(Exception):
    """Its reader has seen enough."""


class _Screens:
    """Holds the first screen back, then hands it and all that follows to the pager."""

    def __init__(self, stream: TextIO, command: str, height: int) -> None:
        self.encoding, self.errors = stream.encoding, stream.errors
        self._stream, self._command, self._height = stream, command, height
        self._write: Callable[[str], object] = self._hold
        self._unread: list[str] = []
        self._lines = self._characters = 0
        self._pager: Popen[bytes] | None = None
        self._pipe: TextIO | None = None
        self._counter: _CountingFile
        self._interrupt: Any = None

    def write(self, text: str) -> int:
        """Hold the text, or pass it on."""
        self._write(text)
        return len(text)

    def flush(self) -> None:
        """Nothing: the pager is fed as fast as it reads."""

    def close(self) -> None:
        """Write what needed no pager, or wait until its reader leaves it."""
        if self._pager and self._pipe:
            with suppress(OSError):
                self._pipe.flush()
            has_read = self._has_read(self._pager)
            with suppress(OSError):
                self._pipe.close()
            with suppress(OSError):
                _stdin(self._pager).close()
            if self._was_shown(self._pager, has_read=has_read):
                return
        self._do_without()

    def _hold(self, text: str) -> None:
        self._unread.append(text)
        self._lines += text.count("\n")
        if self._lines >= self._height:
            self._start()

    def _start(self) -> None:
        self._stream.flush()
        settings = {"LESS": "FRX", **os.environ}  # colours also where PAGER is a bare "less"
        try:
            command = self._command if os.name == "nt" else shlex.split(self._command)
            self._pager = Popen(command, stdin=PIPE, env=settings)  # noqa: S603 - the user's own
        except (OSError, ValueError):
            self._do_without()
            return
        self._counter = _CountingFile(_stdin(self._pager).fileno(), "wb", closefd=False)
        self._pipe = TextIOWrapper(BufferedWriter(self._counter), self.encoding, self.errors)
        # Ctrl-C is the pager's, which may well stay.
        self._interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._write = self._feed
        first_screen, self._unread = "".join(self._unread), []
        self._feed(first_screen, at_once=True)

    def _feed(self, text: str, *, at_once: bool = False) -> None:
        pager, pipe = cast("Popen[bytes]", self._pager), cast("TextIO", self._pipe)
        if self._characters <= _MAY_BE_UNREAD:
            self._unread.append(text)
            self._characters += len(text)
        try:
            pipe.write(text)
            if at_once:
                pipe.flush()
        except OSError:
            if self._was_shown(pager, has_read=self._has_read(pager)):
                raise _LeftPager from None
            self._do_without()

    def _has_read(self, pager: Popen[bytes]) -> bool:
        """Wait until the pager has read something or has ended, and tell whether it has read."""
        for _ in range(round(_PATIENCE / _PAUSE)):
            has_ended = pager.poll() is not None
            unread = _bytes_in(_stdin(pager).fileno())
            if unread is None or unread < self._counter.written:
                return unread is not None
            if has_ended:
                break
            time.sleep(_PAUSE)
        return False

    def _was_shown(self, pager: Popen[bytes], *, has_read: bool) -> bool:
        """Wait for the end of the pager, and tell whether it has shown anything.

        With what code it ends says nothing, once it has read: less has one of its own for Ctrl-C.
        """
        code = pager.wait()
        signal.signal(signal.SIGINT, self._interrupt)
        if code == -signal.SIGINT:
            raise KeyboardInterrupt
        return code == 0 or has_read or self._characters > _MAY_BE_UNREAD

    def _do_without(self) -> None:
        self._pager = None
        self._write = self._stream.write
        self._stream.write("".join(self._unread))
        self._unread = []


class _CountingFile(FileIO):
    """A file that knows how many bytes were written to it."""

    written = 0

    def write(self, data: Any, /) -> int:
        """Write bytes, and count them."""
        written = super().write(data)
        self.written += written
        return written


def _bytes_in(pipe: int) -> int | None:
    """How many bytes of a pipe have not been read, None where its writing end cannot tell."""
    if sys.platform != "linux":
        return None
    from array import array
    from fcntl import ioctl
    from termios import FIONREAD

    number = array("i", [0])
    try:
        ioctl(pipe, FIONREAD, number)
    except OSError:
        return None
    return number[0]


def _stdin(pager: Popen[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", pager.stdin)
