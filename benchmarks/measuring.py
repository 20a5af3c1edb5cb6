"""What every benchmark shares: commands in an environment of their own, ratios, and budgets.

An absolute time says nothing on a shared machine. Commands are run one right after the other, round
after round; a figure is the median of the ratios of all rounds.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

_UNSET = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONUNBUFFERED",
    "BAZHANOV_DATA",
    "NO_COLOR",
    "FORCE_COLOR",
)

Command = Sequence[str | Path]

Timed = Callable[[], float]
"""Something that is done once, and the seconds that went by."""


class Cost(NamedTuple):
    """What a command took: seconds that went by, seconds of a processor, and MiB at its peak."""

    seconds: float
    processor: float
    peak: float


class Bench:
    """Runs commands with a cache and a memory of their own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in _UNSET},
            "BAZHANOV_CACHE_DIR": str(self.cache),
            "BAZHANOV_STATE_DIR": str(folder / "state"),
            "BAZHANOV_PAGER": "cat",
            "COLUMNS": "80",
            "TERM": "xterm",
        }

    def run(self, command: Command, output: Path | None = None, expected_code: int = 0) -> Cost:
        """Run a command to its end."""
        begun = time.perf_counter()
        with (output or self.folder / "output").open("wb") as stream:
            process = subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.DEVNULL,
            )
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != expected_code:
            raise subprocess.CalledProcessError(process.returncode, command)
        return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def timed(self, command: Command) -> Timed:
        """A command to be run in turns with others."""
        return lambda: self.run(command).seconds


def program(*arguments: str | Path) -> Command:
    """A command line of ours."""
    return [sys.executable, "-m", "bazhanov_cli", *arguments]


def ratios(others: Sequence[Timed], floor: Timed, rounds: int = 15) -> list[float]:
    """How many times the floor each of the others takes, after a round that does not count."""
    found = [(floor(), [other() for other in others]) for _ in range(rounds + 1)][1:]
    return [
        statistics.median(times[place] / least for least, times in found)
        for place in range(len(others))
    ]


class Budgets:
    """Prints a row for each figure, and remembers whether any broke its budget."""

    def __init__(self) -> None:
        self.is_broken = False
        print(f"| {'figure':<62} | found  | budget        |")
        print(f"|{'-' * 64}|--------|---------------|", flush=True)

    def at_most(self, what: str, found: float, budget: float) -> None:
        """Print a figure that may not pass its budget."""
        self._print(what, found, f"at most {budget:g}", is_kept=found <= budget)

    def at_least(self, what: str, found: float, budget: float) -> None:
        """Print a figure that must reach its budget."""
        self._print(what, found, f"at least {budget:g}", is_kept=found >= budget)

    def _print(self, what: str, found: float, budget: str, *, is_kept: bool) -> None:
        self.is_broken = self.is_broken or not is_kept
        verdict = "" if is_kept else "  BROKEN"
        print(f"| {what:<62} | {found:6.2f} | {budget:<13} |{verdict}", flush=True)
