"""`bazhanov index`."""

from __future__ import annotations

from pathlib import Path

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
    assert result.err.endswith("; did you mean 'people'?\n")


def page(*arguments: str, columns: int = 80) -> list[str]:
    return bazhanov("index", *arguments, "--color", "never", columns=columns).out.splitlines()


def test_a_terminal_has_names_in_order_with_runs_of_numbers_and_descriptions() -> None:
    lines = page("people")
    names = [line.strip() for line in lines[1:] if line[:2] == "  " and line[2] != " "]
    assert [name.split("  ")[0] for name in names] == [
        "Georges Agabekov", "Boris Bazhanov", "Yakov Blumkin", "Ivan Ksenofontov",
        "Vladimir Lenin", "Joseph Stalin", "Leon Trotsky",
    ]  # fmt: skip
    assert names[5].split() == ["Joseph", "Stalin", "1,", "8–12,", "14,", "15"]
    assert "    First head of the Soviet state" in lines


def test_a_terminal_has_the_first_aliases_and_all_of_them_when_asked() -> None:
    assert "    also Stalin, Iosif Stalin, Josef Stalin … 8 more" in page("people")
    every = " ".join(" ".join(page("people", "--aliases")).split())
    assert "also Stalin, Iosif Stalin, Josef Stalin, J. V. Stalin, Staline," in every
    assert "more" not in every


def test_numbers_that_do_not_fit_beside_a_narrow_name_stand_under_it() -> None:
    lines = page("people", columns=20)
    place = lines.index("  Joseph Stalin")
    assert lines[place + 1 : place + 3] == ["    1, 8–12, 14, 15", "    General"]


def test_an_alias_of_which_no_letter_can_be_written_is_left_out(tmp_path: Path) -> None:
    dataset = tmp_path / "heng.yaml"
    people = "people: {heng: {name: Zhang Heng, aliases: [張衡, Чжан Хэн]}}"
    facts = "facts: [{id: 1, text: Zhang Heng was born., people: heng}]"
    dataset.write_text(f"id: heng\ntitle: Heng\n{people}\n{facts}\n", encoding="utf-8")
    shown = bazhanov("index", "people", "--data", str(dataset), columns=80, encoding="ascii").out
    assert "also Chzhan Khen" in shown
    assert "?" not in shown


def test_the_order_of_a_pipe_is_that_of_the_dataset() -> None:
    assert [fields[1] for fields in bazhanov("index", "people").lines][:2] == ["bazhanov", "stalin"]


def test_a_limit_may_be_as_large_as_one_likes() -> None:
    assert bazhanov("index", "--limit", str(2**70)).out == bazhanov("index").out
