"""A dataset becomes one database, whose questions are answered without going through all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

import pytest

from bazhanov_cli.library.chronology import has_more_events
from bazhanov_cli.library.compile import InvalidDataset, compile_dataset
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.schema import APPLICATION_ID, FORMAT
from bazhanov_cli.library.selection import Selection
from support.packaged import PACKAGED
from support.reading import source_of

FEW = Selection(limit=20)
TABLES_OF_FACTS = ("fact", "event", "mention", "filing", "question")


def compiled(content: str | bytes) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    compile_dataset(source_of(content), connection)
    return connection


@pytest.fixture(scope="module")
def packaged() -> Iterator[sqlite3.Connection]:
    connection = compiled(PACKAGED.read_bytes())
    yield connection
    connection.close()


def test_the_database_says_whose_it_is(packaged: sqlite3.Connection) -> None:
    sql = "SELECT application_id, user_version FROM pragma_application_id, pragma_user_version"
    assert packaged.execute(sql).fetchone() == (APPLICATION_ID, FORMAT)


def test_the_database_is_sound(packaged: sqlite3.Connection) -> None:
    assert packaged.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_an_invalid_dataset_is_read_to_its_end_and_nothing_of_it_is_kept() -> None:
    connection = sqlite3.connect(":memory:")
    bad = "facts:\n- {id: x, text: a}\n" + "".join(
        f"- {{id: {n}, text: a}}\n" for n in range(1, 999)
    )
    with pytest.raises(InvalidDataset) as raised:
        compile_dataset(source_of(f"{bad}- {{id: 0, text: b}}"), connection)
    assert str(raised.value) == (
        "test.yaml:2:8: 'id' must be the id of a fact, a whole number from 1, not 'x'"
        " (and 1 more: bazhanov check test.yaml)"
    )
    assert raised.value.problems.errors == 2
    for table in TABLES_OF_FACTS:
        assert connection.execute(f"SELECT COUNT(*) FROM {table}").fetchone() == (0,)


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("a file.yaml", " (and 1 more: bazhanov check 'a file.yaml')"),
        ("a\x1b[31m.yaml", " (and 1 more)"),
        ("a\n.yaml", " (and 1 more)"),
        ("a\udcff.yaml", " (and 1 more)"),
    ],
)
def test_a_command_is_advised_only_where_it_finds_the_file(name: str, advice: str) -> None:
    bad = source_of("facts: [{id: 0, text: a}, {id: 0, text: b}]", name)
    with pytest.raises(InvalidDataset) as raised:
        compile_dataset(bad, sqlite3.connect(":memory:"))
    assert str(raised.value).endswith(f", not '0'{advice}")


def test_a_file_that_breaks_off_is_never_taken_for_a_shorter_one() -> None:
    good = "facts:\n" + "".join(f"- {{id: {number}, text: a}}\n" for number in range(1, 2_000))
    with pytest.raises(InvalidDataset, match="is not UTF-8"):
        compiled(good.encode() + b"# \xff")
    with pytest.raises(InvalidDataset, match="this is not YAML"):
        compiled(f"{good}- [")


class Watched:
    """A connection that notes how SQLite means to carry out what is asked of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.plans: list[str] = []

    def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> sqlite3.Cursor:
        if sql.lstrip().startswith(("SELECT", "WITH")):
            plan = self._connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)
            self.plans += [row[3] for row in plan]
        return self._connection.execute(sql, parameters)


@pytest.fixture
def library(packaged: sqlite3.Connection) -> Library:
    return Library(Watched(packaged))  # type: ignore[arg-type]


QUESTIONS: dict[str, Callable[[Library], object]] = {
    "list": lambda library: list(library.facts(FEW)),
    "show": lambda library: list(library.facts_with([8, 9], questions=True)),
    "timeline": lambda library: list(library.events(FEW)),
    "timeline of all events": lambda library: list(library.events(FEW, every=True)),
    "more events": lambda library: has_more_events(library, Selection(), 500, every=False),
    "questions": lambda library: library.questions_of(8),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_asked_most_is_read_off_an_index(question: str, library: Library) -> None:
    """Nothing is gone through or sorted as a whole, so that time does not grow with the dataset."""
    QUESTIONS[question](library)
    watched = library._connection
    assert isinstance(watched, Watched)
    steps = [step for step in watched.plans if step != "SCAN header"]
    assert steps
    for step in steps:
        assert not step.startswith("USE TEMP B-TREE")
        assert (
            step.startswith(("SEARCH", "CO-ROUTINE", "SCAN CONSTANT", "SCAN ("))
            or " USING " in step
        )
