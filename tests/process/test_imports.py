"""What a command imports: the start is the product, and every import is paid for by it."""

from __future__ import annotations

import sys

import pytest

from support.processes import run

HEAVY = ("rich", "yaml", "fsrs", "pydantic", "platformdirs", "importlib.metadata")


def imported_by(*arguments: str, watched: tuple[str, ...] = HEAVY) -> set[str]:
    """Which of the watched modules one command line has imported, with a warm cache."""
    script = (
        f"import sys; sys.argv = ['bazhanov', *{list(arguments)!r}]\n"
        "from bazhanov_cli.__main__ import main\n"
        "main()\n"
        f"print('\\nimported', *(name for name in {watched!r} if name in sys.modules))"
    )
    done = run("-c", script, program=(sys.executable,))
    return set(done.stdout.decode().rpartition("\nimported")[2].split())


@pytest.fixture(autouse=True)
def compiled() -> None:
    """The dataset is compiled, as after the first run of all."""
    run("list")


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",), ("show", "9"), ("search", "Stalin"), ("timeline",), ("index",),
        ("today", "9 August"), ("random",), ("list", "--json"), ("timeline", "--format", "csv"),
        ("search", "9 august 1923"), (), ("--help",), ("lisst",), ("list", "--about", "nobody"),
    ],
)  # fmt: skip
def test_a_pipe_needs_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert imported_by(*arguments) == set()


@pytest.mark.parametrize("arguments", [("list",), ("show", "9"), ("timeline",), ("index",)])
def test_a_page_needs_rich_alone(arguments: tuple[str, ...]) -> None:
    assert imported_by(*arguments, "--format", "table") == {"rich"}


def test_a_page_needs_only_the_parts_of_rich_that_it_draws_with() -> None:
    parts = ("rich.table", "rich.markdown", "rich.traceback", "rich.progress", "rich.syntax")
    assert imported_by("timeline", "--format", "table", watched=parts) == set()


def test_a_quiz_needs_its_scheduler_alone() -> None:
    assert imported_by("quiz", "--dry-run", "--cram") <= {"fsrs"}


def test_a_completion_does_without_typer() -> None:
    watched = (*HEAVY, "typer", "json")
    assert "typer" not in imported_by("__complete", "bash", "bazhanov li", "li", watched=watched)
    assert imported_by("__complete", "bash", "bazhanov show 1", "1") == set()


def test_yaml_is_read_only_when_the_dataset_is_new(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    monkeypatch.setenv("BAZHANOV_CACHE_DIR", f"{tmp_path}/cold")
    assert "yaml" in imported_by("list")
