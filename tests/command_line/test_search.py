"""`bazhanov search`."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import Result, bazhanov
from support.packaged import FACT_TEXTS

EXPLAINED = """\
must match 'stalin' (also 'staline')
must match an event dated 1930, or '1930' (also '1930s')
must match words that begin with 'assas'
must not match 'kiev'
left aside: the
"""


def ids_of(result: Result) -> list[str]:
    return [fields[0] for fields in result.lines]


def test_a_pipe_gets_id_date_and_text() -> None:
    result = bazhanov("search", "9", "august", "1923")
    assert result.code == 0
    assert result.lines == [["8", "1923-08-09", FACT_TEXTS[8]]]
    assert result.err == ""


def test_words_in_one_argument_are_read_as_words_in_several() -> None:
    assert bazhanov("search", "secret police").out == bazhanov("search", "secret", "police").out


def test_json_tells_score_matches_and_reasons() -> None:
    (hit,) = bazhanov("search", "Kiev", "school", "--json").json
    assert hit["id"] == 4
    assert hit["score"] > 0
    assert [hit["text"][start:end] for start, end in hit["matches"]] == ["school"]
    assert hit["reasons"] == ["as Kyiv"]
    assert hit["date"] == "1918-09"


def test_matches_are_empty_where_only_an_alias_matched() -> None:
    (hit,) = bazhanov("search", "Prinkipo", "--json").json
    assert hit["matches"] == []


@pytest.mark.parametrize("format", ["plain", "json", "jsonl", "csv", "markdown", "table"])
def test_every_format_holds_the_same_facts(format: str) -> None:  # noqa: A002 - named as the option
    result = bazhanov("search", "trotsky", "--format", format)
    assert result.code == 0
    assert all("Trotsky" in part for part in result.out.split("Boris Bazhanov")[1:])


def test_a_hyphen_before_a_word_leaves_it_out() -> None:
    assert ids_of(bazhanov("search", "assassin", "-Trotsky")) == ["1"]
    assert ids_of(bazhanov("search", "-Trotsky", "assassin")) == ["1"]
    assert ids_of(bazhanov("search", "assassin", "--", "-Trotsky")) == ["1"]
    assert ids_of(bazhanov("search", "--limit", "9", "assassin", "-hunt", "-Trotsky")) == ["1"]


def test_a_quoted_phrase_may_be_left_out() -> None:
    assert ids_of(bazhanov("search", "trotsky", '-"Central Committee"')) == ["14"]


def test_the_value_of_an_option_is_never_a_word_to_leave_out() -> None:
    antiquity = str(Path(__file__).parents[1] / "data" / "antiquity.yaml")
    result = bazhanov("search", "sun", "--data", antiquity, "--to", "-0300")
    assert ids_of(result) == ["585", "1"]


def test_filters_hold_as_everywhere() -> None:
    result = bazhanov("search", "secretary", "--about", "Сталин", "--from", "1923", "--to", "1923")
    assert ids_of(result) == ["8"]


def test_a_slip_is_told_on_stderr() -> None:
    result = bazhanov("search", "stallin")
    assert result.code == 0
    assert result.err == "No fact says 'stallin'; showing 'stalin'.\n"
    assert result.out == bazhanov("search", "stalin").out


def test_nothing_found_is_told_with_the_word_that_no_fact_says() -> None:
    result = bazhanov("search", "Stalin", "Beria")
    assert (result.code, result.out) == (1, "")
    assert result.err == "nothing found: no fact says 'beria'\n"


def test_words_that_are_never_said_together_are_told() -> None:
    result = bazhanov("search", "Blumkin", "Agabekov")
    assert result.code == 1
    assert "fewer words" in result.err


def test_a_known_word_outside_the_filters_finds_nothing() -> None:
    result = bazhanov("search", "Stalin", "--about", "Agabekov")
    assert (result.code, result.err) == (1, "nothing found\n")


def test_an_empty_result_still_prints_an_array() -> None:
    result = bazhanov("search", "Beria", "--json")
    assert (result.code, result.out) == (1, "[]\n")


@pytest.mark.parametrize("typed", ['"', "😀", "...", "*", "-"])
def test_a_text_without_words_finds_nothing(typed: str) -> None:
    result = bazhanov("search", "--", typed)
    assert (result.code, result.out) == (1, "")
    assert "no word" in result.err


@pytest.mark.parametrize("arguments", [[], [""], [" ", "\t"]])
def test_no_words_at_all_are_a_usage_error(arguments: list[str]) -> None:
    result = bazhanov("search", *arguments)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("option", ["--topc", "-x", "--explian"])
def test_an_unknown_option_is_a_usage_error(option: str) -> None:
    assert bazhanov("search", "Stalin", option).code == 2


def test_explain_tells_how_the_words_were_read() -> None:
    result = bazhanov("search", "--explain", "the", "Stalin", "1930", "assas*", "-Kiev")
    assert result.err == EXPLAINED
    assert ids_of(result) == ["1"]


def test_explain_shortens_a_long_list_of_forms() -> None:
    assert "…" in bazhanov("search", "--explain", "9 august 1923").err


def test_the_best_twenty_are_shown_and_that_there_are_more_is_told(tmp_path: Path) -> None:
    facts = "".join(f"  - {{id: {number}, text: A star.}}\n" for number in range(1, 31))
    dataset = tmp_path / "stars.yaml"
    dataset.write_text(f"id: stars\ntitle: Stars\nfacts:\n{facts}")
    result = bazhanov("search", "star", "--data", str(dataset))
    assert ids_of(result) == [str(number) for number in range(1, 21)]
    assert "20" in result.err
    assert "--limit" in result.err
    asked = bazhanov("search", "star", "--data", str(dataset), "--limit", "25")
    assert (len(asked.lines), asked.err) == (25, "")
    every = bazhanov("search", "star", "--data", str(dataset), "--limit", "1000000000000000000000")
    assert (len(every.lines), every.err) == (30, "")


def test_a_terminal_marks_the_matches() -> None:
    page = bazhanov("search", "Politburo", columns=80).out
    assert "\x1b[1;4;34mPolitburo\x1b[0m" in page


def test_a_terminal_says_why_a_fact_was_found() -> None:
    page = bazhanov("search", "Kiev", "--color", "never", columns=80).out
    assert page.splitlines()[-1].strip() == "as Kyiv"


@pytest.mark.parametrize("columns", [20, 40, 80, 140])
def test_a_terminal_of_any_width_shows_every_word(columns: int) -> None:
    page = bazhanov("search", "Stalin", "--color", "never", columns=columns).out
    words = "".join(page.split())
    assert all("".join(FACT_TEXTS[number].split()) in words for number in (8, 9, 15))


def test_a_terminal_shows_a_long_text_around_the_match_and_a_pipe_the_whole(tmp_path: Path) -> None:
    text = f"{'Before it. ' * 60}Here stands the needle. {'After it. ' * 60}".strip()
    dataset = tmp_path / "hay.yaml"
    dataset.write_text(f"id: hay\ntitle: Hay\nfacts:\n  - id: 1\n    text: {text}\n")
    page = bazhanov("search", "needle", "--data", str(dataset), "--color", "never", columns=80).out
    assert "Here stands the needle." in " ".join(page.split())
    assert len(page) < 500
    assert page.count("…") == 2
    assert bazhanov("search", "needle", "--data", str(dataset)).lines == [["1", "", text]]
