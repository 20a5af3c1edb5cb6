"""Runs the command line in this process, on streams of its own."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import Any

import pytest

from bazhanov_cli.commands.app import main


@dataclass(frozen=True, slots=True)
class Result:
    """What one command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output, read as JSON."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[list[str]]:
        """The fields of each plain line."""
        return [line.split("\t") for line in self.out.splitlines()]


class _Stream(io.TextIOWrapper):
    """A stream into memory that may pass for a terminal."""

    def __init__(self, *, terminal: bool, encoding: str = "utf-8") -> None:
        super().__init__(io.BytesIO(), encoding=encoding, newline="\n")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        written = self.buffer
        assert isinstance(written, io.BytesIO)
        return written.getvalue().decode(self.encoding)


def bazhanov(
    *arguments: str, typed: str = "", columns: int | None = None, encoding: str = "utf-8"
) -> Result:
    """Run one command line; with `columns` its output is a terminal of that width."""
    out = _Stream(terminal=columns is not None, encoding=encoding)
    err = _Stream(terminal=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["bazhanov", *arguments])
        patch.setattr(sys, "stdin", io.StringIO(typed))
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        if columns is not None:
            patch.setenv("COLUMNS", str(columns))
        code = main()
    return Result(code, out.text(), err.text())
