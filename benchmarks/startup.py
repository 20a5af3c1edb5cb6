"""How long the program takes to start, as ratios to floors that are measured in turns with it.

    uv run python benchmarks/startup.py             every budget; exit 1 when one is broken
    uv run python benchmarks/startup.py --noise 1.1     on a machine that does other things

A row that breaks its budget is measured again with three times the rounds before it counts.
"""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from measuring import Bench, Budgets, Command, Timed, program, ratios

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
class Row:
    """A command with the floor it is measured against, and how many times that it may take."""

    name: str
    timed: Timed
    floor_name: str
    floor: Timed
    budget: float


def script(bench: Bench, name: str, source: str) -> Path:
    """A script to measure against."""
    file = bench.folder / f"{name}.py"
    file.write_text(source, encoding="utf-8")
    return file


def with_cold_cache(bench: Bench, command: Command) -> Timed:
    """A command that finds nothing in its cache."""

    def seconds() -> float:
        for file in bench.cache.glob("*"):
            file.unlink()
        return bench.run(command).seconds

    return seconds


def on_terminal(bench: Bench, command: Command) -> Timed:
    """A command that draws its page on a terminal."""

    def seconds() -> float:
        ours, theirs = pty.openpty()
        begun = time.perf_counter()
        child = subprocess.Popen(
            command, env=bench.environment, stdin=theirs, stdout=theirs, stderr=theirs
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

    return seconds


def piped_rows(bench: Bench) -> list[Row]:
    """The commands whose lines go to another program."""
    hello = bench.timed([sys.executable, script(bench, "hello", HELLO)])
    nothing = bench.timed([sys.executable, script(bench, "nothing", "pass")])
    timeline = bench.timed(program("timeline"))
    search = bench.timed(program("search", "Stalin"))
    completion = bench.timed(program("__complete", "bash", "bazhanov show 1", "1"))
    piped = {
        "timeline": timeline,
        "list": bench.timed(program("list")),
        "search Stalin": search,
        "--help": bench.timed(program("--help")),
        "lisst (an error)": lambda: bench.run(program("lisst"), expected_code=2).seconds,
        "completion": completion,
    }
    return [
        *(Row(name, timed, "Typer's hello", hello, 1.20) for name, timed in piped.items()),
        Row("search Stalin", search, "timeline", timeline, 1.10),
        Row("completion", completion, "python -c pass", nothing, 6.5),
        Row(
            "timeline, cold cache",
            with_cold_cache(bench, program("timeline")),
            "warm cache",
            timeline,
            1.60,
        ),
    ]


def terminal_rows(bench: Bench) -> list[Row]:
    """The commands that draw a page, against the least that can draw one with Rich."""
    timeline, listing = program("timeline"), program("list")
    page = bench.folder / "page.txt"
    bench.run([*timeline, "--format", "table", "--color", "always"], page)
    rich = on_terminal(bench, [sys.executable, script(bench, "rich_page", RICH), page])
    return [
        Row("timeline, on a terminal", on_terminal(bench, timeline), "rich", rich, 1.15),
        Row("list, on a terminal", on_terminal(bench, listing), "rich", rich, 1.15),
    ]


def measure(budgets: Budgets, row: Row, rounds: int, noise: float) -> None:
    """Measure one row, and print whether it keeps its budget."""
    budget = row.budget * noise
    (found,) = ratios([row.timed], row.floor, rounds)
    if found > budget:
        (again,) = ratios([row.timed], row.floor, 3 * rounds)
        found = min(found, again)
    budgets.at_most(f"{row.name} / {row.floor_name}", found, budget)


def main() -> int:
    """Print one line a row; 1 when a budget is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--noise", type=float, default=1.0, help="what a budget may be passed by")
    options = parser.parse_args()
    budgets = Budgets()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        for row in piped_rows(bench) + terminal_rows(bench):
            measure(budgets, row, options.rounds, options.noise)
    return 1 if budgets.is_broken else 0


if __name__ == "__main__":
    sys.exit(main())
