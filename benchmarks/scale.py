"""How the program grows with its dataset, as ratios measured in the same run.

    uv run python benchmarks/scale.py               all but the million facts; exit 1 when a budget
                                                    is broken
    uv run python benchmarks/scale.py --million     with them: some minutes more

The large datasets are the packaged facts over and over under new ids. Full facts have all that the
packaged ones have; plain ones have text, events, people, places and topics.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGED = Path(__file__).parents[1] / "data" / "facts.yaml"
LARGE, MILLION = 100_000, 1_000_000
LOADED = 10_000
"""Facts that CSafeLoader is timed on; its time is linear, and its memory is not small."""

COMPILE = """
import sqlite3, sys
from pathlib import Path
from bazhanov_cli.dataset.source import file_source
from bazhanov_cli.library.compile import compile_dataset
compile_dataset(file_source(Path(sys.argv[1])), sqlite3.connect(sys.argv[2]))
"""
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), yaml.CSafeLoader)"
KEYS_OF_PLAIN_FACTS = ("id", "text", "events", "people", "places", "topics")


@dataclass(slots=True)
class Bench:
    """Runs children in a folder of its own, and keeps the rows of the table."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    broken: int = 0

    def __post_init__(self) -> None:
        unset = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "BAZHANOV_DATA")
        kept = {name: value for name, value in os.environ.items() if name not in unset}
        cache = str(self.folder / "cache")
        self.environment = {**kept, "BAZHANOV_CACHE_DIR": cache, "BAZHANOV_MAX_MIB": "100000"}

    def seconds(self, *command: object) -> float:
        """How long a command takes."""
        begun = time.perf_counter()
        subprocess.run(
            [*map(str, command)],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
        )
        return time.perf_counter() - begun

    def ratio(self, command: list[object], floor: list[object], rounds: int = 9) -> float:
        """The median ratio of a command to its floor, run one after the other."""
        pairs = [(self.seconds(*command), self.seconds(*floor)) for _ in range(rounds)]
        return statistics.median(one / other for one, other in pairs)

    def row(self, what: str, found: float, budget: str, *, kept: bool) -> None:
        """Print a row of the table."""
        self.broken += not kept
        print(
            f"| {what:<58} | {found:7.2f} | {budget:<9} |{'' if kept else '  BROKEN'}", flush=True
        )

    def at_most(self, what: str, found: float, budget: float) -> None:
        """Print a row whose figure may not pass its budget."""
        self.row(what, found, f"<= {budget:g}", kept=found <= budget)


def blocks() -> tuple[str, list[str], str]:
    """The packaged dataset as text: what is above its facts, each fact, what is below."""
    text = PACKAGED.read_text(encoding="utf-8")
    above, _, rest = text.partition("\nfacts:\n")
    facts, _, below = rest.partition("\nsequences:\n")
    return f"{above}\nfacts:\n", re.split(r"(?m)^(?=  - id: )", facts)[1:], f"\nsequences:\n{below}"


def plain(block: str) -> str:
    """A fact without its notes, sources and questions."""
    parts = re.split(r"(?m)^(?=    \w)", block.replace("  - id:", "    id:", 1))
    kept = [part for part in parts if part.strip().startswith(KEYS_OF_PLAIN_FACTS)]
    return "".join(kept).replace("    id:", "  - id:", 1)


def written(file: Path, number: int, *, full: bool) -> Path:
    """A dataset of so many facts."""
    above, facts, below = blocks()
    chosen = facts if full else [plain(block) for block in facts]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(above)
        for place in range(number):
            block = chosen[place % len(chosen)]
            stream.write(re.sub(r"  - id: \d+", f"  - id: {place + 1}", block, count=1))
        stream.write(below)
    return file


def compiling(bench: Bench, full: Path) -> None:
    """Compiling against PyYAML's own fastest loader."""
    loaded = written(bench.folder / "loaded.yaml", LOADED, full=True)
    database = bench.folder / "compiled.sqlite"

    def compiled() -> float:
        database.unlink(missing_ok=True)
        return bench.seconds(sys.executable, "-c", COMPILE, loaded, database)

    pairs = [(compiled(), bench.seconds(sys.executable, "-c", LOAD, loaded)) for _ in range(3)]
    found = statistics.median(one / other for one, other in pairs)
    bench.at_most(f"compiling {LOADED:,} full facts / yaml.load(CSafeLoader)", found, 1.0)
    bench.seconds(*program("list", "--limit", "1", "--data", full))


def program(*arguments: object) -> list[object]:
    """A command line of ours."""
    return [sys.executable, "-m", "bazhanov_cli", *arguments]


def asking(bench: Bench, full: Path) -> None:
    """The same commands on many facts and on 18."""
    for arguments in (
        ("search", "Blumkin"), ("search", "Stalin"), ("list", "--limit", "20"),
        ("timeline", "--limit", "20"),
    ):  # fmt: skip
        found = bench.ratio(program(*arguments, "--data", full), program(*arguments))
        what = f"{' '.join(arguments)}: {LARGE:,} facts / 18 facts"
        bench.at_most(what, found, 1.5)
    timeline = program("timeline", "--limit", "20", "--data", full)
    chart = program("timeline", "--chart", "--format", "table", "--data", full)
    bench.at_most("timeline --chart / timeline --limit 20", bench.ratio(chart, timeline), 2.0)


def peers(bench: Bench) -> Iterator[tuple[str, list[object], float]]:
    """Other programs searching the same texts, with how many times slower they must be."""
    texts = bench.folder / "texts.jsonl"
    with texts.open("w") as stream:
        stream.write(
            subprocess.run(
                [
                    *map(
                        str,
                        program("list", "--format", "jsonl", "--data", bench.folder / "full.yaml"),
                    )
                ],
                env=bench.environment,
                capture_output=True,
                encoding="utf-8",
                check=True,
            ).stdout
        )
    if shutil.which("recsel"):
        import json

        records = bench.folder / "texts.rec"
        with texts.open() as lines, records.open("w", encoding="utf-8") as stream:
            for line in lines:
                fact = json.loads(line)
                stream.write(f"id: {fact['id']}\ntext: {fact['text']}\n\n")
        yield "recsel", ["recsel", "-q", "Blumkin", records], 5.0
    if shutil.which("sqlite-utils"):
        database = bench.folder / "texts.db"
        bench.seconds("sqlite-utils", "insert", database, "facts", texts, "--nl", "--pk", "id")
        bench.seconds("sqlite-utils", "enable-fts", database, "facts", "text")
        arguments = ["search", database, "facts", "Blumkin", "--limit", "20"]
        yield "sqlite-utils", ["sqlite-utils", *arguments], 1.0


def compared(bench: Bench, full: Path) -> None:
    """How many times longer others take for the same search."""
    ours = program("search", "Blumkin", "--limit", "20", "--data", full)
    for name, command, least in peers(bench):
        found = bench.ratio(command, ours, rounds=5)
        what = f"{name} searching {LARGE:,} facts / bazhanov"
        bench.row(what, found, f">= {least:g}", kept=found >= least)


def growing(bench: Bench) -> None:
    """A million facts: memory, and time against a tenth as many."""
    taken = {}
    for number in (LARGE, MILLION):
        file = written(bench.folder / f"plain-{number}.yaml", number, full=False)
        database = bench.folder / f"plain-{number}.sqlite"
        taken[number] = bench.seconds(sys.executable, "-c", COMPILE, file, database)
        file.unlink()
        database.unlink()
    ratio = taken[MILLION] / taken[LARGE]
    bench.at_most("compiling 1,000,000 plain facts / 100,000", ratio, 12.0)


def memory(bench: Bench, number: int) -> None:
    """The peak of a process that only compiles."""
    file = written(bench.folder / "memory.yaml", number, full=False)
    pid = os.fork()
    if not pid:
        bench.seconds(sys.executable, "-c", COMPILE, file, bench.folder / "memory.sqlite")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        bench.at_most(f"compiling {number:,} plain facts, peak in MiB", peak, 300.0)
        os._exit(bench.broken)
    bench.broken += os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> int:
    """Print one line a budget; 1 when one is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--million", action="store_true")
    million = parser.parse_args().million
    print(f"| {'what':<58} | figure  | budget    |\n|{'-' * 60}|---------|-----------|")
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        full = written(bench.folder / "full.yaml", LARGE, full=True)
        os.utime(full, (time.time() - 60,) * 2)
        compiling(bench, full)
        asking(bench, full)
        compared(bench, full)
        memory(bench, MILLION if million else LARGE)
        if million:
            growing(bench)
    return 1 if bench.broken else 0


if __name__ == "__main__":
    sys.exit(main())
