"""The screens of the quiz and of progress: whole at any width, and readable without colour."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from random import Random

import pytest
from rich.cells import cell_len

from bazhanov_cli.facts import Confidence, Fact, Note
from bazhanov_cli.quiz.memory.store import StudyDay
from bazhanov_cli.quiz.planning import Request, plan
from bazhanov_cli.quiz.progress import Progress, TopicProgress
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.session import Effect, Outcome, Session, Turn
from bazhanov_cli.render.output import Format, Output
from bazhanov_cli.render.quiz_lines import (
    Line,
    day_in_words,
    echo,
    outcome_lines,
    plain_line,
    summary_lines,
    turn_lines,
)
from bazhanov_cli.render.quiz_records import sheet
from bazhanov_cli.render.terminal.page import Page
from bazhanov_cli.render.terminal.progress import draw_progress
from bazhanov_cli.render.terminal.quiz import draw_lines, draw_questions
from support.libraries import packaged_library
from support.quiz_questions import choice, dated, order, person, phrase

TODAY = date(2026, 3, 4)
WIDTHS = [20, 21, 33, 40, 59, 60, 80, 140, 200]
CITY = choice("Kyiv", "Moscow", "Kyiv", "Odesa")
FACT = Fact(
    9, "In 1918 he entered the university.",
    notes=(
        Note("context", "It was closed soon after.", Confidence.HIGH),
        Note("place name", "Or was it?"),
    ),
)  # fmt: skip


def drawn(
    draw: Callable[[Page], None], width: int = 80, encoding: str = "utf-8", *, colored: bool = False
) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    draw(Page(Output(stream, Format.TABLE, is_terminal=True, colored=colored, width=width)))
    stream.flush()
    written = stream.buffer
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode(encoding)


def said(*lines: str, questions: tuple[Question, ...] = (CITY, person("Joseph Stalin"))) -> str:
    """All that a quiz says, in plain lines, when some lines are typed."""
    session = Session(questions)
    told: list[Line] = []
    for line in lines:
        assert session.turn is not None
        told += turn_lines(session.turn)
        told += outcome_lines(session.reply(line), FACT)
    return "\n".join(map(plain_line, told))


def test_a_question_shows_its_number_its_words_and_its_options() -> None:
    shown = said("b")
    assert "Question 1 of 2\n\nWhich one?\n\na) Moscow\nb) Kyiv\nc) Odesa\n" in shown
    assert "? hint   Enter give up   u undo   ! I was right   q leave" in shown


def test_the_signs_are_explained_once() -> None:
    assert said("b", "Stalin").count("? hint") == 1


def test_right_says_so_with_the_whole_fact_and_its_first_note() -> None:
    shown = said("b")
    assert "\nRight.\n" in shown
    assert "\n9 In 1918 he entered the university.\n" in shown
    assert "| Context (high confidence): It was closed soon after." in shown
    assert "1 more note: bazhanov show 9" in shown
    assert "Or was it?" not in shown


def test_wrong_says_what_was_answered_and_what_is_right() -> None:
    shown = said("a")
    assert "\nWrong.\nYou answered: a) Moscow\nThe answer: b) Kyiv\n" in shown


def test_a_reason_is_given_where_there_is_one() -> None:
    assert "Right (spelt Stalin)." in said("b", "Stalen")
    assert "Wrong: that is Lenin." in said("b", "Lenin")


def test_giving_up_shows_the_answer() -> None:
    shown = said("")
    assert "\nGiven up.\nThe answer: b) Kyiv\n" in shown
    assert "You answered" not in shown


def test_a_hint_an_undo_and_a_correction_are_confirmed() -> None:
    assert "There is no hint for this one." in said("?")
    assert "Your last answer is taken back." in said("a", "u")
    assert "put right, on your word" in said("a", "!")
    assert "Please try again: choose a to c." in said("x")


def test_a_part_of_an_answer_is_asked_again_with_what_is_missing() -> None:
    assert "Please try again: August 1923 is right, but say which day.\n" in said(
        "August 1923", questions=(dated("1923-08-09"),)
    )


def test_true_and_false_have_no_letters() -> None:
    statement = choice("false", "true", "false")
    shown = said("t", "x", questions=(statement, statement))
    assert "True or false? Which one?\n\nType t or f.\n" in shown
    assert "Wrong.\nYou answered: true\nThe answer: false\n" in shown
    assert "Please try again: type t or f." in shown
    session = Session((statement,))
    session.reply("t")
    assert "a)" not in shown + "".join(map(plain_line, summary_lines(session.answers)))


def test_the_example_of_an_order_has_as_many_letters_as_there_are_options() -> None:
    assert "as in b a c d." in said("", questions=(order("a b c d", *"wxyz"),))
    assert "as in b a c." in said("", questions=(order("a b c", *"xyz"),))
    assert "as in c b a." in said("", questions=(order("b a c", *"xyz"),))


def test_a_question_asked_once_more_shows_no_fact_again() -> None:
    for line, result in (("b", "Right."), ("a", "Wrong.\nYou answered: a) Moscow\nThe answer: b)")):
        shown = said("a", line, questions=(CITY,))
        assert result in shown
        assert shown.count("he entered the university") == 1


def test_a_note_that_doubts_is_shown_before_the_others() -> None:
    doubt = FACT._replace(notes=(Note("context", "Soon closed."), Note("doubtful", "Or was it?")))
    outcome = Session((CITY,)).reply("b")
    shown = "".join(map(plain_line, outcome_lines(outcome, doubt)))
    assert "Or was it?" in shown
    assert "Soon closed." not in shown


@pytest.mark.parametrize("kind", ["doubtful", "unverified"])
def test_the_note_shown_is_the_one_that_speaks_of_what_was_asked(kind: str) -> None:
    notes = (Note(kind, "Others give January."), Note(kind, "No record of the grave was found."))
    fact = FACT._replace(notes=notes)
    for prompt, told in (("In which month?", 0), ("Where is his grave?", 1), ("In January?", 0)):
        shown = outcome_lines(Session((phrase("x", prompt=prompt),)).reply("x"), fact)
        assert notes[told].text in "".join(map(plain_line, shown))


@pytest.mark.parametrize("width", [20, 40, 80])
def test_the_bar_beside_a_note_runs_down_all_its_lines(width: int) -> None:
    lines = [Line("word " * 40, "doubt", label="|")]
    shown = drawn(lambda page: draw_lines(page, lines), width).splitlines()
    assert len(shown) > 2
    assert all(line.startswith("  │  word") for line in shown)


def test_a_missed_question_is_announced_as_such() -> None:
    assert "Once more: question 1 of 1" in said("a", "b", questions=(CITY,))


def test_an_order_is_told_in_full() -> None:
    question = order("b a c", "Joins", "Born", "Dies")
    solved = Question(
        **{name: getattr(question, name) for name in question.__slots__ if name != "solution"},
        solution=("1900: Born", "1919: Joins", "1982: Dies"),
    )
    shown = said("c a b", questions=(solved,))
    assert "The answer: b a c\n1900: Born\n1919: Joins\n1982: Dies" in shown
    assert "You answered: c a b" in shown


@pytest.mark.parametrize(("days", "words"), [(0, "today"), (1, "tomorrow"), (2, "on 6 March 2026")])
def test_a_day_to_come_is_named(days: int, words: str) -> None:
    assert day_in_words(TODAY + timedelta(days), TODAY) == words


def test_the_summary_tells_the_score_what_was_missed_and_when_to_come_back() -> None:
    session = Session((CITY, phrase("communism")))
    for line in ("b", "liberalism"):
        session.reply(line)
    lines = summary_lines(session.answers, TODAY, (TODAY + timedelta(1), 1))
    shown = "\n".join(map(plain_line, lines))
    assert shown == (
        "1 of 2 right\n\n1 What was it?\ncommunism\n\n"
        "To read about what you missed: bazhanov show 1\n\n"
        "Come back tomorrow: 1 question to refresh."
    )
    assert "Come back" not in "".join(map(plain_line, summary_lines(session.answers)))


def test_what_was_typed_cannot_move_the_cursor() -> None:
    assert echo("\x1b[2J\x07\u202e!") == " [2J  !"
    assert len(echo("x" * 1000)) < 100


QUESTIONS = [*plan(Request(9, 3), packaged_library(), None), phrase("x" * 150, prompt="y" * 300)]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_every_screen_fits_its_width_and_loses_no_letter(width: int, encoding: str) -> None:
    facts = {fact.id: fact for fact in packaged_library().facts_with(range(1, 19))}
    for question in QUESTIONS:
        turn = Turn(question, 1, 10)
        wrong = Session((question,)).reply("")
        lines = [*turn_lines(turn), *outcome_lines(wrong, facts[question.fact])]
        text = "".join(line.text for line in lines if line.text.isascii())
        shown = drawn(partial(draw_lines, lines=lines), width, encoding)
        assert max(map(cell_len, shown.splitlines())) <= width
        assert set("".join(text.split())) <= set(shown)
        if encoding == "utf-8":
            for line in lines:
                assert "".join(line.text.split()) in "".join(shown.split()) or line.label


def test_without_colour_there_is_no_escape_sequence_and_with_it_there_is() -> None:
    turn = Turn(CITY, 1, 1)
    for colored in (False, True):
        shown = drawn(lambda page: draw_lines(page, turn_lines(turn)), colored=colored)
        assert ("\x1b" in shown) is colored


def test_markup_in_a_dataset_is_shown_as_it_stands() -> None:
    question = choice("[bold]x[/bold]", "[/red]", "[bold]x[/bold]", ":smile:")
    shown = drawn(lambda page: draw_lines(page, turn_lines(Turn(question, 1, 1))), colored=True)
    assert all(option in shown for option in question.options or ())


def test_a_dry_run_shows_each_question_with_its_answer() -> None:
    shown = drawn(lambda page: draw_questions(page, iter(QUESTIONS[:3])))
    assert shown.count("Answer: ") == 3
    assert "Question 3 of 3" in shown


def test_a_sheet_holds_lines_to_write_on_and_a_key_at_the_end() -> None:
    lines = "\n".join(
        sheet("[Odd] *title*", [CITY, phrase("communism"), order("b a c", *"xyz")], [])
    )
    head, _ = lines.split("## Key")
    assert head.startswith("# Quiz: \\[Odd\\] \\*title\\*\n\nName: ..")
    assert head.count("." * 60) == 2
    assert "\n   - b) Kyiv\n" in head
    assert "1. True or false? Which one?\n\n   ☐ true ☐ false\n" in "\n".join(
        sheet("", [choice("true", "true", "false")], [])
    )


def test_a_gap_on_a_sheet_needs_no_backslash() -> None:
    lines = "\n".join(sheet("x", [phrase("Paris", prompt="He came to _____ by train.")], []))
    assert "1. He came to .......... by train.\n" in lines
    assert "\\" not in lines


def test_the_key_stands_on_a_page_of_its_own_with_what_is_doubted() -> None:
    doubt = Note("doubtful", "Or *was* it?")
    facts = [Fact(1, "So it was.", notes=(Note("context", "It rained."), doubt))]
    key = "\n".join(sheet("x", [CITY], facts)).split("page-break-before")[1]
    assert key.endswith("1. b) Kyiv (fact 1)\n   - Doubtful: Or \\*was\\* it?")
    assert "rained" not in key


def test_what_belongs_to_a_question_of_a_sheet_is_set_in_by_its_number() -> None:
    lines = list(sheet("Long", [CITY] * 10, []))
    tenth = lines[lines.index("\n10. Which one?\n") + 1 :][:3]
    assert tenth == ["    - a) Moscow", "    - b) Kyiv", "    - c) Odesa"]


def test_the_key_of_a_sheet_ends_with_its_facts() -> None:
    lines = "\n".join(sheet("x", [CITY, phrase("communism"), order("b a c", *"xyz")], []))
    key = lines.split("## Key")[1]
    assert key.split("\n")[2:] == [
        "1. b) Kyiv (fact 1)",
        "2. communism (fact 1)",
        "3. b a c (fact 1)",
    ]


PROGRESS = Progress(
    dataset="d", title="A dataset", today=TODAY, due=1,
    ahead=tuple((TODAY + timedelta(n), n) for n in range(1, 9)),
    known=(1, 2, 3), shaky=(4,), new=20,
    topics=(
        TopicProgress("a-topic", 3, 0, 1, 0.95), TopicProgress("other", 0, 0, 4, None),
        TopicProgress("long-" * 12, 0, 1, 0, 0.0),
    ),
    reviews=8, retained=6,
    days=tuple(
        StudyDay(TODAY - timedelta(n), Random(n).randint(1, 99), 1) for n in range(40, -1, -3)
    ),
)  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
def test_progress_fits_its_width(width: int) -> None:
    shown = drawn(lambda page: draw_progress(page, iter([PROGRESS])), width)
    assert max(map(cell_len, shown.splitlines())) <= width
    flat = "".join(shown.split())
    for words in ("Duetoday1question", "3facts:1,2,3", "1fact:4", "20facts", "75%:6of8", "0·0·4"):
        assert words in flat


def test_progress_tells_the_days_ahead_and_those_past() -> None:
    shown = drawn(lambda page: draw_progress(page, iter([PROGRESS])))
    assert "1 tomorrow, 27 until 11 March, 8 later" in " ".join(shown.split())
    assert "1 question: bazhanov quiz --due" in shown
    assert "     M    T    W    T    F    S    S\n" in shown
    *_, week = shown.splitlines()
    assert week.split() == ["2", "March", "·", str(PROGRESS.days[-1].answers), "·"]


def test_the_days_of_a_week_stand_in_the_foreground_and_those_missed_do_not() -> None:
    shown = drawn(lambda page: draw_progress(page, iter([PROGRESS])), colored=True)
    (week,) = [line for line in shown.splitlines() if "2 March" in line]
    missed = "\x1b[2m    ·\x1b[0m"
    assert week.endswith(f"{missed}{PROGRESS.days[-1].answers:>5}{missed}")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_topic_fits_one_line_with_a_bar_for_the_share_of_its_facts(width: int) -> None:
    topics = (TopicProgress("early-life", 1, 1, 2, 0.9), TopicProgress("death", 0, 0, 1, None))
    progress = replace(PROGRESS, topics=topics)
    shown = drawn(lambda page: draw_progress(page, iter([progress])), width)
    heading, first, second = shown.split("By topic")[1].splitlines()[1:4]
    assert heading.strip() == "known · shaky · new"
    assert first.startswith("  early-life ██")
    assert first.count("·") > first.count("█") * 2
    assert first.endswith("  25%  1 · 1 · 2")
    assert second.endswith("   0%  0 · 0 · 1")
    assert len(heading) == len(first) == len(second)


def test_a_memory_without_answers_says_how_to_begin() -> None:
    empty = Progress("d", "A dataset", TODAY, 0, (), (), (), 18, (), 0, 0, ())
    shown = drawn(lambda page: draw_progress(page, iter([empty])))
    assert shown.splitlines()[1:] == ["", "  Nothing asked yet: bazhanov quiz"]
    assert empty.retention is None


def test_leaving_says_nothing() -> None:
    lines = outcome_lines(Outcome(Effect.LEFT, Turn(CITY, 1, 1)), None)
    assert [line.text for line in lines] == [""]
