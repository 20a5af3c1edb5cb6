"""`bazhanov new`: a dataset to start from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bazhanov_cli.dataset.example import EXAMPLE
from bazhanov_cli.dataset.fact_reader import EVENT, FACT, NOTE
from bazhanov_cli.dataset.question_reader import ITEM, QUESTION, SEQUENCE
from bazhanov_cli.dataset.reader import SECTIONS
from support.command_line import bazhanov
from support.limits import full_disk
from support.reading import problems_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_example_is_written_and_passes_check() -> None:
    result = bazhanov("new", "lenin.yaml")
    assert (result.code, result.out) == (0, "")
    assert result.err == (
        "lenin.yaml is written; look at it with: bazhanov list --data lenin.yaml\n"
    )
    assert Path("lenin.yaml").read_text(encoding="utf-8") == EXAMPLE
    checked = bazhanov("check", "lenin.yaml")
    assert (checked.code, checked.out) == (0, "")


def test_the_command_that_it_names_runs() -> None:
    bazhanov("new", "lenin.yaml")
    assert len(bazhanov("list", "--data", "lenin.yaml").lines) == 5


def test_the_example_shows_every_section() -> None:
    unused = {"organisations", "works", "licence", "attribution"}
    assert {key for key in SECTIONS if f"\n{key}:" not in EXAMPLE} == unused


def test_the_example_shows_the_keys_that_matter() -> None:
    keys = {*FACT.keys, *EVENT.keys, *NOTE.keys, *QUESTION.keys, *SEQUENCE.keys, *ITEM.keys}
    shown = {key for key in keys if f"{key}: " in EXAMPLE or f"{key}:\n" in EXAMPLE}
    assert len(shown) > len(keys) / 2


def test_no_line_of_the_example_is_wide() -> None:
    assert max(map(len, EXAMPLE.splitlines())) <= 100


def test_every_line_of_the_example_may_be_its_last_fact() -> None:
    """Whoever deletes the end of it still has a dataset, or is told where it breaks off."""
    facts = EXAMPLE.split("\n  - id: ")
    for kept in range(2, len(facts)):
        problems = problems_of("\n  - id: ".join(facts[:kept]))
        assert all("warning" in problem or "there is no fact" in problem for problem in problems)


@pytest.mark.parametrize("existing", ["lenin.yaml", "folder", "link"])
def test_nothing_is_overwritten(existing: str) -> None:
    Path("lenin.yaml").write_text("mine")
    Path("folder").mkdir()
    Path("link").symlink_to("nowhere")
    result = bazhanov("new", existing)
    assert (result.code, result.out) == (2, "")
    reason = "is a folder; name a file in it" if existing == "folder" else "exists already; choose"
    assert result.err.startswith(f"bazhanov: error: {existing!r} {reason}")
    assert Path("lenin.yaml").read_text() == "mine"
    assert not Path("nowhere").exists()


@pytest.mark.parametrize("name", ["missing/lenin.yaml", "x" * 300])
def test_a_file_that_cannot_be_written_gets_one_line(name: str) -> None:
    result = bazhanov("new", name)
    assert (result.code, result.out) == (74, "")
    assert result.err.startswith(f"bazhanov: error: cannot write {name!r}: ")
    assert result.err.count("\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit to the size of a file")
def test_no_half_of_a_file_is_left_behind_on_a_full_disk(folder: Path) -> None:
    with full_disk(1_000):
        result = bazhanov("new", "lenin.yaml")
    assert (result.code, result.out) == (74, "")
    assert result.err == "bazhanov: error: cannot write 'lenin.yaml': file too large\n"
    assert list(folder.iterdir()) == []


def test_no_name_is_a_usage_error() -> None:
    assert bazhanov("new").code == 2


def test_a_name_that_does_not_print_is_shown_with_escapes_and_no_command(tmp_path: Path) -> None:
    result = bazhanov("new", str(tmp_path / "a\n\x1b[31mb.yaml"))
    assert result.code == 0
    assert result.err.endswith("a\\n\\x1b[31mb.yaml is written\n")
    assert result.err.count("\n") == 1
