"""The cache of compiled datasets among real processes: at once, killed, read-only."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from support.processes import run, start

WAIT = 60  # seconds: a program that hangs, not one that is slow
FEW, MANY = 300, 10_000

needs_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals and limits")


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> dict[int, str]:
    """Datasets of few and of many facts, changed so long ago that they are kept in the cache."""
    folder = tmp_path_factory.mktemp("datasets")
    names = {}
    for count in (FEW, MANY):
        file = folder / f"{count}.yaml"
        facts = (f"- {{id: {number}, text: Fact {number}}}\n" for number in range(1, count + 1))
        file.write_text("facts:\n" + "".join(facts))
        names[count] = str(file)
    while time.time() - file.stat().st_ctime <= 2:
        time.sleep(0.1)
    return names


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("BAZHANOV_CACHE_DIR", str(folder))
    return folder


def suffixes(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir()) if folder.is_dir() else []


def test_many_processes_at_once_all_get_the_whole_dataset(
    datasets: dict[int, str], folder: Path
) -> None:
    running = [start("list", "--data", datasets[FEW]) for _ in range(8)]
    outputs = {process.communicate(timeout=WAIT) for process in running}
    assert {process.returncode for process in running} == {0}
    ((out, err),) = outputs
    assert (out.count(b"\n"), err) == (FEW, b"")
    assert suffixes(folder) == [".sqlite"]


@needs_posix
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_a_stopped_compilation_leaves_the_next_one_in_order(
    name: str, datasets: dict[int, str], folder: Path
) -> None:
    sent = signal.Signals[name]
    arguments = ["list", "--data", datasets[MANY], "--limit", "1"]
    process = start(*arguments)
    while not suffixes(folder):
        assert process.poll() is None
    process.send_signal(sent)
    process.communicate(timeout=WAIT)
    assert process.returncode == (130 if name == "SIGINT" else -sent)
    result = run(*arguments)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"1\t\tFact 1\n", b"")


@needs_posix
def test_the_cache_is_used_by_whoever_may_only_read_it(
    datasets: dict[int, str], folder: Path
) -> None:
    first = run("list", "--data", datasets[FEW])
    (cache,) = folder.iterdir()
    made = cache.stat().st_mtime_ns
    cache.chmod(0o444)
    folder.chmod(0o555)
    second = run("list", "--data", datasets[FEW])
    folder.chmod(0o755)
    assert (second.returncode, second.stdout) == (0, first.stdout)
    assert cache.stat().st_mtime_ns == made
