"""How long the program takes, as ratios to floors that are measured in turns with it.

    uv run python benchmarks/startup.py             every budget; exit 1 when one is broken
    uv run python benchmarks/startup.py --noise 1.1     on a machine that does other things

An absolute time says nothing on a shared machine. Each round runs a command and its floor one right
after the other; the figure is the median of the ratios of all rounds. A row that breaks its budget
is measured again with three times the rounds before it counts.
"""

from __future__ import annotations

import argparse
import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HELLO = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
@app.command()
def hello() -> None:
    print("hello")
app()
"""
RICH = """
import sys, typer, rich.console, rich.table
sys.stdout.write(open(sys.argv[1], encoding="utf-8").read())
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A command line of Python, on a pipe or on a terminal, and whether the cache is cold."""

    arguments: tuple[str, ...]
    on_terminal: bool = False
    cold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A command with the floor it is measured against, and how many times that it may take."""

    name: str
    run: Run
    floor: Run
    floor_name: str
    budget: float


class Bench:
    """Runs commands in an environment of its own, with a warm cache and compiled bytecode."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        unset = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR", "FORCE_COLOR")
        self._environment = {
            **{name: value for name, value in os.environ.items() if name not in unset},
            "BAZHANOV_CACHE_DIR": str(folder / "cache"),
            "BAZHANOV_STATE_DIR": str(folder / "state"),
            "BAZHANOV_PAGER": "cat",
            "COLUMNS": "80",
            "TERM": "xterm",
        }

    def script(self, name: str, source: str) -> str:
        """A script to measure against."""
        file = self._folder / f"{name}.py"
        file.write_text(source, encoding="utf-8")
        return str(file)

    def seconds(self, run: Run) -> float:
        """How long one run takes."""
        if run.cold:
            for file in (self._folder / "cache").glob("*"):
                file.unlink()
        if run.on_terminal:
            return self._on_terminal(run)
        begun = time.perf_counter()
        subprocess.run(
            [sys.executable, *run.arguments],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        return time.perf_counter() - begun

    def output(self, run: Run) -> str:
        """What a run prints, drawn as for a terminal."""
        return subprocess.run(
            [sys.executable, *run.arguments, "--format", "table", "--color", "always"],
            env=self._environment,
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout

    def _on_terminal(self, run: Run) -> float:
        ours, theirs = pty.openpty()
        begun = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, *run.arguments],
            env=self._environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
        )
        os.close(theirs)
        try:
            while os.read(ours, 1 << 16):
                pass
        except OSError:  # Linux tells so that the other end of a terminal is closed
            pass
        child.wait()
        taken = time.perf_counter() - begun
        os.close(ours)
        return taken


def rows(bench: Bench) -> list[Row]:
    """Every command of the budget, with its floor."""
    hello = Run((bench.script("hello", HELLO),))
    nothing = Run((bench.script("nothing", "pass"),))

    def program(*arguments: str, on_terminal: bool = False, cold: bool = False) -> Run:
        return Run(("-m", "bazhanov_cli", *arguments), on_terminal, cold)

    timeline = program("timeline")
    shown = bench.script("rich_page", RICH)
    page = Path(shown).with_suffix(".txt")
    page.write_text(bench.output(timeline), encoding="utf-8")
    rich = Run((shown, str(page)), on_terminal=True)
    piped = {
        "timeline | cat": timeline,
        "list | cat": program("list"),
        "search Stalin | cat": program("search", "Stalin"),
        "--help": program("--help"),
        "lisst (an error)": program("lisst"),
        "completion": program("__complete", "bash", "bazhanov show 1", "1"),
    }
    return [
        *(Row(name, run, hello, "Typer's hello", 1.20) for name, run in piped.items()),
        Row("search | cat", piped["search Stalin | cat"], timeline, "timeline | cat", 1.10),
        Row("completion", piped["completion"], nothing, "python -c pass", 6.5),
        Row("timeline, on a terminal", program("timeline", on_terminal=True), rich, "rich", 1.15),
        Row("list, on a terminal", program("list", on_terminal=True), rich, "rich", 1.15),
        Row("timeline, cold cache", program("timeline", cold=True), timeline, "warm cache", 1.60),
    ]


def ratio(bench: Bench, row: Row, rounds: int) -> float:
    """The median of the ratios of a command to its floor, each pair run one after the other."""
    for run in (row.run, row.floor):
        bench.seconds(Run(run.arguments, run.on_terminal))
    return statistics.median(
        bench.seconds(row.run) / bench.seconds(row.floor) for _ in range(rounds)
    )


def is_kept(bench: Bench, row: Row, rounds: int, noise: float) -> bool:
    """Measure one row, and tell whether it keeps its budget."""
    found = ratio(bench, row, rounds)
    if found > row.budget * noise:
        found = min(found, ratio(bench, row, 3 * rounds))
    kept = found <= row.budget * noise
    verdict = "" if kept else "  BROKEN"
    print(f"| {row.name:<24} | {row.floor_name:<14} | {found:5.2f} | {row.budget:5.2f} |{verdict}")
    return kept


def main() -> int:
    """Print one line a row; 1 when a budget is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--noise", type=float, default=1.0, help="what a budget may be passed by")
    options = parser.parse_args()
    print(f"| {'command':<24} | {'times':<14} | ratio | budget |")
    print(f"|{'-' * 26}|{'-' * 16}|-------|--------|")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        kept = [is_kept(bench, row, options.rounds, options.noise) for row in rows(bench)]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
