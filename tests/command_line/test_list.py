"""`bazhanov list`, and what every command shares with it."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.command_line import bazhanov
from support.packaged import FACT_TEXTS


def ids(result_lines: list[list[str]]) -> list[int]:
    return [int(fields[0]) for fields in result_lines]


def test_json_gives_every_text_word_for_word() -> None:
    listed = bazhanov("list", "--json").json
    assert {fact["id"]: fact["text"] for fact in listed} == FACT_TEXTS


def test_a_pipe_gets_id_date_and_text_separated_by_tabs() -> None:
    result = bazhanov("list")
    assert result.code == 0
    assert result.lines[7] == ["8", "1923-08-09", FACT_TEXTS[8]]
    assert result.lines[6] == ["7", "", FACT_TEXTS[7]], "a missing date is an empty field"


@pytest.mark.parametrize("form", ["plain", "jsonl", "csv", "markdown", "json", "table"])
def test_every_format_holds_the_same_records(form: str) -> None:
    out = bazhanov("list", "--format", form).out
    flat = " ".join(out.replace("\\", "").split())
    assert all(" ".join(text.split()) in flat for text in FACT_TEXTS.values()) or form == "table"
    assert all(word in flat for text in FACT_TEXTS.values() for word in text.split())


def test_csv_has_a_header_and_one_row_a_fact() -> None:
    rows = list(csv.reader(io.StringIO(bazhanov("list", "--format", "csv").out, newline="")))
    assert rows[0] == ["id", "date", "text"]
    assert [row[2] for row in rows[1:]] == list(FACT_TEXTS.values())


@given(width=st.integers(20, 200))
def test_no_character_of_a_fact_is_lost_at_any_width(width: int) -> None:
    out = re.sub(r"\s+", "", bazhanov("list", "--color", "never", columns=width).out)
    for text in FACT_TEXTS.values():
        assert re.sub(r"\s+", "", text) in out


@given(width=st.integers(20, 200))
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    lines = bazhanov("list", "--color", "never", columns=width).out.splitlines()
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize(
    "name", ["Kiev", "kyiv", "KYIV", "Киев", "kyiv-university", "Kiev University"]
)
def test_about_takes_an_id_a_name_or_an_alias(name: str) -> None:
    assert ids(bazhanov("list", "--about", name).lines) == [4]


def test_all_of_several_names_must_hold() -> None:
    assert ids(bazhanov("list", "--about", "Stalin", "--about", "Trotskii").lines) == [9, 14]


def test_topics_and_periods_narrow_each_other() -> None:
    result = bazhanov("list", "--topic", "pursuit", "--from", "1928", "--to", "1930")
    assert ids(result.lines) == [1, 13, 14]


def test_a_year_as_a_period_is_the_whole_year() -> None:
    assert ids(bazhanov("list", "--from", "1923", "--to", "1923").lines) == [8, 9, 10, 18]


def test_undated_facts_are_left_out_of_a_period() -> None:
    assert 7 not in ids(bazhanov("list", "--from", "0001").lines)


def test_limit_gives_at_most_so_many() -> None:
    assert ids(bazhanov("list", "--limit", "2").lines) == [1, 2]


@pytest.mark.parametrize("form", ["plain", "table"])
def test_nothing_found_is_exit_1_with_a_word_on_stderr(form: str) -> None:
    result = bazhanov("list", "--from", "1800", "--to", "1801", "--format", form)
    assert (result.code, result.out, result.err) == (1, "", "nothing found\n")


def test_nothing_found_is_still_an_array_in_json() -> None:
    result = bazhanov("list", "--limit", "0", "--json")
    assert (result.code, result.out) == (1, "[]\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--about", "Stallin"], "'Stallin' is not in this dataset; did you mean 'Stalin'"),
        (["--topic", "persuit"], "'persuit' is not in this dataset; did you mean 'pursuit'"),
        (["--from", "1928-13"], "--from: 1928-13"),
        (["--to", "1923-02-30"], "--to: 1923-02-30"),
        (["--format", "xml"], "xml"),
        (["--limit", "-1"], "-1"),
        (["--colour"], "--colour"),
        (["more"], "more"),
    ],
)
def test_a_wrong_command_line_gets_one_line_and_exit_2(arguments: list[str], said: str) -> None:
    result = bazhanov("list", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("bazhanov: error: ")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_mistyped_command_is_told_the_nearest() -> None:
    result = bazhanov("lsit")
    assert result.code == 2
    assert "did you mean 'list'" in result.err


def test_colour_only_on_a_terminal_unless_asked() -> None:
    assert "\x1b" not in bazhanov("list").out
    assert "\x1b" not in bazhanov("list", "--format", "table").out
    assert "\x1b" in bazhanov("list", columns=80).out
    assert "\x1b" in bazhanov("list", "--format", "table", "--color", "always").out
    assert "\x1b" not in bazhanov("list", "--color", "never", columns=80).out


def test_no_color_wins_over_force_color_and_the_option_over_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in bazhanov("list", "--format", "table").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in bazhanov("list", columns=80).out
    assert "\x1b" in bazhanov("list", "--color", "always", columns=80).out


def test_markdown_keeps_the_ids_which_a_numbered_list_would_lose() -> None:
    lines = bazhanov("search", "lenin OR kyiv", "--format", "markdown").out.splitlines()
    assert [line[:2] for line in lines] == ["- ", "- "]
    assert [line.rpartition("(")[2] for line in lines] == ["fact 4)", "fact 9)"]
