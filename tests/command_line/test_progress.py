"""`bazhanov progress` and a played quiz in the formats for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import Result, bazhanov

LONG = "x" * 300  # longer than the name of any file may be


def played(*arguments: str) -> Result:
    """A quiz of two questions, of which nothing is known."""
    return bazhanov("quiz", "--seed", "1", "-n", "2", *arguments, typed="\n\n")


def test_a_played_quiz_is_written_as_markdown_with_key_verdict_and_what_was_typed() -> None:
    lines = played("--cram", "--format", "markdown").out.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("- ") and line.endswith("** skipped: -") for line in lines)


def test_plain_progress_tells_the_answers_of_each_day() -> None:
    played()
    rows = [line[0] for line in bazhanov("progress", "--format", "plain").lines]
    assert {"answers", "correct"} <= {*rows}


def test_an_export_to_a_dash_is_written_to_stdout() -> None:
    played()
    result = bazhanov("progress", "--export", "-")
    assert (result.code, result.err) == (0, "")
    assert len(result.json["answers"]) == 2


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--reset", "--export", "-"), 2, "--export, --import and --reset are for one at a time"),
        (("--force",), 2, "--force is for the FILE of --export; name one, or leave it out"),
        (("--import", "a", "--force"), 2, "--force is for the FILE of --export; name one"),
        (("--export", "-", "--format", "csv"), 2, "--export does not show the progress; leave"),
        (("--reset", "--json"), 2, "--reset does not show the progress; leave --json out"),
        (("--import", "missing.json"), 4, "cannot read 'missing.json': no such file"),
        (("--import", "."), 4, "cannot read '.': "),
        (("--export", LONG), 74, f"cannot write {LONG!r}: "),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    arguments: tuple[str, ...],
    code: int,
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = bazhanov("progress", *arguments)
    assert (result.code, result.out) == (code, "")
    assert result.err.startswith(f"bazhanov: error: {said}")
    assert result.err.count("\n") == 1


def test_a_memory_that_cannot_be_looked_for_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BAZHANOV_STATE_DIR", LONG)
    result = bazhanov("progress")
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith("bazhanov: error: the quiz's memory")
    assert result.err.count("\n") == 1


def test_there_may_be_nothing_to_forget() -> None:
    result = bazhanov("progress", "--reset")
    assert (result.code, result.out, result.err) == (1, "", "there is nothing to forget\n")
