"""What a question of each kind holds, down to its hints."""

from __future__ import annotations

from dataclasses import replace
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
    Sequence,
    SequenceItem,
    Subject,
)
from bazhanov_cli.facts import QuestionKind as Kind
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions import MAKERS
from bazhanov_cli.quiz.questions.facets import facets_of
from bazhanov_cli.quiz.questions.hints import with_letters_hint, with_options_hint
from bazhanov_cli.quiz.questions.material import Material
from bazhanov_cli.quiz.questions.seeds import random_for

PERSON, PLACE = EntityKind.PERSON, EntityKind.PLACE
ANNA = Entity("anna", PERSON, "Anna Ivory", ("Anna",), ("Ann",))
BERTA, CARLA = Entity("berta", PERSON, "Berta", (), ("Bertha",)), Entity("carla", PERSON, "Carla")
KYIV, UKRAINE = Entity("kyiv", PLACE, "Kyiv", (), ("Kiev",)), Entity("ukraine", PLACE, "Ukraine")


def told(number: int, text: str, *entities: Entity, date: str = "", label: str = "") -> Fact:
    event = Event(label, parse_edtf(date) if date else None, main=True)
    return Fact(number, text, (event,), entities)


def made(kind: Kind, facts: list[Fact], facet: str, seed: int = 0) -> Question:
    """The question of a kind that the first fact gives on one of its facets."""
    material = Material(Dataset("d", "D"), facts)
    (wanted,) = [f for f in facets_of(facts[0], None) if f.name == facet]
    question = MAKERS[kind](wanted, material, Random(seed))
    assert question is not None
    return question


def possible(kind: Kind, facts: list[Fact], facet: str) -> bool:
    """Whether the first fact gives a question of a kind on one of its facets."""
    material = Material(Dataset("d", "D"), facts)
    (wanted,) = [f for f in facets_of(facts[0], None) if f.name == facet]
    return MAKERS[kind](wanted, material, Random(0)) is not None


def listed(hint: str) -> set[str]:
    """The options that a hint gives."""
    return set(hint.removeprefix("It is one of these: ").removesuffix(".").split(", "))


PEOPLE = [
    told(1, "Anna wrote.", ANNA, date="1903-05-09", label="The letter"),
    told(2, "Berta sang.", BERTA, date="1901-02-03", label="The song"),
    told(3, "Carla danced.", CARLA, date="1905-06-07", label="The dance"),
    told(4, "Rain fell on Kyiv.", KYIV, date="1902-03-04", label="The rain"),
]
NAMED = Question(
    1, "person anna", Kind.RECALL, "Who is missing? _____ wrote.", "Anna Ivory",
    ("Anna Ivory", "Anna", "Ann"), facts=(1,), names=PERSON, rivals=("Berta", "Bertha", "Carla"),
    knowledge="Anna Ivory",
)  # fmt: skip
DATED = Question(
    1, "date", Kind.DATE, "On what day was this? The letter", "9 May 1903",
    ("9 May 1903", "1903-05-09"), facts=(1,), knowledge="1903-05-09",
)  # fmt: skip


def test_a_name_is_typed_with_hints_at_its_letters_and_then_at_three_options() -> None:
    question = made(Kind.RECALL, PEOPLE, "person anna")
    letters, options = question.hints
    assert replace(question, hints=()) == NAMED
    assert letters == "It begins with A: words of 4 + 5 letters."
    assert listed(options) == {"Anna Ivory", "Berta", "Carla"}


def test_a_name_is_chosen_with_a_hint_that_strikes_a_wrong_option() -> None:
    question = made(Kind.CHOICE, PEOPLE, "person anna")
    (hint,) = question.hints
    assert replace(question, options=None, hints=()) == replace(NAMED, kind=Kind.CHOICE)
    assert set(question.options or ()) == {"Anna Ivory", "Berta", "Carla"}
    assert hint in {"It is not Berta.", "It is not Carla."}


def test_a_date_is_typed_with_hints_at_its_decade_and_then_at_three_options() -> None:
    question = made(Kind.DATE, PEOPLE, "date")
    decade, options = question.hints
    assert replace(question, hints=()) == replace(DATED, date=parse_edtf("1903-05-09"))
    assert decade == "The year begins with 190."
    assert "9 May 1903" in listed(options)
    assert listed(options) < {"9 May 1903", "3 February 1901", "7 June 1905", "4 March 1902"}
    assert len(listed(options)) == 3


def test_a_date_is_chosen_among_dates_in_order() -> None:
    question = made(Kind.CHOICE, PEOPLE, "date")
    assert replace(question, options=None, hints=()) == replace(DATED, kind=Kind.CHOICE)
    assert question.options is not None
    dates = ("3 February 1901", "4 March 1902", "9 May 1903", "7 June 1905")
    assert question.options == tuple(date for date in dates if date in question.options)
    assert len(question.hints) == 1


@pytest.mark.parametrize("seed", range(4))
def test_happenings_are_put_in_order_with_a_hint_at_the_first(seed: int) -> None:
    question = made(Kind.ORDER, PEOPLE, "date", seed)
    assert question.prompt == "Put these in order, earliest first."
    assert set(question.options or ()) == {"The letter", "The song", "The dance", "The rain"}
    assert question.hints == ("The earliest is: The song.",)
    assert question.facts == (2, 4, 1, 3)
    assert question.knowledge == "1903-05-09"
    assert question.solution == (
        "3 February 1901: The song",
        "4 March 1902: The rain",
        "9 May 1903: The letter",
        "7 June 1905: The dance",
    )


def test_three_happenings_are_enough_to_be_put_in_order() -> None:
    assert len(made(Kind.ORDER, PEOPLE[:3], "date").solution) == 3


@pytest.mark.parametrize("seed", range(4))
def test_the_first_of_two_happenings_is_told_with_both_dates(seed: int) -> None:
    question = made(Kind.FIRST, PEOPLE[:2], "date", seed)
    assert question.prompt == "Which came first?"
    assert (question.answer, question.accepted) == ("The song", ("The song",))
    assert set(question.options or ()) == {"The letter", "The song"}
    assert question.facts == (2, 1)
    assert question.solution == ("3 February 1901: The song", "9 May 1903: The letter")


@pytest.mark.parametrize("seed", range(6))
def test_a_statement_is_the_fact_or_has_another_name_in_it(seed: int) -> None:
    question = made(Kind.TRUE_FALSE, PEOPLE, "person anna", seed)
    is_true = question.answer == "true"
    assert (question.prompt in {"Berta wrote.", "Carla wrote."}) is not is_true
    assert (question.prompt == "Anna wrote.") is is_true
    assert question.options == ("true", "false")
    assert (question.facts, question.knowledge) == ((1,), "Anna Ivory")


def test_another_name_in_a_statement_is_as_short_as_the_one_it_stands_for() -> None:
    dora = Entity("dora", PERSON, "Dora Ebony", ("Miss Dora Ebony", "Ebony"))
    facts = [PEOPLE[0], told(2, "Ebony sang.", dora, date="1901")]
    prompts = {made(Kind.TRUE_FALSE, facts, "person anna", seed).prompt for seed in range(9)}
    assert prompts == {"Anna wrote.", "Ebony wrote."}


def test_a_place_tells_the_larger_ones_that_it_may_be_given_with() -> None:
    facts = [told(1, "In Ukraine lies Kyiv.", UKRAINE, KYIV, ANNA)]
    question = made(Kind.RECALL, facts, "place kyiv")
    assert question.within == ("Ukraine",)
    assert question.accepted == ("Kyiv", "Kiev")
    assert question.hints == ("It begins with K: 4 letters.",)


@pytest.mark.parametrize(
    ("kind", "prompt"),
    [
        (EntityKind.PERSON, "Who is missing? _____ it was."),
        (EntityKind.PLACE, "Which place is missing? _____ it was."),
        (EntityKind.ORGANISATION, "Which body is missing? _____ it was."),
        (EntityKind.WORK, "Which work is missing? _____ it was."),
        (EntityKind.CONCEPT, "What is missing? _____ it was."),
    ],
)
def test_a_name_is_asked_for_by_its_kind(kind: EntityKind, prompt: str) -> None:
    facts = [told(1, "Zenith it was.", Entity("zenith", kind, "Zenith"))]
    assert made(Kind.RECALL, facts, f"{kind} zenith").prompt == prompt


@pytest.mark.parametrize(
    ("date", "prompt"),
    [
        ("1903-05-09", "On what day was this? It"),
        ("1903-05", "In which month and year was this? It"),
        ("1903-22", "In which season of which year was this? It"),
        ("1903", "In which year was this? It"),
        ("190X", "In which decade was this? It"),
        ("19XX", "In which century was this? It"),
        ("1903/1905", "From when to when was this? It"),
    ],
)
def test_a_date_is_asked_for_as_precisely_as_it_is_known(date: str, prompt: str) -> None:
    facts = [told(1, "So it was.", date=date, label="The letter")]
    assert made(Kind.DATE, facts, "date").prompt == prompt.replace("It", "The letter")


def test_a_date_that_the_text_states_is_a_gap_in_it() -> None:
    facts = [told(1, "She wrote on 9 May 1903, in haste.", date="1903-05-09", label="The letter")]
    question = made(Kind.DATE, facts, "date")
    assert question.prompt == "On what day? She wrote on _____, in haste."


@pytest.mark.parametrize(
    ("date", "hints"),
    [("1000", 1), ("0999", 0), ("-0044", 0), ("1903/1905", 1), ("190X", 0), ("19XX", 0)],
)
def test_the_first_digits_of_a_year_are_a_hint_where_they_are_not_the_answer(
    date: str, hints: int
) -> None:
    facts = [told(1, "So it was.", date=date, label="The letter")]
    assert len(made(Kind.DATE, facts, "date").hints) == hints


def test_a_curated_question_keeps_its_words_and_accepts_what_it_says() -> None:
    curated = CuratedQuestion(
        "who", Kind.RECALL, "Who was it?", "Anna", ("her",), ("him", "them"), needs=(3, 2)
    )
    facts = [PEOPLE[0]._replace(questions=(curated,)), *PEOPLE[1:]]
    question = made(Kind.RECALL, facts, "who")
    assert (question.prompt, question.answer) == ("Who was it?", "Anna")
    assert question.accepted == ("Anna", "her", "Anna Ivory", "Ann")
    assert question.rivals == ("him", "them", "Berta", "Bertha", "Carla")
    assert question.facts == (1, 2, 3)
    assert question.knowledge == "Anna"


@pytest.mark.parametrize(
    ("answer", "hints"),
    [
        ("Anna", ("It begins with A: 4 letters.",)),
        ("the Red Army", ("It begins with R: words of 3 + 4 letters.",)),
        ("an émigré", ("It begins with É: 6 letters.",)),
        ("a the", ("It begins with T: 3 letters.",)),
        ("a", ("It begins with A: 1 letters.",)),
        ("1923", ()),
        ("5-year plan", ()),
        ("…", ()),
    ],
)
def test_the_letters_of_an_answer_are_counted_without_its_articles(
    answer: str, hints: tuple[str, ...]
) -> None:
    assert with_letters_hint(replace(NAMED, answer=answer)).hints == hints


def test_fewer_than_two_wrong_options_are_no_hint() -> None:
    assert with_options_hint(NAMED, "a", ("a", "b"), Random(0)) == NAMED
    (hint,) = with_options_hint(NAMED, "a", ("a", "b", "c"), Random(0)).hints
    assert hint == "It is one of these: a, b, c."


def test_a_curated_date_is_asked_and_accepted_as_it_is_written() -> None:
    curated = CuratedQuestion("when", Kind.DATE, "When did she?", "May 9, 1903", ("that May",))
    question = made(Kind.DATE, [PEOPLE[0]._replace(questions=(curated,))], "when")
    assert (question.prompt, question.answer) == ("When did she?", "May 9, 1903")
    assert question.accepted == ("May 9, 1903", "that May", "9 May 1903", "1903-05-09")


@pytest.mark.parametrize(
    ("kind", "ask", "answer"),
    [
        (Kind.DATE, "When after 1890 did she?", "9 May 1903"),
        (Kind.DATE, "On what 9th of a month did she?", "9th century"),
        (Kind.TRUE_FALSE, "Did she?", "perhaps"),
        (Kind.RECALL, "Who called herself Ann?", "Anna"),
    ],
)
def test_a_curated_question_that_tells_its_answer_or_has_none_is_not_asked(
    kind: Kind, ask: str, answer: str
) -> None:
    curated = CuratedQuestion("asked", kind, ask, answer)
    assert not possible(kind, [PEOPLE[0]._replace(questions=(curated,))], "asked")


def test_a_statement_is_asked_in_no_other_form() -> None:
    curated = CuratedQuestion("so", Kind.TRUE_FALSE, "Did she?", "true")
    facts = [PEOPLE[0]._replace(questions=(curated,)), *PEOPLE[1:]]
    assert [kind for kind in Kind if possible(kind, facts, "so")] == [Kind.TRUE_FALSE]


def test_four_options_are_offered_and_the_wrong_ones_among_them_are_the_rivals() -> None:
    wrong = ("a song", "a dance", "a play", "a poem")
    curated = CuratedQuestion("what", Kind.CHOICE, "What was it?", "a letter", wrong=wrong)
    question = made(Kind.CHOICE, [PEOPLE[0]._replace(questions=(curated,))], "what")
    assert question.options is not None
    assert len(question.options) == 4
    assert set(question.rivals) == set(question.options) - {"a letter"}


def test_no_way_to_write_the_answer_is_a_wrong_option() -> None:
    curated = CuratedQuestion(
        "who", Kind.CHOICE, "Who was it?", "Anna", ("her",), ("her", "Ann", "him", "them")
    )
    question = made(Kind.CHOICE, [PEOPLE[0]._replace(questions=(curated,))], "who")
    assert set(question.options or ()) == {"Anna", "him", "them"}


def test_a_text_that_another_fact_has_with_another_date_is_not_asked_for_it() -> None:
    began = [told(1, "It began in 1903.", date="1903"), told(2, "It began in 1905.", date="1905")]
    assert possible(Kind.DATE, began[:1], "date")
    assert not possible(Kind.DATE, began, "date")


@pytest.mark.parametrize("label", ["Convoy 12345", "It", "…"])
def test_a_happening_whose_label_dates_it_or_says_nothing_is_not_put_in_order(label: str) -> None:
    facts = [told(1, "Anna wrote.", date="1903", label=label), *PEOPLE[1:]]
    assert not possible(Kind.FIRST, facts, "date")


def check_years_offered(dates: tuple[str, ...], years: tuple[str, ...], avoid: str = "") -> None:
    """These years and no others are offered for the first of the dates, in this order."""
    avoiding = CuratedQuestion("who", Kind.RECALL, "Who?", "Anna", avoid=(avoid,))
    facts = [
        told(number, "So it was.", date=date, label=f"Event {'abcdef'[number - 1]}")
        for number, date in enumerate(dates, start=1)
    ]
    facts[0] = facts[0]._replace(questions=(avoiding,))
    asked = [made(Kind.CHOICE, facts, "date", seed).options or () for seed in range(40)]
    assert set().union(*asked) == set(years)
    for options in asked:
        assert options == tuple(year for year in years if year in options)


def test_a_year_is_chosen_among_those_of_days_and_months_in_order_of_time() -> None:
    dates = ("0001", "-0043-03-15", "-0099", "0000-05", "0014-08-19", "0037")
    check_years_offered(dates, ("100 BC", "44 BC", "1 BC", "AD 1", "AD 14", "AD 37"))


def test_a_date_that_a_question_avoids_is_not_offered() -> None:
    dates = ("1903", "1901", "1902", "1905", "1907")
    check_years_offered(dates, ("1901", "1902", "1903", "1905", "1907"))
    check_years_offered(dates, ("1901", "1903", "1905", "1907"), avoid="1902")


def sequence(
    *dates: str, ask: str = "In what order did she rise?", label: str = "Rank"
) -> Sequence:
    """Happenings of these dates, the first of them told by fact 1."""
    items = (
        SequenceItem(number, parse_edtf(date), f"{label} {'abcdef'[number - 1]}")
        for number, date in enumerate(dates, start=1)
    )
    return Sequence(tuple(items), ask)


def ordered(given: Sequence, seed: int = 0, subject: Subject | None = None) -> Question | None:
    """The question of order that a fact of 1903 gives, beside nothing but a sequence."""
    fact = told(1, "Anna rose.", date="1903", label="Her rise")
    material = Material(Dataset("d", "D", subject, sequences=(given,)), [fact])
    (facet,) = facets_of(fact, None)
    return MAKERS[Kind.ORDER](facet, material, Random(seed))


def test_a_curated_sequence_is_asked_in_its_own_words_with_the_happening_of_the_fact() -> None:
    years = ("1903", "1905", "1907", "1909", "1911", "1913")
    questions = [ordered(sequence(*years), seed=seed) for seed in range(30)]
    assert all(question is not None for question in questions)
    asked = [question for question in questions if question is not None]
    assert {question.prompt for question in asked} == {"In what order did she rise?"}
    assert {len(question.options or ()) for question in asked} == {4}
    assert {question.solution[0] for question in asked} == {"1903: Rank a"}
    assert {line for question in asked for line in question.solution[1:]} == {
        f"{year}: Rank {letter}" for year, letter in zip(years[1:], "bcdef", strict=True)
    }


@pytest.mark.parametrize(
    ("dates", "also", "is_asked"),
    [
        (("1903", "1905", "1907"), {}, True),
        (("1903", "1905"), {}, False),
        (("1903", "1905", "1905-06"), {}, False),
        (("1903", "1907", "1905"), {}, False),
        (("1903", "1905", "1907"), {"ask": "What came after 1901?"}, False),
        (("1903", "1905", "1907"), {"label": "1903"}, False),
        (("1904", "1905", "1907"), {}, False),
    ],
)
def test_a_curated_sequence_is_asked_where_it_has_one_order_and_tells_no_year(
    dates: tuple[str, ...], also: dict[str, str], is_asked: bool
) -> None:
    assert (ordered(sequence(*dates, **also)) is not None) is is_asked


def test_a_curated_sequence_without_the_fact_or_with_one_label_twice_is_not_asked() -> None:
    whole = sequence("1903", "1905", "1907")
    others = Sequence(tuple(item._replace(fact=item.fact + 1) for item in whole.items), whole.ask)
    same = Sequence(tuple(item._replace(label="Rank") for item in whole.items), whole.ask)
    assert ordered(others) is None
    assert ordered(same) is None


@pytest.mark.parametrize(("died", "is_asked"), [("1950", True), ("1907", False)])
def test_a_sequence_has_two_happenings_beside_birth_and_death(died: str, is_asked: bool) -> None:
    subject = Subject("anna", "Anna", parse_edtf("1903"), parse_edtf(died))
    question = ordered(sequence("1903", "1905", "1907"), subject=subject)
    assert (question is not None) is is_asked


def test_a_curated_question_for_a_date_belongs_to_the_event_of_that_date() -> None:
    curated = CuratedQuestion("when", Kind.DATE, "When did she write?", "9 May 1903")
    facts = [PEOPLE[0]._replace(questions=(curated,)), *PEOPLE[1:]]
    first, *_ = facets_of(facts[0], None)
    assert first.event == PEOPLE[0].main_event
    assert [facet.name for facet in facets_of(facts[0], None)] == ["when", "person anna"]
    other = CuratedQuestion("when", Kind.DATE, "When did she rest?", "10 May 1903")
    (first, *_) = facets_of(facts[0]._replace(questions=(other,)), None)
    assert first.event is None


def test_each_dated_event_of_a_fact_is_asked_for() -> None:
    end = Event("The end", parse_edtf("1904"))
    fact = PEOPLE[0]._replace(events=(*PEOPLE[0].events, end, end._replace(label="")))
    assert [f.name for f in facets_of(fact, "anna")] == ["date", "date of The end"]


def test_randomness_depends_on_every_part_and_on_nothing_else() -> None:
    drawn = [random_for(*parts).random() for parts in ((1, "a"), (1, "a"), (1, "b"), (2, "a"))]
    assert drawn[0] == drawn[1]
    assert len(set(drawn)) == 3
    assert random_for(1, "a").random() == Random("1:a").random()
