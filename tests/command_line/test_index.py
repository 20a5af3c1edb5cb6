"""`bazhanov index`."""

from __future__ import annotations

from support.command_line import bazhanov


def test_people_are_listed_with_the_facts_that_mention_them() -> None:
    entries = {entry["id"]: entry for entry in bazhanov("index", "people", "--json").json}
    assert entries["stalin"]["facts"] == [1, 8, 9, 10, 11, 12, 14, 15]
    assert entries["stalin"]["count"] == 8
    assert "Сталин" in entries["stalin"]["aliases"]
    assert {entry["kind"] for entry in entries.values()} == {"person"}


def test_a_pipe_gets_kind_id_name_count_and_ids() -> None:
    lines = bazhanov("index", "places").lines
    assert ["place", "kyiv", "Kyiv", "1", "4"] in lines


def test_the_whole_index_has_every_kind() -> None:
    kinds = [entry["kind"] for entry in bazhanov("index", "--json").json]
    assert list(dict.fromkeys(kinds)) == [
        "person", "place", "organisation", "work", "concept", "topic",
    ]  # fmt: skip


def test_topics_are_listed_with_their_facts() -> None:
    lines = bazhanov("index", "topics").lines
    assert ["topic", "death", "death", "1", "16"] in lines


def test_filters_narrow_the_facts_that_are_indexed() -> None:
    entries = bazhanov("index", "people", "--about", "Blumkin", "--json").json
    assert {entry["id"] for entry in entries} == {"bazhanov", "stalin", "blumkin", "trotsky"}
    assert all(entry["facts"] == [14] for entry in entries)


def test_an_unknown_kind_is_a_wrong_command_line() -> None:
    result = bazhanov("index", "peple")
    assert result.code == 2
    assert "people" in result.err
