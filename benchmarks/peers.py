"""The same search and the same listing by other programs, as multiples of our time.

    uv run python benchmarks/peers.py       needs what it compares: recsel, sqlite-utils, grep

Each program has the same texts in its own form: records for `recsel` (GNU recutils), a table with
a full-text index for `sqlite-utils`, a line a fact for `grep`. Each searches for the same word and
shows 20 facts (`recsel -q` knows no limit and shows all that it finds), then lists the first 20.
Every round runs all of them one right after the other; below 1 is faster than we are. A program
that is not installed is left out. It exits with 1 when a budget is broken.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from measuring import Bench, Budgets, Command, program, ratios
from multiplied import PACKAGED, written

WORD = "Blumkin"
LARGE = 100_000
FEW = 18


@dataclass(frozen=True, slots=True)
class Peer:
    """A program with the commands that search its own form of the texts, and list them."""

    name: str
    search: Command
    listing: Command


Texts = list[dict[str, str]]


def texts_of(bench: Bench, dataset: Path) -> Texts:
    """What a reader sees of each fact, and so what every program is given."""
    listed = bench.folder / "listed.jsonl"
    bench.run(program("list", "--format", "jsonl", "--data", dataset), listed)
    with listed.open(encoding="utf-8") as lines:
        facts = map(json.loads, lines)
        return [
            {"id": str(fact["id"]), "date": fact["date"] or "undated", "text": fact["text"]}
            for fact in facts
        ]


def grep(bench: Bench, texts: Texts) -> Peer:
    """A line a fact."""
    file = bench.folder / f"{len(texts)}.txt"
    file.write_text("".join("\t".join(text.values()) + "\n" for text in texts), "utf-8")
    first: Command = ["grep", "-m", "20"]
    return Peer("grep", [*first, "-i", WORD, file], [*first, "", file])


def recsel(bench: Bench, texts: Texts) -> Peer:
    """A record a fact."""
    file = bench.folder / f"{len(texts)}.rec"
    records = ("".join(f"{name}: {value}\n" for name, value in text.items()) for text in texts)
    file.write_text("\n".join(records), "utf-8")
    return Peer("recsel", ["recsel", "-q", WORD, file], ["recsel", "-n", "0-19", file])


def sqlite_utils(bench: Bench, texts: Texts) -> Peer:
    """A table with an index of its texts, as `sqlite-utils enable-fts` makes it."""
    file, lines = bench.folder / f"{len(texts)}.db", bench.folder / "texts.jsonl"
    lines.write_text("".join(json.dumps(text) + "\n" for text in texts), "utf-8")
    bench.run(["sqlite-utils", "insert", file, "facts", lines, "--nl", "--pk", "id"])
    bench.run(["sqlite-utils", "enable-fts", file, "facts", "text"])
    first: Command = ["--limit", "20"]
    search: Command = ["sqlite-utils", "search", file, "facts", WORD, *first]
    return Peer("sqlite-utils", search, ["sqlite-utils", "rows", file, "facts", *first])


MAKERS: dict[str, Callable[[Bench, Texts], Peer]] = {
    "grep": grep,
    "recsel": recsel,
    "sqlite-utils": sqlite_utils,
}
LEAST_FOR_SEARCH = {"recsel": 5.0, "sqlite-utils": 1.0}


def compared(bench: Bench, dataset: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """By program, how many times our time it takes to search a dataset and to list it."""
    texts = texts_of(bench, dataset)
    peers = [make(bench, texts) for name, make in MAKERS.items() if shutil.which(name)]
    data = ("--limit", "20", "--data", dataset)
    ours = Peer("bazhanov", program("search", WORD, *data), program("list", *data))
    searches = ratios(
        [bench.timed(peer.search) for peer in peers], bench.timed(ours.search), rounds
    )
    lists = ratios([bench.timed(peer.listing) for peer in peers], bench.timed(ours.listing), rounds)
    names = [peer.name for peer in peers]
    return dict(zip(names, zip(searches, lists, strict=True), strict=True))


def main() -> int:
    """Print a row a program, and a line a budget; 1 when one is broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        few = compared(bench, PACKAGED, rounds)
        many = compared(bench, written(bench.folder / "large.yaml", LARGE), rounds)
    print(f"| {'program':<12} | search {FEW} | search {LARGE:,} | list {FEW} | list {LARGE:,} |")
    print(f"|{'-' * 14}|-----------|----------------|---------|--------------|")
    table = {"bazhanov": ((1.0, 1.0), (1.0, 1.0))} | {name: (few[name], many[name]) for name in few}
    for name, ((search, listing), (search_many, list_many)) in table.items():
        cells = f"{search:9.2f} | {search_many:14.2f} | {listing:7.2f} | {list_many:12.2f}"
        print(f"| {name:<12} | {cells} |")
    print()
    budgets = Budgets()
    for name, least in LEAST_FOR_SEARCH.items():
        if name in many:
            search, _ = many[name]
            budgets.at_least(f"{name} / ours, searching {LARGE:,} facts", search, least)
    return 1 if budgets.is_broken else 0


if __name__ == "__main__":
    sys.exit(main())
