"""`bazhanov check`: what is wrong with a dataset, and how much it holds."""

from __future__ import annotations

import os
import re
from itertools import product
from pathlib import Path

import pytest

from support.command_line import bazhanov
from support.packaged import ROOT

ANTIQUITY = str(ROOT / "tests" / "data" / "antiquity.yaml")
BAD = "pepole: {}\nfacts:\n- id: 1\n  text: a\n- id: 1\n  text: b\n"
DUBIOUS = "topics: {t: x}\nfacts: [{id: 1, text: a}]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with a bad dataset and a dubious one."""
    monkeypatch.chdir(tmp_path)
    Path("bad.yaml").write_text(BAD)
    Path("dubious.yaml").write_text(DUBIOUS)
    return tmp_path


@pytest.mark.parametrize("arguments", [[], [ANTIQUITY], ["--data", ANTIQUITY]])
def test_a_good_dataset_gets_silence(arguments: list[str]) -> None:
    result = bazhanov("check", *arguments)
    assert (result.code, result.out, result.err) == (0, "", "")


def test_every_problem_is_a_line_with_its_place(folder: Path) -> None:
    result = bazhanov("check", "bad.yaml")
    assert result.code == 3
    assert result.err == ""
    assert result.out == (
        "bad.yaml:1:1: unknown key 'pepole', did you mean 'people'?\n"
        "bad.yaml:5:7: the id 1 stands twice; the first is on line 3\n"
    )


def test_a_warning_is_told_and_the_dataset_is_good(folder: Path) -> None:
    result = bazhanov("check", "dubious.yaml")
    assert result.code == 0
    assert result.out == "dubious.yaml:1:10: warning: no fact has 't' of 'topics'\n"


def test_the_dataset_of_the_environment_is_checked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAZHANOV_DATA", "bad.yaml")
    assert bazhanov("check").code == 3
    assert bazhanov("check", "dubious.yaml").code == 0, "a named file comes first"


def test_stats_tell_how_much_there_is() -> None:
    result = bazhanov("check", ANTIQUITY, "--stats")
    assert result.code == 0
    counts = dict(result.lines)
    assert counts["facts"] == "16 (88% dated)"
    assert counts["events"] == "17 (100% dated)"
    kinds = ("people", "places", "organisations", "works", "concepts")
    assert [counts[kind] for kind in kinds] == ["15", "8", "3", "4", "5"]
    assert [counts[what] for what in ("topics", "eras", "notes")] == ["5", "5", "6"]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 140])
def test_stats_fit_the_terminal(columns: int) -> None:
    lines = bazhanov("check", ANTIQUITY, "--stats", columns=columns).out.splitlines()
    assert max(map(len, lines)) <= columns
    assert "curated questions" in " ".join(lines)


def test_stats_tell_how_many_questions_can_be_made() -> None:
    stats = bazhanov("check", ANTIQUITY, "--stats", "--json").json["stats"]
    made = stats["questions"]
    assert made.pop("of_facts") == 16
    assert set(made) == {"recall", "choice", "date", "order", "first", "true-false"}
    assert all(made.values())
    total = sum(made.values())
    assert f"questions that can be made\t{total} (" in bazhanov("check", ANTIQUITY, "--stats").out


def test_of_a_large_dataset_the_questions_of_some_facts_are_counted(folder: Path) -> None:
    names = ["".join(three).title() for three in product(("ba", "ke", "mi", "to"), repeat=3)]
    people = "".join(f"  {name}: {{name: {name}}}\n" for name in names)
    facts = "".join(
        f"- {{id: {number}, text: {name} was born, people: {name}, events: {1800 + 2 * number}}}\n"
        for number, name in enumerate(names, 1)
    )
    Path("large.yaml").write_text(f"people:\n{people}facts:\n{facts}")
    assert " of 40 facts drawn (" in bazhanov("check", "large.yaml", "--stats").out


def test_no_questions_are_counted_where_there_are_none(folder: Path) -> None:
    Path("bare.yaml").write_text("facts: [{id: 1, text: a}]")
    assert "questions that can be made\t0\n" in bazhanov("check", "bare.yaml", "--stats").out
    assert "questions that can be made" not in bazhanov("check", "bad.yaml", "--stats").out
    assert "questions" not in bazhanov("check", ANTIQUITY, "--json").json["stats"]


def test_stats_are_aligned_on_a_terminal() -> None:
    lines = bazhanov("check", ANTIQUITY, "--stats", columns=80).out.splitlines()
    assert "\t" not in "".join(lines)
    counts = re.compile(r"(?<=  )\S")
    assert len({match.start() for line in lines if (match := counts.search(line))}) == 1


def test_json_holds_problems_and_stats(folder: Path) -> None:
    result = bazhanov("check", "bad.yaml", "--json")
    assert result.code == 3
    assert result.json["file"] == "bad.yaml"
    assert result.json["valid"] is False
    assert result.json["problems"][0] == {
        "line": 1,
        "column": 1,
        "severity": "error",
        "message": "unknown key 'pepole', did you mean 'people'?",
    }
    assert bazhanov("check", "dubious.yaml", "--json").json["problems"][0]["severity"] == "warning"


def test_json_of_a_good_dataset_counts_what_it_holds() -> None:
    report = bazhanov("check", ANTIQUITY, "--json").json
    assert (report["valid"], report["problems"]) == (True, [])
    stats = report["stats"]
    assert (stats["facts"], stats["dated_facts"], stats["people"]) == (16, 14, 15)


def test_a_file_that_cannot_be_read_is_an_error(folder: Path) -> None:
    result = bazhanov("check", "missing.yaml")
    assert (result.code, result.out) == (3, "")
    assert result.err == "bazhanov: error: cannot read 'missing.yaml': no such file or directory\n"


def test_too_many_problems_are_cut_short_with_a_word(folder: Path) -> None:
    Path("many.yaml").write_text("facts:\n" + "- a\n" * 2_000)
    result = bazhanov("check", "many.yaml")
    assert len(result.out.splitlines()) == 1_000
    assert result.err == "reading stopped there; mend these problems to see the others\n"


def test_other_commands_name_the_first_problem_and_how_to_see_the_others(folder: Path) -> None:
    Path("my bad.yaml").write_text(BAD)
    result = bazhanov("list", "--data", "my bad.yaml")
    assert (result.code, result.out) == (3, "")
    assert result.err == (
        "bazhanov: error: my bad.yaml:1:1: unknown key 'pepole', did you mean 'people'?"
        " (and 1 more: bazhanov check 'my bad.yaml')\n"
    )


def test_other_commands_are_silent_about_warnings(folder: Path) -> None:
    result = bazhanov("list", "--data", "dubious.yaml")
    assert (result.code, result.out, result.err) == (0, "1\t\ta\n", "")


def test_whether_a_dataset_can_be_read_is_told_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typer would ask the system first, and call it a wrong command line."""
    file = tmp_path / "good.yaml"
    file.write_text("facts:\n- {id: 1, text: A star.}\n", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    assert bazhanov("check", str(file)).code == 0
    assert bazhanov("list", "--data", str(file)).out == "1\t\tA star.\n"
