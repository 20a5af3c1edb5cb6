"""What the quiz remembers, and that it forgets nothing."""

from __future__ import annotations

import sqlite3
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.errors import MemoryFileError
from bazhanov_cli.quiz.memory.exchange import exported, imported
from bazhanov_cli.quiz.memory.schedule import retrievability, reviewed, study_day
from bazhanov_cli.quiz.memory.store import CardKey, Memory, Review, open_memory
from bazhanov_cli.quiz.question import Rating, Verdict

DAY = date(2026, 3, 1)
KEY = CardKey("facts", 8, "date")
NUMBER = st.integers(1, 3)


def answer(
    number: int,
    day: date = DAY,
    rating: Rating = Rating.GOOD,
    key: CardKey = KEY,
    knowledge: str = "1923",
) -> Review:
    verdict = Verdict.WRONG if rating is Rating.AGAIN else Verdict.EXACT
    return Review(f"r{number:05}", key, knowledge, day, float(number), verdict, rating)


@st.composite
def answers(draw: st.DrawFn) -> list[Review]:
    """Answers of some weeks, to a few questions whose right answer may change."""
    steps = draw(
        st.lists(
            st.tuples(st.integers(0, 20), NUMBER, NUMBER, st.sampled_from(Rating)), max_size=25
        )
    )
    found, day = [], DAY
    for number, (days, fact, knowledge, rating) in enumerate(steps):
        day += timedelta(days)
        key = CardKey("facts", fact, "date")
        found.append(answer(number, day, rating, key, str(knowledge)))
    return found


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return open_memory(tmp_path / "state" / "memory.sqlite")


def test_a_right_answer_comes_back_later_each_time() -> None:
    state, gaps = None, []
    for _ in range(4):
        state = reviewed(state, Rating.GOOD, state.due if state else DAY)
        gaps.append((state.due - state.last).days)
    assert gaps == sorted(set(gaps))


def test_a_wrong_answer_comes_back_the_next_day() -> None:
    known = reviewed(reviewed(None, Rating.GOOD, DAY), Rating.GOOD, DAY + timedelta(2))
    assert reviewed(known, Rating.AGAIN, known.due).due == known.due + timedelta(1)


def test_a_hint_counts_for_less_than_knowing() -> None:
    assert (
        reviewed(None, Rating.AGAIN, DAY).stability
        < reviewed(None, Rating.HARD, DAY).stability
        < reviewed(None, Rating.GOOD, DAY).stability
    )


def test_what_is_known_fades_from_day_to_day() -> None:
    state = reviewed(None, Rating.GOOD, DAY)
    chances = [retrievability(state, DAY + timedelta(days)) for days in range(0, 30, 5)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == pytest.approx(1)


def test_a_clock_set_back_never_makes_time_run_backwards() -> None:
    state = reviewed(None, Rating.GOOD, DAY)
    assert reviewed(state, Rating.GOOD, DAY - timedelta(100)).last == DAY
    assert retrievability(state, DAY - timedelta(100)) == pytest.approx(1)


def test_the_small_hours_belong_to_the_day_before() -> None:
    assert study_day(datetime(2026, 3, 2, 3, 59, tzinfo=UTC)) == DAY
    assert study_day(datetime(2026, 3, 2, 4, 0, tzinfo=UTC)) == date(2026, 3, 2)


def test_only_the_first_answer_of_a_day_moves_a_card(memory: Memory) -> None:
    assert memory.record(answer(1))
    before = memory.cards("facts")
    assert not any(memory.record(answer(number)) for number in range(2, 7))
    assert memory.cards("facts") == before
    assert len(list(memory.reviews())) == 6


def test_another_right_answer_starts_that_card_afresh_and_no_other(memory: Memory) -> None:
    other = CardKey("facts", 8, "person")
    for day in (DAY, DAY + timedelta(2)):
        memory.record(answer(day.day * 2, day))
        memory.record(answer(day.day * 2 + 1, day, key=other, knowledge="Stalin"))
    before = memory.cards("facts")
    later = DAY + timedelta(30)
    memory.record(answer(99, later, knowledge="1924"))
    after = memory.cards("facts")
    assert after[8, "date"] == ("1924", reviewed(None, Rating.GOOD, later))
    assert after[8, "person"] == before[8, "person"]


def test_an_answer_taken_back_leaves_no_trace(memory: Memory) -> None:
    memory.record(answer(1))
    before = memory.cards("facts")
    memory.record(answer(2, DAY + timedelta(9), Rating.AGAIN))
    memory.take_back("r00002")
    assert memory.cards("facts") == before
    memory.take_back("r00001")
    assert memory.cards("facts") == {}


@given(answers())
def test_export_and_import_carry_everything(given_answers: list[Review]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (open_memory(Path(folder) / name) for name in ("a", "b"))
        for one in given_answers:
            first.record(one)
        text = exported(first.reviews())
        assert second.unite(imported(text)) == len(given_answers)
        assert second.cards("facts") == first.cards("facts")
        assert second.unite(imported(text)) == 0, "a second import changes nothing"
        assert second.cards("facts") == first.cards("facts")
        first.close()
        second.close()


@given(answers(), st.data())
def test_memories_unite_to_the_same_whichever_comes_first(
    given_answers: list[Review], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(given_answers)))
    mine, yours = given_answers[:cut], given_answers[cut:]
    with tempfile.TemporaryDirectory() as folder:
        first, second = (open_memory(Path(folder) / name) for name in ("a", "b"))
        for memory, order in ((first, (mine, yours)), (second, (yours, mine))):
            for part in order:
                memory.unite(part)
        assert first.cards("facts") == second.cards("facts")
        first.close()
        second.close()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "1", '{"format": "other"}', "[" * 100_000,
        '{"format": "bazhanov quiz memory", "version": 1, "reviews": [{"id": 1}]}',
        '{"format": "bazhanov quiz memory", "version": 2, "reviews": []}',
        '{"format": "bazhanov quiz memory", "version": 1, "reviews": null}',
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_whole(text: str) -> None:
    with pytest.raises(MemoryFileError, match="nothing was imported"):
        imported(text)


def test_a_broken_file_is_kept_aside_and_a_new_memory_begins(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    file.write_bytes(b"no database at all" * 100)
    with pytest.raises(MemoryFileError, match="broken-1"):
        open_memory(file)
    assert (tmp_path / "memory.sqlite.broken-1").read_bytes().startswith(b"no database")
    assert open_memory(file).cards("facts") == {}


def test_a_file_of_another_program_is_kept_aside(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE thing (x)")
    other.close()
    with pytest.raises(MemoryFileError, match="broken-1"):
        open_memory(file)


def test_a_file_of_a_newer_version_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    memory = open_memory(file)
    memory.record(answer(1))
    memory.close()
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    before = file.read_bytes()
    with pytest.raises(MemoryFileError, match="newer version"):
        open_memory(file)
    assert file.read_bytes() == before


def test_a_memory_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    with pytest.raises(MemoryFileError, match="cannot be opened"):
        open_memory(tmp_path / "state" / "memory.sqlite")


def test_two_readers_at_once_lose_no_answer(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    first, second = open_memory(file), open_memory(file)
    for number in range(10):
        (first, second)[number % 2].record(answer(number, key=CardKey("facts", number + 1, "x")))
    assert len(first.cards("facts")) == len(second.cards("facts")) == 10


def test_a_memory_is_forgotten_for_one_dataset_alone(memory: Memory) -> None:
    memory.record(answer(1))
    memory.record(answer(2, key=CardKey("others", 1, "x")))
    memory.keep_unfinished("facts", "{}")
    assert memory.forget("facts") == 1
    assert memory.cards("facts") == {}
    assert memory.unfinished("facts") is None
    assert len(memory.cards("others")) == 1


def test_a_quiz_that_was_left_is_found_again_until_it_ends(memory: Memory) -> None:
    memory.keep_unfinished("facts", "half way")
    assert memory.unfinished("facts") == "half way"
    memory.keep_unfinished("facts", None)
    assert memory.unfinished("facts") is None
