"""Every command under what users set: colours wanted or not, a plain terminal, a width, no locale.

The other tests run without any of these (see conftest.py). Here real processes have one of them,
and must give what this process gives without it.
"""

from __future__ import annotations

import os
import re
import sys

import pytest
from rich.cells import cell_len

from support.command_line import bazhanov
from support.every_command import DATASETS, EVERY_COMMAND, RECORDS, whole
from support.forks import run_each, shown_each
from support.processes import run
from support.terminals import without_escapes

SETTINGS = {"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "40", "LC_ALL": "C"}
COLORLESS = ("NO_COLOR", "TERM")
PAGES = [*RECORDS, ("timeline", "--chart")]
TABLES = [(*command, "--format", "table") for command in PAGES]
STYLES = re.compile(r"\x1b\[([0-9;]*)m")
COLOR = re.compile("(3[0-8]|4[0-8]|9[0-7]|10[0-7])")
TALL = (500, 80)  # no page needs a pager

needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no ptys")


@pytest.fixture(params=DATASETS, autouse=True)
def dataset(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    monkeypatch.setenv("BAZHANOV_DATA", DATASETS[name])
    return name


@pytest.fixture(params=SETTINGS)
def setting(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(lines: list[tuple[str, ...]], setting: str) -> list[str]:
    """What command lines write, which all end well and say nothing else."""
    done = run_each(lines, **{setting: SETTINGS[setting]})
    assert [(result.returncode, result.stderr) for result in done] == [(0, b"")] * len(lines)
    return [result.stdout.decode().replace(os.linesep, "\n") for result in done]


def assert_narrow(page: str, wide: str) -> None:
    """A page of 40 columns has all the words of the wide one."""
    assert max(map(cell_len, page.splitlines())) <= 40
    letters = "".join(page.split())
    assert [word for word in wide.split() if word.isalnum() and word not in letters] == []


def colors_in(page: str) -> set[str]:
    """The colours that a page sets; bold and underline are none."""
    codes = {code for codes in STYLES.findall(page) for code in codes.split(";")}
    return {code for code in codes if COLOR.fullmatch(code)}


def test_a_pipe_gets_the_same_under_every_setting(setting: str, dataset: str) -> None:
    for command, out in zip(EVERY_COMMAND, written(EVERY_COMMAND, setting), strict=True):
        assert out == whole(dataset, *command), command


@pytest.mark.parametrize("setting", ["FORCE_COLOR", "NO_COLOR", "COLUMNS"])
def test_a_page_in_a_pipe_is_as_colourful_and_as_wide_as_the_setting_says(
    setting: str, dataset: str
) -> None:
    for table, page in zip(TABLES, written(TABLES, setting), strict=True):
        wide = whole(dataset, *table)
        assert ("\x1b" in page) == (setting == "FORCE_COLOR"), table
        if setting == "COLUMNS":
            assert_narrow(page, "" if "--chart" in table else wide)
        else:
            assert without_escapes(page) == wide, table


@needs_terminal
def test_a_page_on_a_terminal_is_as_colourful_and_as_wide_as_the_setting_says(setting: str) -> None:
    lines = [(), *PAGES]
    pages = shown_each(lines, size=TALL, **{setting: SETTINGS[setting]})
    for command, (page, code) in zip(lines, pages, strict=True):
        wide = bazhanov(*command, columns=TALL[1]).out
        assert code == 0, command
        assert setting not in COLORLESS or not colors_in(page), command
        assert setting != "TERM" or "\x1b" not in page, command
        if setting == "COLUMNS":
            assert_narrow(without_escapes(page), "" if "--chart" in command else wide)
        else:
            same = without_escapes if setting in COLORLESS else str
            assert same(page) == same(wide), command


@pytest.mark.parametrize(
    ("setting", "option"), [("NO_COLOR", "always"), ("TERM", "always"), ("FORCE_COLOR", "never")]
)
def test_the_option_wins_over_the_setting(setting: str, option: str) -> None:
    lines = [(*table, "--color", option) for table in TABLES]
    colored = ["\x1b" in page for page in written(lines, setting)]
    assert colored == [option == "always"] * len(lines)


@pytest.mark.parametrize("command", ["", "search", "quiz"])
def test_the_help_is_no_wider_than_the_setting_says(command: str) -> None:
    done = run(*filter(None, [command]), "--help", environment={"COLUMNS": "40"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert max(map(len, done.stdout.decode().splitlines())) <= 40


def test_a_scripted_quiz_asks_the_same_under_every_setting(setting: str) -> None:
    quiz = ("quiz", "--cram", "--seed", "1", "-n", "3")
    done = run(*quiz, typed=b"a\nb\n", environment={setting: SETTINGS[setting]})
    expected = bazhanov(*quiz, typed="a\nb\n")
    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == expected.out.splitlines()
    assert done.stderr.decode().splitlines() == expected.err.splitlines()


def test_an_error_is_the_same_line_under_every_setting(setting: str) -> None:
    done = run("list", "--about", "Nobody", environment={setting: SETTINGS[setting]})
    expected = bazhanov("list", "--about", "Nobody")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == expected.err.splitlines()
