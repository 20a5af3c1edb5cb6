"""What is wrong with a dataset, and where: every problem of the file, not the first alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from bazhanov_cli.suggestions import LONGEST_WORD, MOST_KNOWN, nearest

MOST_PROBLEMS = 1_000
MOST_LETTERS_COMPARED = 1_000_000


class Problem(NamedTuple):
    """One thing to mend, at a line and column from 1; a warning leaves the file valid."""

    line: int
    column: int
    message: str
    warning: bool = False

    def describe(self, file: str) -> str:
        """Write it as compilers do: `file:line:column: message`, with nothing a terminal obeys."""
        kind = "warning: " if self.warning else ""
        return printable(f"{file}:{self.line}:{self.column}: {kind}{self.message}")


class TooManyProblems(Exception):
    """The file is so wrong that the rest would only be noise."""


class Problems:
    """A collector of problems, which gives up reading when there are far too many.

    Of several at one place only the first is kept, since the others follow from it.
    """

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._places: set[tuple[int, int]] = set()
        self._letters_left = MOST_LETTERS_COMPARED
        self.warnings = 0

    @property
    def errors(self) -> int:
        """How many problems make the file invalid."""
        return len(self._places)

    def add(self, line: int, column: int, message: str) -> None:
        """Note a problem; raises TooManyProblems at the 1,000th."""
        if (line, column) in self._places:
            return
        self._places.add((line, column))
        self._found.append(Problem(line, column, message))
        if self.stopped:
            raise TooManyProblems

    def warn(self, line: int, column: int, message: str) -> None:
        """Note what is allowed and yet probably a slip; past 1,000 of them, only count it."""
        self.warnings += 1
        if self.warnings <= MOST_PROBLEMS:
            self._found.append(Problem(line, column, message, warning=True))

    def did_you_mean(self, word: str, valid: Iterable[str]) -> str:
        """The end of a message about an unknown word: the nearest valid one, or nothing.

        Looking for it takes time, so that a file with very many unknown words gets no more advice.
        """
        if self._letters_left <= 0:
            return ""
        words = list(islice(valid, MOST_KNOWN))
        self._letters_left -= sum(min(len(known), LONGEST_WORD) for known in words)
        found = nearest(word, words, most=1)
        return f", did you mean {found[0]!r}?" if found else ""

    @property
    def stopped(self) -> bool:
        """Whether there may be more problems, because reading was given up."""
        return self.errors >= MOST_PROBLEMS

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._found))


def printable(text: str) -> str:
    """The text with escapes in the place of everything that does not simply print."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
