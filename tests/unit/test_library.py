"""What a compiled dataset answers is what the dataset says."""

from __future__ import annotations

import itertools
from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.errors import AmbiguousName, UnknownName
from bazhanov_cli.facts import EntityKind, Event, Fact
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.names import entity_named, topic_named
from bazhanov_cli.library.sampling import sample
from bazhanov_cli.library.selection import Selection
from support.libraries import library_of, packaged_library
from support.packaged import PACKAGED, ROOT
from support.reading import facts_of

ANTIQUITY = (ROOT / "tests" / "data" / "antiquity.yaml").read_text(encoding="utf-8")
EVERY = Selection()
DATES = [
    "1923", "1923-08", "1923-08-09", "1924", "192X", "19XX", "1923-21", "1922/1924", "1924/..",
    "../1923", "[1922..1924]", "-0044-03-15", "-0044", "1923-07~", "1923?", "Y-12345",
]  # fmt: skip
PERIODS = st.none() | st.sampled_from([*DATES, "0001", "2000"])


def ids(facts: object) -> list[int]:
    return [fact.id for fact in facts]  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def antiquity() -> Library:
    return library_of(ANTIQUITY)


@pytest.fixture(scope="module")
def many() -> Library:
    """More facts than are fetched at a time."""
    facts = "".join(
        f"- {{id: {1_001 - number}, text: Lenin, people: p, events: {1000 + number}}}\n"
        for number in range(1, 1_001)
    )
    return library_of(f"people: {{p: {{name: Lenin}}}}\nfacts:\n{facts}")


@pytest.mark.parametrize("text", [PACKAGED.read_text(encoding="utf-8"), ANTIQUITY], ids=["a", "b"])
def test_every_fact_comes_back_as_it_was_read(text: str) -> None:
    library = library_of(text)
    read = facts_of(text)
    kept = [fact._replace(questions=()) for fact in read]
    assert list(library.facts(EVERY)) == kept
    assert library.fact_count == library.count(EVERY) == len(read)
    assert list(library.facts_with(ids(read), questions=True)) == read
    assert [library.questions_of(fact.id) for fact in read] == [fact.questions for fact in read]


def test_facts_come_in_the_order_of_the_dataset(many: Library) -> None:
    assert ids(many.facts(EVERY)) == list(range(1_000, 0, -1))


def test_facts_of_some_ids_come_in_the_order_that_was_asked(many: Library) -> None:
    wanted = [7, 1_000, 1, 7, *range(600, 100, -1)]
    assert ids(many.facts_with(wanted)) == wanted


@pytest.mark.parametrize(("wrong", "near"), [(1_001, "1000"), (0, "1"), (10**30, "1000")])
def test_an_unknown_id_is_told_the_nearest(many: Library, wrong: int, near: str) -> None:
    with pytest.raises(UnknownName) as raised:
        list(many.facts_with([5, wrong]))
    assert raised.value.nearest == (near,)


@pytest.mark.parametrize(
    ("limit", "found"), [(0, 0), (1, 1), (999, 999), (1_001, 1_000), (10**30, 1_000)]
)
def test_a_limit_is_kept(many: Library, limit: int, found: int) -> None:
    selection = Selection(limit=limit)
    assert len(list(many.facts(selection))) == found
    assert len(list(many.events(selection))) == found
    assert many.count(selection) == 1_000, "counting leaves the limit aside"


def test_names_and_topics_all_must_hold() -> None:
    library = packaged_library()
    assert ids(library.facts(Selection(about=("stalin", "trotsky")))) == [9, 14]
    assert ids(library.facts(Selection(about=("stalin",), topics=("memoirs",)))) == [1, 15]
    assert ids(library.facts(Selection(about=("nobody",)))) == []


@settings(max_examples=200)
@given(events=st.lists(st.lists(st.sampled_from(DATES), max_size=3), min_size=1, max_size=6),
       start=PERIODS, end=PERIODS)  # fmt: skip
def test_a_period_holds_the_facts_with_an_event_that_overlaps_it(
    events: list[list[str]], start: str | None, end: str | None
) -> None:
    facts = "".join(
        f"- {{id: {number}, text: a, events: {dates}}}\n".replace("'", '"')
        for number, dates in enumerate(events, 1)
    )
    library = library_of(f"facts:\n{facts}")
    selection = Selection(start=start and parse_edtf(start), end=end and parse_edtf(end))  # type: ignore[arg-type]

    def is_within(date: HistoricalDate) -> bool:
        first = selection.start.earliest if selection.start else None
        last = selection.end.latest if selection.end else None
        after = first is None or date.latest is None or date.latest >= first
        return after and (last is None or date.earliest is None or date.earliest <= last)

    chosen = [
        number
        for number, dates in enumerate(events, 1)
        if (not start and not end) or any(is_within(parse_edtf(date)) for date in dates)
    ]
    assert ids(library.facts(selection)) == chosen
    assert library.count(selection) == len(chosen)
    dated = [date for dates in events for date in dates]
    within = list(library.events(selection, every=True))
    expected = sum(map(is_within, map(parse_edtf, dated))) if start or end else None
    undated = sum(not dates for dates in events)
    assert len(within) == (len(dated) + undated if expected is None else expected)


def test_events_come_in_order_of_what_is_known(antiquity: Library) -> None:
    events = [event for _, event in antiquity.events(EVERY, every=True)]
    keys = [
        (event.date.earliest or event.date.latest, event.date.latest)
        for event in events
        if event.date
    ]
    assert [key[0] for key in keys] == sorted(key[0] for key in keys)  # type: ignore[type-var]
    assert [event.date for event in events[len(keys) :]] == [None, None]


@given(st.lists(st.sampled_from(DATES), min_size=2, max_size=8))
def test_the_order_of_time_does_not_depend_on_the_order_of_the_file(dates: list[str]) -> None:
    lines = [
        f'- {{id: {number}, text: a, events: ["{date}"]}}\n' for number, date in enumerate(dates, 1)
    ]
    orders = {
        tuple(ids(fact for fact, _ in library_of(f"facts:\n{''.join(order)}").events(EVERY)))
        for order in (lines, lines[::-1])
    }
    assert len(orders) == 1


def test_the_main_events_are_one_a_fact_and_all_events_are_all(antiquity: Library) -> None:
    facts = list(antiquity.facts(EVERY))
    assert sorted(ids(fact for fact, _ in antiquity.events(EVERY))) == sorted(ids(facts))
    every = sum(max(len(fact.events), 1) for fact in facts)
    assert len(list(antiquity.events(EVERY, every=True))) == every


def test_a_fact_without_events_has_one_that_is_not_dated() -> None:
    library = library_of("facts: [{id: 1, text: a}]")
    assert list(library.events(EVERY)) == [(Fact(1, "a"), Event("", main=True))]


def test_entities_come_by_kind_with_their_facts() -> None:
    library = packaged_library()
    found = {entity.id: facts for entity, facts in library.facts_by_entity(EntityKind.PLACE, EVERY)}
    assert found["moscow"] == [6, 17]
    names = [entity.id for entity in library.entities(EntityKind.PLACE)]
    assert list(found) == [name for name in names if name in found]
    narrowed = dict(library.facts_by_entity(EntityKind.PLACE, Selection(topics=("memoirs",))))
    assert {entity.id: facts for entity, facts in narrowed.items()} == {
        "france": [15],
        "moscow": [17],
    }


def test_topics_come_with_their_facts_in_the_order_of_the_dataset() -> None:
    library = packaged_library()
    found = list(library.facts_by_topic(EVERY))
    declared = [topic.id for topic in library.dataset.topics]
    assert [topic for topic, _ in found] == [topic for topic in declared if topic in dict(found)]
    assert dict(found)["death"] == [16]


@pytest.mark.parametrize(
    "name", ["stalin", "Stalin", "STALIN", "Сталин", "сталин", "koba", " Joseph  Stalin "]
)
def test_a_name_is_known_in_every_spelling(name: str) -> None:
    assert entity_named(packaged_library(), name).id == "stalin"


NAMES = """
people:
  lenin: {name: Vladimir Ulyanov, aliases: Paris}
  sverdlov: {name: Yakov Sverdlov, aliases: [Paris, Andrei]}
  bubnov: {name: Andrei Bubnov, aliases: Andrei}
places: {paris-place: {name: Paris}, town: {name: Lenin}}
facts:
- id: 1
  text: Vladimir Ulyanov, Yakov Sverdlov, Andrei Bubnov, Paris, Lenin
  people: [lenin, sverdlov, bubnov]
  places: [paris-place, town]
"""


@pytest.mark.parametrize(("name", "identifier"), [("lenin", "lenin"), ("PARIS", "paris-place")])
def test_an_id_comes_before_a_name_and_a_name_before_an_alias(name: str, identifier: str) -> None:
    assert entity_named(library_of(NAMES), name).id == identifier


def test_a_name_of_several_is_told_with_their_ids() -> None:
    with pytest.raises(AmbiguousName, match="'andrei' may be sverdlov or bubnov"):
        entity_named(library_of(NAMES), "andrei")


@pytest.mark.parametrize(
    "name", ["Stallin", "\udcff", "\0", "", "x" * 10_000, "'; DROP TABLE fact"]
)
def test_an_unknown_name_is_an_error_with_suggestions(name: str) -> None:
    with pytest.raises(UnknownName, match="is not in this dataset") as raised:
        entity_named(packaged_library(), name)
    assert raised.value.nearest[:1] == (("Stalin",) if name == "Stallin" else ())


def test_a_topic_is_known_in_any_letter_case_and_else_an_error() -> None:
    assert topic_named(packaged_library(), "PARTY") == "party"
    with pytest.raises(UnknownName) as raised:
        topic_named(packaged_library(), "memoires")
    assert raised.value.nearest[0] == "memoirs"


def test_related_facts_are_those_pointed_to_and_those_that_share_most() -> None:
    library = packaged_library()
    (fact,) = library.facts_with([18])
    related = library.related(fact)
    assert related[:2] == [17, 10]
    assert 18 not in related
    assert len(related) == len(set(related)) <= 4


def test_names_that_everybody_shares_relate_nothing(many: Library) -> None:
    (fact,) = many.facts_with([1])
    assert many.related(fact) == []


def test_a_fact_may_have_any_number_of_names_and_topics() -> None:
    topics = [f"t{number}" for number in range(40_000)]
    declared = "".join(f"  {topic}: x\n" for topic in topics)
    filed = f"topics: [{', '.join(topics)}]"
    library = library_of(
        f"topics:\n{declared}facts: [{{id: 1, text: a, {filed}}}, {{id: 2, text: b, topics: t7}}]"
    )
    (fact, _) = library.facts(EVERY)
    assert len(fact.topics) == 40_000
    assert library.related(fact) == [2]


def test_every_fact_is_drawn_as_often_and_beside_any_others() -> None:
    """Neighbours in the file must not be neighbours in what is drawn."""
    drawn = [ids(sample(packaged_library(), EVERY, 3, Random(seed))) for seed in range(3_000)]
    first = Counter(few[0] for few in drawn)
    expected = len(drawn) / 18
    squares = sum((first[fact] - expected) ** 2 / expected for fact in range(1, 19))
    assert squares < 41, "17 degrees of freedom: a fair draw is beyond that once in a thousand"
    assert len(set(map(tuple, drawn))) > 2_000


def test_random_facts_are_different_and_the_same_for_a_seed(many: Library) -> None:
    drawn = [sample(many, EVERY, 30, Random(seed)) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert len(set(ids(drawn[0]))) == 30
    few = Selection(start=parse_edtf("1998"))
    assert sorted(ids(sample(many, few, 30, Random(1)))) == [1, 2, 3]


def test_answers_come_as_they_are_asked_for(many: Library) -> None:
    """Two answers may be read in turns."""
    facts, events = many.facts(EVERY), many.events(EVERY)
    pairs = itertools.islice(zip(facts, events, strict=True), 500)
    assert all(fact == of_event for fact, (of_event, _) in pairs)
