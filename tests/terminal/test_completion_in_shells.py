"""Tab completes in the real bash, zsh and fish, each in a terminal of its own."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from support.processes import PROGRAM
from support.terminals import terminal, without_escapes

DATASET = """\
id: trials
title: Trials
topics:
  show-trials: in public
people:
  bjorn:
    name: Björn O'Hara
    aliases: [Бьёрн]
works:
  life:
    name: "Moscow: A Life"
  moscow:
    name: "Moscow: The City"
places:
  newquay:
    name: New Quay
facts:
  - id: 41
    text: "Björn O'Hara wrote Moscow: A Life in New Quay."
    people: [bjorn]
    works: [life]
    places: [newquay]
    topics: [show-trials]
  - id: 42
    text: "Moscow: The City is another book."
    works: [moscow]
"""


class Shell(NamedTuple):
    """How a shell is started, and told to complete for a command that shows what it was given."""

    name: str
    arguments: list[str]
    set_up: str


SHELLS = {
    "bash": Shell(
        "bash",
        ["--norc", "--noprofile", "-i"],
        'eval "$(bazhanov completion bash)"; shown() { printf "<%s>" "$@"; echo; };'
        " complete -F _bazhanov shown; bind 'set enable-bracketed-paste off'; PS1=READY'> '",
    ),
    "zsh": Shell(
        "zsh",
        ["-f", "-i"],
        "autoload -U compinit; compinit -D; unset zle_bracketed_paste;"
        ' eval "$(bazhanov completion zsh)"; shown() { printf "<%s>" "$@"; echo };'
        " compdef _bazhanov shown; PS1=READY'> '",
    ),
    "fish": Shell(
        "fish",
        ["--no-config", "-i"],
        "bazhanov completion fish | source; function shown; printf '<%s>' $argv; echo; end;"
        " complete -c shown -f -a '(__bazhanov_complete)'; function fish_prompt; echo READY'> ';"
        " end",
    ),
}


@pytest.fixture(params=SHELLS)
def shell(request: pytest.FixtureRequest) -> Shell:
    found = SHELLS[request.param]
    if sys.platform == "win32" or shutil.which(found.name) is None:
        pytest.skip(f"{found.name} is not installed")
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a dataset, and with `bazhanov` on the path."""
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "bazhanov"
    script.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n')
    script.chmod(0o755)
    (tmp_path / "own data.yaml").write_text(DATASET, encoding="utf-8")
    # Not trusted to be unchanged as long as it is new, and then it is not cached.
    os.utime(tmp_path / "own data.yaml", (1, 1))
    (tmp_path / "list").mkdir()
    return tmp_path


@contextmanager
def session(shell: Shell, folder: Path, **environment: str) -> Iterator[Any]:
    """A shell that has completion, at its prompt."""
    settings = {
        "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "HISTFILE": "/dev/null",
    }
    program = shutil.which(shell.name) or shell.name
    with terminal(program, shell.arguments, size=(50, 120), **{**settings, **environment}) as child:
        child.sendline(f"cd '{folder}'; {shell.set_up}")
        child.expect("READY> ")
        yield child


def completed(child: Any, line: str) -> list[str]:
    """The arguments that a command gets when Tab and Enter are pressed after the line."""
    child.send(f"shown {line}\t")
    child.send("\r")
    child.expect(r"((?:<[^<>\r\n]*>)+)\r\n")
    return re.findall("<([^<>]*)>", without_escapes(child.match[1]))


LINES = [
    ("li", ["list"]),
    ("list --top", ["list", "--topic"]),
    ("list --topic purs", ["list", "--topic", "pursuit"]),
    ("timeline --format mark", ["timeline", "--format", "markdown"]),
    ("timeline --format=mark", ["timeline", "--format=markdown"]),
    ("list --color=nev", ["list", "--color=never"]),
    ("quiz --kind tr", ["quiz", "--kind", "true-false"]),
    ("index peo", ["index", "people"]),
    ("completion fi", ["completion", "fish"]),
    ("help timel", ["help", "timeline"]),
    ("list --about Jos", ["list", "--about", "Joseph Stalin"]),
    ("list --about Joseph\\ S", ["list", "--about", "Joseph Stalin"]),
    ('list --about "Joseph S', ["list", "--about", "Joseph Stalin"]),
    ("list --about 'Jos", ["list", "--about", "Joseph Stalin"]),
    ("list --about=Jos", ["list", "--about=Joseph Stalin"]),
    (
        "list --about Stalin\\'s\\ Sec",
        ["list", "--about", "Stalin's Secretariat (Central Committee)"],
    ),
    ("list --about Сталин", ["list", "--about", "Сталин"]),
    ("list --about Сталинг", ["list", "--about", "Сталинг"]),
    ("list --about Père\\ L", ["list", "--about", "Père Lachaise Cemetery"]),
]


def test_tab_completes_the_line(shell: Shell, folder: Path) -> None:
    with session(shell, folder) as child:
        assert [(line, completed(child, line)) for line, _ in LINES] == LINES


def test_tab_completes_what_another_dataset_knows(shell: Shell, folder: Path) -> None:
    lines = [
        ("show 4", ["show", "4"]),
        ("show 42", ["show", "42"]),
        ("list --topic sh", ["list", "--topic", "show-trials"]),
        ("list --about Björn", ["list", "--about", "Björn O'Hara"]),
        ('list --about "Björn', ["list", "--about", "Björn O'Hara"]),
        ("list --about Бь", ["list", "--about", "Бьёрн"]),
        ("list --about New", ["list", "--about", "New Quay"]),
        ("list --about Moscow:\\ T", ["list", "--about", "Moscow: The City"]),
        ("list --about 'Moscow: A", ["list", "--about", "Moscow: A Life"]),
        ("list --about=Moscow:\\ A", ["list", "--about=Moscow: A Life"]),
    ]
    with session(shell, folder, BAZHANOV_DATA=str(folder / "own data.yaml")) as child:
        assert [(line, completed(child, line)) for line, _ in lines] == lines


def test_the_dataset_named_on_the_line_wins(shell: Shell, folder: Path) -> None:
    with session(shell, folder) as child:
        line = "list --data own\\ data.yaml --about New"
        assert completed(child, line) == ["list", "--data", "own data.yaml", "--about", "New Quay"]
        line = 'list --data="own data.yaml" --about New'
        assert completed(child, line) == ["list", "--data=own data.yaml", "--about", "New Quay"]


def test_tab_completes_file_names(shell: Shell, folder: Path) -> None:
    with session(shell, folder) as child:
        assert completed(child, "check own") == ["check", "own data.yaml"]
        assert completed(child, "list --data own") == ["list", "--data", "own data.yaml"]


def test_case_and_accents_need_not_be_typed(shell: Shell, folder: Path) -> None:
    with session(shell, folder) as child:
        assert completed(child, "list --about jos") == ["list", "--about", "Joseph Stalin"]
        if shell.name != "fish":  # which itself drops what does not match what was typed
            assert completed(child, "list --about buyuk") == ["list", "--about", "Büyükada"]


def test_two_tabs_list_what_there_is(shell: Shell, folder: Path) -> None:
    with session(shell, folder) as child:
        child.send("shown t\t\t")
        child.expect("timeline")
        child.expect("today")


@pytest.mark.parametrize(
    "line",
    ["list --about zzzzzz", "nonsense x", "list --data no-such-file --about J", "list --to 1"],
)
def test_where_nothing_can_be_completed_the_line_stays(
    line: str, shell: Shell, folder: Path
) -> None:
    """An error is no help to somebody who has only pressed Tab."""
    with session(shell, folder) as child:
        assert completed(child, line) == line.split()
        assert "error" not in child.before
