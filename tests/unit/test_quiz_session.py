"""The play of a quiz: what a typed line does, and what is asked next."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.quiz.memory.database import Database
from bazhanov_cli.quiz.memory.store import Memory
from bazhanov_cli.quiz.planning import Request, plan
from bazhanov_cli.quiz.play import Recorder
from bazhanov_cli.quiz.progress import progress_of
from bazhanov_cli.quiz.question import Question, Rating, Verdict
from bazhanov_cli.quiz.saving import SavedQuiz, restored, saved
from bazhanov_cli.quiz.session import FREE_TRIES, Effect, Session
from support.libraries import packaged_library
from support.quiz_questions import choice, dated, person, place

STALIN = person("Joseph Stalin", "Whose secretary was he?")
KYIV = place("Kyiv", "Where did he study?")
CITY = choice("Kyiv", "Moscow", "Kyiv", "Odesa", accepted=("Kiev",))
DAY = dated("1923-08-09")


def played(*lines: str, questions: tuple[Question, ...] = (STALIN, KYIV, CITY)) -> Session:
    session = Session(questions)
    for line in lines:
        session.reply(line)
    return session


def verdicts(session: Session) -> list[Verdict]:
    return [answer.judgement.verdict for answer in session.answers]


def test_questions_are_asked_one_after_another() -> None:
    session = played("Stalin", "Kiev", "b")
    assert verdicts(session) == [Verdict.EXACT] * 3
    assert session.is_finished
    assert session.turn is None


def test_a_missed_question_comes_again_and_never_counts_twice() -> None:
    session = played("Lenin", "Kiev", "b")
    assert not session.is_finished
    assert session.turn is not None
    assert session.turn.is_repeat
    assert session.turn.question == STALIN
    session.reply("Stalin")
    assert session.is_finished
    assert verdicts(session) == [Verdict.WRONG, Verdict.EXACT, Verdict.EXACT]


def test_a_question_missed_once_more_is_left_at_that() -> None:
    assert played("Lenin", "Kiev", "b", "Lenin").is_finished


def test_an_empty_line_gives_up() -> None:
    session = played("")
    assert verdicts(session) == [Verdict.SKIPPED]
    assert session.answers[0].rating is Rating.AGAIN


@pytest.mark.parametrize("typed", ["1923-02-30", "August 1923"])
def test_a_partial_or_invalid_answer_is_asked_again_at_no_cost(typed: str) -> None:
    session = Session((DAY,))
    outcome = session.reply(typed)
    assert outcome.effect is Effect.ASKED_AGAIN
    assert outcome.message
    session.reply("9 August 1923")
    assert verdicts(session) == [Verdict.EXACT]
    assert session.answers[0].rating is Rating.GOOD


def test_asking_again_at_no_cost_has_an_end() -> None:
    session = Session((DAY,))
    for _ in range(FREE_TRIES + 1):
        session.reply("August 1923")
    assert verdicts(session) == [Verdict.PARTIAL]
    assert not session.answers[0].is_right


def test_without_free_tries_every_line_counts_as_it_is() -> None:
    session = Session((DAY, CITY, STALIN), free_tries=0)
    for line in ("August 1923", "x", "Stalin"):
        session.reply(line)
    assert verdicts(session) == [Verdict.PARTIAL, Verdict.INVALID, Verdict.EXACT]


def test_right_by_recall_is_good_and_right_by_choice_is_hard() -> None:
    session = played("Stalin", "Kiev", "b")
    assert [answer.rating for answer in session.answers] == [Rating.GOOD, Rating.GOOD, Rating.HARD]


def test_a_hint_makes_a_right_answer_hard() -> None:
    question = plan(Request(1, 2, facts=(14,)), packaged_library(), None)[0]
    session = Session((question,))
    assert session.reply("?").effect is Effect.HINTED
    session.reply(question.answer)
    assert session.answers[0].rating is Rating.HARD


def test_undo_asks_the_last_question_again() -> None:
    session = played("Lenin", "u")
    assert session.answers == ()
    assert session.turn is not None
    assert session.turn.question == STALIN
    session.reply("Stalin")
    assert verdicts(session) == [Verdict.EXACT]


def test_there_is_nothing_to_undo_at_the_start() -> None:
    assert Session((STALIN,)).reply("u").effect is Effect.NOTHING


def test_my_answer_was_right_takes_the_last_one_for_right() -> None:
    session = played("the General Secretary", "!", "Kiev", "b")
    assert verdicts(session) == [Verdict.CLOSE, Verdict.EXACT, Verdict.EXACT]
    assert session.is_finished, "what was right after all does not come again"


def test_giving_up_cannot_be_called_right() -> None:
    session = played("")
    assert session.reply("!").effect is Effect.NOTHING


def test_q_leaves_with_what_was_answered() -> None:
    session = played("Stalin", "q")
    assert session.turn is None
    assert not session.is_finished
    assert len(session.answers) == 1


@given(st.lists(st.sampled_from(["Stalin", "Lenin", "Kiev", "b", "", "?", "u", "!", "x" * 9])))
def test_no_line_ever_makes_more_answers_than_questions(lines: list[str]) -> None:
    session = Session((STALIN, KYIV, CITY))
    for line in lines:
        if session.turn is None:
            break
        session.reply(line)
        assert len(session.answers) <= 3
        asked = [answer.question for answer in session.answers]
        assert asked == [STALIN, KYIV, CITY][: len(asked)]


def test_a_quiz_is_kept_and_taken_up_as_it_was() -> None:
    session = played("Lenin", "Kiev")
    state = SavedQuiz(7, session.questions, session.answers, ("a", "b"))
    assert restored(saved(state)) == state


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '[1, [{"fact": 1}], [], []]'])
def test_a_quiz_of_another_version_is_not_taken_up(text: str) -> None:
    assert restored(text) is None


class SimulatedReader:
    """Remembers a fact longer each time it is told, and forgets the more surely the longer ago."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._strength: dict[tuple[int, str], float] = {}
        self._told: dict[tuple[int, str], date] = {}

    def answer(self, question: Question, today: date) -> str:
        card = (question.fact, question.facet)
        days = (today - self._told.get(card, today)).days
        knows = card in self._told and self._random.random() < 0.9 ** (
            days / self._strength.get(card, 1.0)
        )
        if card not in self._told and question.options:
            knows = self._random.random() < 1 / len(question.options)
        self._strength[card] = self._strength.get(card, 1.0) * (2.5 if knows else 1.0)
        self._told[card] = today
        return question.answer if knows else ""


def study(memory: Memory, reader: SimulatedReader, seed: int) -> int:
    """One day's study: all that is due, and a few new things; returns how many were asked."""
    due = len(list(memory.due()))
    questions = plan(Request(min(max(due, 6), 20), seed), packaged_library(), memory)
    session = Session(questions)
    recorder = Recorder(
        memory, session, seed, clock=lambda: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seed)
    )
    while (turn := session.turn) is not None:
        recorder.keep(session.reply(reader.answer(turn.question, memory.today)))
    return len(questions)


def test_a_reader_of_sixty_days_knows_every_fact_with_few_questions_a_day(tmp_path: Path) -> None:
    database = Database(tmp_path, to_write=True)
    reader, asked = SimulatedReader(1), 0
    for number in range(60):
        today = date(2026, 1, 1) + timedelta(number)
        asked += study(Memory(database, "bazhanov", today), reader, number)
    progress = progress_of(Memory(database, "bazhanov", today), packaged_library())
    database.close()
    assert progress.known == tuple(range(1, 19))
    assert asked / 60 < 12
