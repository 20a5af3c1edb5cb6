"""`bazhanov quiz` and `bazhanov progress` on the command line."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bazhanov_cli.commands import progress, study
from support.command_line import Result, bazhanov

QUESTION_KEYS = {"fact", "facts", "facet", "kind", "prompt", "options", "answer", "accepted"}
KINDS = ["recall", "choice", "date", "order", "first", "true-false"]


def key(*arguments: str) -> list[dict[str, Any]]:
    """The questions that a quiz would ask, with their answers."""
    questions: list[dict[str, Any]] = bazhanov("quiz", *arguments, "--dry-run", "--json").json
    return questions


def play(*arguments: str, wrong: tuple[int, ...] = ()) -> Result:
    """Play a quiz by its own key; the questions at the places `wrong` are given up."""
    questions = key(*arguments)
    lines = ["" if place in wrong else q["answer"] for place, q in enumerate(questions)]
    return bazhanov("quiz", *arguments, "--json", typed="\n".join(lines) + "\n")


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """A day that a test may move: today[0]."""
    day = [date(2026, 3, 1)]
    for module in (study, progress):
        monkeypatch.setattr(module, "study_day", lambda: day[0])
    return day


def test_a_dry_run_gives_questions_with_their_key_and_asks_nothing() -> None:
    questions = key("--seed", "1", "-n", "5")
    assert len(questions) == 5
    for question in questions:
        assert question.keys() == QUESTION_KEYS
        assert question["fact"] in question["facts"]
        assert question["answer"] in question["accepted"] or question["kind"] == "order"


def test_the_same_seed_gives_the_same_quiz() -> None:
    assert key("--seed", "3") == key("--seed", "3") != key("--seed", "4")


def test_the_seed_of_a_class_gives_the_same_whatever_a_reader_knows(today: list[date]) -> None:
    before = key("--seed", "7")
    play("--seed", "7", wrong=(1, 4))
    play("--seed", "8")
    today[0] += timedelta(9)
    assert key("--seed", "7") == before
    assert key("-n", "5") != key("--seed", "7", "-n", "5"), "without a seed the memory decides"


def test_ten_questions_unless_told_otherwise() -> None:
    assert len(key("--seed", "1")) == 10
    assert len(key("--seed", "1", "-n", "3")) == 3
    assert len(key("--seed", "1", "-n", "9", "--limit", "2")) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kind_that_is_asked_for(kind: str) -> None:
    questions = key("--kind", kind, "--seed", "1", "-n", "4")
    assert questions
    assert {question["kind"] for question in questions} == {kind}


def test_only_the_facts_that_are_asked_for() -> None:
    questions = key("--fact", "8", "--fact", "13", "--seed", "1")
    assert {question["fact"] for question in questions} == {8, 13}


def test_only_facts_of_the_filters() -> None:
    questions = key("--topic", "pursuit", "--seed", "1")
    assert {question["fact"] for question in questions} <= {1, 13, 14}


def test_a_quiz_through_a_pipe_ends_with_one_object_and_prompts_on_stderr() -> None:
    result = play("--seed", "1", "-n", "3")
    assert result.code == 0
    assert result.out.count("\n") == 1
    outcome = result.json
    assert (outcome["seed"], outcome["correct"], outcome["total"]) == (1, 3, 3)
    for asked in outcome["asked"]:
        assert asked.keys() >= QUESTION_KEYS | {"response", "verdict", "rating"}
        assert asked["verdict"] == "exact"
        assert asked["prompt"] in " ".join(result.err.split())


def test_each_line_of_a_pipe_answers_one_question_whatever_it_says() -> None:
    quiz = ("--kind", "date", "--seed", "1", "-n", "3")
    first, second, third = (question["answer"] for question in key(*quiz))
    typed = "\n".join([first, f"no {second}", "30 February 1900", third]) + "\n"
    asked = bazhanov("quiz", *quiz, "--json", typed=typed).json["asked"]
    assert [answer["verdict"] for answer in asked] == ["exact", "wrong", "invalid"]
    result = bazhanov("quiz", *quiz, typed=typed)
    assert "Please try again" not in result.err


def test_a_missed_question_comes_again_without_counting_twice() -> None:
    result = play("--seed", "1", "-n", "3", wrong=(1,))
    outcome = result.json
    assert (outcome["correct"], outcome["total"]) == (2, 3)
    assert [asked["verdict"] for asked in outcome["asked"]] == ["exact", "skipped", "exact"]


def test_feedback_tells_the_answer_the_whole_fact_and_its_note() -> None:
    result = bazhanov("quiz", "--fact", "9", "--kind", "date", "-n", "1", typed="1924\n")
    said = " ".join(result.err.split())
    assert "Wrong" in said
    assert "26 October 1923" in said
    assert "just three months before his death." in said
    assert "Lenin was almost certainly not there" in said


@pytest.mark.parametrize("typed", ["", "q\n"])
def test_a_quiz_left_early_is_no_failure(typed: str) -> None:
    result = bazhanov("quiz", "--seed", "1", "--json", typed=typed)
    assert result.code == 0
    assert result.json["asked"] == []


def test_a_quiz_that_was_left_goes_on_with_resume() -> None:
    questions = key("--seed", "1", "-n", "3")
    bazhanov("quiz", "--seed", "1", "-n", "3", typed=f"{questions[0]['answer']}\n")
    rest = "\n".join(question["answer"] for question in questions[1:])
    outcome = bazhanov("quiz", "--resume", "--json", typed=rest).json
    assert (outcome["correct"], outcome["total"]) == (3, 3)
    result = bazhanov("quiz", "--resume")
    assert result.code == 2
    assert "no quiz was left" in result.err


@pytest.mark.parametrize(
    "option",
    [
        ("-n", "3"), ("--kind", "date"), ("--fact", "8"), ("--seed", "0"), ("--due",),
        ("--about", "Lenin"), ("--topic", "party"), ("--from", "1923"), ("--to", "1923"),
        ("--limit", "3"), ("--cram",),
    ],
)  # fmt: skip
def test_what_was_left_is_not_chosen_anew(option: tuple[str, ...]) -> None:
    bazhanov("quiz", "--seed", "1", "-n", "3", typed="\n")
    result = bazhanov("quiz", "--resume", *option)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert option[0] in result.err
    assert bazhanov("quiz", "--resume", "--json").code == 0


def test_a_new_quiz_tells_of_the_one_that_was_left_and_replaces_it_by_its_first_answer() -> None:
    waiting = "An unfinished quiz (1 of 3 answered) is waiting: bazhanov quiz --resume\n"
    bazhanov("quiz", "--seed", "1", "-n", "3", typed="\n")
    for _ in range(2):
        result = bazhanov("quiz", "--seed", "2", "-n", "4", typed="q\n")
        assert result.err.startswith(waiting)
    assert waiting not in bazhanov("quiz", "--dry-run").err
    assert waiting not in bazhanov("quiz", "--cram").err
    bazhanov("quiz", "--seed", "2", "-n", "4", typed="\n\n")
    assert "(2 of 4 answered)" in bazhanov("quiz").err
    assert bazhanov("quiz", "--resume", "--json", typed="\n" * 4).json["total"] == 4


def test_fewer_questions_than_were_asked_for_are_told_with_the_reason() -> None:
    result = bazhanov("quiz", "--seed", "1", "-n", "30", "--dry-run", "--json")
    assert f"{len(result.json)} questions: no two in a quiz may draw on the same fact" in result.err
    result = bazhanov("quiz", "--fact", "8", "-n", "2", "--dry-run")
    assert result.err.startswith("1 question: no two")
    assert bazhanov("quiz", "--fact", "8", "--dry-run").err == ""
    assert bazhanov("quiz", "--seed", "1", "-n", "5", "--dry-run").err == ""


def test_a_sheet_for_a_class_has_the_questions_and_then_the_key() -> None:
    out = bazhanov("quiz", "--dry-run", "--format", "markdown", "--seed", "2", "-n", "4").out
    questions, answers = out.split("## Key")
    for number, question in enumerate(key("--seed", "2", "-n", "4"), 1):
        assert f"\n{number}. " in questions
        assert f"\n{number}. " in answers
        assert question["answer"] in answers.replace("\\", "")


def test_cramming_touches_no_memory(tmp_path: Path) -> None:
    play("--cram", "--seed", "1", "-n", "3")
    assert not (tmp_path / "state").exists()


def test_what_is_due_is_asked_and_nothing_else(today: list[date]) -> None:
    result = bazhanov("quiz", "--due")
    assert (result.code, result.out) == (1, "")
    assert "nothing is due" in result.err
    play("--seed", "1", "-n", "3", wrong=(0,))
    result = bazhanov("quiz", "--due", "--json")
    assert result.code == 1
    assert "nothing is due; the next is due" in result.err
    today[0] += timedelta(2)
    due = key("--due")
    assert 1 <= len(due) <= 3
    assert {question["fact"] for question in due} <= {q["fact"] for q in key("--seed", "1")}


def test_a_fact_is_recognised_first_and_recalled_later(today: list[date]) -> None:
    quiz = ("--fact", "14", "--kind", "choice", "-n", "1", "--seed", "1")
    (question,) = key(*quiz)
    play(*quiz)
    today[0] += timedelta(5)
    (again,) = key("--due")
    assert (again["fact"], again["facet"]) == (14, question["facet"])
    assert again["options"] is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fact", "99"], "99"),
        (["--kind", "riddle"], "riddle"),
        (["-n", "0"], "0"),
        (["--seed", "x"], "x"),
        (["--cram", "--due"], "--cram"),
        (["--limit", "0"], "--limit 0"),
        (["--about", "Nobody"], "Nobody"),
    ],
)
def test_a_wrong_command_line_gets_one_line_and_exit_2(arguments: list[str], said: str) -> None:
    result = bazhanov("quiz", *arguments)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_dataset_that_no_question_can_be_made_of_says_so(tmp_path: Path) -> None:
    file = tmp_path / "one.yaml"
    file.write_text("facts:\n- id: 1\n  text: Something happened somewhere.\n", encoding="utf-8")
    result = bazhanov("quiz", "--data", str(file), "--json")
    assert result.code == 1
    assert "no good question" in result.err


def test_a_broken_memory_is_one_line_and_exit_4(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "memory.sqlite3").write_bytes(b"broken" * 1000)
    result = bazhanov("quiz", "--seed", "1", typed="\n")
    assert result.code == 4
    assert result.err.count("\n") == 1
    assert "is kept as" in result.err


def test_progress_tells_what_is_known_due_and_new(today: list[date]) -> None:
    before = bazhanov("progress", "--json").json
    assert before["due"] == 0
    play("--seed", "1", "-n", "6", wrong=(0,))
    after = bazhanov("progress", "--json").json
    assert after["facts"]["new"] < 18
    today[0] += timedelta(30)
    assert bazhanov("progress", "--json").json["due"] == 6
    page = bazhanov("progress", "--color", "never", columns=80).out
    assert "Due today" in page
    assert "6 questions" in page


def test_a_fact_is_known_once_it_was_recalled_or_right_on_two_days(today: list[date]) -> None:
    choice = ("--fact", "14", "--kind", "choice", "--seed", "1", "-n", "1")
    recall = ("--fact", "13", "--kind", "recall", "--seed", "1", "-n", "1")
    play(*choice)
    assert bazhanov("progress", "--json").json["facts"] == {"known": [], "shaky": [14], "new": 17}
    play(*recall)
    assert bazhanov("progress", "--json").json["facts"]["known"] == [13]
    today[0] += timedelta(1)
    play(*choice)
    progress = bazhanov("progress", "--json").json
    assert progress["facts"]["known"] == [13, 14]
    (pursuit,) = [topic for topic in progress["topics"] if topic["topic"] == "pursuit"]
    assert (pursuit["known"], pursuit["new"], pursuit["share"]) == (2, 1, 0.667)


def test_an_export_is_imported_once_and_a_second_time_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play("--seed", "1", "-n", "4")
    file = tmp_path / "answers.json"
    assert bazhanov("progress", "--export", str(file)).code == 0
    assert bazhanov("progress", "--export", str(file)).code == 2, "no file is overwritten"
    here = bazhanov("progress", "--json").json
    monkeypatch.setenv("BAZHANOV_STATE_DIR", str(tmp_path / "elsewhere"))
    assert "4 answers added" in bazhanov("progress", "--import", str(file)).err
    assert "0 answers added" in bazhanov("progress", "--import", str(file)).err
    assert bazhanov("progress", "--json").json == here


def test_an_import_of_something_else_changes_nothing_and_is_exit_4(tmp_path: Path) -> None:
    play("--seed", "1", "-n", "2")
    before = bazhanov("progress", "--json").json
    for content in ("{}", "not JSON"):
        (tmp_path / "other.json").write_text(content)
        result = bazhanov("progress", "--import", str(tmp_path / "other.json"))
        assert (result.code, result.err.count("\n")) == (4, 1)
    assert bazhanov("progress", "--json").json == before


def test_reset_asks_first() -> None:
    play("--seed", "1", "-n", "2")
    assert bazhanov("progress", "--reset", typed="no\n").code == 1
    assert json.loads(bazhanov("progress", "--json").out)["facts"]["new"] < 18
    assert bazhanov("progress", "--reset", typed="yes\n").code == 0
    assert json.loads(bazhanov("progress", "--json").out)["facts"]["new"] == 18
