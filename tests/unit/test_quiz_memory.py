"""What the quiz remembers, and that it forgets nothing."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.errors import MemoryFileError
from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.memory.cards import Card, CardKey, card_of, retrievability, study_days
from bazhanov_cli.quiz.memory.database import Database
from bazhanov_cli.quiz.memory.file import NAME
from bazhanov_cli.quiz.memory.store import Memory
from bazhanov_cli.quiz.memory.transfer import exported, import_into
from bazhanov_cli.quiz.question import Judgement, Question, Rating, Verdict
from bazhanov_cli.quiz.session import Answer

DAY = date(2026, 3, 1)
# Every answer waits until it is on the disk, which takes longer than all the rest.
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
MUCH_LATER = DAY + timedelta(5_000)
KEY = CardKey(8, "date", "1923")


class Given:
    """An answer as it is told to a memory: to which card, on which day, how well it was known."""

    def __init__(
        self, number: int, day: date = DAY, rating: Rating = Rating.GOOD, key: CardKey = KEY
    ) -> None:
        self.identifier = f"{number:05}"
        self.day, self.rating, self.key = day, rating, key
        self.moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=number)

    @property
    def answer(self) -> Answer:
        fact, facet, knowledge = self.key
        question = Question(
            fact, facet, QuestionKind.RECALL, "?", knowledge, facts=(fact,), knowledge=knowledge
        )
        verdict = Verdict.WRONG if self.rating is Rating.AGAIN else Verdict.EXACT
        return Answer(question, "typed", Judgement(verdict), self.rating)


class Reader:
    """A reader with a memory in a folder, on one day after another."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder, to_write=True)

    def on(self, day: date, dataset: str = "facts") -> Memory:
        return Memory(self.database, dataset, day)

    def gives(self, *answers: Given, dataset: str = "facts", unfinished: str | None = None) -> None:
        for given_answer in answers:
            memory = self.on(given_answer.day, dataset)
            moment = given_answer.moment
            memory.record(given_answer.identifier, given_answer.answer, moment, unfinished)

    def cards(self, dataset: str = "facts") -> list[Card]:
        return list(self.on(MUCH_LATER, dataset).weakest())


@contextmanager
def readers(number: int) -> Iterator[list[Reader]]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        made = [Reader(Path(folder, str(place))) for place in range(number)]
        yield made
        for reader in made:
            reader.database.close()


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    made = Reader(tmp_path)
    yield made
    made.database.close()


@st.composite
def answers(draw: st.DrawFn) -> list[Given]:
    """Answers of some weeks, to a few questions whose right answer may change."""
    number = st.integers(1, 3)
    steps = st.tuples(st.integers(0, 20), number, number, st.sampled_from(Rating))
    made, day = [], DAY
    for place, (days, fact, knowledge, rating) in enumerate(draw(st.lists(steps, max_size=20))):
        day += timedelta(days)
        made.append(Given(place, day, rating, CardKey(fact, "date", str(knowledge))))
    return made


def card_after(*given_answers: tuple[date, Rating]) -> Card:
    card = card_of(KEY, given_answers, MUCH_LATER)
    assert card is not None
    return card


def test_a_right_answer_comes_back_later_each_time() -> None:
    given_answers, gaps = [(DAY, Rating.GOOD)], []
    for _ in range(4):
        card = card_after(*given_answers)
        gaps.append((card.due - card.last_day).days)
        given_answers.append((card.due, Rating.GOOD))
    assert gaps == sorted(set(gaps))
    assert gaps[0] >= 1


def test_a_hint_counts_for_less_than_knowing_and_more_than_not_knowing() -> None:
    strengths = [card_after((DAY, rating)).stability for rating in sorted(Rating)]
    assert strengths == sorted(set(strengths))


def test_only_the_first_answer_of_a_day_moves_a_card(reader: Reader) -> None:
    reader.gives(Given(1))
    before = reader.cards()
    reader.gives(*(Given(number) for number in range(2, 7)))
    assert reader.cards() == before
    assert reader.on(DAY).count() == 6


def test_coming_an_hour_earlier_each_day_costs_nothing() -> None:
    """FSRS alone counts whole 24 hours, by which the second day would not be over yet."""
    days = [DAY + timedelta(number) for number in range(5)]
    assert card_after(*((day, Rating.GOOD) for day in days)).reviews == 5


def test_what_is_known_fades_from_day_to_day() -> None:
    card = card_after((DAY, Rating.GOOD))
    chances = [retrievability([card], DAY + timedelta(days))[0] for days in range(0, 30, 5)]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == pytest.approx(1)
    assert retrievability([card], card.due)[0] == pytest.approx(0.9, abs=0.05)


@given(st.lists(st.dates(DAY - timedelta(50), DAY + timedelta(50))))
def test_days_never_run_backwards_or_past_today(days: list[date]) -> None:
    agreed = study_days(days, DAY)
    assert agreed == sorted(agreed)
    assert all(day <= DAY for day in agreed)
    assert study_days(sorted(day for day in days if day <= DAY), DAY) == sorted(
        day for day in days if day <= DAY
    )


def test_a_clock_set_back_loses_no_answer_and_never_counts_a_day_twice(reader: Reader) -> None:
    reader.gives(Given(1, DAY), Given(2, DAY - timedelta(100)))
    assert reader.on(DAY).count() == 2
    (card,) = reader.on(DAY).due()
    assert (card.key, card.reviews) == (KEY, 1)


def test_another_right_answer_starts_that_card_afresh_and_no_other(reader: Reader) -> None:
    other = CardKey(8, "person", "Stalin")
    for number, day in enumerate((DAY, DAY + timedelta(3))):
        reader.gives(Given(number * 2, day), Given(number * 2 + 1, day, key=other))
    before = reader.on(MUCH_LATER).cards_of([8])
    reader.gives(Given(9, DAY + timedelta(30), key=KEY._replace(knowledge="1924")))
    after = reader.on(MUCH_LATER).cards_of([8])
    assert {key: after[key] for key in before} == before
    assert after[KEY._replace(knowledge="1924")].reviews == 1


def test_rewording_or_respelling_keeps_the_card(reader: Reader) -> None:
    reader.gives(Given(1, key=KEY._replace(knowledge="Père Lachaise")))
    reader.gives(Given(2, DAY + timedelta(5), key=KEY._replace(knowledge="pere-lachaise")))
    (card,) = reader.cards()
    assert card.reviews == 2


def test_an_answer_taken_back_leaves_no_trace(reader: Reader) -> None:
    reader.gives(Given(1))
    before = reader.cards()
    reader.gives(Given(2, DAY + timedelta(9), Rating.AGAIN))
    reader.on(DAY + timedelta(9)).undo("00002")
    assert reader.cards() == before
    reader.on(DAY).undo("00001")
    assert reader.cards() == []
    assert reader.on(DAY).count() == 0


def test_my_answer_was_right_moves_the_card_as_a_right_answer(reader: Reader) -> None:
    reader.gives(Given(1, rating=Rating.AGAIN))
    reader.on(DAY).amend("00001", Verdict.CLOSE, Rating.GOOD)
    assert [card._replace(due=DAY) for card in reader.cards()] == [
        card_after((DAY, Rating.GOOD))._replace(due=DAY)
    ]


@given(answers())
def test_export_and_import_carry_everything_and_twice_changes_nothing(
    given_answers: list[Given],
) -> None:
    with readers(2) as (mine, yours):
        mine.gives(*given_answers)
        text = json.dumps(exported(mine.database))
        assert import_into(yours.database, text, MUCH_LATER) == len(given_answers)
        assert import_into(yours.database, text, MUCH_LATER) == 0
        assert yours.cards() == mine.cards()
        assert exported(yours.database) == exported(mine.database)


def test_an_answer_that_was_taken_back_does_not_count_as_added(reader: Reader) -> None:
    reader.gives(Given(1), Given(2))
    reader.on(DAY).undo("00002")
    with readers(1) as (other,):
        text = json.dumps(exported(reader.database))
        assert import_into(other.database, text, MUCH_LATER) == 1


@given(answers(), st.integers(0, 20))
def test_two_memories_unite_to_the_same_whichever_comes_first(
    given_answers: list[Given], cut: int
) -> None:
    with readers(4) as (mine, yours, first, second):
        mine.gives(*given_answers[:cut])
        yours.gives(*given_answers[cut:])
        texts = [json.dumps(exported(reader.database)) for reader in (mine, yours)]
        for reader, order in ((first, texts), (second, texts[::-1])):
            for text in order:
                import_into(reader.database, text, MUCH_LATER)
        assert first.cards() == second.cards()


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "1", '{"format": "other"}', "[" * 100_000,
        '{"format": "bazhanov quiz memory", "version": 1}',
        '{"format": "bazhanov quiz memory", "version": 2, "answers": []}',
        '{"format": "bazhanov quiz memory", "version": 1, "answers": [{"id": 1}]}',
        '{"format": "bazhanov quiz memory", "version": 1, "answers": ["x"]}',
    ],
)  # fmt: skip
def test_what_is_no_export_is_refused_whole(text: str, reader: Reader) -> None:
    with pytest.raises(MemoryFileError):
        import_into(reader.database, text, DAY)
    assert exported(reader.database)["answers"] == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("day", "yesterday"),
        ("moment", "0001-01-01T00:00:00+14:00"),
        ("moment", "9999-12-31T23:59:59-14:00"),
        ("fact", 2**64),
    ],
)
def test_a_damaged_export_imports_nothing(key: str, value: object, reader: Reader) -> None:
    reader.gives(Given(1), Given(2, DAY + timedelta(4)))
    export = exported(reader.database)
    export["answers"][1][key] = value
    with readers(1) as (other,):
        with pytest.raises(MemoryFileError, match="nothing was imported"):
            import_into(other.database, json.dumps(export), DAY)
        assert exported(other.database)["answers"] == []


def test_a_broken_file_is_kept_aside_and_a_new_memory_begins(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all" * 100)
    with pytest.raises(MemoryFileError, match="is kept as"):
        Database(tmp_path, to_write=True)
    kept = [file.read_bytes() for file in tmp_path.iterdir() if "broken" in file.name]
    assert kept == [b"no database at all" * 100]
    with closing(Database(tmp_path, to_write=True)) as database:
        assert exported(database)["answers"] == []


def test_a_broken_file_stays_where_it_is_while_it_is_only_read(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no database at all" * 100)
    with pytest.raises(MemoryFileError, match="is broken"):
        Database(tmp_path, to_write=False)
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize("to_write", [True, False])
@pytest.mark.parametrize(("program", "word"), [(0x626A6E71, "update"), (0, "another program")])
def test_a_newer_or_foreign_file_is_let_be(
    program: int, word: str, to_write: bool, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / NAME)) as other:
        other.execute("CREATE TABLE kept (this TEXT)")
        other.execute(f"PRAGMA application_id = {program}")
        other.execute("PRAGMA user_version = 2")
        other.commit()
    before = (tmp_path / NAME).read_bytes()
    with pytest.raises(MemoryFileError, match=word):
        Database(tmp_path, to_write=to_write)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {NAME: before}


@pytest.mark.parametrize("to_write", [True, False])
def test_a_memory_that_cannot_be_reached_is_one_clear_error(to_write: bool, tmp_path: Path) -> None:
    """An empty memory in its place would pass for one in which nothing was ever answered."""
    (tmp_path / "state").write_text("a file where a folder should be")
    with pytest.raises(MemoryFileError, match="cannot be used"):
        Database(tmp_path / "state", to_write=to_write)


def test_two_quizzes_at_once_lose_no_answer(tmp_path: Path) -> None:
    both = [Reader(tmp_path), Reader(tmp_path)]
    for number in range(10):
        both[number % 2].gives(Given(number, key=CardKey(number + 1, "x", "y")))
    assert [len(reader.cards()) for reader in both] == [10, 10]
    for reader in both:
        reader.database.close()


def test_a_memory_is_forgotten_for_one_dataset_alone(reader: Reader) -> None:
    reader.gives(Given(1), unfinished="half way")
    reader.gives(Given(2), dataset="others")
    reader.on(DAY).reset()
    assert reader.cards() == []
    assert reader.on(DAY).unfinished() is None
    assert len(reader.cards("others")) == 1


def test_a_quiz_that_was_left_is_found_again_until_it_is_forgotten(reader: Reader) -> None:
    assert reader.on(DAY).unfinished() is None
    reader.gives(Given(1), unfinished="half way")
    assert reader.on(DAY).unfinished() == "half way"
    reader.on(DAY).forget_unfinished()
    assert reader.on(DAY).unfinished() is None


def test_looking_into_a_memory_that_is_not_there_makes_no_file(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "none", to_write=False)) as database:
        assert exported(database)["answers"] == []
    assert not (tmp_path / "none").exists()
