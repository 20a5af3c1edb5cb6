"""Long output goes through the user's pager, and is never lost in it."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from support.terminals import bazhanov_terminal, shown, terminal, without_escapes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")

needs_less = pytest.mark.skipif(shutil.which("less") is None, reason="less is not installed")

FACTS = 18
LAST_WORDS = "while working at the Central Committee."


@pytest.fixture
def recorder(tmp_path: Path) -> tuple[str, Path]:
    """A pager that keeps what it reads, and says that it was there."""
    kept = tmp_path / "read.txt"
    script = tmp_path / "pager"
    script.write_text(f"#!/bin/sh\ncat > '{kept}'\necho paged as $0 with LESS=$LESS\n")
    script.chmod(0o755)
    return str(script), kept


def flat(text: str) -> str:
    return " ".join(without_escapes(text).split())


def test_long_output_goes_through_pager(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    text, code = shown("list", PAGER=command)
    assert code == 0
    assert "paged as" in text
    assert flat(kept.read_text(encoding="utf-8")).endswith(LAST_WORDS)


def test_the_own_variable_wins_over_pager(recorder: tuple[str, Path]) -> None:
    command, _ = recorder
    text, code = shown("list", PAGER="false", BAZHANOV_PAGER=command)
    assert (code, "paged as" in text) == (0, True)


def test_output_that_fits_the_screen_needs_no_pager(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    text, code = shown("list", "--limit", "2", PAGER=command)
    assert code == 0
    assert "Mogilev-Podolskiy" in text
    assert not kept.exists()


def test_a_taller_screen_needs_it_later(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    shown("list", size=(500, 80), PAGER=command)
    assert not kept.exists()


def test_pager_gets_colours_as_the_terminal_does(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    shown("list", PAGER=command)
    assert "\x1b[" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["", "cat", "  "])
@pytest.mark.parametrize("name", ["PAGER", "BAZHANOV_PAGER"])
def test_an_empty_pager_and_cat_mean_none(name: str, value: str) -> None:
    settings: Any = {"PAGER": "false", name: value}
    text, code = shown("list", **settings)
    assert code == 0
    assert flat(text).endswith(LAST_WORDS)


def test_no_pager_wins_over_all(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    text, code = shown("list", "--no-pager", BAZHANOV_PAGER=command)
    assert code == 0
    assert flat(text).endswith(LAST_WORDS)
    assert not kept.exists()


@pytest.mark.parametrize(
    "broken",
    [
        "no-such-pager-at-all",
        "/etc/passwd",
        "false",
        "sh -c 'exit 3'",
        "'unclosed quote",
        "sh -c 'sleep 0.3; exit 1'",
        "sh -c no-such-pager-at-all",
    ],
)
def test_a_broken_pager_still_shows_everything(broken: str) -> None:
    text, code = shown("list", BAZHANOV_PAGER=broken)
    assert code == 0
    assert flat(text).endswith(LAST_WORDS)
    assert "Mogilev-Podolskiy" in text
    assert "Traceback" not in text


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a pipe does not tell")
@pytest.mark.parametrize("code", [1, 2, 130])
@pytest.mark.parametrize("facts", ["18", "5"])
def test_a_pager_that_was_left_with_a_code_of_its_own_is_not_followed_by_it_all(
    code: int, facts: str
) -> None:
    text, status = shown(
        "list", "--limit", facts, size=(10, 80), BAZHANOV_PAGER=f"sh -c 'head -n 3; exit {code}'"
    )
    assert status == 0
    assert len(text.splitlines()) == 3


@needs_less
def test_the_default_is_less_which_a_key_leaves_quietly() -> None:
    with bazhanov_terminal("list") as child:
        child.expect("citizenship")
        child.expect(":")
        child.send("q")
        rest = child.read()
        child.wait()
    assert child.exitstatus == 0
    assert "error" not in rest
    assert LAST_WORDS not in flat(rest)


@needs_less
def test_less_shows_colours_also_when_only_pager_names_it() -> None:
    with bazhanov_terminal("list", PAGER="less") as child:
        child.expect("citizenship")
        page = child.before
        child.expect(":")
        child.send("q")
        child.read()
    assert "\x1b[" in page
    assert "ESC" not in page


def test_the_users_less_settings_are_kept(recorder: tuple[str, Path]) -> None:
    command, _ = recorder
    assert "LESS=-M" in shown("list", PAGER=command, LESS="-M")[0]
    assert "LESS=FRX" in shown("list", PAGER=command)[0]


@needs_less
def test_interrupting_the_pager_does_not_end_the_program_before_it() -> None:
    """Ctrl-C is less's own key: only when less has left the terminal may the prompt come back."""
    with bazhanov_terminal("list", BAZHANOV_PAGER="less -RX") as child:
        child.expect("citizenship")
        child.expect(":")
        child.sendintr()
        for _ in range(5):  # less drops a key that comes while it obeys the Ctrl-C
            child.send("G")
            if child.expect(["Central", pexpect.TIMEOUT], timeout=5) == 0:
                break
        child.send("q")
        rest = child.read()
        child.wait()
    assert child.exitstatus == 0
    assert "Traceback" not in rest


def test_only_a_person_at_a_terminal_gets_a_pager(recorder: tuple[str, Path]) -> None:
    """With its input from elsewhere, nobody could press a key."""
    command, kept = recorder
    line = f"{sys.executable} -m bazhanov_cli list </dev/null"
    with terminal("sh", ["-c", line], BAZHANOV_PAGER=command) as child:
        assert flat(child.read()).endswith(LAST_WORDS)
    assert not kept.exists()


def test_only_tables_go_through_the_pager(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    text, _ = shown("list", "--json", BAZHANOV_PAGER=command)
    assert len(json.loads(text)) == FACTS
    assert not kept.exists()


def test_a_dumb_terminal_gets_no_pager(recorder: tuple[str, Path]) -> None:
    command, kept = recorder
    shown("list", BAZHANOV_PAGER=command, TERM="dumb")
    assert not kept.exists()


@needs_less
def test_the_first_page_of_many_facts_is_shown_before_the_last_is_read(tmp_path: Path) -> None:
    """The pager stops reading after a screen: a program that waited for it all would hang here."""
    file = tmp_path / "many.yaml"
    facts = "".join(f"  - id: {n}\n    text: Fact number {n} of many.\n" for n in range(1, 20_001))
    file.write_text(f"id: many\ntitle: Many\nfacts:\n{facts}", encoding="utf-8")
    with bazhanov_terminal("list", "--data", str(file)) as child:
        child.expect("Fact number 5 of many")
        child.expect(":")
        child.send("q")
        rest = child.read()
        child.wait()
    assert child.exitstatus == 0
    assert "number 20000" not in rest
