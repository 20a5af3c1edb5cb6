"""The grader: typed answers, what was expected, and what they are worth."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bazhanov_cli.quiz.answers import LONGEST_ANSWER, judge
from bazhanov_cli.quiz.question import Question, Verdict
from support.quiz_questions import choice, dated, order, person, phrase, place

EXACT, CLOSE, PARTIAL = Verdict.EXACT, Verdict.CLOSE, Verdict.PARTIAL
INVALID, WRONG = Verdict.INVALID, Verdict.WRONG

STALIN = person("Joseph Stalin")
TROTSKY = person("Leon Trotsky")
LENIN = person("Vladimir Lenin")
KSENOFONTOV = person("Ivan Ksenofontov")
KYIV = place("Kyiv")
PERE_LACHAISE = place("Père Lachaise Cemetery", "In which burial ground does he lie?")
ISLAND = place("Büyükada", "On which island was he to be killed?")
UNION = place("Soviet Union")
DAY, MONTH, YEAR = dated("1923-08-09"), dated("1920-11"), dated("1928")
SPAN, DECADE, OPEN = dated("1923/1924"), dated("192X"), dated("1930/..")
BC = dated("-0044-03-15")
UNIVERSITY = phrase("University of Kyiv", "Kyiv University", "Kyiv")
PLAN = phrase("first five-year plan", "five-year plan")
NOTES = phrase("took notes", "notes", prompt="What did he do there?")
AGE = phrase("16", "16 years old", prompt="How old was he?")
BIRTHDAY = phrase("23rd", "23", prompt="Which birthday was it?")
BOOK = phrase("Memoirs of a Secretary of Stalin's", "Memoirs of a Secretary of Stalin")
PARTY = phrase("CPSU", "Communist Party of the Soviet Union", "RCP(b)")
COMMUNISM = phrase("communism")
CHINESE = phrase("毛泽东")
CITY = choice("Kyiv", "Moscow", "Kyiv", "Odesa", accepted=("Kiev",))
AGES = choice("4", "7", "11", "4")
DISTRICT = choice("4th", "7th", "11th", "16th", "4th")
TRUTH = choice("false", "true", "false")
FIRST = choice("Born in Kyiv", "Dies in Paris", "Born in Kyiv")
ORDER = order("b a c", "Joins", "Born", "Dies")

CASES = [
    # A person: names in any order, family name, initials, titles, aliases, scripts
    ("Joseph Stalin", STALIN, EXACT),
    ("Stalin", STALIN, EXACT),
    ("STALIN", STALIN, EXACT),
    ("  stalin  ", STALIN, EXACT),
    ("Stalin, Joseph", STALIN, EXACT),
    ("stalin joseph", STALIN, EXACT),
    ("“Stalin”.", STALIN, EXACT),
    ("Stalin?", STALIN, EXACT),
    ("Ｓｔａｌｉｎ", STALIN, EXACT),
    ("J. Stalin", STALIN, EXACT),
    ("J.V. Stalin", STALIN, EXACT),
    ("Stalin, J. V.", STALIN, EXACT),
    ("I. V. Stalin", STALIN, EXACT),
    ("Koba", STALIN, EXACT),
    ("Сталин", STALIN, EXACT),
    ("сталин иосиф", STALIN, EXACT),
    ("Comrade Stalin", STALIN, EXACT),
    ("General Secretary Stalin", STALIN, EXACT),
    ("by Stalin", STALIN, EXACT),
    ("Ksenofontov", KSENOFONTOV, EXACT),
    ("I. Ksenofontov", KSENOFONTOV, EXACT),
    # Slips and romanisations
    ("Stalen", STALIN, CLOSE),
    ("Stalinn", STALIN, CLOSE),
    ("Satlin", STALIN, CLOSE),
    ("Jospeh Stalin", STALIN, CLOSE),
    ("Trotskiy", TROTSKY, CLOSE),
    ("Trotzky", TROTSKY, CLOSE),
    ("Trotskij", TROTSKY, CLOSE),
    ("Tortsky", TROTSKY, CLOSE),
    ("Ksenofontof", KSENOFONTOV, CLOSE),
    ("Ivan Xenofontov", KSENOFONTOV, CLOSE),
    ("Lenim", LENIN, CLOSE),
    # Too far, or somebody else
    ("Lenin", STALIN, WRONG),
    ("Ленин", STALIN, WRONG),
    ("Stlaen", STALIN, WRONG),
    ("Stln", STALIN, WRONG),
    ("Stalingrad", STALIN, WRONG),
    ("Vasily Stalin", STALIN, WRONG),
    ("K. Stalin", STALIN, WRONG),
    ("Lev Stalin", STALIN, WRONG),
    ("Stalin or Lenin", STALIN, WRONG),
    ("Lenin or Stalin", STALIN, WRONG),
    ("Stalin/Lenin", STALIN, WRONG),
    ("Stalin, Lenin", STALIN, WRONG),
    ("Stalin and Lenin", STALIN, WRONG),
    ("not Stalin", STALIN, WRONG),
    ("Not Stalin!", STALIN, WRONG),
    ("anyone but Stalin", STALIN, WRONG),
    ("не Сталин", STALIN, WRONG),
    ("everybody", STALIN, WRONG),
    ("Stalin" * 20, STALIN, WRONG),
    # Less than was asked
    ("Joseph", STALIN, PARTIAL),
    ("Leon", TROTSKY, PARTIAL),
    ("Ivan", KSENOFONTOV, PARTIAL),
    ("Lachaise", PERE_LACHAISE, PARTIAL),
    ("", STALIN, INVALID),
    ("   ", STALIN, INVALID),
    ("...", STALIN, INVALID),
    ("😀", STALIN, INVALID),
    ("x" * (LONGEST_ANSWER + 1), STALIN, INVALID),
    # A place: small words, accents, what the question has said already
    ("Kyiv", KYIV, EXACT),
    ("Kiev", KYIV, EXACT),
    ("in Kyiv", KYIV, EXACT),
    ("Київ", KYIV, EXACT),
    ("Kyev", KYIV, WRONG),
    ("Moscow", KYIV, WRONG),
    ("pere lachaise", PERE_LACHAISE, EXACT),
    ("Père-Lachaise", PERE_LACHAISE, EXACT),
    ("the Pere Lachaise Cemetery", PERE_LACHAISE, EXACT),
    ("PereLachaise", PERE_LACHAISE, EXACT),
    ("Pere Lachasie", PERE_LACHAISE, CLOSE),
    ("the island of Büyükada", ISLAND, EXACT),
    ("Buyukada", ISLAND, EXACT),
    ("Buyukda", ISLAND, CLOSE),
    ("USSR", UNION, EXACT),
    ("U.S.S.R.", UNION, EXACT),
    ("USRR", UNION, WRONG),
    ("Soviet", UNION, PARTIAL),
    # Phrases, titles, numbers, acronyms
    ("university of kyiv", UNIVERSITY, EXACT),
    ("Kyiv University", UNIVERSITY, EXACT),
    ("The University of Kyiv", UNIVERSITY, EXACT),
    ("Univercity of Kyiv", UNIVERSITY, CLOSE),
    ("University", UNIVERSITY, PARTIAL),
    ("five year plan", PLAN, EXACT),
    ("the first 5-year plan", PLAN, EXACT),
    ("1st five-year plan", PLAN, EXACT),
    ("second five-year plan", PLAN, WRONG),
    ("first six-year plan", PLAN, WRONG),
    ("first five-year plans", PLAN, WRONG),
    ("he took notes", NOTES, EXACT),
    ("tok notes", NOTES, WRONG),
    ("sixteen", AGE, EXACT),
    ("16", AGE, EXACT),
    ("17", AGE, WRONG),
    ("61", AGE, WRONG),
    ("twenty-third", BIRTHDAY, EXACT),
    ("23", BIRTHDAY, EXACT),
    ("twenty-second", BIRTHDAY, WRONG),
    ("memoirs of a secretary of stalin", BOOK, EXACT),
    ("Memoirs of the Secretary of Stalin's", BOOK, EXACT),
    ("Memoirs of a Secretray of Stalin", BOOK, CLOSE),
    ("Memoirs", BOOK, PARTIAL),
    ("cpsu", PARTY, EXACT),
    ("CSPU", PARTY, WRONG),
    ("RCP(b)", PARTY, EXACT),
    ("Communist Party", PARTY, PARTIAL),
    ("anti-communism", COMMUNISM, WRONG),
    ("comunism", COMMUNISM, CLOSE),
    ("毛泽东", CHINESE, EXACT),
    ("毛泽", CHINESE, PARTIAL),
    ("周恩来", CHINESE, WRONG),
    # Dates in every common form
    ("9 August 1923", DAY, EXACT),
    ("August 9, 1923", DAY, EXACT),
    ("aug 9th 1923", DAY, EXACT),
    ("1923-08-09", DAY, EXACT),
    ("9.8.1923", DAY, EXACT),
    ("09/08/1923", DAY, EXACT),
    ("08/09/1923", DAY, EXACT),
    ("9.8.23", DAY, EXACT),
    ("on 9 August 1923", DAY, EXACT),
    ("August 1923", DAY, PARTIAL),
    ("1923", DAY, PARTIAL),
    ("1920s", DAY, PARTIAL),
    ("9 August", DAY, PARTIAL),
    ("8 August", DAY, WRONG),
    ("10 August 1923", DAY, WRONG),
    ("9 August 1932", DAY, WRONG),
    ("1922", DAY, WRONG),
    ("1923 or 1924", DAY, WRONG),
    ("1923-1924", DAY, WRONG),
    ("30 February 1923", DAY, INVALID),
    ("31 June", DAY, INVALID),
    ("Stalin", DAY, INVALID),
    ("", DAY, INVALID),
    ("Nov 1920", MONTH, EXACT),
    ("11/1920", MONTH, EXACT),
    ("November 1920", MONTH, EXACT),
    ("7 November 1920", MONTH, CLOSE),
    ("1920", MONTH, PARTIAL),
    ("October 1920", MONTH, WRONG),
    ("1928", YEAR, EXACT),
    ("in 1928", YEAR, EXACT),
    ("1 January 1928", YEAR, CLOSE),
    ("1923", YEAR, WRONG),
    ("1929", YEAR, WRONG),
    ("1920s", YEAR, PARTIAL),
    ("20th century", YEAR, PARTIAL),
    ("28", YEAR, EXACT),
    ("1923 to 1924", SPAN, EXACT),
    ("1923–1924", SPAN, EXACT),
    ("from 1923 to 1924", SPAN, EXACT),
    ("1923-24", SPAN, EXACT),
    ("1923", SPAN, PARTIAL),
    ("1922 to 1924", SPAN, WRONG),
    ("1920s", DECADE, EXACT),
    ("1925", DECADE, CLOSE),
    ("1930s", DECADE, WRONG),
    ("from 1930", OPEN, EXACT),
    ("1930", OPEN, EXACT),
    ("1931", OPEN, WRONG),
    ("15 March 45 BC", BC, EXACT),
    ("45 BC", BC, PARTIAL),
    ("15 March 44 BC", BC, WRONG),
    # Options: a letter, a number, the words
    ("b", CITY, EXACT),
    ("B)", CITY, EXACT),
    ("(b)", CITY, EXACT),
    ("2", CITY, EXACT),
    ("kyiv", CITY, EXACT),
    ("Kiev", CITY, EXACT),
    ("b) Kyiv", CITY, EXACT),
    ("a", CITY, WRONG),
    ("3", CITY, WRONG),
    ("Odessa", CITY, WRONG),
    ("a or b", CITY, WRONG),
    ("not a", CITY, WRONG),
    ("d", CITY, INVALID),
    ("4", CITY, INVALID),
    ("0", CITY, INVALID),
    ("a) Kyiv", CITY, INVALID),
    ("Paris", CITY, INVALID),
    ("", CITY, INVALID),
    ("4", AGES, EXACT),
    ("7", AGES, WRONG),
    ("c", AGES, EXACT),
    ("4", DISTRICT, EXACT),
    ("fourth", DISTRICT, EXACT),
    ("d", DISTRICT, EXACT),
    ("f", TRUTH, EXACT),
    ("False", TRUTH, EXACT),
    ("no", TRUTH, EXACT),
    ("b", TRUTH, EXACT),
    ("2", TRUTH, EXACT),
    ("true", TRUTH, WRONG),
    ("y", TRUTH, WRONG),
    ("perhaps", TRUTH, INVALID),
    ("b", FIRST, EXACT),
    ("born in kyiv", FIRST, EXACT),
    ("Dies in Paris", FIRST, WRONG),
    # Order
    ("b a c", ORDER, EXACT),
    ("bac", ORDER, EXACT),
    ("B, A, C", ORDER, EXACT),
    ("2 1 3", ORDER, EXACT),
    ("213", ORDER, EXACT),
    ("b > a > c", ORDER, EXACT),
    ("c a b", ORDER, WRONG),
    ("a b c", ORDER, WRONG),
    ("b a", ORDER, INVALID),
    ("b a c a", ORDER, INVALID),
    ("b a d", ORDER, INVALID),
    ("", ORDER, INVALID),
    ("born, joins, dies", ORDER, INVALID),
]


@pytest.mark.parametrize(("typed", "question", "verdict"), CASES)
def test_an_answer_gets_the_verdict_that_a_fair_teacher_gives(
    typed: str, question: Question, verdict: Verdict
) -> None:
    judgement = judge(question, typed)
    assert judgement.verdict is verdict, judgement


@pytest.mark.parametrize(
    ("typed", "question", "reason"),
    [
        ("Trotzky", TROTSKY, "accepted: spelt Trotsky"),
        ("Koba", STALIN, "accepted as Joseph Stalin"),
        ("Lenin", STALIN, "that is Lenin"),
        ("Stalin or Lenin", STALIN, "give one answer"),
        ("Aug 9 1923", DAY, "read as 9 August 1923"),
        ("1923", DAY, "1923 is right, but which day?"),
        ("9 August", DAY, "of which year?"),
        ("c a b", ORDER, "that is the latest first"),
        ("Odessa", CITY, "read as Odesa"),
        ("d", CITY, "choose a to c"),
        ("b a", ORDER, "name each letter once, as in a b c"),
    ],
)
def test_a_verdict_says_why(typed: str, question: Question, reason: str) -> None:
    assert judge(question, typed).reason == reason


def test_a_plain_answer_needs_no_reason() -> None:
    assert not judge(STALIN, "Stalin").reason
    assert not judge(DAY, "9 August 1923").reason


def test_a_slip_that_is_as_near_to_another_name_is_wrong() -> None:
    question = phrase("Martina")
    rival = replace(question, rivals=("Martins",))
    assert judge(question, "Martine").verdict is CLOSE
    assert judge(rival, "Martine").verdict is WRONG


def test_a_family_name_that_two_people_bear_is_not_enough() -> None:
    question = replace(TROTSKY, accepted=("Leon Trotsky",), rivals=("Olga Trotsky",))
    assert judge(question, "Trotsky").verdict is PARTIAL
    assert judge(question, "Leon Trotsky").verdict is EXACT


@pytest.mark.parametrize("name", ["Catherine the Great", "Henry of Navarre", "Alexander II"])
def test_the_last_word_of_a_name_that_is_no_family_name_is_not_enough(name: str) -> None:
    question = replace(STALIN, answer=name, accepted=(name,))
    assert judge(question, name.rpartition(" ")[2]).verdict is not EXACT
    assert judge(question, name).verdict is EXACT


ALL = list({id(question): question for _, question, _ in CASES}.values())


@given(st.sampled_from(ALL), st.text())
@example(STALIN, "\x00")
@example(DAY, "\ud800")
@example(CITY, "(" * 400)
@example(ORDER, "²³¹")
@example(AGES, "١")
@example(DAY, "9.8.0")
def test_nothing_that_can_be_typed_makes_the_grader_fail(question: Question, typed: str) -> None:
    assert judge(question, typed).verdict in Verdict


@given(st.sampled_from(ALL), st.data())
def test_every_accepted_spelling_is_right_in_any_letter_case(
    question: Question, data: st.DataObject
) -> None:
    spelling = data.draw(st.sampled_from((question.answer, *question.accepted)))
    change = data.draw(st.sampled_from([str.lower, str.upper, str.title, " {} ".format]))
    assert judge(question, change(spelling)).verdict.is_right


@given(st.sampled_from([STALIN, TROTSKY, LENIN, KYIV, UNION, ISLAND]), st.data())
def test_no_name_of_another_is_ever_right(question: Question, data: st.DataObject) -> None:
    assert not judge(question, data.draw(st.sampled_from(question.rivals))).verdict.is_right


@given(st.sampled_from([AGE, BIRTHDAY, DAY, MONTH, YEAR]), st.integers(1, 2100))
def test_no_other_number_is_ever_close(question: Question, number: int) -> None:
    verdict = judge(question, str(number)).verdict
    assert verdict is not CLOSE
    if verdict is EXACT:
        assert str(number) in (question.answer, *question.accepted, "28")
