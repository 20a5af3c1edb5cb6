"""The full-text index: what is written into it, and what may be asked of it."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.facts import Entity, EntityKind, Fact
from bazhanov_cli.folding import fold_words
from bazhanov_cli.library import search_index
from bazhanov_cli.library.search_index import (
    IndexWriter,
    SearchIndex,
    all_of,
    any_of,
    phrase,
    without,
)
from bazhanov_cli.library.selection import Selection
from support.libraries import packaged_library

COLUMNS = "text names labels topics"


def ids_of(expression: str, limit: int = 100) -> list[int]:
    index = SearchIndex(packaged_library().rows)
    return sorted(identifier for identifier, _ in index.find(expression, Selection(), limit))


def test_expressions_are_joined_as_they_say() -> None:
    lenin, paris = phrase(["lenin"], COLUMNS), phrase(["paris"], COLUMNS)
    assert ids_of(any_of([lenin, paris])) == [9, 14, 16]
    assert ids_of(all_of([phrase(["trotsky"], COLUMNS), paris])) == [14]
    assert ids_of(without(phrase(["trotsky"], COLUMNS), [paris])) == [9]
    assert ids_of(without(paris, [])) == [14, 16]


def test_the_expression_of_no_condition_finds_every_fact() -> None:
    assert ids_of(all_of([])) == list(range(1, 19))


def test_no_limit_is_cut_short_by_how_many_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_MOST_RANKED", 3)
    assert len(ids_of(all_of([]), limit=18)) == 18
    assert len(ids_of(all_of([]), limit=2)) == 2


def test_ranks_are_in_order_and_never_above_zero() -> None:
    index = SearchIndex(packaged_library().rows)
    ranks = [rank for _, rank in index.find(phrase(["stalin"], COLUMNS), Selection(), 100)]
    assert ranks == sorted(ranks)
    assert all(rank <= 0 for rank in ranks)


def test_a_fact_with_a_word_in_its_text_ranks_above_one_with_the_word_in_a_topic() -> None:
    index = SearchIndex(packaged_library().rows)
    (first, _), *_ = index.find(phrase(["secretariat"], COLUMNS), Selection(), 100)
    assert first == 10


def test_the_words_of_the_dataset_are_known_by_their_stem() -> None:
    index = SearchIndex(packaged_library().rows)
    assert {"defected", "defection"} <= set(index.words_of_stem("defect"))
    assert index.words_of_stem("nothing") == []
    assert index.known_words(["kiev", "beria", "сталин"]) == {"kiev", "сталин"}
    assert index.known_words([]) == set()


def test_words_are_found_by_their_first_letter_and_length() -> None:
    index = SearchIndex(packaged_library().rows)
    found = list(index.words_beginning("k", 4, 5))
    assert {"kiev", "kyiv", "koba"} <= set(found)
    assert all(word[0] == "k" and 4 <= len(word) <= 5 for word in found)


def index_of(facts: list[Fact]) -> tuple[sqlite3.Connection, list[str]]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(search_index.TABLES)
    writer = IndexWriter(connection)
    for fact in facts:
        writer.add([fact])
    writer.finish("en")
    connection.executescript(search_index.FINISH)
    return connection, [row[0] for row in connection.execute("SELECT word FROM word ORDER BY word")]


def test_words_and_names_past_what_is_kept_in_memory_are_written_just_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people = [Entity(f"p{n}", EntityKind.PERSON, f"Name{n}", (), (f"Alias{n}",)) for n in range(9)]
    facts = [Fact(n, f"Fact {n} of one", entities=tuple(people[: n + 1])) for n in range(9)]
    _, at_once = index_of(facts)
    monkeypatch.setattr(search_index, "_MOST_KEPT_WORDS", 2)
    monkeypatch.setattr(search_index, "_MOST_KEPT_NAMES", 2)
    connection, in_parts = index_of(facts)
    assert in_parts == at_once
    sql = "SELECT rowid FROM search WHERE search MATCH ?"
    assert connection.execute(sql, [phrase(["alias8"], "aliases")]).fetchall() == [(8,)]


def pieces(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT COUNT(DISTINCT segid) FROM search_idx").fetchone()
    return int(count)


def test_the_pieces_of_the_index_are_merged_once_when_every_fact_is_in() -> None:
    """SQLite would merge them over and over, which takes longer the more facts there are."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(search_index.TABLES)
    connection.execute("INSERT INTO search (search, rank) VALUES ('hashsize', 1)")
    writer = IndexWriter(connection)
    writer.add([Fact(number, f"Fact {number}") for number in range(1, 101)])
    assert pieces(connection) >= 99
    writer.finish("en")
    connection.executescript(search_index.FINISH)
    assert pieces(connection) == 1


@given(st.text())
def test_the_index_splits_a_text_just_where_we_do(text: str) -> None:
    """Whatever Unicode tables a SQLite was built with: else a word would never be found."""
    connection, known = index_of([Fact(1, text)])
    words = fold_words(text).split()
    assert known == sorted(set(words))
    for word in set(words):
        sql = "SELECT COUNT(*) FROM search WHERE search MATCH ?"
        assert connection.execute(sql, [phrase([word], "text")]).fetchone() == (1,)
    connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(search, col)")
    terms = {row[0] for row in connection.execute("SELECT term FROM terms WHERE col = 'text'")}
    assert terms == set(words)
