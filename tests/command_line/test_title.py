"""`bazhanov` alone, and its help."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from bazhanov_cli import __version__
from bazhanov_cli.commands.catalogue import COMMANDS
from bazhanov_cli.render.title import Title
from support.command_line import bazhanov


def test_the_title_page_tells_dataset_size_and_years() -> None:
    result = bazhanov()
    assert result.code == 0
    assert "18 facts about Boris Bazhanov" in result.out
    assert "1900 to 1982" in result.out
    assert "bazhanov timeline" in result.out


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_a_terminal_gets_the_same_title_page_and_whose_the_facts_are(columns: int) -> None:
    page = " ".join(bazhanov(columns=columns).out.replace("\x1b[2m", "").split())
    page = page.replace("\x1b[0m", "").replace("\x1b[1m", "")
    assert page.startswith("18 facts about Boris Bazhanov 1900 to 1982 bazhanov list ")
    assert "by the contributors to that article" in page
    assert page.count("CC BY-SA 4.0") == 1


def test_the_number_of_facts_is_told_where_the_title_does_not() -> None:
    assert Title("Rome", 3, "509 BC to 476", "", "").summary == "3 facts, 509 BC to 476"
    assert Title("13 facts on Rome", 3, "476", "", "").summary == "3 facts, 476"
    assert Title("3 facts on Rome", 3, "476", "", "").summary == "476"
    assert Title("3 facts on Rome", 3, "", "", "").summary == ""


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command(flag: str) -> None:
    result = bazhanov(flag)
    assert result.code == 0
    assert all(command in result.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_its_summary_and_an_example(command: str) -> None:
    result = bazhanov(command, "--help")
    assert result.code == 0
    assert COMMANDS[command] in " ".join(result.out.split())
    assert "Example: bazhanov" in result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_the_summary_in_the_list_is_the_first_line_of_the_help(command: str) -> None:
    documentation = import_module(f"bazhanov_cli.commands.{command}").run.__doc__
    assert documentation.splitlines()[0] == COMMANDS[command]


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_words_and_no_notation_of_ranges(command: str) -> None:
    out = bazhanov(command, "--help").out
    assert not re.search(r"x[<>]=|<=x|\{\w", out)


@pytest.mark.parametrize(("columns", "widest"), [(30, 30), (40, 40), (80, 80), (140, 100)])
def test_help_is_as_wide_as_the_terminal_and_no_wider_than_can_be_read(
    columns: int, widest: int
) -> None:
    lines = bazhanov("search", "--help", columns=columns).out.splitlines()
    assert widest - 10 < max(map(len, lines)) <= widest


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["timeline", "--html"], "'--html' needs a value; see 'bazhanov timeline --help'"),
        (["list", "--limit", "-1"], "'--limit': -1 is less than 0; see 'bazhanov list --help'"),
        (["today", "--days", "183"], "'--days': 183 is more than 182; see 'bazhanov today --help'"),
        (["index", "peeple"], "'KIND': 'peeple' is not one of 'people'"),
        (["quiz", "--kind", "recal"], "'--kind': 'recal' is not one of 'recall'"),
    ],
)
def test_a_wrong_command_line_names_the_help_that_explains_it(
    arguments: list[str], said: str
) -> None:
    result = bazhanov(*arguments)
    assert result.code == 2
    assert result.err.startswith(f"bazhanov: error: {said}")
    assert ("did you mean" in result.err) is ("is not one of" in said)


def test_version() -> None:
    assert bazhanov("--version").out == f"bazhanov {__version__}\n"
