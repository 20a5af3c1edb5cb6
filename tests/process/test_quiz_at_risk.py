"""The quiz's memory in real processes: a full disk, two quizzes at once, Ctrl-C at any moment."""

from __future__ import annotations

import json
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from support.processes import UNMEASURED, run, start

QUIZ = ("quiz", "--seed", "1", "-n", "10")


def answers(state: Path) -> int:
    """How many answers a whole memory holds."""
    file = state / "memory.sqlite3"
    if not file.exists():
        return 0
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not connection.execute("SELECT COUNT(*) FROM sqlite_schema").fetchone()[0]:
            return 0
        return int(connection.execute("SELECT COUNT(*) FROM answer").fetchone()[0])


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("BAZHANOV_STATE_DIR", str(folder))
    return folder


@pytest.fixture
def key(state: Path) -> list[str]:
    questions = json.loads(run(*QUIZ, "--dry-run", "--json").stdout)
    return [question["answer"] for question in questions]


def test_quizzes_at_once_begin_one_memory_and_lose_no_answer(state: Path, key: list[str]) -> None:
    text = "\n".join(key).encode()
    quizzes = [start(*QUIZ, "--json", stdin=-1) for _ in range(4)]
    for quiz in quizzes:
        assert quiz.stdin is not None
        quiz.stdin.write(text)
        quiz.stdin.close()
    for quiz in quizzes:
        assert quiz.wait(60) == 0, quiz.stderr and quiz.stderr.read()
        assert quiz.stdout is not None
        assert json.loads(quiz.stdout.read())["correct"] == 10
        for stream in (quiz.stdout, quiz.stderr):
            if stream:
                stream.close()
    assert answers(state) == 40


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such limits on Windows")
@pytest.mark.parametrize("kibibytes", [0, 4, 60, 90])
def test_a_full_disk_is_told_in_one_line_and_loses_nothing_that_was_kept(
    kibibytes: int, state: Path, key: list[str]
) -> None:
    def limit() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (kibibytes * 1024, kibibytes * 1024))

    result = run(*QUIZ, typed="\n".join(key).encode(), environment=UNMEASURED, preexec_fn=limit)
    said = result.stderr.decode()
    assert result.returncode == 4
    assert "Traceback" not in said
    assert said.splitlines()[-1].startswith("bazhanov: error: the quiz's memory")
    kept = answers(state)
    told = sum(line.startswith("Right") for line in said.splitlines())
    assert kept == told, "no feedback without an answer kept, and none kept without feedback"
    assert run(*QUIZ, "--json", typed="\n".join(key).encode()).returncode == 0
    assert answers(state) == kept + 10


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for processes")
@pytest.mark.parametrize("moment", range(6))
def test_ctrl_c_right_after_an_answer_never_harms_the_memory(
    moment: int, state: Path, key: list[str]
) -> None:
    quiz = start(*QUIZ, stdin=-1, stdout=-3)
    assert quiz.stdin is not None
    assert quiz.stderr is not None
    assert quiz.stderr.readline() == b"Question 1 of 10\n"
    for number, answer in enumerate(key[: moment + 1], 1):
        quiz.stdin.write(f"{answer}\n".encode())
        quiz.stdin.flush()
        if number <= moment:
            while b"Right" not in quiz.stderr.readline():
                continue
    quiz.send_signal(signal.SIGINT)
    assert quiz.wait(60) == 130
    assert b"Traceback" not in quiz.stderr.read()
    for stream in (quiz.stdin, quiz.stderr):
        stream.close()
    assert moment <= answers(state) <= moment + 1


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    environment = {"BAZHANOV_STATE_DIR": str(tmp_path / "file" / "state")}
    result = run(*QUIZ, typed=b"\n", environment=environment)
    assert result.returncode == 4
    assert result.stderr.count(b"\n") == 1
    assert run(*QUIZ, "--cram", typed=b"", environment=environment).returncode == 0
    assert run("progress", environment=environment).returncode == 4


def test_a_user_without_a_home_can_cram_and_is_told_why_nothing_more() -> None:
    environment = {
        "BAZHANOV_STATE_DIR": None, "XDG_STATE_HOME": None, "HOME": "/nonexistent/home",
    }  # fmt: skip
    result = run(*QUIZ, typed=b"\n", environment=environment)
    assert result.returncode in {0, 4}
    assert b"Traceback" not in result.stderr
    assert run(*QUIZ, "--cram", typed=b"", environment=environment).returncode == 0


def test_bytes_that_are_no_text_are_an_answer_like_any_other(state: Path) -> None:
    typed = b"\xff\xfe\x00\x80\n\x1b[2J\n\xed\xa0\x80\n\xff\n\xff\nq\n"
    result = run(*QUIZ, "--json", typed=typed, environment={"PYTHONIOENCODING": "utf-8:strict"})
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr
    assert b"\x1b" not in result.stderr
    assert state.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no shell that closes an input")
def test_a_closed_input_ends_the_quiz_like_the_end_of_one(state: Path) -> None:
    result = run(*QUIZ, program=("bash", "-c", f'"{sys.executable}" -m bazhanov_cli "$@" <&-', "x"))
    assert result.returncode == 0, result.stderr
    assert b"Traceback" not in result.stderr
    assert not answers(state)
