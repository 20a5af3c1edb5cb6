"""Wrong options: of the same kind, and surely wrong."""

from __future__ import annotations

from random import Random

import pytest

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.facts import (
    CuratedQuestion,
    Dataset,
    Entity,
    EntityKind,
    Event,
    Fact,
    Note,
    QuestionKind,
    Subject,
)
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions import MAKERS
from bazhanov_cli.quiz.questions.distractors import wrong_dates
from bazhanov_cli.quiz.questions.facets import Facet, facets_of
from bazhanov_cli.quiz.questions.material import Material

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
ANNA, BERTA, CARLA, DORA, EMMA = (
    Entity(name.lower(), PERSON, name) for name in ("Anna", "Berta", "Carla", "Dora", "Emma")
)
ROME, PARIS, BERLIN, FRANCE, OSLO = (
    Entity(name.lower(), PLACE, name) for name in ("Rome", "Paris", "Berlin", "France", "Oslo")
)


def told(
    identifier: int, text: str, *entities: Entity, date: str | None = None, **also: object
) -> Fact:
    """A fact with a label for its one event."""
    event = Event(
        f"Event {'abcdefghijk'[identifier]}", parse_edtf(date) if date else None, main=True
    )
    return Fact(identifier, text, (event,), entities, **also)  # type: ignore[arg-type]


def made(
    kind: QuestionKind, facts: list[Fact], facet: str, subject: str | None = None, seed: int = 0
) -> Question | None:
    """The question of a kind that the first fact gives on one of its facets."""
    about = Subject(subject, subject) if subject else None
    material = Material(Dataset("d", "D", about), facts)
    (wanted,) = [f for f in facets_of(facts[0], material.subject_id) if f.name == facet]
    return MAKERS[kind](wanted, material, Random(seed))


def offered(facts: list[Fact], facet: str, subject: str | None = None) -> set[str]:
    """All options that a choice ever offers, over many seeds."""
    questions = [made(QuestionKind.CHOICE, facts, facet, subject, seed) for seed in range(40)]
    return {option for question in questions if question for option in question.options or ()}


OTHERS = [
    told(2, "Berta sang.", BERTA, date="1900"),
    told(3, "Carla danced.", CARLA, date="1901"),
    told(4, "Dora slept.", DORA, date="1902"),
]


def test_options_are_other_names_of_the_same_kind() -> None:
    facts = [told(1, "Anna wrote.", ANNA, date="1910"), *OTHERS, told(5, "Rome fell.", ROME)]
    assert offered(facts, "person anna") == {"Anna", "Berta", "Carla", "Dora"}


def test_with_fewer_than_two_other_names_there_is_no_choice() -> None:
    facts = [told(1, "Anna wrote.", ANNA, date="1910"), OTHERS[0]]
    assert made(QuestionKind.CHOICE, facts, "person anna") is None
    assert made(QuestionKind.RECALL, facts, "person anna") is not None


def test_who_is_named_in_the_fact_is_no_wrong_option() -> None:
    facts = [told(1, "Anna wrote to Berta.", ANNA, BERTA, date="1910"), *OTHERS]
    assert offered(facts, "person anna") == {"Anna", "Carla", "Dora"}


def test_who_was_about_at_the_same_time_is_no_wrong_option() -> None:
    facts = [told(1, "Anna wrote.", ANNA, date="1900-05"), *OTHERS]
    assert offered(facts, "person anna") == {"Anna", "Carla", "Dora"}


@pytest.mark.parametrize("link", ["see", "via", "same_as", "needs"])
def test_who_is_named_in_a_linked_fact_is_no_wrong_option(link: str) -> None:
    fact = told(1, "Anna wrote.", ANNA, date="1910")
    if link == "see":
        fact = fact._replace(see=(2,))
    elif link == "needs":
        question = CuratedQuestion("f", QuestionKind.TRUE_FALSE, "So?", "true", needs=(2,))
        fact = fact._replace(questions=(question,))
    else:
        via, same_as = (2, None) if link == "via" else (None, 2)
        fact = fact._replace(events=(fact.events[0]._replace(via=via, same_as=same_as),))
    assert offered([fact, *OTHERS], "person anna") == {"Anna", "Carla", "Dora"}


def test_what_a_curated_question_avoids_is_never_offered() -> None:
    question = CuratedQuestion("f", QuestionKind.RECALL, "Why?", "joy", avoid=("BERTA",))
    facts = [told(1, "Anna wrote.", ANNA, date="1910", questions=(question,)), *OTHERS]
    assert offered(facts, "person anna") == {"Anna", "Carla", "Dora"}


def test_what_answers_a_curated_question_is_never_offered_by_another() -> None:
    question = CuratedQuestion("f", QuestionKind.RECALL, "To whom?", "a friend", accept=("Dora",))
    facts = [told(1, "Anna wrote.", ANNA, date="1910", questions=(question,)), *OTHERS]
    assert offered(facts, "person anna") == {"Anna", "Berta", "Carla"}


def test_places_that_are_named_together_are_not_offered_for_one_another() -> None:
    facts = [
        told(1, "She lived in Paris.", PARIS, date="1910"),
        told(2, "From Paris all of France was ruled.", PARIS, FRANCE, date="1700"),
        told(3, "Rome fell.", ROME, date="0410"),
        told(4, "Berlin rose.", BERLIN, date="1871"),
        told(5, "Oslo burned.", OSLO, date="1624"),
    ]
    assert offered(facts, "place paris") == {"Paris", "Rome", "Berlin", "Oslo"}


def test_a_place_within_the_right_one_is_not_offered() -> None:
    louvre = Entity("louvre", PLACE, "Louvre", description="A palace in Paris")
    quarter = Entity("quarter", PLACE, "Quarters of Paris")
    facts = [
        told(1, "She lived in Paris.", PARIS, date="1910"),
        told(2, "Louvre opened.", louvre, date="1793"),
        told(3, "Quarters of Paris were numbered.", quarter, date="1860"),
        told(4, "Berlin rose.", BERLIN, date="1871"),
        told(5, "Rome fell.", ROME, date="0410"),
    ]
    assert offered(facts, "place paris") == {"Paris", "Berlin", "Rome"}


def test_the_subject_of_the_dataset_is_never_offered() -> None:
    facts = [told(1, "Anna wrote.", ANNA, date="1910"), *OTHERS]
    assert offered(facts, "person anna", "dora") == {"Anna", "Berta", "Carla"}


def test_a_gap_that_two_facts_fill_is_no_question() -> None:
    facts = [
        told(1, "Anna was crowned.", ANNA, date="1910"),
        told(6, "Emma was crowned.", EMMA, date="1950"),
        *OTHERS,
    ]
    for kind in (QuestionKind.RECALL, QuestionKind.CHOICE, QuestionKind.TRUE_FALSE):
        assert made(kind, facts, "person anna") is None


def test_a_false_statement_is_never_another_fact() -> None:
    facts = [
        told(1, "Anna came home again.", ANNA, date="1910"),
        told(6, "Emma came home, again.", EMMA, date="1950"),
        *OTHERS,
    ]
    for seed in range(30):
        question = made(QuestionKind.TRUE_FALSE, facts, "person anna", seed=seed)
        assert question is None or "Emma" not in question.prompt


@pytest.mark.parametrize("kind", ["contradicted", "Doubtful", "rumour", "context"])
def test_what_a_note_doubts_is_asked_neither_in_its_own_words_nor_by_its_date(kind: str) -> None:
    doubted = told(1, "Anna wrote.", ANNA, date="1910", notes=(Note(kind, "Or did she?"),))
    facts = [doubted, *OTHERS]
    made_kinds = {
        question.kind
        for facet in ("person anna", "date")
        for question_kind in QuestionKind
        if (question := made(question_kind, facts, facet))
    }
    assert made_kinds == (set(QuestionKind) if kind == "context" else set())


def test_what_a_note_doubts_is_not_put_in_order_with_other_facts() -> None:
    others = [fact._replace(notes=(Note("rumour", "So they say."),)) for fact in OTHERS]
    facts = [told(1, "Anna wrote.", ANNA, date="1910"), *others]
    assert made(QuestionKind.FIRST, facts, "date") is None
    assert made(QuestionKind.ORDER, facts, "date") is None


def test_a_statement_written_by_hand_is_asked_of_a_doubted_fact() -> None:
    question = CuratedQuestion("facet", QuestionKind.TRUE_FALSE, "Is she said to write?", "true")
    notes = (Note("doubtful", "Or did she?"),)
    facts = [told(1, "Anna wrote.", ANNA, notes=notes, questions=(question,)), *OTHERS]
    assert made(QuestionKind.TRUE_FALSE, facts, "facet") is not None


def curated(
    kind: QuestionKind, answer: str, *wrong: str, accept: tuple[str, ...] = ()
) -> list[Fact]:
    question = CuratedQuestion("facet", kind, "What was it?", answer, accept, wrong)
    return [told(1, "Anna wrote.", ANNA, date="1910", questions=(question,)), *OTHERS]


def test_a_curated_question_offers_its_own_wrong_options() -> None:
    facts = curated(QuestionKind.CHOICE, "a letter", "a song", "a dance", "a play", "a poem")
    assert offered(facts, "facet") == {"a letter", "a song", "a dance", "a play", "a poem"}


def test_a_wrong_option_that_is_right_is_not_offered() -> None:
    facts = curated(
        QuestionKind.CHOICE, "the letter", "a letter", "LETTER", "note", "song", "play",
        accept=("note",),
    )  # fmt: skip
    assert offered(facts, "facet") == {"the letter", "song", "play"}


def test_a_short_curated_answer_can_be_typed_and_a_long_one_not() -> None:
    short = curated(QuestionKind.CHOICE, "a letter to a friend", "a song", "a dance")
    long = curated(QuestionKind.CHOICE, "a letter to a friend of hers", "a song", "a dance")
    assert made(QuestionKind.RECALL, short, "facet") is not None
    assert made(QuestionKind.RECALL, long, "facet") is None


@pytest.mark.parametrize("ask", ["What letter was it?", "Was it a LETTER?"])
def test_a_curated_question_that_tells_its_answer_is_not_asked(ask: str) -> None:
    question = CuratedQuestion("facet", QuestionKind.CHOICE, ask, "a letter", wrong=("x", "y", "z"))
    facts = [told(1, "Anna wrote.", ANNA, questions=(question,)), *OTHERS]
    assert made(QuestionKind.CHOICE, facts, "facet") is None
    assert made(QuestionKind.RECALL, facts, "facet") is None


def test_what_stands_after_the_is_replaced_only_by_what_does_so_too() -> None:
    union, empire = Entity("union", PLACE, "Union"), Entity("empire", PLACE, "Empire")
    facts = [
        told(1, "She left the Union.", union, date="1910"),
        told(2, "The Empire fell.", empire, date="1800"),
        told(3, "Rome burned.", ROME, date="0064"),
        told(4, "Some loved the Paris of old.", PARIS, date="1700"),
        told(5, "Paris was free.", PARIS, date="1944"),
    ]
    assert offered(facts, "place union") == {"Union", "Empire", "Paris"}
    facts = [told(1, "She left Berlin.", BERLIN, date="1910"), *facts[1:]]
    assert offered(facts, "place berlin") == {"Berlin", "Rome", "Paris"}


FOSSILS = ("pterosaur", "ichthyosaur", "ammonite", "iguanodon", "belemnites")


def of_fossils(text: str, language: str = "en") -> set[str]:
    """What stands in place of a fossil, in options and in statements."""
    concept = EntityKind.CONCEPT
    named = {name: Entity(name, concept, name) for name in FOSSILS}
    right = next(name for name in FOSSILS if name in text)
    others = [name for name in FOSSILS if name != right]
    facts = [told(1, text, named[right], date="1910")]
    facts += [
        told(n, f"Of {o} nobody spoke.", named[o], date=f"18{n}0") for n, o in enumerate(others, 2)
    ]
    material = Material(Dataset("d", "D", language=language), facts)
    facet = next(facets_of(facts[0], None))
    kinds = (QuestionKind.CHOICE, QuestionKind.TRUE_FALSE)
    questions = [MAKERS[kind](facet, material, Random(n)) for kind in kinds for n in range(40)]
    told_of = " ".join(" ".join((q.prompt, *(q.options or ()))) for q in questions if q)
    return {name for name in others if name in told_of}


def test_only_names_that_take_the_same_article_are_put_after_a_or_an() -> None:
    assert of_fossils("It was the skull of an ichthyosaur.") == {"ammonite", "iguanodon"}
    assert of_fossils("It was the skull of a pterosaur.") == set()
    assert of_fossils("Elle a ammonite.", "fr") == {*FOSSILS} - {"ammonite"}


def test_a_name_in_the_plural_is_not_put_in_place_of_one_in_the_singular() -> None:
    assert of_fossils("Nobody knew what ichthyosaur was.") == {"pterosaur", "ammonite", "iguanodon"}
    assert of_fossils("They took belemnites for thunderbolts.") == set()


def test_a_statement_in_the_plural_takes_the_form_in_the_plural() -> None:
    concept = EntityKind.CONCEPT
    pterosaur = Entity("a", concept, "pterosaur", ("pterosaurs",))
    ammonite = Entity("b", concept, "ammonite", ("ammonites",))
    facts = [
        told(1, "There pterosaurs lay.", pterosaur, date="1910"),
        told(2, "Elsewhere ammonites swam.", ammonite, date="1800"),
    ]
    questions = [made(QuestionKind.TRUE_FALSE, facts, "concept a", seed=n) for n in range(9)]
    assert "There ammonites lay." in {question.prompt for question in questions if question}


def test_only_names_of_the_same_sort_are_offered_where_names_have_one() -> None:
    sorts = {"Anna": "queen", "Berta": "queen", "Carla": "queen", "Dora": "cook", "Emma": ""}
    facts = [
        told(number, f"{name} sang.", Entity(name, PERSON, name, sort=sort), date=f"19{number}0")
        for number, (name, sort) in enumerate(sorts.items(), start=1)
    ]
    facts[0] = facts[0]._replace(text="Anna slept.")
    assert offered(facts, "person Anna") == {"Anna", "Berta", "Carla"}


def test_a_statement_begins_with_a_capital_letter() -> None:
    moon = Entity("moon", EntityKind.CONCEPT, "eclipse of the Moon")
    sun = Entity("sun", EntityKind.CONCEPT, "Darkness")
    facts = [
        told(1, "Darkness ended a battle.", sun, date="1910"),
        told(2, "There was eclipse of the Moon.", moon, date="1800"),
    ]
    questions = [made(QuestionKind.TRUE_FALSE, facts, "concept sun", seed=n) for n in range(9)]
    assert {question.prompt for question in questions if question} == {
        "Darkness ended a battle.",
        "Eclipse of the Moon ended a battle.",
    }


def offered_in_a_life(*own: str, others: tuple[str, ...]) -> set[str]:
    """The dates offered for the first event of a life from 1900 to 1950, beside other events."""
    facts = [
        Fact(number, "So it was.", (event,))
        for number, date in enumerate((*own, *others), start=1)
        for event in [
            Event(f"Event {number:x}", parse_edtf(date), main=True, context=number > len(own))
        ]
    ]
    subject = Subject("anna", "Anna", parse_edtf("1900"), parse_edtf("1950"))
    material = Material(Dataset("d", "D", subject), facts)
    (facet,) = facets_of(facts[0], "anna")
    questions = [MAKERS[QuestionKind.CHOICE](facet, material, Random(seed)) for seed in range(60)]
    return {option for question in questions if question for option in question.options or ()}


def test_no_event_of_the_subject_is_offered_a_date_outside_its_life() -> None:
    others = ("1850", "1905", "1915", "1925", "1990")
    assert offered_in_a_life("1910", others=others) == {"1905", "1910", "1915", "1925"}


def test_a_date_of_no_event_is_offered_none_outside_the_life_unless_all_events_are_others() -> None:
    question = CuratedQuestion("facet", QuestionKind.DATE, "When was it?", "1910")
    for context in (False, True):
        event = Event("Her sister was born", parse_edtf("1890"), main=True, context=context)
        others = [told(n, "So it was.", date=date) for n, date in enumerate(("1895", "1905"), 2)]
        others += [told(n, "So it was.", date=date) for n, date in enumerate(("1915", "1925"), 4)]
        facts = [Fact(1, "So it was.", (event,), questions=(question,)), *others]
        subject = Subject("anna", "Anna", parse_edtf("1900"), parse_edtf("1950"))
        material = Material(Dataset("d", "D", subject), facts)
        facet = next(facets_of(facts[0], "anna"))
        dates = {date.edtf for date in wrong_dates(facet, material)}
        assert dates == {"1905", "1915", "1925"} | ({"1895"} if context else set())


def test_the_nearest_dates_on_either_side_are_offered() -> None:
    facts = [told(n, f"It was {n}.", date=str(1840 + 10 * n)) for n in range(1, 11)]
    facts = [told(1, "It was so.", date="1905"), *(f._replace(id=f.id + 1) for f in facts)]
    facet = next(f for f in facets_of(facts[0], None) if f.name == "date")
    wrong = {date.edtf for date in wrong_dates(facet, Material(Dataset("d", "D"), facts))}
    assert wrong == {"1870", "1880", "1890", "1900", "1910", "1920", "1930", "1940"}


def test_a_birth_is_offered_the_nearest_dates_that_no_other_event_rules_out() -> None:
    others = ("1600", "1892", "1894", "1896", "1898", "1902", "1904", "1920")
    birth = offered_in_a_life("1900", "1903", others=others)
    assert birth == {"1892", "1894", "1896", "1898", "1900", "1902", "1903"}


def test_a_death_is_offered_the_nearest_dates_that_no_other_event_rules_out() -> None:
    others = ("1940", "1946", "1948", "1952", "1953", "1954", "1990", "2090")
    death = offered_in_a_life("1950", "1945", others=others)
    assert death == {"1945", "1946", "1948", "1950", "1952", "1953", "1954", "1990"}


@pytest.mark.parametrize(("date", "is_asked"), [("1900", False), ("1950", False), ("1910", True)])
def test_a_birth_or_death_is_not_asked_by_what_came_first(date: str, is_asked: bool) -> None:
    subject = Subject("anna", "Anna", parse_edtf("1900"), parse_edtf("1950"))
    facts = [told(1, "Anna wrote.", ANNA, date=date), told(2, "Berta sang.", BERTA, date="1925")]
    material = Material(Dataset("d", "D", subject), facts)
    made_of = [
        MAKERS[QuestionKind.FIRST](facet, material, Random(0))
        for fact in facts
        for facet in facets_of(fact, "anna")
        if facet.name == "date"
    ]
    assert [question is not None for question in made_of] == [is_asked] * 2


@pytest.mark.parametrize(
    "label", ["His journey", "They leave", "Buckland describes it", "This ends"]
)
def test_a_label_with_a_pronoun_is_not_asked_by_itself(label: str) -> None:
    event = Event(label, parse_edtf("1910"), main=True)
    facts = [Fact(1, "Anna wrote.", (event,), (ANNA,)), *OTHERS]
    for kind in (QuestionKind.DATE, QuestionKind.CHOICE, QuestionKind.FIRST, QuestionKind.ORDER):
        assert made(kind, facts, "date") is None


YEARS = [told(number, f"It was {number}.", date=str(1900 + number)) for number in range(2, 11)]


def year_of(date: str) -> list[Fact]:
    return [told(1, f"In {date} nothing else came to pass.", date=date), *YEARS]


def test_years_are_offered_in_order_with_the_key_at_every_place() -> None:
    places = set()
    for seed in range(60):
        question = made(QuestionKind.CHOICE, year_of("1905-03"), "date", seed=seed)
        assert question is None, "a month is asked among months"
        question = made(QuestionKind.CHOICE, year_of("1905"), "date", seed=seed)
        assert question is not None
        assert question.options is not None
        assert list(question.options) == sorted(question.options)
        places.add(question.options.index("1905"))
    assert places == {0, 1, 2, 3}


@pytest.mark.parametrize("date", ["1850", "1999"])
def test_the_first_and_the_last_year_of_all_are_no_choice(date: str) -> None:
    assert made(QuestionKind.CHOICE, year_of(date), "date") is None
    assert made(QuestionKind.DATE, year_of(date), "date") is not None


@pytest.mark.parametrize("date", ["1905~", "1905?", "[1904..1905]", "1930/.."])
def test_a_date_in_doubt_is_never_asked(date: str) -> None:
    facts = year_of("1905")
    event = Event("Something", parse_edtf(date), main=True)
    facts[0] = Fact(1, "Something came to pass.", (event,))
    assert made(QuestionKind.DATE, facts, "date") is None
    assert made(QuestionKind.CHOICE, facts, "date") is None


def test_a_label_that_stands_for_two_dates_is_no_question() -> None:
    def crowned(identifier: int, date: str) -> Fact:
        return Fact(identifier, "Crowned.", (Event("The crown", parse_edtf(date), main=True),))

    one, same, other = crowned(1, "1905"), crowned(2, "1905"), crowned(3, "1907")
    assert made(QuestionKind.DATE, [one, same], "date") is not None
    assert made(QuestionKind.DATE, [one, other], "date") is None


def test_a_label_is_asked_for_by_a_whole_question() -> None:
    question = made(QuestionKind.DATE, [told(1, "Anna wrote.", ANNA, date="1910-05")], "date")
    assert question is not None
    assert question.prompt == "In which month and year was this? Event b"


def test_a_century_is_asked_for_though_the_question_says_the_word() -> None:
    question = made(QuestionKind.DATE, [told(1, "Anna wrote.", ANNA, date="18XX")], "date")
    assert question is not None
    assert question.prompt == "In which century was this? Event b"


def test_happenings_that_overlap_are_never_put_in_order() -> None:
    facts = [told(1, "Anna wrote.", ANNA, date="1900/1910"), *OTHERS]
    assert made(QuestionKind.FIRST, facts, "date") is None
    assert made(QuestionKind.ORDER, facts, "date") is None


def test_three_or_four_happenings_are_put_in_order() -> None:
    facts = [told(1, "Anna wrote.", ANNA, date="1910"), *OTHERS]
    question = made(QuestionKind.ORDER, facts, "date")
    assert question is not None
    assert question.options is not None
    ordered = [question.options["abcd".index(letter)] for letter in question.answer.split()]
    assert ordered == ["Event c", "Event d", "Event e", "Event b"]
    assert question.facts == (2, 3, 4, 1), "in the order of the answer"
    assert made(QuestionKind.ORDER, facts[:2], "date") is None


def test_a_facet_keeps_its_name_when_the_text_is_reworded() -> None:
    old = told(1, "Anna wrote.", ANNA, date="1910")
    new = old._replace(text="It was Anna who wrote.")
    names = [[facet.name for facet in facets_of(fact, None)] for fact in (old, new)]
    assert names[0] == names[1] == ["person anna", "date"]


def test_a_facet_knows_what_has_to_be_known() -> None:
    fact = told(1, "Anna wrote.", ANNA, date="1910")
    assert [facet.knowledge for facet in facets_of(fact, None)] == ["Anna", "1910"]
    assert Facet(fact, "nothing").knowledge == ""
