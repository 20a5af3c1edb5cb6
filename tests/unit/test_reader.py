"""What a dataset says is what is read from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from bazhanov_cli.dataset import yaml_reader
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.reader import read_dataset
from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.facts import (
    Basis,
    Confidence,
    Entity,
    EntityKind,
    Event,
    Fact,
    Note,
    QuestionKind,
    Subject,
    Topic,
)
from support.packaged import PACKAGED, ROOT
from support.reading import facts_of, header_of, parts_of, problems_of, source_of

ANTIQUITY = ROOT / "tests" / "data" / "antiquity.yaml"

LENIN = """\
title: Lenin
subject: lenin
topics: {party: the party}
sources: {source: A book}
people:
  lenin:
    name: Vladimir Lenin
    forms: Lenin
    aliases: [Ленин, Ulyanov]
    born: 1870-04-22
    died: 1924-01-21
"""
IF_MEANT = "if that is meant, add 'context: yes'"
ABOUT_LENIN = "text: Lenin, people: lenin, topics: party, sources: source"


@pytest.fixture(params=["the parser of libyaml", "the parser in Python"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with the one parser, then with the other."""
    wanted = "CSafeLoader" if "libyaml" in request.param else "SafeLoader"
    monkeypatch.setattr(yaml_reader, "Parser", getattr(yaml, wanted))


def test_the_parser_of_libyaml_is_used_where_there_is_one() -> None:
    assert yaml_reader.Parser is (yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)


@pytest.mark.parametrize("file", [PACKAGED, ANTIQUITY], ids=["packaged", "antiquity"])
def test_a_good_dataset_has_no_problems_and_no_warnings(file: Path, each_parser: None) -> None:
    content = file.read_bytes()
    written = yaml.load(content, yaml.BaseLoader)["facts"]
    assert [(fact.id, fact.text) for fact in facts_of(content)] == [
        (int(fact["id"]), fact["text"]) for fact in written
    ]


def test_a_fact_needs_only_an_id_and_a_text() -> None:
    assert facts_of("facts:\n- id: 1\n  text: He was born.\n") == [Fact(1, "He was born.")]


def test_everything_around_a_fact_is_read() -> None:
    fact, _ = facts_of(
        f"""{LENIN}facts:
- id: 8
  text: Lenin died in January 1924.
  events:
  - date: 1924-01
    label: Death
  - label: Burial
    basis: cross-ref
    via: 9
    same as: 9
    context: yes
  people: lenin
  topics: [party]
  see: [9]
  notes:
  - text: On the 21st.
    kind: context
    confidence: high
    sources: source
  sources: [source]
  questions:
  - facet: month
    kind: date
    ask: When did he die?
    answer: January 1924
    accept: 1924
    avoid: [1923]
    needs: 9
- id: 9
  text: It was cold.
"""
    )
    names = ("Vladimir Lenin", ("Lenin",), ("Ленин", "Ulyanov"))
    assert fact.events == (
        Event("Death", parse_edtf("1924-01"), main=True),
        Event("Burial", None, False, Basis.CROSS_REFERENCE, 9, 9, context=True),
    )
    assert fact.entities == (Entity("lenin", EntityKind.PERSON, *names),)
    assert fact.topics == ("party",)
    assert fact.notes == (Note("context", "On the 21st.", Confidence.HIGH, ("A book",)),)
    assert fact.sources == ("A book",)
    assert fact.see == (9,)
    (question,) = fact.questions
    assert (question.facet, question.kind) == ("month", QuestionKind.DATE)
    assert (question.accept, question.avoid, question.needs) == (("1924",), ("1923",), (9,))


def test_a_sequence_may_refer_to_the_last_fact() -> None:
    items = ", ".join(f"{{fact: 1, date: {year}, label: In {year}}}" for year in (1901, 1902, 1903))
    header = header_of(f"facts: [{{id: 1, text: a}}]\nsequences: [{{items: [{items}]}}]")
    assert len(header.sequences[0].items) == 3


def test_the_header_is_read() -> None:
    header = header_of(
        f"""{LENIN}id: lenin
language: en-GB
licence: CC0
attribution: Nobody
eras:
- {{name: Youth, date: 1870/1887}}
- {{name: Exile, date: 1900/..}}
facts:
- {{id: 1, text: Lenin was born., people: lenin, topics: party, sources: source}}
- {{id: 2, text: He wrote., events: [1902]}}
sequences:
- items:
  - {{fact: 1, date: 1870, label: Birth}}
  - {{fact: 2, date: 1902, label: A book}}
  - {{fact: 1, date: 1924-01, label: Death}}
"""
    )
    born, died = parse_edtf("1870-04-22"), parse_edtf("1924-01-21")
    assert (header.id, header.title, header.language) == ("lenin", "Lenin", "en-GB")
    assert (header.licence, header.attribution) == ("CC0", "Nobody")
    assert header.subject == Subject("lenin", "Vladimir Lenin", born, died)
    assert header.topics == (Topic("party", "the party"),)
    assert [(era.name, era.date.edtf) for era in header.eras] == [
        ("Youth", "1870/1887"),
        ("Exile", "1900/.."),
    ]
    (sequence,) = header.sequences
    assert sequence.ask == "Put these in order, earliest first."
    assert [(item.fact, item.date.edtf, item.label) for item in sequence.items] == [
        (1, "1870", "Birth"),
        (2, "1902", "A book"),
        (1, "1924-01", "Death"),
    ]


def test_a_dataset_without_a_header_is_named_facts() -> None:
    header = header_of("facts: [{id: 1, text: a}]")
    assert (header.id, header.title, header.subject) == ("facts", "Facts", None)


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "on", "1923", "0x1F", "1_000", "1900-08-09", "12:30", "12:30:45", "1e3", "1.10",
     ".5", "null", "~", "true", "NO", "=", "<<", "0o7", "+1", "1923?", "a#b", "a:b", "-1"],
)  # fmt: skip
def test_a_text_is_read_as_it_was_written(written: str, each_parser: None) -> None:
    """YAML makes a boolean of `no`, a number of `12:30` and a date of `1900-08-09`."""
    (fact,) = facts_of(f"facts:\n- id: 1\n  text: {written}\n")
    assert fact.text == written


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (">-\n    one\n    two", "one two"),
        ("|\n    one\n    two", "one\ntwo"),
        (">\n    one\n\n    two\n\n", "one\ntwo"),
        ('"a: b # c"', "a: b # c"),
        ("'it''s'", "it's"),
        ('"caf\\u00e9 \\U0001F600"', "café 😀"),
        ("one\n   two", "one two"),
    ],
)
def test_every_form_of_a_text_is_read(written: str, meant: str, each_parser: None) -> None:
    (fact,) = facts_of(f"facts:\n- id: 1\n  text: {written}\n")
    assert fact.text == meant


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_lines_may_end_as_on_any_system(ending: str, each_parser: None) -> None:
    content = "facts:\n- id: 1\n  text: >-\n    one\n    two\n- id: x\n  text: b\n"
    lines = content.replace("\n", ending)
    parts, problems = parts_of(lines)
    assert [part.text for part in parts if isinstance(part, Fact)] == ["one two"]
    assert [problem[:4] for problem in problems] == ["6:7:"]


def test_a_byte_order_mark_at_the_beginning_is_read_over(each_parser: None) -> None:
    content = b"\xef\xbb\xbffacts:\n- id: 1\n  text: a\n"
    assert facts_of(content) == [Fact(1, "a")]


def test_one_item_needs_no_list() -> None:
    content = (
        "topics: {a: x, b: y}\nfacts: [{id: 1, text: t, topics: a}, {id: 2, text: u, topics: [b]}]"
    )
    assert [fact.topics for fact in facts_of(content)] == [("a",), ("b",)]


def test_what_is_listed_twice_counts_once() -> None:
    people, topics = "people: [lenin, lenin]", "topics: [party, party]"
    sources = "sources: [source, source]"
    fact, _ = facts_of(
        f"{LENIN}facts: [{{id: 1, text: Lenin, {people}, {topics}, {sources}, see: [2, 2]}},"
        " {id: 2, text: a}]"
    )
    assert (len(fact.entities), fact.topics, fact.see) == (1, ("party",), (2,))
    assert fact.sources == ("A book",)


def test_an_event_may_be_just_a_date_and_the_first_is_the_main_one() -> None:
    (fact,) = facts_of("facts: [{id: 1, text: a, events: [1923, -0044-03-15]}]")
    assert [(event.main, event.date and event.date.edtf) for event in fact.events] == [
        (True, "1923"),
        (False, "-0044-03-15"),
    ]


def test_facts_may_refer_to_facts_that_come_later() -> None:
    first, _ = facts_of("facts: [{id: 9, text: a, see: 2}, {id: 2, text: b, see: 9}]")
    assert first.see == (2,)


def test_a_question_with_wrong_options_is_a_choice_and_else_a_recall() -> None:
    (fact,) = facts_of(
        "facts: [{id: 1, text: a, questions: ["
        "{facet: a, ask: b, answer: c, wrong: [d, e]}, {facet: b, ask: b, answer: c}]}]"
    )
    assert [question.kind for question in fact.questions] == ["choice", "recall"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Père Lachaise", "Pere Lachaise"),
        ("Jörg", "he met JORG"),
        ("Ёлка", "елка"),
        ("張衡", "In 132 Zhang Heng (張衡)"),
        ("Ptolemy's Almagest", "Ptolemy’s Almagest"),
    ],
)
def test_a_name_is_found_in_the_text_in_any_case_and_with_any_accents(name: str, text: str) -> None:
    content = f'people: {{p: {{name: "{name}"}}}}\nfacts: [{{id: 1, text: "{text}", people: p}}]'
    (fact,) = facts_of(content)
    assert [entity.id for entity in fact.entities] == ["p"]


def test_a_name_may_have_a_hundred_forms() -> None:
    forms = ", ".join(f"form{number}" for number in range(1, 101))
    people = f"people: {{p: {{name: b, forms: [{forms}]}}}}"
    (fact,) = facts_of(f"{people}\nfacts: [{{id: 1, text: Form100, people: p}}]")
    assert len(fact.entities[0].forms) == 100


def test_reading_streams() -> None:
    """The first fact comes out long before the last has been read."""
    read: list[int] = []
    many = "".join(f"- {{id: {number}, text: 'a fact'}}\n" for number in range(1, 20_001))
    source = source_of(f"facts:\n{many}")
    parts: Iterator[object] = iter(read_dataset(source, Problems(), read.append))
    assert next(parts) == Fact(1, "a fact")
    assert read[-1] < source.size / 2


@pytest.mark.parametrize(
    ("content", "warning"),
    [
        (
            f"{LENIN}facts: [{{id: 1, {ABOUT_LENIN}, events: [1869]}}]",
            f"12:86: warning: this is before the subject's birth; {IF_MEANT}",
        ),
        (
            "people:\n  a: {name: A}\nfacts: [{id: 1, text: b}]",
            "2:3: warning: no fact has 'a' of 'people'",
        ),
        ("topics:\n  a: b\nfacts: [{id: 1, text: b}]", "2:3: warning: no fact has 'a' of 'topics'"),
        (
            "sources: {a: b}\nfacts: [{id: 1, text: b}]",
            "1:11: warning: no fact has 'a' of 'sources'",
        ),
    ],
)
def test_a_probable_slip_is_a_warning(content: str, warning: str) -> None:
    assert problems_of(content) == [warning]


@pytest.mark.parametrize(
    ("earlier", "later", "years"),
    [
        ("1934~", "1935", "ten years"),
        ("1934", "1935?", "ten years"),
        ("1934%", "1944-12-31", None),
        ("1934%", "1944-12-30", "ten years"),
        ("1924/1934~", "1940", "ten years"),
        ("1923-08~", "1924-08-30", "a year"),
        ("1923-08~", "1924-08-31", None),
        ("1923-21", "1923-12-03~", "a year"),
        ("1923-08?", "1925", "ten years"),
        ("1923-08~", "1925?", "ten years"),
        ("-0280~", "-0215~", None),
        ("1923-08-09", "1923-08-10", None),
        ("1920/1930~", "1931/..", "ten years"),
    ],
)
def test_a_sequence_whose_order_is_in_doubt_gets_a_warning(
    earlier: str, later: str, years: str | None
) -> None:
    items = [("-0500", "a"), (earlier, "b"), (later, "c")]
    written = ", ".join(f"{{fact: 1, date: '{date}', label: {label}}}" for date, label in items)
    sequence = f"facts: [{{id: 1, text: a}}]\nsequences:\n- items: [{written}]"
    said = (
        "it is not sure that this comes after 'b': a date is in doubt, with less than "
        f"{years} between {earlier} and {later}; leave one out"
    )
    found = [problem.partition("warning: ")[2] for problem in problems_of(sequence)]
    assert found == ([said] if years else [])


@pytest.mark.parametrize("date", ["1870-04-22", "1870", "1869/1871", "1871", "1860/.."])
def test_a_date_that_may_lie_within_the_subjects_life_is_no_slip(date: str) -> None:
    assert problems_of(f"{LENIN}facts: [{{id: 1, {ABOUT_LENIN}, events: [{date}]}}]") == []


def test_context_may_come_before_the_subjects_birth() -> None:
    event = "{date: 1812, context: yes}"
    assert problems_of(f"{LENIN}facts: [{{id: 1, {ABOUT_LENIN}, events: [{event}]}}]") == []


def test_ever_so_many_warnings_lose_no_fact() -> None:
    topics = "".join(f"  t{number}: x\n" for number in range(3_000))
    facts = "".join(f"- {{id: {number}, text: a}}\n" for number in range(1, 101))
    parts, warnings = parts_of(f"topics:\n{topics}facts:\n{facts}")
    assert sum(isinstance(part, Fact) for part in parts) == 100
    assert len(warnings) == 1_000
