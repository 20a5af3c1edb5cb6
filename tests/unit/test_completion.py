"""What completion offers, before any shell has its say."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.commands import completing
from bazhanov_cli.commands.catalogue import COMMANDS
from bazhanov_cli.commands.shell_words import split_line
from support.command_line import bazhanov
from support.packaged import ROOT
from support.processes import run

LETTERS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1)


def values(line: str) -> list[str] | None:
    *before, typed = [word.text for word in split_line(line)]
    found = completing.candidates(before, typed, {})
    return None if found is None else [candidate.value for candidate in found]


def test_the_table_of_options_is_current() -> None:
    made = [sys.executable, str(ROOT / "docs" / "make_completion_table.py"), "--check"]
    done = subprocess.run(made, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_is_offered() -> None:
    assert values("") == list(COMMANDS)
    assert values("help ") == list(COMMANDS)
    assert values("ti") == ["timeline"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_the_help_is_offered(command: str) -> None:
    offered = values(f"{command} -")
    shown = re.findall(r"^  (-[^ ,]+)", bazhanov(command, "--help").out, re.MULTILINE)
    assert offered is not None
    assert {*shown, "--help"} - {"-h"} == set(offered)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("show 18", ["18"]),
        ("show x", []),
        ("list --limit ", []),
        ("list --from ", []),
        ("today ", []),
        ("list extra", []),
        ("nonsense --about ", []),
        ("list --data ", None),
        ("list --data=x", None),
        ("list --data - --about S", []),
        ("check ", None),
        ("check one two", []),
        ("list -- --fo", []),
        ("search -- --fo", []),
        ("search --limit 3 Büyü", ["Büyükada"]),
        ("list --about Stalin --about Leon", ["Leon Trotsky"]),
        ("list --json --format j", ["json", "jsonl"]),
        ("list --format J", ["json", "jsonl"]),
        ("list --color=a", ["--color=auto", "--color=always"]),
        ("list --topic PURS", ["pursuit"]),
        ("list --nonsense=", []),
    ],
)
def test_what_is_offered_depends_on_the_words_before(line: str, expected: list[str] | None) -> None:
    assert values(line) == expected


def test_an_entity_is_offered_once_by_its_name_where_that_fits() -> None:
    offered = values("list --about Joseph\\ S")
    assert offered == ["Joseph Stalin"]
    assert values("list --about Stali") == ["Stalin", "Stalin's Secretariat (Central Committee)"]


def test_without_a_letter_typed_every_entity_has_its_name() -> None:
    names = [row[2] for row in bazhanov("index", "people", "--format", "plain").lines]
    offered = values("list --about ")
    assert offered is not None
    assert set(names) <= set(offered)
    assert len(offered) == len(set(offered))


def test_a_list_too_long_to_read_is_not_offered(tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    facts = "".join(f"  - id: {n}\n    text: Fact {n}.\n" for n in range(1, 3_001))
    file.write_text(f"id: many\ntitle: Many\nfacts:\n{facts}", encoding="utf-8")
    assert values(f"show --data {file} ") == []
    assert values(f"show --data {file} 299") == ["299", *map(str, range(2_990, 3_000))]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_names_the_shell(shell: str) -> None:
    result = bazhanov("completion", shell)
    assert result.code == 0
    assert f"bazhanov __complete {shell}" in result.out


def test_an_unknown_shell_is_a_usage_error() -> None:
    result = bazhanov("completion", "csh")
    assert result.code == 2
    assert "'bash', 'zsh', 'fish'" in result.err


@given(st.lists(LETTERS, max_size=5))
def test_words_are_split_as_a_shell_does(words: list[str]) -> None:
    line = shlex.join(words)
    assert [word.text for word in split_line(f"{line} ")] == [*words, ""]


@given(st.lists(LETTERS, max_size=5), st.sampled_from(["'", '"']), LETTERS)
def test_an_open_quotation_goes_on_to_the_end(words: list[str], quote: str, last: str) -> None:
    typed = "".join(letter for letter in last if letter not in "'\"\\$`")
    found = split_line(f"{shlex.join(words)} {quote}{typed}")
    assert found[-1].text == typed


@given(st.text(max_size=40))
def test_any_line_can_be_split(line: str) -> None:
    """Nothing is lost but the blanks between words."""
    raw = "".join(word.raw for word in split_line(line))
    assert "".join(raw.split()) == "".join(line.split())


def test_fish_escapes_a_quote_between_single_quotes() -> None:
    assert split_line("'it\\'s here", fish=True)[-1].text == "it's here"


@pytest.mark.parametrize("arguments", [[], ["bash"]])
def test_a_question_that_is_not_whole_gets_no_answer(arguments: list[str]) -> None:
    done = run("__complete", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


@pytest.mark.parametrize("shell", ["bash", "fish"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_the_answer_is_utf_8_whatever_the_encoding(shell: str, encoding: str) -> None:
    line = "bazhanov list --about Т"
    done = run("__complete", shell, line, environment={"PYTHONIOENCODING": encoding})
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Троцкий" in done.stdout.decode()
