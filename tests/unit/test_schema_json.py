"""The schema for editors says what the reader says, as far as a schema can."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bazhanov_cli.dataset.example import EXAMPLE
from bazhanov_cli.dataset.fact_reader import EVENT, FACT, NOTE
from bazhanov_cli.dataset.fields import LARGEST_ID, Shape
from bazhanov_cli.dataset.header_reader import ENTITY_KEYS, ERA
from bazhanov_cli.dataset.question_reader import EARLIEST_FIRST, ITEM, QUESTION, SEQUENCE
from bazhanov_cli.dataset.reader import SECTIONS
from bazhanov_cli.facts import Basis, Confidence, QuestionKind
from support.packaged import PACKAGED, ROOT
from support.reading import problems_of
from support.refusals import WRONG_FACTS, WRONG_SECTIONS

SCHEMA = json.loads((ROOT / "data" / "facts.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
GOOD = {
    "packaged": PACKAGED.read_text(encoding="utf-8"),
    "antiquity": (ROOT / "tests" / "data" / "antiquity.yaml").read_text(encoding="utf-8"),
    "example": EXAMPLE,
    "a bare fact": "facts: [{id: 1, text: a}]",
    "texts that look like something else": (
        "title: 1984\ntopics: {1: no, on: 12:30}\n"
        "facts: [{id: 007, text: 1.5, topics: [1, on]}, {id: '8', text: yes}]"
    ),
    "dates of every kind": (
        "facts: [{id: 1, text: a, events: [1923, 0132, -0044, 1923-08, 1923-08-09, 1923-21, 192X,"
        " 19XX, 1923-XX-XX, '1923?', 1923-08~, 1923%, 1923/1924, 1930/.., ../1920-11, 1930/,"
        " '[1926..1928]', '[1926..]', '[..1928]', 1934~/1939~, -0044-03-15, Y12345, Y-12345,"
        " 1923-~08]}]"
    ),
}

# What the reader finds and a schema cannot: each by a part of the reader's message.
BEYOND_A_SCHEMA = {
    "an id that is not declared": "is not declared",
    "a fact that there is not": "there is no fact",
    "a name that the text does not hold": "the text does not name",
    "a whole number that is written with a point": "a whole number from 1, not '1.0'",
    "a name in the section of another kind": "list it under",
    "a fact that refers to itself": "must name another fact",
    "a name of signs alone": "has no letter or digit",
    "a text that nobody sees": "is empty",
    "an id that is another in lower case": "differ in case or accents",
    "an id that is taken": "stands twice",
    "a facet that is taken": "stands twice in this fact",
    "an id that another kind has": "already",
    "a section in the wrong place": "must stand",
    "a section that is written twice": "the key '",
    "a day that never was": "has 28 days",
    "a month that never was": "there is no month",
    "an interval that ends before it begins": "ends before it begins",
    "a death before the birth": "this is before the birth",
    "eras out of order": "must follow one another",
    "an era without a beginning": "must have a beginning",
    "a sequence out of order": "must come after",
    "an answer that is no date": "the answer must be a date",
    "an option that is right": "given as right and as wrong",
}


class CoreLoader(yaml.SafeLoader):
    """Reads as editors do, by YAML 1.2: no dates, and `yes` and `12:30` are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - it is PyYAML's own


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(str(node.value), 10))


def complaints(content: str) -> list[str]:
    """What an editor with the schema complains of."""
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(content, CoreLoader))]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", GOOD)
def test_a_good_file_is_good_for_both(name: str) -> None:
    assert problems_of(GOOD[name]) == []
    assert complaints(GOOD[name]) == []


def test_a_bad_file_is_bad_for_both_or_for_a_reason_beyond_a_schema() -> None:
    needed = set()
    for content, _ in (*WRONG_SECTIONS, *WRONG_FACTS):
        (problem, *_) = (text for text in problems_of(content) if ": warning: " not in text)
        if not complaints(content):
            reasons = [why for why, words in BEYOND_A_SCHEMA.items() if words in problem]
            assert reasons, f"the schema lets pass: {problem}"
            needed.update(reasons)
    assert needed == set(BEYOND_A_SCHEMA) - {"a section that is written twice"}


@pytest.mark.parametrize(
    ("name", "shape"),
    [("fact", FACT), ("event", EVENT), ("note", NOTE), ("question", QUESTION), ("era", ERA),
     ("sequence", SEQUENCE), ("sequenceItem", ITEM), ("entity", Shape("", ENTITY_KEYS, ("name",)))],
)  # fmt: skip
def test_the_keys_are_the_same(name: str, shape: Shape) -> None:
    definition = SCHEMA["$defs"][name]
    assert set(definition["properties"]) == set(shape.keys)
    assert set(definition.get("required", ())) == set(shape.required)


def test_the_sections_are_the_same() -> None:
    assert set(SCHEMA["properties"]) == set(SECTIONS)


def test_the_words_to_choose_from_are_the_same() -> None:
    definitions = SCHEMA["$defs"]
    assert definitions["event"]["properties"]["basis"]["enum"] == list(Basis)
    assert definitions["note"]["properties"]["confidence"]["enum"] == list(Confidence)
    made = {QuestionKind.ORDER, QuestionKind.FIRST}
    assert set(definitions["question"]["properties"]["kind"]["enum"]) == set(QuestionKind) - made
    assert definitions["sequence"]["properties"]["ask"]["default"] == EARLIEST_FIRST
    assert definitions["factId"]["oneOf"][0]["maximum"] == LARGEST_ID


def test_everything_has_a_hint_for_who_writes() -> None:
    for properties in (
        SCHEMA["properties"],
        *(d.get("properties", {}) for d in SCHEMA["$defs"].values()),
    ):
        for key, value in properties.items():
            referred = SCHEMA["$defs"].get(value.get("$ref", "").rpartition("/")[2], {})
            assert "description" in {**referred, **value}, key


def test_the_packaged_dataset_names_its_schema() -> None:
    first = GOOD["packaged"].splitlines()[0]
    assert first == "# yaml-language-server: $schema=facts.schema.json"


def test_every_key_of_the_format_is_in_its_page() -> None:
    page = (ROOT / "docs" / "dataset.md").read_text(encoding="utf-8")
    described = (SCHEMA, *SCHEMA["$defs"].values())
    keys = {key for definition in described for key in definition.get("properties", {})}
    assert {key for key in keys if f"`{key}`" not in page and f"\n{key}:" not in page} == set()
