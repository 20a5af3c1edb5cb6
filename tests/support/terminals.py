"""Runs the program, or a shell, in a real terminal (a pty)."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pexpect

from support.processes import PROGRAM

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[a-zA-Z]|[=>]|\][^\x07]*\x07)")


@contextmanager
def terminal(
    command: str,
    arguments: list[str],
    *,
    size: tuple[int, int] = (24, 80),
    **environment: str | None,
) -> Iterator[Any]:
    """A program in a terminal of some lines and columns; it is ended with the block.

    None as the value of a variable unsets it.
    """
    changed = {**os.environ, **environment}
    child = pexpect.spawn(
        command,
        arguments,
        dimensions=size,
        env={name: value for name, value in changed.items() if value is not None},
        encoding="utf-8",
        codec_errors="replace",
        timeout=30,
        echo=False,
    )
    child.ptyproc.delayafterclose = 0.01  # a tenth of a second for each terminal is too long
    try:
        yield child
    finally:
        child.close(force=True)


@contextmanager
def bazhanov_terminal(
    *arguments: str, size: tuple[int, int] = (24, 80), **environment: str
) -> Iterator[Any]:
    """One command line in a terminal."""
    command, *rest = [*PROGRAM, *arguments]
    with terminal(command, rest, size=size, **environment) as child:
        child.delaybeforesend = None  # nothing is typed before its prompt is there
        yield child


def shown(
    *arguments: str, size: tuple[int, int] = (24, 80), **environment: str
) -> tuple[str, int | None]:
    """All that one command line writes to a terminal, and its exit code."""
    with bazhanov_terminal(*arguments, size=size, **environment) as child:
        text = child.read()
        child.wait()
        return text.replace("\r\n", "\n"), child.exitstatus


def without_escapes(text: str) -> str:
    """The text without colours and cursor movements."""
    return _ESCAPES.sub("", text)
