"""Every command in every encoding: the nearest letters are written, and nothing fails on them.

JSON and JSON lines are UTF-8 whatever the encoding is (RFC 8259); all else, CSV too, is in the
encoding that the user has asked for. What is typed is read in it as well.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from support.command_line import bazhanov
from support.every_command import ANTIQUITY, DATASETS, EVERY_COMMAND, RECORDS, whole
from support.forks import run_each
from support.processes import run

BARE = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""The locale without any letters, and a Python that does not help itself to UTF-8."""

ENCODINGS = ("ascii", "latin-1", "cp1252", "cp1251", "cp437", "utf-16")
LOCALES = [
    ({"LC_ALL": "C"}, "utf-8"),
    ({"LC_ALL": "POSIX"}, "utf-8"),
    ({"LC_ALL": "C", "PYTHONUTF8": "0"}, "ascii"),
    (BARE, "ascii"),
]
needs_locales = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locales")
EVERYWHERE = [
    *(pytest.param({"PYTHONIOENCODING": name}, name, id=name) for name in ENCODINGS),
    *(
        pytest.param(settings, name, id=" ".join(map("=".join, settings.items())),
                     marks=needs_locales)
        for settings, name in LOCALES
    ),
]  # fmt: skip
everywhere = pytest.mark.parametrize(("settings", "encoding"), EVERYWHERE)

JSON = [("list", "--json"), ("list", "--format", "jsonl")]
TABLES = [(*command, "--format", "table") for command in RECORDS]
LINES = [*EVERY_COMMAND, ("list", "--format", "csv"), ("list", "--format", "markdown")]


@everywhere
def test_every_command_writes_what_the_encoding_has(
    settings: dict[str, str], encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Russian letters stand in the packaged notes alone, and all others in the dataset of antiquity.
    dataset = "packaged" if encoding == "cp1251" else "antiquity"
    monkeypatch.setenv("BAZHANOV_DATA", DATASETS[dataset])
    lines = [*LINES, *JSON, *TABLES]
    done = dict(zip(lines, run_each(lines, **settings), strict=True))
    assert {(result.returncode, result.stderr) for result in done.values()} == {(0, b"")}
    for line in LINES:
        written, expected = done[line].stdout.decode(encoding), whole(dataset, *line)
        assert len(written.splitlines()) == len(expected.splitlines()), line
        letters = iter(written)
        has = [
            letter for letter in expected if letter.encode(encoding, "ignore") and letter.isalnum()
        ]
        assert all(letter in letters for letter in has), line
    for line in JSON:
        assert done[line].stdout.decode().splitlines() == whole(dataset, *line).splitlines()
    for line in (*LINES, *TABLES):
        assert "\\u" not in done[line].stdout.decode(encoding), line


TEXT = "Ernő’s naïve “Žižka” – … Θαλῆς, 張衡, الصوفي"
WRITTEN = {
    "ascii": 'Erno\'s naive "Zizka" - ... ?????, ??, ??????',
    "latin-1": 'Erno\'s naïve "Zizka" - ... ?????, ??, ??????',
    "cp1252": "Erno’s naïve “Žižka” – … ?????, ??, ??????",
    "cp1251": "Erno’s naive “Zizka” – … ?????, ??, ??????",
    "cp437": 'Erno\'s naïve "Zizka" - ... Θα???, ??, ??????',
    "utf-16": TEXT,
    "utf-8": TEXT,
}


@everywhere
def test_the_nearest_letters_stand_for_those_that_it_does_not_have(
    settings: dict[str, str], encoding: str, tmp_path: Path
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(f"facts:\n  - id: 1\n    text: {TEXT}\n", encoding="utf-8")
    plain = run("list", "--data", str(file), environment=settings)
    assert plain.stdout.decode(encoding).split("\t")[2].rstrip() == WRITTEN[encoding]
    wrong = run("list", "--about", "Ernő", "--data", str(file), environment=settings)
    assert wrong.returncode == 2
    name = WRITTEN[encoding][:4]
    assert wrong.stderr.decode(encoding).startswith(f"bazhanov: error: name {name!r} is not in ")


@everywhere
def test_a_typed_answer_is_read_in_the_encoding(settings: dict[str, str], encoding: str) -> None:
    """ASCII is read as UTF-8, which it is a part of."""
    quiz = ("quiz", "--cram", "--seed", "2", "--kind", "recall", "--fact", "8", "-n", "1")
    read_as = "utf-8" if encoding == "ascii" else encoding
    is_cyrillic = "С".encode(read_as, "ignore")
    typed = ("Сталин\n" if is_cyrillic else "Stalin\n").encode(read_as)
    done = run(*quiz, "--json", environment=settings, typed=typed)
    assert done.returncode == 0
    assert json.loads(done.stdout)["correct"] == 1
    assert done.stderr.decode(encoding).startswith("Question 1 of 1")


@needs_locales
def test_words_are_found_where_the_locale_has_no_letters() -> None:
    for arguments in (("search", "Αρισταρχος"), ("list", "--about", "Αρισταρχος")):
        line = (*arguments, "--json", "--data", str(ANTIQUITY))
        done = run(*line, environment=dict(BARE))
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode() == bazhanov(*line).out


@needs_locales
def test_a_file_is_found_where_the_locale_has_no_letters(tmp_path: Path) -> None:
    file = tmp_path / "Ελλάς.yaml"
    assert run("new", str(file), environment=dict(BARE)).returncode == 0
    assert file.exists()
    for arguments in (("check", str(file)), ("list", "--data", str(file))):
        done = run(*arguments, environment=dict(BARE))
        assert (done.returncode, done.stderr) == (0, b"")
    assert run("list", environment={**BARE, "BAZHANOV_DATA": str(file)}).returncode == 0


@everywhere
def test_a_completion_is_written_in_the_shells_own_letters(
    settings: dict[str, str], encoding: str
) -> None:
    line = f"bazhanov list --data {ANTIQUITY} --about Aris"
    done = run("__complete", "zsh", line, environment=settings)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Aristarchus" in done.stdout.decode()
