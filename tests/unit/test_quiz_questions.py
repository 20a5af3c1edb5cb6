"""Questions made from facts: each has exactly one right answer, and does not give it away."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.facts import Dataset, Entity, EntityKind, Event, Fact, QuestionKind, Topic
from bazhanov_cli.folding import fold, fold_words
from bazhanov_cli.quiz.answers import judge
from bazhanov_cli.quiz.planning import Request, plan
from bazhanov_cli.quiz.question import Question, Verdict
from bazhanov_cli.quiz.questions import MAKERS
from bazhanov_cli.quiz.questions.facets import facets_of
from bazhanov_cli.quiz.questions.material import Material
from support.libraries import packaged_library
from support.packaged import ROOT

SEEDS = 200
EXAMPLES = settings(max_examples=5 * settings().max_examples)

PEOPLE = [
    Entity("ada", EntityKind.PERSON, "Ada Lovelace", ("Lovelace",), ("Ада Лавлейс",)),
    Entity("babbage", EntityKind.PERSON, "Charles Babbage", ("Babbage",)),
    Entity("hypatia", EntityKind.PERSON, "Ὑπατία", (), ("Hypatia",)),
    Entity("zhang", EntityKind.PERSON, "張衡", (), ("Zhang Heng",)),
    Entity("noether", EntityKind.PERSON, "Emmy Noether", ("Noether",)),
    Entity("euler", EntityKind.PERSON, "Leonhard Euler", ("Euler",)),
]
PLACES = [
    Entity("london", EntityKind.PLACE, "London"),
    Entity("basel", EntityKind.PLACE, "Basel", (), ("Basle", "Bâle")),
    Entity("new-london", EntityKind.PLACE, "New London"),
    Entity("luoyang", EntityKind.PLACE, "洛陽", (), ("Luoyang",)),
    Entity("erlangen", EntityKind.PLACE, "Erlangen"),
]
DATES = [
    "1843", "1843-07", "1843-07-10", "1840/1845", "-0300", "0415-03", "1783-09-18", "192X",
    "1915~", "1918?", "1950/..", "[1926..1928]", "1933", "0132", "1707-04-15",
]  # fmt: skip
SENTENCES = [
    "{person} wrote to {other} from {place}.",
    "In {place}, {person} explained the engine to {other}.",
    "{person} left {place} for good.",
    "Nobody understood what {person} had seen.",
    "{other} was taught by {person} in {place}; {other} never forgot it.",
]
LABELS = ["A letter", "The engine", "A farewell", "The vision", "Lessons", "An eclipse", "A prize"]


@st.composite
def facts(draw: st.DrawFn) -> list[Fact]:
    """Some facts that share names, some of them dated, in any order."""
    made = []
    for number in range(1, draw(st.integers(3, 6)) + 1):
        person, other = draw(st.permutations(PEOPLE))[:2]
        place = draw(st.sampled_from(PLACES))
        sentence = draw(st.sampled_from(SENTENCES))
        named = {"person": person, "other": other, "place": place}
        used = [entity for role, entity in named.items() if f"{{{role}}}" in sentence]
        date = draw(st.none() | st.sampled_from(DATES))
        event = Event(LABELS[number - 1], parse_edtf(date) if date else None, main=True)
        text = sentence.format(**{role: entity.name for role, entity in named.items()})
        see = draw(st.sampled_from([(), (), (1,)]))
        made.append(Fact(number, text, (event,), tuple(used), ("t",), see=see))
    return made


DATASET = Dataset("letters", "Letters", topics=(Topic("t"),))


def questions_on(given_facts: list[Fact], seed: int) -> list[Question]:
    """Every question that can be made of one of the facts, beside the others."""
    material = Material(DATASET, given_facts)
    fact = material.facts[seed % len(material.facts)]
    made = (
        maker(facet, material, Random(f"{seed}{facet.name}"))
        for facet in facets_of(fact, None)
        for maker in MAKERS.values()
    )
    return [question for question in made if question]


def plainly(text: str) -> str:
    return " ".join(fold_words(text).split())


def check_options(question: Question) -> None:
    """One option is the key, and no two are the same."""
    assert question.options is not None
    folded = [plainly(option) for option in question.options]
    assert len(set(folded)) == len(folded)
    if question.kind is QuestionKind.ORDER:
        letters = "abcdefgh"[: len(folded)]
        assert sorted(question.answer.split()) == list(letters)
        assert 3 <= len(folded) <= 5
        return
    assert folded.count(plainly(question.answer)) == 1
    assert len(folded) in ((3, 4) if question.kind is QuestionKind.CHOICE else (2,))


def check_is_judged_right(question: Question) -> None:
    """The key is right for the grader, and no other option is."""
    assert judge(question, question.answer).verdict is Verdict.EXACT
    if question.options and question.kind is not QuestionKind.ORDER:
        for option in question.options:
            right = judge(question, option).verdict.is_right
            assert right == (plainly(option) == plainly(question.answer)), option


def check_tells_nothing(question: Question) -> None:
    """The prompt names neither the answer, in any spelling, nor another option."""
    if question.kind in (QuestionKind.TRUE_FALSE, QuestionKind.ORDER, QuestionKind.FIRST):
        return
    prompt = f" {plainly(question.prompt)} "
    for spelling in {*question.accepted, *(question.options or ())}:
        if len(plainly(spelling)) > 2:
            assert f" {plainly(spelling)} " not in prompt, (spelling, question.prompt)


def check_no_year(question: Question) -> None:
    """No year stands where dates are asked."""
    if question.kind in (QuestionKind.DATE, QuestionKind.ORDER, QuestionKind.FIRST):
        assert not re.search(r"\d{3,}", question.prompt)
    if question.kind in (QuestionKind.ORDER, QuestionKind.FIRST):
        assert not any(re.search(r"\d{3,}", option) for option in question.options or ())


def check(question: Question) -> None:
    if question.options is not None:
        check_options(question)
    check_is_judged_right(question)
    check_tells_nothing(question)
    check_no_year(question)
    assert question.fact in question.facts


def check_wrong_options(question: Question, given_facts: list[Fact]) -> None:
    """No wrong option is true of the fact, and all options are of one kind."""
    everyone = {entity.name: entity for entity in (*PEOPLE, *PLACES)}
    if question.kind is QuestionKind.CHOICE and question.answer in everyone:
        fact = next(fact for fact in given_facts if fact.id == question.fact)
        wrong = {option for option in question.options or () if option != question.answer}
        assert not wrong & {entity.name for entity in fact.entities}
        assert {everyone[o].kind for o in wrong} == {everyone[question.answer].kind}


def check_order(question: Question, given_facts: list[Fact]) -> None:
    """Happenings are compared only where one surely came before the next."""
    dates = {event.label: event.date for fact in given_facts for event in fact.events}
    options = question.options or ()
    if question.kind is QuestionKind.ORDER:
        ordered = [options["abcdefgh".index(letter)] for letter in question.answer.split()]
    elif question.kind is QuestionKind.FIRST:
        ordered = [question.answer, *(o for o in options if o != question.answer)]
    else:
        return
    for earlier, later in pairwise(map(dates.get, ordered)):
        assert earlier is not None
        assert later is not None
        assert earlier.is_strictly_before(later)


def check_statement(question: Question, given_facts: list[Fact]) -> None:
    """A statement is true when it is a fact, and false when no fact says so."""
    if question.kind is QuestionKind.TRUE_FALSE:
        texts = {plainly(fact.text) for fact in given_facts}
        assert (plainly(question.prompt) in texts) == (question.answer == "true")


def check_date(question: Question, given_facts: list[Fact]) -> None:
    """A date is asked only as precisely as it is known, and never where it is in doubt."""
    if question.kind is QuestionKind.DATE:
        fact = next(fact for fact in given_facts if fact.id == question.fact)
        assert question.date in {event.date for event in fact.events}
        assert question.date is not None
        assert not question.date.approximate
        assert not question.date.uncertain


@EXAMPLES
@given(facts(), st.integers(0, 9))
def test_every_question_has_one_right_answer_and_keeps_it_to_itself(
    given_facts: list[Fact], seed: int
) -> None:
    for question in questions_on(given_facts, seed):
        check(question)
        for check_against in (check_wrong_options, check_order, check_statement, check_date):
            check_against(question, given_facts)


@EXAMPLES
@given(facts(), st.integers(0, 9), st.randoms(use_true_random=False))
def test_the_order_of_the_file_changes_no_question(
    given_facts: list[Fact], seed: int, random: Random
) -> None:
    shuffled = list(given_facts)
    random.shuffle(shuffled)
    assert questions_on(shuffled, seed) == questions_on(given_facts, seed)


@pytest.fixture(scope="module")
def quizzes() -> list[list[Question]]:
    """The quiz of ten that each of many seeds gives."""
    return [plan(Request(10, seed), packaged_library(), None) for seed in range(SEEDS)]


def test_every_fact_and_every_kind_comes_up(quizzes: list[list[Question]]) -> None:
    asked = [question for quiz in quizzes for question in quiz]
    assert {question.fact for question in asked} == set(range(1, 19))
    assert {question.kind for question in asked} == set(QuestionKind)


def test_a_quiz_has_as_many_questions_as_were_asked_for(quizzes: list[list[Question]]) -> None:
    assert {len(quiz) for quiz in quizzes} == {10}


def test_every_packaged_question_has_one_right_answer(quizzes: list[list[Question]]) -> None:
    asked = {(q.prompt, q.answer, q.options): q for quiz in quizzes for q in quiz}
    library = packaged_library()
    by_id = {fact.id: fact for fact in library.facts_with(range(1, 19))}
    for question in asked.values():
        check(question)
        for option in question.options or ():
            if question.kind is QuestionKind.CHOICE and option != question.answer:
                entities = by_id[question.fact].entities
                spellings = {fold(s) for entity in entities for s in entity.spellings}
                assert fold(option) not in spellings, (question.prompt, option)


def test_no_question_of_a_quiz_asks_what_another_tells(quizzes: list[list[Question]]) -> None:
    for quiz in quizzes:
        asked = [(question.prompt, frozenset(question.options or ())) for question in quiz]
        assert len(set(asked)) == len(asked)
        cards = [(question.fact, question.facet) for question in quiz]
        assert len(set(cards)) == len(cards)


def test_the_place_of_the_key_cannot_be_guessed(quizzes: list[list[Question]]) -> None:
    places: Counter[int] = Counter()
    for quiz in quizzes:
        for question in quiz:
            options = question.options or ()
            if question.kind is QuestionKind.CHOICE and len(options) == 4:
                places[options.index(question.answer)] += 1
    total = sum(places.values())
    assert total > 100
    assert max(places.values()) < total * 0.4
    assert min(places[place] for place in range(4)) > total * 0.12


def test_years_stand_in_order(quizzes: list[list[Question]]) -> None:
    for question in (question for quiz in quizzes for question in quiz):
        if question.kind is QuestionKind.CHOICE and question.options:
            years = [option for option in question.options if re.fullmatch(r"\d{4}", option)]
            assert years == sorted(years)


def test_true_and_false_are_about_as_frequent(quizzes: list[list[Question]]) -> None:
    answers = Counter(
        q.answer for quiz in quizzes for q in quiz if q.kind is QuestionKind.TRUE_FALSE
    )
    assert 0.25 < answers["true"] / answers.total() < 0.75


def test_the_same_seed_gives_the_same_quiz_whatever_python_hashes() -> None:
    script = (
        "import sys; from bazhanov_cli.commands.app import run;"
        "run(['quiz', '--dry-run', '--json', '--cram', '--seed', '5'])"
    )
    given_quizzes = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", script],
                env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "PATH": ""},
                capture_output=True,
                check=True,
            ).stdout
        )
        for seed in ("1", "2")
    ]
    assert given_quizzes[0] == given_quizzes[1]
    assert len(given_quizzes[0]) == 10
