"""The bar while a dataset is read, in a real terminal."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from support.processes import run
from support.terminals import bazhanov_terminal

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no named pipes on Windows")

FACTS = "".join(f"- {{id: {number}, text: Fact {number}}}\n" for number in range(1, 3_000))


@pytest.fixture
def slow_pipe(tmp_path: Path) -> Path:
    """A dataset that takes more than a second to come."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def write() -> None:
        with pipe.open("w") as stream:
            stream.write("facts:\n")
            stream.write(FACTS)
            stream.flush()
            time.sleep(1.2)
            stream.write("- {id: 3000, text: the last}\n")

    threading.Thread(target=write, daemon=True).start()
    return pipe


def test_the_bar_comes_after_a_second_and_is_cleared(slow_pipe: Path) -> None:
    with bazhanov_terminal("list", "--limit", "1", "--data", str(slow_pipe)) as child:
        child.expect("\rReading the dataset: 0 MiB")
        assert child.before == ""
        child.expect("\r +\r")
        child.expect("Fact 1")
        child.read()
        child.wait()
        assert child.exitstatus == 0


def test_there_is_no_bar_in_a_pipe(slow_pipe: Path) -> None:
    result = run("list", "--limit", "1", "--data", str(slow_pipe))
    assert (result.returncode, result.stdout, result.stderr) == (0, b"1\t\tFact 1\n", b"")
