"""The process's own stdin, stdout and stderr: whatever they are, nothing fails on them unawares."""

from __future__ import annotations

import errno
import os
import re
import sys
from io import TextIOWrapper
from typing import Literal, TextIO

from bazhanov_cli.errors import OutputError, reason_of
from bazhanov_cli.render.encoding import HANDLER, has_every_letter, register

PROGRAM = "bazhanov"

# Windows reports a closed pipe as an invalid argument.
_CLOSED_PIPE = {errno.EPIPE, errno.ESHUTDOWN, errno.EINVAL if os.name == "nt" else errno.EPIPE}


class ClosedPipe(OutputError):
    """Nobody reads the output any more, as after `| head -1`: not a failure."""

    exit_code = 0


class ResultStream(TextIOWrapper):
    """A stdout whose failures can be told from every other error of the system."""

    def write(self, text: str, /) -> int:
        """Write text; raises OutputError."""
        try:
            return super().write(text)
        except OSError as error:
            raise _failure(error) from None

    def flush(self) -> None:
        """Write out what is held back; raises OutputError."""
        try:
            super().flush()
        except OSError as error:
            raise _failure(error) from None


class MessageStream(TextIOWrapper):
    """A stderr that is silent where it cannot be written: a message is not what was asked for."""

    def write(self, text: str, /) -> int:
        """Write text, if that can be done."""
        try:
            return super().write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Write out what is held back, if that can be done."""
        try:
            super().flush()
        except OSError:
            return


def prepare_streams() -> None:
    """Open what the process was started without, and make every character writable."""
    own = (sys.stdout is sys.__stdout__, sys.stderr is sys.__stderr__)
    # In this order, for each takes the lowest number that is free. Nothing can be written to a
    # stdout that is open for reading: closed, it would fail in the same way.
    if sys.stdin is None:
        sys.stdin = _null(os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _null(os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _null(os.O_WRONLY, "w")
    if isinstance(sys.stdin, TextIOWrapper):
        # ASCII is a part of UTF-8, and what the C locale offers in place of it.
        is_ascii = sys.stdin.encoding == "ascii"
        sys.stdin.reconfigure(encoding="utf-8" if is_ascii else None, errors="replace")
    sys.stdout = _prepared(sys.stdout, ResultStream if own[0] else None)
    sys.stderr = _prepared(sys.stderr, MessageStream if own[1] else None)


def fail(message: str, code: int) -> int:
    """Say in one line what is wrong, and return the exit code."""
    say(f"{PROGRAM}: error: {message}")
    return code


def say(message: str) -> None:
    """Write one line to stderr, with nothing in it that a terminal would obey.

    On a terminal it is folded to the width; what reads a pipe can rely on one line.
    """
    line = "".join(letter if letter.isprintable() else " " for letter in message)
    if sys.stderr.isatty():
        line = _folded(line)
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def _folded(line: str) -> str:
    from bazhanov_cli.render.line_breaking import fold_words
    from bazhanov_cli.render.output import columns

    hang = "  "
    words = re.findall(r"\s*\S+", line)
    return f"\n{hang}".join(
        part.strip() for part in fold_words(words, columns(os.environ, sys.stderr) - len(hang))
    )


def discard_output() -> None:
    """Forget what is still to be written, or Python would try once more at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _null(flags: int, mode: Literal["r", "w"]) -> TextIO:
    return open(os.open(os.devnull, flags), mode, encoding="utf-8")  # noqa: PTH123 - a number


def _prepared(stream: TextIO, kind: type[ResultStream | MessageStream] | None) -> TextIO:
    """The stream, able to show the nearest of each letter that its encoding does not have."""
    if not isinstance(stream, TextIOWrapper):
        return stream
    handler = "replace"
    if not has_every_letter(stream):
        register()
        handler = HANDLER
    if kind is None:
        stream.reconfigure(errors=handler)
        return stream
    encoding, buffering, through = stream.encoding, stream.line_buffering, stream.write_through
    return kind(stream.detach(), encoding, handler, None, buffering, through)


def _failure(error: OSError) -> OutputError:
    if error.errno in _CLOSED_PIPE:
        return ClosedPipe("nobody reads the output")
    reason = "it is closed" if error.errno == errno.EBADF else reason_of(error)
    return OutputError(f"cannot write the output: {reason}")
