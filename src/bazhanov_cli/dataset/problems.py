"""What is wrong with a dataset, and where: every problem of the file, not the first alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bazhanov_cli.suggestions import nearest

MOST_PROBLEMS = 1_000


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, at a line and column from 1; a warning leaves the file valid."""

    line: int
    column: int
    message: str
    warning: bool = False

    def describe(self, file: str) -> str:
        """Write it as compilers do: `file:line:column: message`."""
        kind = "warning: " if self.warning else ""
        return f"{file}:{self.line}:{self.column}: {kind}{self.message}"


class TooManyProblems(Exception):  # noqa: N818 - a signal to stop reading, not an error to show
    """The file is so wrong that the rest would only be noise."""


class Problems:
    """A collector of problems, which gives up reading when there are far too many."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self.errors = 0

    def add(self, line: int, column: int, message: str, *, warning: bool = False) -> None:
        """Note one problem; raises TooManyProblems past 1,000 of them."""
        self._found.append(Problem(line, column, message, warning))
        self.errors += not warning
        if len(self._found) >= MOST_PROBLEMS:
            raise TooManyProblems

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """The end of a message about an unknown word: the nearest valid one, or nothing."""
    found = nearest(word, valid, most=1)
    return f", did you mean {found[0]!r}?" if found else ""
