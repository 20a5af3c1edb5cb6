"""Which questions a quiz asks, and in which order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bazhanov_cli.facts import Fact, Note, QuestionKind
from bazhanov_cli.folding import fold_words
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.interleaving import Interleaving
from bazhanov_cli.quiz.memory.database import Database
from bazhanov_cli.quiz.memory.store import Memory, key_of
from bazhanov_cli.quiz.planning import SAMPLE, Request, plan
from bazhanov_cli.quiz.question import Judgement, Question, Rating, Verdict
from bazhanov_cli.quiz.session import Answer
from support.libraries import library_of, packaged_library
from support.packaged import ROOT

TODAY = date(2026, 3, 1)
NAMED = (QuestionKind.RECALL, QuestionKind.CHOICE, QuestionKind.DATE)


class Reader:
    """A reader of the packaged facts, on one day after another."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder, to_write=True)
        self.answered = 0

    def on(self, day: date) -> Memory:
        return Memory(self.database, "bazhanov", day)

    def answers(self, question: Question, rating: Rating, day: date) -> None:
        self.answered += 1
        verdict = Verdict.WRONG if rating is Rating.AGAIN else Verdict.EXACT
        answer = Answer(question, "", Judgement(verdict), rating)
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.answered)
        self.on(day).record(f"{self.answered:04}", answer, moment)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    made = Reader(tmp_path)
    yield made
    made.database.close()


def planned(
    reader: Reader, day: date = TODAY, seed: int = 1, *, only_due: bool = False
) -> list[Question]:
    return plan(Request(10, seed, only_due=only_due), packaged_library(), reader.on(day))


def test_what_is_new_is_asked_with_options(reader: Reader) -> None:
    for seed in range(10):
        assert all(question.options for question in planned(reader, seed=seed))


def test_few_of_the_new_questions_are_statements_and_as_many_true_as_false(reader: Reader) -> None:
    for seed in range(30):
        answers = [q.answer for q in planned(reader, seed=seed) if q.options == ("true", "false")]
        assert len(answers) <= 10 // 3
        assert abs(answers.count("true") - answers.count("false")) <= 1


def test_names_are_asked_as_a_choice_where_nothing_is_written_by_hand(reader: Reader) -> None:
    library = LIBRARIES["uncurated"]()
    kinds = Counter(
        question.kind
        for seed in range(20)
        for question in plan(Request(6, seed), library, Memory(reader.database, "x", TODAY))
    )
    assert kinds[QuestionKind.TRUE_FALSE] < kinds.total() / 3
    assert kinds[QuestionKind.CHOICE] > kinds[QuestionKind.TRUE_FALSE]


def test_statements_fill_a_quiz_where_nothing_else_does(reader: Reader) -> None:
    kinds = (QuestionKind.TRUE_FALSE,)
    assert len(plan(Request(6, 1, kinds=kinds), packaged_library(), reader.on(TODAY))) == 6


def test_new_questions_spread_over_the_facts(reader: Reader) -> None:
    seen: list[int] = []
    for seed in range(3):
        for question in plan(Request(6, seed), packaged_library(), reader.on(TODAY)):
            seen.append(question.fact)
            reader.answers(question, Rating.GOOD, TODAY)
    assert len(seen) == 18
    assert len(set(seen)) > 14


def test_what_is_due_comes_before_what_is_new(reader: Reader) -> None:
    first = planned(reader)[:4]
    for question in first:
        reader.answers(question, Rating.HARD, TODAY)
    later = planned(reader, TODAY + timedelta(9), seed=2)
    assert {key_of(question) for question in first} <= {key_of(question) for question in later}


def test_what_is_known_has_to_be_typed_and_what_was_forgotten_is_recognised(
    reader: Reader,
) -> None:
    for fact, rating in ((8, Rating.GOOD), (14, Rating.AGAIN)):
        request = Request(1, 1, kinds=(QuestionKind.CHOICE,), facts=(fact,))
        (question,) = plan(request, packaged_library(), reader.on(TODAY))
        reader.answers(question, rating, TODAY)
    due = planned(reader, TODAY + timedelta(30), only_due=True)
    assert {question.fact: question.is_typed for question in due} == {8: True, 14: False}


def test_nothing_is_due_on_the_day_itself(reader: Reader) -> None:
    for question in planned(reader):
        reader.answers(question, Rating.GOOD, TODAY)
    assert planned(reader, only_due=True) == []


def test_a_quiz_is_never_empty_even_when_everything_is_known(reader: Reader) -> None:
    for _ in range(25):
        for question in planned(reader, seed=reader.answered):
            reader.answers(question, Rating.GOOD, TODAY)
    assert len(planned(reader)) == 10


def test_the_weakest_come_first_when_nothing_is_due_or_new(reader: Reader) -> None:
    library = library_of(
        "facts:\n"
        + "".join(
            f"- id: {n}\n  text: Number {letter}.\n  questions:\n"
            f"  - {{facet: f, ask: Which one is that?, answer: {word}, wrong: [x, y, z]}}\n"
            for n, letter, word in ((1, "one", "red"), (2, "two", "blue"), (3, "three", "green"))
        )
    )
    memory = Memory(reader.database, library.dataset.id, TODAY)
    ratings = {1: Rating.GOOD, 2: Rating.AGAIN, 3: Rating.HARD}
    for question in plan(Request(3, 1), library, memory):
        answer = Answer(question, "", Judgement(Verdict.EXACT), ratings[question.fact])
        memory.record(str(question.fact), answer, datetime(2026, 1, 1, tzinfo=UTC))
    for seed in range(5):
        assert [q.fact for q in plan(Request(2, seed), library, memory)] == [2, 3]


def test_filters_hold_for_what_is_due_and_weak_as_well(reader: Reader) -> None:
    for question in planned(reader):
        reader.answers(question, Rating.GOOD, TODAY)
    selection = Selection(topics=("pursuit",))
    for day in (TODAY, TODAY + timedelta(90)):
        request = Request(10, 1, selection=selection)
        questions = plan(request, packaged_library(), reader.on(day))
        assert questions
        assert {question.fact for question in questions} <= {1, 13, 14}


def test_no_question_draws_on_what_the_filters_leave_out() -> None:
    kinds = (QuestionKind.ORDER, QuestionKind.FIRST)
    library = packaged_library()
    education = Selection(topics=("education",))
    for seed in range(20):
        for selection, facts in ((education, ()), (Selection(), (8,)), (Selection(), (4, 6, 8))):
            request = Request(5, seed, kinds=kinds, selection=selection, facts=facts)
            for question in plan(request, library, None):
                assert set(question.facts) <= set(facts or (4, 6))
                assert facts != (8,), "one fact comes first of nothing"


def test_a_card_whose_fact_or_answer_is_gone_is_not_asked(reader: Reader) -> None:
    (question,) = planned(reader)[:1]
    gone = Question(99, "f", QuestionKind.RECALL, "?", "x", facts=(99,), knowledge="x")
    changed = Question(
        question.fact, question.facet, QuestionKind.RECALL, "?", "x", facts=(1,), knowledge="x"
    )
    for old in (gone, changed):
        reader.answers(old, Rating.AGAIN, TODAY)
    assert planned(reader, TODAY + timedelta(9), only_due=True) == []


def test_stale_cards_keep_no_others_from_being_asked(reader: Reader) -> None:
    for number in range(300):
        gone = Question(8, f"gone {number}", QuestionKind.RECALL, "?", "x", knowledge="x")
        reader.answers(gone, Rating.AGAIN, TODAY)
    (question,) = planned(reader)[:1]
    reader.answers(question, Rating.GOOD, TODAY)
    due = planned(reader, TODAY + timedelta(60), only_due=True)
    assert [key_of(one) for one in due] == [key_of(question)]


def test_what_is_due_is_found_behind_all_that_the_filters_leave_out(
    reader: Reader, many_facts: Library
) -> None:
    memory = Memory(reader.database, many_facts.dataset.id, TODAY)
    for number in range(1, 301):
        (question,) = plan(Request(1, 1, facts=(number,)), many_facts, None)
        answer = Answer(question, "", Judgement(Verdict.EXACT), Rating.GOOD)
        memory.record(f"{number:04}", answer, datetime(2026, 1, 1, tzinfo=UTC))
    later = Memory(reader.database, many_facts.dataset.id, TODAY + timedelta(90))
    for request in (
        Request(5, 1, facts=(300,), only_due=True),
        Request(5, 1, selection=Selection(about=("p19",)), only_due=True),
    ):
        due = plan(request, many_facts, later)
        assert due
        assert {question.fact % 20 for question in due} <= {19, 0}


def test_any_number_of_questions_may_be_asked_for(reader: Reader) -> None:
    assert plan(Request(10**30, 1), packaged_library(), reader.on(TODAY))


def without_questions(path: Path) -> str:
    """A dataset with nothing in it that was written for the quiz."""
    header, _, facts = path.read_text("utf-8").partition("\nfacts:\n")
    facts = re.sub(r"\n    questions:\n(      .*\n)+", "\n", facts.partition("\nsequences:\n")[0])
    return f"{header}\nfacts:\n{facts}"


LIBRARIES: dict[str, Callable[[], Library]] = {
    "packaged": packaged_library,
    "uncurated": lambda: library_of(without_questions(ROOT / "data/facts.yaml")),
    "antiquity": lambda: library_of((ROOT / "tests/data/antiquity.yaml").read_text("utf-8")),
}


@pytest.mark.parametrize("dataset", LIBRARIES)
@pytest.mark.parametrize("number", [10, 20, 50])
def test_nothing_that_was_shown_tells_the_answer_to_a_later_question(
    dataset: str, number: int
) -> None:
    library = LIBRARIES[dataset]()
    for seed in range(20):
        told, shown = "", set[int]()
        for question in plan(Request(number, seed), library, None):
            assert shown.isdisjoint(question.facts)
            if question.kind in NAMED:
                for spelling in question.accepted:
                    assert f" {plainly(spelling)} " not in told, (seed, question.prompt)
            told += "".join(map(feedback, library.facts_with(question.facts)))
            told += f" {plainly(question.prompt)}  {plainly(question.answer)} "
            shown |= set(question.facts)


@pytest.mark.parametrize("dataset", LIBRARIES)
def test_no_question_of_a_sheet_tells_the_answer_to_another(dataset: str) -> None:
    library = LIBRARIES[dataset]()
    for seed in range(30):
        questions = plan(Request(12, seed), library, None)
        for question in (one for one in questions if one.kind in NAMED):
            for other in questions:
                shown = [other.prompt]
                if other.kind is not QuestionKind.CHOICE or question.is_typed:
                    shown += other.options or ()
                words = "".join(f" {plainly(text)} " for text in shown)
                for spelling in question.accepted if other != question else ():
                    assert f" {plainly(spelling)} " not in words, (seed, question.prompt)


def feedback(fact: Fact) -> str:
    texts = (fact.text, *(note.text for note in fact.notes))
    return "".join(f" {plainly(text)} " for text in texts)


def plainly(text: str) -> str:
    return " ".join(fold_words(text).split())


def asked(fact: int, *accepted: str, facts: tuple[int, ...] = ()) -> Question:
    return Question(
        fact, "f", QuestionKind.RECALL, f"Question {fact}?", accepted[0], accepted,
        facts=(fact, *facts),
    )  # fmt: skip


def test_a_question_is_put_before_the_one_whose_feedback_would_answer_it() -> None:
    quiz = Interleaving()
    assert quiz.add(asked(1, "Rome"), [Fact(1, "Rome and Paris.")])
    assert quiz.add(asked(2, "Paris"), [Fact(2, "Paris alone.")])
    assert quiz.add(asked(3, "Oslo"), [Fact(3, "Oslo alone.", notes=(Note("x", "Paris too"),))])
    assert [question.fact for question in quiz.questions] == [2, 1, 3]


def test_two_questions_that_answer_one_another_are_not_in_one_quiz() -> None:
    quiz = Interleaving()
    assert quiz.add(asked(1, "Rome"), [Fact(1, "Rome and Paris.")])
    assert not quiz.add(asked(2, "Paris"), [Fact(2, "Paris and Rome.")])


def test_no_question_names_the_answer_to_another_wherever_that_one_stands() -> None:
    choice = replace(asked(2, "Riga"), kind=QuestionKind.CHOICE, options=("Riga", "Rome", "Oslo"))
    order = replace(asked(3, "a b"), kind=QuestionKind.ORDER, options=("Rome falls", "Oslo burns"))
    for other in (
        choice,
        order,
        replace(asked(4, "Bern"), prompt="Where is Bern, if not in Rome?"),
    ):
        for both in ((other, asked(1, "Rome")), (asked(1, "Rome"), other)):
            quiz = Interleaving()
            assert [quiz.add(question, []) for question in both] == [True, False]
    chosen = replace(asked(1, "Rome"), kind=QuestionKind.CHOICE, options=("Rome", "Bonn", "Bern"))
    quiz = Interleaving()
    assert quiz.add(choice, [])
    assert quiz.add(chosen, []), "an option among others tells nothing to one who chooses"


def test_no_two_questions_draw_on_one_fact() -> None:
    quiz = Interleaving()
    assert quiz.add(asked(1, "Rome", facts=(5,)), [Fact(1, "Rome.")])
    assert not quiz.add(asked(5, "Oslo"), [Fact(5, "Oslo.")])
    assert quiz.draws_on([4, 5])
    assert not quiz.draws_on([4])


@st.composite
def orders(draw: st.DrawFn) -> list[tuple[Question, Fact]]:
    """Questions on facts that mention one another's answers."""
    names = draw(st.permutations(["Rome", "Paris", "Oslo", "Bern", "Kyiv", "Riga"]))
    made = []
    for place, name in enumerate(names):
        others = draw(st.lists(st.sampled_from(names), max_size=3))
        made.append((asked(place, name), Fact(place, " and ".join((name, *others)))))
    return made


@given(orders())
def test_any_order_in_which_questions_come_gives_one_that_spoils_none(
    made: list[tuple[Question, Fact]],
) -> None:
    quiz = Interleaving()
    texts = {question.fact: fact.text for question, fact in made}
    for question, fact in made:
        quiz.add(question, [fact])
    asked_in_order = quiz.questions
    assert asked_in_order
    for place, question in enumerate(asked_in_order):
        for earlier in asked_in_order[:place]:
            assert question.answer not in texts[earlier.fact]


@pytest.fixture(scope="module")
def many_facts() -> Library:
    """A dataset of many more facts than a quiz looks at."""
    return library_of(
        "people:\n"
        + "".join(f"  p{n}: {{name: Person {chr(945 + n)}}}\n" for n in range(20))
        + "facts:\n"
        + "".join(
            f"- id: {n}\n  text: Number {n} was told by Person {chr(945 + n % 20)}.\n"
            f"  people: p{n % 20}\n  events: {{date: {1000 + n}, label: Tale {n:x}}}\n"
            for n in range(1, 901)
        )
    )


def test_a_quiz_on_a_large_dataset_reads_a_sample_of_it(
    many_facts: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    facts_with = many_facts.facts_with

    def counted(identifiers: list[int], *, questions: bool = False) -> Iterator[Fact]:
        for fact in facts_with(identifiers, questions=questions):
            read.append(fact.id)
            yield fact

    monkeypatch.setattr(many_facts, "facts_with", counted)
    assert len(plan(Request(10, 1), many_facts, None)) == 10
    assert len(set(read)) <= 2 * SAMPLE


def test_different_seeds_look_at_different_parts_of_a_large_dataset(many_facts: Library) -> None:
    asked_facts = {
        question.fact for seed in range(12) for question in plan(Request(5, seed), many_facts, None)
    }
    assert len(asked_facts) > 40
    assert max(asked_facts) > 600 > 300 > min(asked_facts)


@settings(max_examples=50)
@given(st.permutations(range(1, 7)), st.integers(0, 5))
def test_the_order_of_the_file_makes_no_other_quiz(order: list[int], seed: int) -> None:
    def quiz(numbers: list[int]) -> list[Question]:
        facts = "".join(
            f"- {{id: {n}, text: The {n} was {'abcdefg'[n]}., events: {1900 + n}}}\n"
            for n in numbers
        )
        return plan(Request(4, seed), library_of(f"facts:\n{facts}"), None)

    assert quiz(order) == quiz(sorted(order))
