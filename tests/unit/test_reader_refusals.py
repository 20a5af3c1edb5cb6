"""Whatever is wrong with a dataset is told in its place, in words that help to mend it."""

from __future__ import annotations

import io

import pytest
import yaml

from bazhanov_cli.dataset import yaml_reader
from bazhanov_cli.dataset.problems import Problem, Problems
from bazhanov_cli.dataset.reader import read_dataset
from bazhanov_cli.errors import DatasetError
from bazhanov_cli.facts import Dataset
from support.reading import facts_of, parts_of, problems_of, source_of
from support.refusals import (
    FACT,
    FORBIDDEN_TEXT,
    MISTAKES,
    UNREADABLE_YAML,
    WRONG_FACTS,
    WRONG_SECTIONS,
    fact_with,
)


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the parser of libyaml, then with the one in Python."""
    monkeypatch.setattr(yaml_reader, "Parser", getattr(yaml, request.param))


def errors_of(content: str | bytes) -> list[str]:
    return [problem for problem in problems_of(content) if ": warning: " not in problem]


@pytest.mark.parametrize(("content", "expected"), UNREADABLE_YAML)
def test_what_is_no_dataset_is_refused(content: str, expected: str, each_parser: None) -> None:
    (problem,) = errors_of(content)
    assert problem.startswith(expected)


@pytest.mark.parametrize(("content", "place", "advice"), MISTAKES)
@pytest.mark.parametrize("beginning", ["", "\ufeff"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["", "with the line ends of Windows"])
def test_a_mistake_of_a_beginner_is_told_with_what_to_do(
    content: str, place: str, advice: str, beginning: str, ending: str, each_parser: None
) -> None:
    problems = errors_of(beginning + content.replace("\n", ending))
    (problem,) = (text for text in problems if text.startswith(f"{place}: "))
    assert advice in problem


def test_a_question_mark_between_brackets_is_read_or_told_to_stand_in_quotes(
    each_parser: None,
) -> None:
    """By libyaml it is read; the parser in Python refuses it."""
    if yaml_reader.Parser is yaml.SafeLoader:
        (problem,) = errors_of("facts: [{id: 1, text: a, events: [1923?]}]")
        assert problem.startswith("1:39: this is not YAML: ")
        assert problem.endswith("between brackets, a text that holds a ? must stand in quotes")
    else:
        assert errors_of("facts: [{id: 1, text: a, events: [1923?]}]") == []
    assert errors_of("facts: [{id: 1, text: a, events: ['1923?']}]") == []


@pytest.mark.parametrize(("content", "expected"), FORBIDDEN_TEXT)
def test_what_is_no_plain_text_is_refused(
    content: str | bytes, expected: str, each_parser: None
) -> None:
    problem = errors_of(content)[-1]
    assert problem.startswith(expected)
    assert problem.isprintable()


@pytest.mark.parametrize(("content", "expected"), WRONG_SECTIONS)
def test_a_wrong_section_is_refused(content: str, expected: str) -> None:
    assert errors_of(content)[0].startswith(expected)


@pytest.mark.parametrize(("content", "expected"), WRONG_FACTS)
def test_a_wrong_fact_is_refused(content: str, expected: str) -> None:
    (problem,) = errors_of(content)
    assert problem.startswith(expected)


def test_every_problem_is_told_at_once_in_the_order_of_the_file() -> None:
    content = "pepole: {}\nfacts:\n- id: x\n  text: ''\n- id: 2\n  txt: b\n  see: 7\n"
    assert [problem.split(" ")[0] for problem in errors_of(content)] == [
        "1:1:", "3:7:", "4:9:", "6:3:", "7:8:",
    ]  # fmt: skip


def test_problems_before_an_unreadable_byte_are_told_too() -> None:
    content = b"facts:\n- id: x\n  text: a\n- id: 2\n# \xff"
    assert [problem[:4] for problem in errors_of(content)] == ["2:7:", "5:3:"]


def test_of_several_problems_at_one_place_the_first_is_told() -> None:
    assert len(errors_of('facts: [{id: "\\e", text: a}]')) == 1


def test_reading_stops_at_a_thousand_problems() -> None:
    problems = errors_of("facts:\n" + "- {id: x, text: a}\n" * 3_000)
    assert len(problems) == 1_000
    assert problems[-1].startswith("1001:8:")


def test_an_invalid_dataset_still_gives_its_header_where_it_can_be_read() -> None:
    parts, problems = parts_of("title: a\nfacts: [{id: x, text: a}]")
    assert len(problems) == 1
    assert isinstance(parts[-1], Dataset)


def test_a_message_quotes_no_more_than_fits_on_a_line() -> None:
    for content in (
        f"facts: [{{id: {'x' * 500}, text: a}}]",
        f"{'k' * 500}: 1\n{FACT}",
        fact_with(f"people: {'x' * 500}"),
        fact_with(f"events: [{{date: 1923, basis: {'x' * 500}}}]"),
        fact_with(f"events: ['{'9' * 500}']"),
    ):
        (problem,) = errors_of(content)
        assert len(problem) < 250


def test_nothing_that_a_terminal_obeys_is_ever_quoted() -> None:
    for hidden in ("\\e[31m", "\\u202e", "\\x9b", "\\0", "\\a", "\\r"):
        for content in (
            f'facts: [{{id: "{hidden}", text: a}}]',
            f'"{hidden}": 1\n{FACT}',
            fact_with(f'people: "{hidden}"'),
            fact_with(f'events: ["{hidden}"]'),
            fact_with(f'"{hidden}": a'),
        ):
            assert all(problem.isprintable() for problem in errors_of(content))
            assert errors_of(content)


@pytest.mark.parametrize(
    ("part", "values", "content", "place"),
    [
        ("SECTION", 4, "title: a\ntopics: {a: b, c: d, e: f}\nfacts:\n- {id: 1, text: a}\n", "2:1"),
        ("FACT", 6, "facts:\n- {id: 1, text: a}\n- {id: 2, text: b, see: [1, 1]}\n", "3:3"),
    ],
)
def test_a_part_of_too_many_values_is_given_up_where_it_begins(
    part: str, values: int, content: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_reader, f"MOST_VALUES_OF_A_{part}", values)
    assert errors_of(content) == []
    monkeypatch.setattr(yaml_reader, f"MOST_VALUES_OF_A_{part}", values - 1)
    most = f"more than {values - 1} values in one piece; shorten its lists"
    assert errors_of(content) == [f"{place}: {most}"]


def test_a_fact_may_hold_100_000_values() -> None:
    def fact(references: int) -> str:
        return f"facts:\n- {{id: 1, text: a, see: [{'2,' * references}]}}\n- {{id: 2, text: a}}\n"

    mapping, identifier, text, references = 1, 1, 1, 1
    most = 100_000 - mapping - identifier - text - references
    assert errors_of(fact(most)) == []
    refused = "2:3: more than 100,000 values in one piece; shorten its lists"
    assert refused in errors_of(fact(most + 1))


@pytest.mark.parametrize(
    "form", ["{text}", '"{text}"', "'{text}'", "|\n    {text}\n", ">-\n    {text}"]
)
def test_a_text_may_have_50_000_characters(form: str, each_parser: None) -> None:
    for text in ("x" * 50_000, "x " * 24_999 + "xx", "é" * 50_000):
        content = f"facts:\n- id: 1\n  text: {form.format(text=text)}\n- id: 2\n  text: b\n"
        first, second = facts_of(content)
        assert (first.text, second.text) == (text, "b")
        longer = form.format(text=f"{text}x")
        content = f"facts:\n- id: 1\n  text: {longer}\n- id: x\n  text: b\n"
        refused, other = errors_of(content)
        assert refused.startswith(
            "3:9: a text of more than 50,000 characters; shorten it, or close"
        )
        assert ": 'id' must be" in other


@pytest.mark.parametrize("line", ["#", "# - id: 2\n#   text: A fact that waits.", "#" * 400, "  "])
def test_comments_may_be_as_long_as_a_file(line: str, each_parser: None) -> None:
    comment = f"{line}\n" * (400_000 // (len(line) + 1))
    parts = ("", "facts:", "- id: 1\n  text: a", "")
    content = f"\n{comment}".join(parts)
    assert [fact.id for fact in facts_of(content)] == [1]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("facts:\n- id: 1\n  text: 'a" + "x" * 600_000, "3:7"),
        ("facts:\n- id: 1\n  text: a\n" + "# comment\n" * 60_000, "3:10"),
        ("#" * 600_000, "1:1"),
    ],
)
def test_what_has_no_end_is_given_up_with_both_likely_causes(
    content: str, place: str, each_parser: None
) -> None:
    said = "only one text or comment for 500,000 characters from here; close its quote, or shorten"
    (problem,) = errors_of(content)
    assert problem.startswith(f"{place}: {said}")


def test_a_sequence_with_a_bad_item_is_read_to_its_end() -> None:
    items = "{fact: 1, date: 1900, label: a}, {fact: 1, date: 19, label: b}, {fact: x, date: 1901}"
    problems = errors_of(f"{FACT}sequences: [{{items: [{items}]}}]")
    assert [problem.split(" ")[0] for problem in problems] == ["2:71:", "2:86:", "2:93:"]


def test_the_name_of_the_file_is_shown_with_escapes() -> None:
    problem = Problem(1, 2, "a\nb\x1b")
    assert problem.describe("\x1b[2J\udcff é.yaml") == "\\x1b[2J\\udcff é.yaml:1:2: a\\nb\\x1b"


def test_a_file_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAZHANOV_MAX_MIB", "0.001")
    with pytest.raises(DatasetError, match=r"^'test.yaml' is larger than 0.001 MiB; BAZH.* raises"):
        problems_of(FACT * 100)


def test_a_file_that_fails_while_it_is_read_is_told_by_its_name() -> None:
    class Failing(io.BytesIO):
        def read(self, _size: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

    source = source_of("")._replace(open=Failing)
    with pytest.raises(DatasetError, match=r"^cannot read 'test.yaml': input/output error$"):
        list(read_dataset(source, Problems()))
