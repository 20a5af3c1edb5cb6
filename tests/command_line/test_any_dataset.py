"""Every command works on every dataset: another domain, hardly anything, or odd in every way."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from bazhanov_cli.commands.catalogue import COMMANDS
from bazhanov_cli.dataset.example import EXAMPLE
from support.command_line import Result, bazhanov
from support.packaged import ROOT

ANTIQUITY = ROOT / "tests" / "data" / "antiquity.yaml"

ODD = (
    r"""
title: "[/x] [bold]odd[/bold] :smile: <b> & \\"
people:
  "1923": {name: "[bold]", forms: "[/bold]"}
  e: {name: "e\u0301\u0301", aliases: "aACCENTS"}
topics:
  topic.with-every_sign'1: "\tsigns"
facts:
- id: 3
  text: "[/bold] e\u0301\u0301 | * _ ` # <script> LONG 👩\u200d👩\u200d👧 \u200f\u05e2\u05d1"
  people: ["1923", e]
  topics: topic.with-every_sign'1
  events: [Y-12345, Y12345, -0001/.., 1923-XX-XX]
  notes: {text: "|\n\n- a\n\n> b"}
- id: 1
  text: |
    two
      lines, "a\ttab"
- id: 2
  text: WORDS
  events: {label: "=1+1"}
""".replace("ACCENTS", "\\u0301" * 40)
    .replace("LONG", "x" * 300)
    .replace("WORDS", "o " * 3_000)
)

DATASETS = {
    "another domain": ANTIQUITY.read_text(encoding="utf-8"),
    "the example of a new dataset": EXAMPLE,
    "one bare fact": "facts: [{id: 1, text: a}]",
    "no names": "facts: [{id: 1, text: a, events: 1923}, {id: 2, text: b, events: 1922-02-28}]",
    "no dates": "people: {a: {name: A}}\nfacts: [{id: 1, text: A b, people: a}]",
    "open ends": "facts: [{id: 1, text: a, events: ../1923}, {id: 2, text: b, events: 1924/..}]",
    "odd signs": ODD,
}
COMMAND_LINES = [
    [], ["list"], ["timeline"], ["timeline", "--all"], ["timeline", "--brief"],
    ["timeline", "--chart"], ["timeline", "--chart", "--all"], ["index"], ["index", "topics"],
    ["search", "a"], ["search", "--explain", "1923"], ["random", "--seed", "1"],
    ["today", "17 May", "--days", "180"], ["quiz", "--dry-run", "--seed", "1"],
    ["list", "--from", "-0300", "--to", "1950"], ["check", "--stats"],
]  # fmt: skip
FORMATS = ["plain", "json", "jsonl", "csv", "markdown"]


@pytest.fixture(params=DATASETS)
def dataset(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A dataset that the environment names, by what is special about it."""
    file = tmp_path / "dataset.yaml"
    file.write_text(DATASETS[request.param], encoding="utf-8")
    monkeypatch.setenv("BAZHANOV_DATA", str(file))
    return str(request.param)


def assert_in_order(result: Result) -> None:
    """Something was found, or it was said that nothing was."""
    assert result.code in {0, 1}, result.err
    assert "Traceback" not in result.err
    assert result.code == 0 or result.err


@pytest.mark.parametrize("arguments", COMMAND_LINES, ids=" ".join)
@pytest.mark.parametrize("columns", [None, 20])
def test_every_command_works(dataset: str, arguments: list[str], columns: int | None) -> None:
    result = bazhanov(*arguments, columns=columns)
    assert_in_order(result)
    shown = result.out.replace("\x1b", "").replace("\n", "").replace("\t", "")
    assert not any(unicodedata.category(letter) == "Cc" for letter in shown)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", ["list", "timeline", "index", "random"])
def test_every_format_works(dataset: str, command: str, form: str) -> None:
    assert_in_order(bazhanov(command, "--format", form))


def test_every_fact_can_be_shown(dataset: str) -> None:
    ids = [str(fact["id"]) for fact in bazhanov("list", "--json").json]
    assert_in_order(bazhanov("show", *ids, columns=40))
    assert [str(fact["id"]) for fact in bazhanov("show", *ids, "--json").json] == ids


def test_the_order_of_time_holds_every_fact_once(dataset: str) -> None:
    listed = sorted(fact["id"] for fact in bazhanov("list", "--json").json)
    assert sorted(event["fact"]["id"] for event in bazhanov("timeline", "--json").json) == listed


def test_every_name_finds_its_facts(dataset: str) -> None:
    for entry in bazhanov("index", "--json").json:
        if entry["kind"] != "topic":
            for name in (entry["id"], entry["name"], *entry["aliases"]):
                found = [fact["id"] for fact in bazhanov("list", f"--about={name}", "--json").json]
                assert sorted(found) == entry["facts"]


def test_years_before_christ_come_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAZHANOV_DATA", str(ANTIQUITY))
    order = [event["fact"]["id"] for event in bazhanov("timeline", "--json").json]
    assert order[:8] == [585, 1, 2, 4, 3, 60, 45, 132]
    assert order[-2:] == [2000, 9007199254740991], "the undated come last"


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["list", "--about", "客星"], [1054]),
        (["list", "--about", "Ἐρατοσθένης"], [2]),
        (["list", "--about", "بطليموس"], [150]),
        (["list", "--about", "eratosthenes OF cyrene"], [2]),
        (["list", "--topic", "EARTH"], [1, 2, 132]),
        (["list", "--from", "-0584", "--to", "-0500"], [1, 585]),
        (["list", "--from", "1900"], [1900, 1902, 1959]),
        (["today", "17 May"], [1902]),
        (["today", "1 January"], [45]),
        (["search", "張衡"], [132]),
        (["search", "المجسطي"], [150]),
        (["search", "στάης"], [1902]),
    ],
)
def test_another_domain_is_explored_as_the_packaged_one(
    arguments: list[str], found: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BAZHANOV_DATA", str(ANTIQUITY))
    records = bazhanov(*arguments, "--json").json
    assert sorted(record.get("fact", record)["id"] for record in records) == sorted(found)


def test_all_commands_are_tried_here() -> None:
    tried = {arguments[0] for arguments in COMMAND_LINES if arguments} | {"show"}
    assert set(COMMANDS) - tried == {"new", "completion", "progress"}, "these show no facts"
