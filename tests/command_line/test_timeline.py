"""`bazhanov timeline`: rows in every format."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from support.command_line import bazhanov
from support.packaged import FACT_TEXTS

ANTIQUITY = str(Path(__file__).parents[1] / "data" / "antiquity.yaml")


def page_of(*arguments: str, columns: int = 80, encoding: str = "utf-8") -> list[str]:
    """The lines of a page without colour."""
    return bazhanov(
        *arguments, "--color", "never", columns=columns, encoding=encoding
    ).out.splitlines()


IN_ORDER = [2, 3, 4, 5, 6, 10, 18, 8, 9, 11, 12, 13, 14, 17, 1, 15, 16, 7]

AGES = {
    2: (0, 0), 3: (16, 16), 4: (18, 18), 5: (18, 19), 6: (20, 20), 10: (22, 24), 18: (22, 24),
    8: (23, 23), 9: (23, 23), 11: (27, 27), 12: (27, 28), 13: (27, 29), 14: (29, 29), 17: (29, 30),
    1: (29, None), 15: (79, 80), 16: (82, 82),
}  # fmt: skip


def test_facts_come_in_order_of_what_is_known_and_the_undated_last() -> None:
    assert [event["fact"]["id"] for event in bazhanov("timeline", "--json").json] == IN_ORDER


def test_every_dated_event_has_the_age_that_both_dates_allow() -> None:
    ages = {event["fact"]["id"]: event["age"] for event in bazhanov("timeline", "--json").json}
    expected = {fact: {"min": least, "max": most} for fact, (least, most) in AGES.items()}
    assert ages == {**expected, 7: None}


def test_an_event_is_the_object_that_was_promised() -> None:
    events = bazhanov("timeline", "--json").json
    event = next(event for event in events if event["fact"]["id"] == 8)
    fact = event.pop("fact")
    assert fact["text"] == FACT_TEXTS[8]
    assert fact["people"][1] == {"id": "stalin", "name": "Joseph Stalin"}
    assert event == {
        "date": "1923-08-09", "earliest": "1923-08-09", "latest": "1923-08-09", "precision": "day",
        "approximate": False, "uncertain": False,
        "label": "Appointed Stalin's personal secretary and assistant",
        "main": True, "basis": "stated", "context": False, "age": {"min": 23, "max": 23},
        "era": "In Stalin's Secretariat", "within_period": None, "same_as": None,
    }  # fmt: skip


def test_an_undated_fact_has_neither_date_nor_bounds_nor_age_nor_era() -> None:
    event = bazhanov("timeline", "--json").json[-1]
    keys = ("date", "earliest", "latest", "precision", "age", "era")
    assert [event[key] for key in keys] == [None] * len(keys)


def test_a_pipe_gets_date_age_id_and_text() -> None:
    lines = {fields[2]: fields for fields in bazhanov("timeline").lines}
    assert lines["5"] == ["1919", "18 to 19", "5", FACT_TEXTS[5]]
    assert lines["1"][:2] == ["1930/..", "from 29"]
    assert lines["13"][:2] == ["1928-01~/1930-06", "about 27 to 29"]
    assert lines["7"] == ["", "", "7", FACT_TEXTS[7]]


def test_all_adds_the_secondary_events_by_their_labels() -> None:
    events = bazhanov("timeline", "--all", "--json").json
    assert len(events) > len(IN_ORDER)
    assert {event["fact"]["id"] for event in events if event["main"]} == set(IN_ORDER)
    assert ["1929-02", "28", "14", "Trotsky deported from the Soviet Union"] in bazhanov(
        "timeline", "--all"
    ).lines


def test_brief_gives_labels_in_place_of_facts() -> None:
    assert bazhanov("timeline", "--brief").lines[0] == [
        "1900-08-09", "0", "2", "Born in Mogilev-Podolskiy",
    ]  # fmt: skip


def test_a_period_is_asked_of_the_event_and_tells_what_only_overlaps_it() -> None:
    events = bazhanov("timeline", "--from", "1923-06", "--to", "1928-01", "--json").json
    within = {event["fact"]["id"]: event["within_period"] for event in events}
    assert within == {10: False, 18: False, 8: True, 9: True, 11: True, 12: False, 13: False}


def test_what_only_overlaps_the_period_is_shown_as_such() -> None:
    page = "\n".join(page_of("timeline", "--from", "1923-06", "--to", "1928-01"))
    assert page.count("may have begun") == 2
    assert page.count("goes on after Jan") == 1
    assert page.count("may be after Jan") == 1


def test_csv_has_every_bound_and_doubt_in_a_column_of_its_own() -> None:
    out = bazhanov("timeline", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out, newline="")))
    manhunt = next(row for row in rows if row["id"] == "13")
    assert manhunt["text"] == FACT_TEXTS[13]
    assert {key: manhunt[key] for key in ("earliest", "latest", "approximate", "basis", "era")} == {
        "earliest": "1928-01-01", "latest": "1930-06-30", "approximate": "True",
        "basis": "derived", "era": "Defection and pursuit",
    }  # fmt: skip


def test_markdown_has_a_heading_for_each_era_and_one_for_the_undated() -> None:
    out = bazhanov("timeline", "--format", "markdown").out
    headings = [line.removeprefix("## ") for line in out.splitlines() if line.startswith("#")]
    assert headings == [
        "Youth and revolution", "Student in Moscow", "In Stalin's Secretariat",
        "Defection and pursuit", "Exile in France", "Undated",
    ]  # fmt: skip
    assert f"- **9 August 1923** (aged 23): {FACT_TEXTS[8]} (fact 8)\n" in out


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "plain", "markdown"])
def test_every_format_holds_the_same_facts(name: str) -> None:
    out = bazhanov("timeline", "--format", name).out.replace("\\", "").replace('""', '"')
    assert all(text in out for text in FACT_TEXTS.values())


@settings(max_examples=20)
@given(width=st.integers(20, 200), data=st.sampled_from([(), ("--data", ANTIQUITY)]))
def test_no_line_is_wider_than_the_terminal(width: int, data: tuple[str, ...]) -> None:
    for arguments in (["--all"], ["--brief", "--all"], ["--all", "--chart"]):
        page = page_of("timeline", *arguments, *data, columns=width)
        assert max(map(cell_len, page)) <= width


@settings(max_examples=30)
@given(width=st.integers(20, 200))
def test_no_character_of_a_fact_is_lost_at_any_width(width: int) -> None:
    page = page_of("timeline", columns=width)
    margin = 4 if width < 80 else next(line.index("Boris") for line in page if "Boris" in line)
    words = re.sub(r"\s", "", "".join(line[margin:] for line in page))
    assert all(re.sub(r"\s", "", text) in words for text in FACT_TEXTS.values())


def test_nothing_found_is_exit_1() -> None:
    for arguments in ([], ["--chart"], ["--brief"]):
        result = bazhanov("timeline", "--from", "1800", "--to", "1801", *arguments)
        assert (result.code, result.out, result.err) == (1, "", "nothing found\n")


def test_a_second_dataset_counts_years_bc_and_says_no_age_that_tells_nothing() -> None:
    lines = bazhanov("timeline", "--data", ANTIQUITY).lines
    assert [fields[2] for fields in lines[:4]] == ["585", "1", "2", "4"]
    assert {fields[1] for fields in lines} == {""}
    page = "\n".join(page_of("timeline", "--data", ANTIQUITY))
    assert "1 January 45 BC" in page
    assert "3rd century BC" in page


def test_facts_on_one_happening_stand_together() -> None:
    page = page_of("timeline", "--all")
    twin = next(number for number, line in enumerate(page) if line.startswith("├─"))
    assert page[twin - 1] == "│", "the line through time leads to it as to every row"
    assert "same event as fact 11" in "".join(page[twin : twin + 3])


def test_empty_time_is_a_quiet_line_that_never_says_too_much() -> None:
    lines = [line.strip("┊ ") for line in page_of("timeline")]
    gaps = [line for line in lines if line.endswith(" pass")]
    assert gaps == ["16 years pass", "at least 49 years pass"]


def test_the_undated_say_why() -> None:
    page = "\n".join(page_of("timeline"))
    assert "The text does not say when" in page[page.index("Undated") :]


def test_the_legend_explains_only_the_marks_that_are_used() -> None:
    assert page_of("timeline", "--about", "Lenin")[1] == "● day  9 fact number"
    assert page_of("timeline", "--about", "Lenin", encoding="ascii")[1] == "* day  9 fact number"


def test_signs_that_come_only_late_in_a_long_page_are_explained_at_its_foot(tmp_path: Path) -> None:
    facts = "".join(f"  - {{id: {n}, text: A., events: ['{n}']}}\n" for n in range(1000, 1300))
    file = tmp_path / "many.yaml"
    last = "  - {id: 5000000, text: B., events: ['2000-01~']}\n"
    file.write_text(f"id: many\ntitle: Many\nfacts:\n{facts}{last}", encoding="utf-8")
    page = page_of("timeline", "--data", str(file))
    assert page[0] == "○ year  1000 fact number"
    assert page[-1] == "◐ month or season  ~ about  ┊ nothing dated"
    assert [line.split() for line in page if "5000000" in line] == [
        ["◐~", "about", "January", "2000", "5000000"]
    ]


@pytest.mark.parametrize("width", [20, 27, 40, 79, 80, 109, 110])
def test_a_number_of_any_length_leaves_room_for_the_rest(tmp_path: Path, width: int) -> None:
    events = "[1928-01-01~/1930-06, {date: 1999-12-30, label: Another}, {label: A third}]"
    file = tmp_path / "long.yaml"
    file.write_text(
        "id: long\ntitle: A title\neras: [{name: An era of many words indeed, date: 1900/..}]\n"
        f"facts:\n  - {{id: 9007199254740991, text: Some words., events: {events}}}\n",
        encoding="utf-8",
    )
    page = page_of("timeline", "--all", "--data", str(file), columns=width)
    assert max(map(cell_len, page)) <= width
    assert {"Another", "1930", "December", "Some", "indeed"} <= set(" ".join(page).split())


def test_a_page_of_a_selection_says_how_much_of_what_it_is() -> None:
    chosen = ["--from", "1923", "--to", "1930"]
    head = "18 facts about Boris Bazhanov  10 of 18 facts, 1923 to 1930"
    assert page_of("timeline", *chosen)[0] == head
    assert page_of("timeline", "--chart", *chosen)[0] == head
    assert page_of("timeline", "--all", "--limit", "4")[0].endswith("  3 of 18 facts")
    assert "of 18 facts" not in "".join(page_of("timeline"))


def test_what_is_not_the_main_event_is_marked_and_explained() -> None:
    page = page_of("timeline", "--all")
    assert "→ further event of a fact" in " ".join(page[:4])
    assert any(" →4 " in line for line in page)
    assert "→" not in " ".join(page_of("timeline"))


def test_all_texts_of_a_page_begin_in_one_column() -> None:
    page = page_of("timeline", "--data", ANTIQUITY)
    first_words = ("Herodotus", "In the third", "On 1 January 45", "On 17 May", "Mercury")
    starts = {line.index(words) for words in first_words for line in page if words in line}
    assert len(starts) == 1
    assert any("9007199254740991" in line for line in page), "however long a number is"


@pytest.mark.parametrize("width", [20, 30, 40, 60, 79, 80, 110, 140])
def test_a_day_and_an_age_are_never_broken(width: int) -> None:
    page = page_of("timeline", columns=width)
    for together in ("9 August 1900", "30 December 1982", "aged 16", "undated"):
        assert any(together in line for line in page)


def test_a_gap_is_shown_only_where_the_whole_timeline_has_it() -> None:
    assert not any(
        " pass" in line for line in page_of("timeline", "--to", "1929", "--from", "1901")
    )


def test_a_name_is_broken_after_its_hyphen() -> None:
    page = page_of("timeline", columns=20)
    assert "│   Mogilev-" in page
    assert any("Podolskiy," in line for line in page)


def test_a_page_of_every_fact_tells_how_many_they_are_as_the_list_does() -> None:
    number = page_of("list", "--limit", "100")[0]
    assert number == "18 facts"
    assert page_of("timeline", "--limit", "100")[0].endswith(f"  {number}")
    assert page_of("timeline", "--limit", "8")[0].endswith("  8 of 18 facts")
