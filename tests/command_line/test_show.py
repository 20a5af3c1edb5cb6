"""`bazhanov show`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.command_line import bazhanov
from support.packaged import FACT_TEXTS


def test_a_card_tells_a_doubt_beside_the_fact_with_its_source() -> None:
    out = " ".join(bazhanov("show", "9", "--format", "table").out.replace("│", " ").split())
    assert FACT_TEXTS[9] in out
    assert "Lenin was almost certainly not there" in out
    assert "Rogovin" in out


def test_cards_come_in_the_order_that_was_asked() -> None:
    shown = bazhanov("show", "9", "2", "--json").json
    assert [fact["id"] for fact in shown] == [9, 2]


def test_the_json_of_a_fact_keeps_the_contract() -> None:
    (fact,) = bazhanov("show", "8", "--json").json
    assert fact["date"] == "1923-08-09"
    assert fact["events"][0] == {
        "date": "1923-08-09",
        "earliest": "1923-08-09",
        "latest": "1923-08-09",
        "precision": "day",
        "approximate": False,
        "uncertain": False,
        "label": "Appointed Stalin's personal secretary and assistant",
        "main": True,
        "basis": "stated",
        "context": False,
    }
    assert fact["people"] == [
        {"id": "bazhanov", "name": "Boris Bazhanov"},
        {"id": "stalin", "name": "Joseph Stalin"},
    ]
    assert fact["topics"] == ["secretariat"]
    assert {"kind", "text", "confidence", "sources"} == fact["notes"][0].keys()
    assert {"places", "organisations", "works", "sources"} <= fact.keys()


def test_an_open_end_has_no_latest_day() -> None:
    (fact,) = bazhanov("show", "1", "--json").json
    event = fact["events"][0]
    assert (event["date"], event["latest"], event["precision"]) == ("1930/..", None, "interval")


def test_facts_that_belong_together_point_to_each_other() -> None:
    (fact,) = bazhanov("show", "17", "--json").json
    assert 18 in fact["related"]


@pytest.mark.parametrize("identifier", ["99", "0", "-1", "eight", "9999999999999999999", "８"])
def test_an_unknown_id_gets_one_line_and_exit_2(identifier: str) -> None:
    result = bazhanov("show", "--", identifier)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("bazhanov: error: ")
    assert result.err.count("\n") == 1


def test_an_unknown_id_is_told_which_there_are_before_anything_is_shown() -> None:
    result = bazhanov("show", "9", "99")
    assert (result.code, result.out) == (2, "")
    assert result.err == "bazhanov: error: there is no fact 99; the ids run from 1 to 18\n"


def test_a_pipe_gets_all_that_a_card_tells_a_line_each() -> None:
    lines = bazhanov("show", "9", "18").lines
    assert lines[:3] == [["id", "9"], ["date", "1923-10-26"], ["text", FACT_TEXTS[9]]]
    assert ["event", "1924-01~ (derived): Lenin dies"] in lines
    assert ["person", "Joseph Stalin"] in lines
    assert ["topic", "secretariat"] in lines
    assert any(name == "note" and value.startswith("Contradicted (high") for name, value in lines)
    assert ["note-source", 'English Wikipedia, "Vladimir Lenin"'] in lines
    assert ["see", "14"] in lines
    assert [value for name, value in lines if name == "id"] == ["9", "18"]


@pytest.mark.parametrize("columns", [20, 40, 60, 80, 140])
def test_a_card_loses_no_word_and_is_never_too_wide(columns: int) -> None:
    lines = bazhanov("show", "9", "--color", "never", columns=columns).out.splitlines()
    assert max(map(len, lines)) <= columns
    words = " ".join(" ".join(lines).replace("│", " ").split())
    for label in ("When", "People", "Organisations", "Topics", "Sources", "See also"):
        assert f" {label} " in words
    assert "secretariat, context" in words


def test_each_source_of_a_note_and_each_related_fact_can_be_told_from_the_next() -> None:
    lines = bazhanov("show", "9", "--color", "never", columns=100).out.splitlines()
    assert sum(line.startswith("  │ - ") for line in lines) == 5
    place = next(n for n, line in enumerate(lines) if line.startswith("  See also"))
    assert lines[place].endswith("10  1923 to 1924   Attends all Politburo meetings")
    assert lines[place + 2].startswith("                  8  9 August 1923  Appointed")


def test_no_id_at_all_is_a_wrong_command_line() -> None:
    assert bazhanov("show").code == 2


def test_markdown_quotes_the_fact_and_lists_what_is_around_it() -> None:
    out = bazhanov("show", "8", "--format", "markdown").out
    assert f"> {FACT_TEXTS[8]}" in out
    assert "- **9 August 1923**: Appointed" in out


@pytest.mark.parametrize("columns", [20, 60, 100])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_title_in_another_alphabet_is_romanised_where_it_cannot_be_written(
    columns: int, encoding: str
) -> None:
    lines = bazhanov("show", "9", columns=columns, encoding=encoding).out.splitlines()
    page = re.sub("\x1b[^m]*m", "", "\n".join(lines))
    assert max(map(len, page.splitlines())) <= columns
    words = " ".join(page.replace("|", " ").split())
    assert "Byla li alternativa? [Was There an Alternative?]" in words
    assert "Oborotnaya storona NEPa [The Reverse Side of the NEP]" in words
    assert "??" not in words


def test_a_tab_in_a_label_moves_no_column(tmp_path: Path) -> None:
    file = tmp_path / "tab.yaml"
    file.write_text('facts:\n- {id: 1, text: A, events: {label: "Leap\\tday"}}\n', encoding="utf-8")
    assert "\t" not in bazhanov("show", "1", "--data", str(file), columns=40).out


@pytest.mark.parametrize("ids", ["9-10", "9,10", "9, 10", "#9;#10"])
def test_several_ids_in_one_are_told_how_to_be_written(ids: str) -> None:
    result = bazhanov("show", ids)
    assert result.code == 2
    assert result.err.endswith("write each by itself, as in 'bazhanov show 9 10'\n")
