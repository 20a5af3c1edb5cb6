"""How the program grows with its dataset, as ratios measured in the same run.

    uv run python benchmarks/scale.py               up to 100,000 facts, in ten minutes
    uv run python benchmarks/scale.py --million     and a million, in ten minutes more

It prints a row for each figure, and exits with 1 when a budget is broken.

The large datasets are the packaged facts over and over under new ids. Full facts have all that the
packaged ones have; plain ones have no notes, sources and questions, which is what a dataset of a
million facts looks like, and leaves us less to win against a loader that keeps everything.

Long runs are told in processor time, which other work on the machine does not lengthen; short ones
as the median ratio of runs in turns. `recsel` (GNU recutils) and `sqlite-utils` are compared with
where they are installed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

PACKAGED = Path(__file__).parents[1] / "data" / "facts.yaml"
FEW, LARGE, MILLION = 10_000, 100_000, 1_000_000
WORD = "Blumkin"

COMPILE = """
import sqlite3, sys
from pathlib import Path
from bazhanov_cli.dataset.source import file_source
from bazhanov_cli.library.compile import compile_dataset
compile_dataset(file_source(Path(sys.argv[1])), sqlite3.connect(sys.argv[2]))
"""
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"
LEFT_OUT_OF_PLAIN = r"(?ms)^    (?:see|notes|sources|questions):.*?(?=^    \w|\Z)"

Command = list[str | Path]


class Cost(NamedTuple):
    """What a command took: seconds that went by, seconds of a processor, and MiB at its peak."""

    seconds: float
    processor: float
    peak: float


@dataclass
class Bench:
    """Runs commands in a folder of its own, and prints a row for each figure."""

    folder: Path
    is_broken: bool = False

    def run(self, command: Command, output: Path = Path(os.devnull)) -> Cost:
        """Run a command to its end."""
        unset = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "BAZHANOV_DATA")
        environment = {name: value for name, value in os.environ.items() if name not in unset}
        environment["BAZHANOV_CACHE_DIR"] = str(self.folder / "cache")
        begun = time.perf_counter()
        with output.open("wb") as stream:
            process = subprocess.Popen(command, env=environment, stdout=stream)
            _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)

    def ratio(self, command: Command, floor: Command, rounds: int = 15) -> float:
        """The median ratio of the times of two commands, run in turns."""
        pairs = [(self.run(command), self.run(floor)) for _ in range(rounds)]
        return statistics.median(one.seconds / other.seconds for one, other in pairs)

    def at_most(self, what: str, found: float, budget: float) -> None:
        """Print a figure that may not pass its budget."""
        self._print(what, found, f"at most {budget:g}", is_kept=found <= budget)

    def at_least(self, what: str, found: float, budget: float) -> None:
        """Print a figure that must reach its budget."""
        self._print(what, found, f"at least {budget:g}", is_kept=found >= budget)

    def _print(self, what: str, found: float, budget: str, *, is_kept: bool) -> None:
        self.is_broken = self.is_broken or not is_kept
        verdict = "" if is_kept else "  BROKEN"
        print(f"| {what:<62} | {found:6.2f} | {budget:<11} |{verdict}", flush=True)


def packaged_parts() -> tuple[str, list[str], str]:
    """The packaged dataset as text: what stands above its facts, each fact, what stands below."""
    above, facts, below = re.split(r"(?m)^(?:facts|sequences):\n", PACKAGED.read_text("utf-8"))
    blocks = re.split(r"(?m)^(?=  - id: )", re.sub(r"(?m)^ *#.*\n|^\n", "", facts))
    return f"{above}facts:\n", blocks[1:], f"sequences:\n{below}"


def written(file: Path, number: int, *, full: bool) -> Path:
    """A dataset of so many facts, last changed an hour ago."""
    above, blocks, below = packaged_parts()
    if not full:
        blocks = [re.sub(LEFT_OUT_OF_PLAIN, "", block) for block in blocks]
    parts = [block.partition("\n") for block in blocks]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(above)
        for place in range(number):
            _, _, around = parts[place % len(parts)]
            stream.write(f"  - id: {place + 1}\n{around}")
        stream.write(below)
    an_hour_ago = time.time() - 3600
    os.utime(file, (an_hour_ago, an_hour_ago))
    return file


def compiling(bench: Bench, file: Path) -> Cost:
    """The cost of compiling a dataset."""
    database = bench.folder / "compiled.sqlite"
    cost = bench.run([sys.executable, "-c", COMPILE, file, database])
    database.unlink()
    return cost


def compiling_and_loading(bench: Bench, number: int, *, full: bool) -> None:
    """Compiling against PyYAML's fastest loader, which only makes dictionaries and lists."""
    kind = "full" if full else "plain"
    file = written(bench.folder / "loaded.yaml", number, full=full)
    costs = []
    for _ in range(3):
        loading = bench.run([sys.executable, "-c", LOAD, file])
        costs.append(compiling(bench, file).processor / loading.processor)
    what = f"compiling {number:,} {kind} facts / yaml.load(…, CSafeLoader)"
    bench.at_most(what, statistics.median(costs), 1.0)
    file.unlink()


def program(*arguments: str | Path) -> Command:
    """A command line of ours."""
    return [sys.executable, "-m", "bazhanov_cli", *arguments]


def asking(bench: Bench, large: Path) -> None:
    """The same commands on many facts and on 18."""
    for line in (f"search {WORD}", "search Stalin", "list --limit 20", "timeline --limit 20"):
        command = program(*line.split())
        found = bench.ratio([*command, "--data", large], command)
        bench.at_most(f"{line}: {LARGE:,} facts / 18 facts", found, 1.5)
    timeline = program("timeline", "--limit", "20", "--data", large)
    chart = program("timeline", "--chart", "--data", large)
    what = f"timeline --chart / timeline --limit 20, {LARGE:,} facts"
    bench.at_most(what, bench.ratio(chart, timeline), 2.0)


def peers(bench: Bench, large: Path) -> Iterator[tuple[str, Command, float]]:
    """Other programs that search the same texts, and how many times our time they must take."""
    texts = bench.folder / "texts.jsonl"
    bench.run(program("list", "--format", "jsonl", "--data", large), texts)
    if shutil.which("recsel"):
        records = bench.folder / "texts.rec"
        with texts.open(encoding="utf-8") as lines, records.open("w", encoding="utf-8") as stream:
            for line in lines:
                fact = json.loads(line)
                stream.write(f"id: {fact['id']}\ntext: {fact['text']}\n\n")
        yield "recsel -q", ["recsel", "-q", WORD, records], 5.0
    if shutil.which("sqlite-utils"):
        database = bench.folder / "texts.db"
        bench.run(["sqlite-utils", "insert", database, "facts", texts, "--nl", "--pk", "id"])
        bench.run(["sqlite-utils", "enable-fts", database, "facts", "text"])
        search: Command = ["sqlite-utils", "search", database, "facts", WORD, "--limit", "20"]
        yield "sqlite-utils search", [*search, "-c", "id", "-c", "text"], 1.0


def compared(bench: Bench, large: Path) -> None:
    """How many times our time others take for the same search."""
    ours = program("search", WORD, "--limit", "20", "--data", large)
    for name, command, least in peers(bench, large):
        found = bench.ratio(command, ours)
        bench.at_least(f"{name} / search, {LARGE:,} facts", found, least)


def growing(bench: Bench) -> None:
    """A million facts: memory, and time against a tenth as many."""
    cost = {}
    for number in (LARGE, MILLION):
        file = written(bench.folder / "plain.yaml", number, full=False)
        cost[number] = compiling(bench, file)
        file.unlink()
    longer = cost[MILLION].processor / cost[LARGE].processor
    bench.at_most(f"compiling {MILLION:,} plain facts, MiB at its peak", cost[MILLION].peak, 300)
    bench.at_most(f"compiling {MILLION:,} plain facts / {LARGE:,}", longer, 12.0)


def main() -> int:
    """Print one line a budget; 1 when one is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--million", action="store_true", help="compile a million facts too")
    million = parser.parse_args().million
    print(f"| {'figure':<62} | found  | budget      |\n|{'-' * 64}|--------|-------------|")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        compiling_and_loading(bench, LARGE, full=False)
        compiling_and_loading(bench, FEW, full=True)
        large = written(bench.folder / "large.yaml", LARGE, full=True)
        bench.run(program("list", "--limit", "1", "--data", large))
        asking(bench, large)
        compared(bench, large)
        large.unlink()
        shutil.rmtree(bench.folder / "cache")
        if million:
            growing(bench)
    return 1 if bench.is_broken else 0


if __name__ == "__main__":
    sys.exit(main())
