"""How the program grows with its dataset, as ratios measured in the same run.

    uv run python benchmarks/scale.py               up to 100,000 facts
    uv run python benchmarks/scale.py --million     and a million

It prints a row for each figure, and exits with 1 when a budget is broken.

Long runs are told in processor time, which other work on the machine does not lengthen; short ones
as the median ratio of runs in turns. Loading 100,000 full facts takes 6 GB of memory; compiling
them takes a hundredth of that.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from measuring import Bench, Budgets, Cost, program, ratios
from multiplied import written

LARGE, MILLION = 100_000, 1_000_000
QUESTIONS = ("search Blumkin", "search Stalin", "list --limit 20", "timeline --limit 20")

COMPILE = """
import sqlite3, sys
from pathlib import Path
from bazhanov_cli.dataset.source import file_source
from bazhanov_cli.library.compile import compile_dataset
compile_dataset(file_source(Path(sys.argv[1])), sqlite3.connect(sys.argv[2]))
"""
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"


def compiling(bench: Bench, file: Path) -> Cost:
    """The cost of compiling a dataset."""
    database = bench.folder / "compiled.sqlite"
    cost = bench.run([sys.executable, "-c", COMPILE, file, database])
    database.unlink()
    return cost


def compiling_and_loading(bench: Bench, budgets: Budgets, file: Path, kind: str) -> Cost:
    """Compiling against PyYAML's fastest loader, which only makes dictionaries and lists."""
    cost = compiling(bench, file)
    loading = bench.run([sys.executable, "-c", LOAD, file])
    what = f"compiling {LARGE:,} {kind} facts / yaml.load(…, CSafeLoader)"
    budgets.at_most(what, cost.processor / loading.processor, 1.0)
    return cost


def asking(bench: Bench, budgets: Budgets, large: Path) -> None:
    """The same commands on many facts and on 18."""
    bench.run(program("list", "--limit", "1", "--data", large))
    for line in QUESTIONS:
        command = program(*line.split())
        many = bench.timed([*command, "--data", large])
        (found,) = ratios([many], bench.timed(command))
        budgets.at_most(f"{line}: {LARGE:,} facts / 18 facts", found, 1.5)
    timeline = bench.timed(program("timeline", "--limit", "20", "--data", large))
    chart = bench.timed(program("timeline", "--chart", "--data", large))
    (found,) = ratios([chart], timeline)
    budgets.at_most(f"timeline --chart / timeline --limit 20, {LARGE:,} facts", found, 2.0)


def growing(bench: Bench, budgets: Budgets, tenth: Cost) -> None:
    """A million facts: memory, and time against a tenth as many."""
    cost = compiling(bench, written(bench.folder / "million.yaml", MILLION, full=False))
    longer = cost.processor / tenth.processor
    budgets.at_most(f"compiling {MILLION:,} plain facts, MiB at its peak", cost.peak, 300)
    budgets.at_most(f"compiling {MILLION:,} plain facts / {LARGE:,}", longer, 12.0)


def main() -> int:
    """Print one line a budget; 1 when one is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--million", action="store_true", help="compile a million facts too")
    million = parser.parse_args().million
    budgets = Budgets()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        large = written(bench.folder / "full.yaml", LARGE)
        compiling_and_loading(bench, budgets, large, "full")
        plain = written(bench.folder / "plain.yaml", LARGE, full=False)
        tenth = compiling_and_loading(bench, budgets, plain, "plain")
        asking(bench, budgets, large)
        if million:
            growing(bench, budgets, tenth)
    return 1 if budgets.is_broken else 0


if __name__ == "__main__":
    sys.exit(main())
