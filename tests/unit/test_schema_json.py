"""The JSON Schema for editors, held against the reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bazhanov_cli.dataset import fact_reader, question_reader
from bazhanov_cli.dataset.header_reader import ENTITY_KEYS
from bazhanov_cli.dataset.reader import SECTIONS
from support.command_line import bazhanov
from support.packaged import PACKAGED, ROOT
from support.reading import problems_of

SCHEMA: dict[str, Any] = json.loads(
    (ROOT / "data" / "facts.schema.json").read_text(encoding="utf-8")
)
FACT = "facts:\n- id: 1\n  text: Somebody came.\n"

REFUSED_BY_BOTH = [
    "title: no facts\n",
    "facts: []\n",
    "facts: text\n",
    "fact:\n- id: 1\n  text: a\n",
    "facts:\n- id: 1\n",
    "facts:\n- text: a\n",
    "facts:\n- id: one\n  text: a\n",
    "facts:\n- id: 0\n  text: a\n",
    "facts:\n- id: 1\n  text: [a]\n",
    f"{FACT}  pepole: x\n",
    f"{FACT}  events:\n  - date: 1923\n    lable: x\n",
    f"{FACT}  events:\n  - basis: stated\n",
    f"{FACT}  events:\n  - date: 1923\n    basis: guessed\n",
    f"{FACT}  events:\n  - date: 1923\n    context: perhaps\n",
    f"{FACT}  notes:\n  - kind: x\n",
    f"{FACT}  notes:\n  - text: x\n    confidence: certain\n",
    f"{FACT}  questions:\n  - ask: x\n    answer: y\n",
    f"{FACT}  see: x\n",
    f"people:\n  a: {{}}\n{FACT}",
    f"people: [a]\n{FACT}",
    f"eras:\n- name: x\n{FACT}",
    f"{FACT}sequences:\n- items: [{{fact: 1, date: 1923, label: a}}]\n",
]

# What a schema cannot tell, because it sees one value at a time or does not read dates.
REFUSED_BY_THE_READER_ALONE = {
    "an id twice": f"{FACT}- id: 1\n  text: b\n",
    "a key twice": f"{FACT}  text: b\n",
    "a name that is not declared": f"{FACT}  people: nobody\n",
    "a name that the text does not hold": f"people:\n  x: {{name: Xerxes}}\n{FACT}  people: x\n",
    "a topic that is not declared": f"{FACT}  topics: none\n",
    "a fact that is not there": f"{FACT}  see: 2\n",
    "a day that never was": f"{FACT}  events: 1923-02-30\n",
    "a subject that is not declared": f"subject: x\n{FACT}",
    "a section below the facts": f"{FACT}title: late\n",
    "an anchor": f"title: &a b\n{FACT}",
}


def errors_of(text: str) -> list[str]:
    """What the schema finds wrong, with values as YAML 1.2 editors read them."""
    values = yaml.load(text, _EditorLoader)
    return [error.message for error in Draft202012Validator(SCHEMA).iter_errors(values)]


class _EditorLoader(yaml.SafeLoader):
    """Reads whole numbers as numbers and dates as texts, as YAML 1.2 has it."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_datasets_are_good_for_both(tmp_path: Any) -> None:
    started = tmp_path / "new.yaml"
    assert bazhanov("new", str(started)).code == 0
    for file in (PACKAGED, ROOT / "tests" / "data" / "antiquity.yaml", started):
        text = file.read_text(encoding="utf-8")
        assert errors_of(text) == []
        assert problems_of(text) == []


@pytest.mark.parametrize("text", REFUSED_BY_BOTH)
def test_what_the_schema_refuses_the_reader_refuses_too(text: str) -> None:
    assert errors_of(text)
    assert problems_of(text)


@pytest.mark.parametrize("difference", REFUSED_BY_THE_READER_ALONE)
def test_what_only_the_reader_can_see(difference: str) -> None:
    text = REFUSED_BY_THE_READER_ALONE[difference]
    assert errors_of(text) == []
    assert problems_of(text)


EVENT_PART = SCHEMA["$defs"]["event"]["anyOf"][1]
SEQUENCE_PART = SCHEMA["properties"]["sequences"]["items"]
PARTS = [
    (SECTIONS, SCHEMA),
    (ENTITY_KEYS, SCHEMA["$defs"]["entity"]),
    (fact_reader.FACT.keys, SCHEMA["$defs"]["fact"]),
    (fact_reader.EVENT.keys, EVENT_PART),
    (fact_reader.NOTE.keys, SCHEMA["$defs"]["note"]),
    (question_reader.QUESTION.keys, SCHEMA["$defs"]["question"]),
    (question_reader.SEQUENCE.keys, SEQUENCE_PART),
    (question_reader.ITEM.keys, SEQUENCE_PART["properties"]["items"]["items"]),
]


@pytest.mark.parametrize(("keys", "part"), PARTS)
def test_both_know_the_same_keys(keys: tuple[str, ...], part: dict[str, Any]) -> None:
    assert set(part["properties"]) == set(keys)


def test_every_key_of_the_format_is_in_its_page() -> None:
    page = (ROOT / "docs" / "dataset.md").read_text(encoding="utf-8")
    assert [key for keys, _ in PARTS for key in keys if key not in page] == []
