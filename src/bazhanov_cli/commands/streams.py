"""The process's own stdout and stderr: encodings that cannot fail, full disks and closed pipes."""

from __future__ import annotations

import errno
import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, TextIO

from bazhanov_cli.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable

PROGRAM = "bazhanov"
_CLOSED_PIPE = {errno.EPIPE, errno.ESHUTDOWN}


class Streams:
    """Where results and messages go; either may be closed, full or unable to show a letter."""

    def __init__(self, out: TextIO | None, err: TextIO | None) -> None:
        self._out, self._err = out, err

    def prepare(self) -> None:
        """Make every character writable: one that the encoding lacks is shown by its nearest."""
        if self._out is None:
            raise SystemExit(self.fail("there is no output to write to", OutputError.exit_code))
        for stream in (self._out, self._err):
            if stream is not None and not (stream.encoding or "").lower().startswith("utf"):
                from bazhanov_cli.render.encoding import HANDLER, register

                register()
                if isinstance(stream, TextIOWrapper):
                    stream.reconfigure(errors=HANDLER)

    def flush(self) -> None:
        """Write out what is still held back; raises OSError where that fails."""
        if self._out is not None:
            self._out.flush()

    def fail(self, message: str, code: int) -> int:
        """Say in one line what is wrong, and return the exit code."""
        if self._err is not None:
            try:
                print(f"{PROGRAM}: error: {_one_line(message)}", file=self._err, flush=True)
            except OSError:
                return code
        return code

    def fail_to_write(self, error: OSError) -> int:
        """A closed pipe ends quietly with 0; any other failure to write is told."""
        _silence((self._out,))
        if error.errno in _CLOSED_PIPE or isinstance(error, BrokenPipeError):
            return 0
        reason = error.strerror or str(error)
        message = f"cannot write the output: {reason[:1].lower()}{reason[1:]}"
        return self.fail(message, OutputError.exit_code)


def _one_line(message: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in message)


def _silence(streams: Iterable[TextIO | None]) -> None:
    """Give the streams nothing to fail on, or Python would complain of them again at its end."""
    for stream in streams:
        if stream is not None:
            try:
                null = os.open(os.devnull, os.O_WRONLY)
                os.dup2(null, stream.fileno())
            except (OSError, ValueError):
                sys.stdout = None
