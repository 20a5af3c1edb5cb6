"""The quiz in a real terminal: answers typed at a prompt, Ctrl-C, Ctrl-D, and kill -9."""

from __future__ import annotations

import json
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest

from support.command_line import bazhanov
from support.terminals import bazhanov_terminal, without_escapes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no ptys")


def answers_of(*arguments: str) -> list[str]:
    """The right answers of a quiz, by its own key."""
    questions = bazhanov("quiz", *arguments, "--dry-run", "--json").json
    return [question["answer"] for question in questions]


def kept_in(state: Path) -> list[str]:
    """The verdicts that are kept, in the order in which they were given."""
    with closing(sqlite3.connect(state / "memory.sqlite3")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute("SELECT verdict FROM answer WHERE NOT undone ORDER BY moment")
        return [verdict for (verdict,) in rows]


def type_in(child: Any, line: str) -> None:
    """Type a line once the prompt is there."""
    child.expect_exact("> ")
    child.sendline(line)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("BAZHANOV_STATE_DIR", str(folder))
    return folder


def test_a_whole_quiz(state: Path) -> None:
    quiz = ("--seed", "1", "-n", "3")
    first, second, third = answers_of(*quiz)
    with bazhanov_terminal("quiz", *quiz, size=(50, 100)) as child:
        for line in ("?", first, "", "u", second, third):
            type_in(child, line)
        shown = without_escapes(child.read())
        child.wait()
        assert child.exitstatus == 0
    assert "3 of 3 right" in shown
    assert "Come back" in shown
    assert len(kept_in(state)) == 3


def test_ctrl_c_after_three_answers_keeps_three(state: Path) -> None:
    quiz = ("--seed", "1", "-n", "6")
    answers = answers_of(*quiz)
    with bazhanov_terminal("quiz", *quiz, size=(50, 100)) as child:
        for line in answers[:3]:
            type_in(child, line)
        child.expect_exact("> ")
        child.sendintr()
        shown = child.read()
        child.wait()
        assert child.exitstatus == 130
    assert "Traceback" not in shown
    assert kept_in(state) == ["exact"] * 3
    rest = "\n".join(answers[3:])
    assert bazhanov("quiz", "--resume", "--json", typed=rest).json["correct"] == 6


def test_ctrl_d_leaves_with_what_was_answered(state: Path) -> None:
    quiz = ("--seed", "1", "-n", "6")
    answers = answers_of(*quiz)
    with bazhanov_terminal("quiz", *quiz, size=(50, 100)) as child:
        type_in(child, answers[0])
        child.expect_exact("> ")
        child.sendeof()
        child.read()
        child.wait()
        assert child.exitstatus == 0
    assert kept_in(state) == ["exact"]


def test_a_closed_terminal_keeps_what_was_answered(state: Path) -> None:
    quiz = ("--seed", "1", "-n", "6")
    answers = answers_of(*quiz)
    with bazhanov_terminal("quiz", *quiz, size=(50, 100)) as child:
        for line in answers[:2]:
            type_in(child, line)
        child.expect_exact("> ")
        child.kill(signal.SIGHUP)
        child.wait()
    assert kept_in(state) == ["exact"] * 2


def test_kill_9_at_any_moment_loses_no_answered_question(state: Path) -> None:
    """An answer whose feedback was shown is kept, 10 times of 10, and the file stays whole."""
    quiz = ("--seed", "1", "-n", "10")
    answers = answers_of(*quiz)
    random, kept = Random(9), 0
    for attempt in range(10):
        number = random.randint(1, 4)
        with bazhanov_terminal("quiz", *quiz, size=(50, 100)) as child:
            for line in answers[:number]:
                type_in(child, line)
                child.expect_exact("Right")  # the feedback: from here on the answer must be kept
            child.kill(signal.SIGKILL)
            child.wait()
        now = len(kept_in(state))
        assert now >= kept + number, attempt
        kept = now
    assert json.loads(bazhanov("progress", "--json").out)["dataset"] == "bazhanov"
