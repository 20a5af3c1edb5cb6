"""The grader held to the questions of the packaged dataset, as the quiz makes them."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.facts import EntityKind, QuestionKind
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.answers import judge
from bazhanov_cli.quiz.answers.options import label
from bazhanov_cli.quiz.question import Question, Verdict
from bazhanov_cli.quiz.questions import MAKERS
from bazhanov_cli.quiz.questions.distractors import wrong_dates
from bazhanov_cli.quiz.questions.facets import facets_of
from bazhanov_cli.quiz.questions.material import Material
from support.libraries import packaged_library

EXACT, CLOSE, PARTIAL = Verdict.EXACT, Verdict.CLOSE, Verdict.PARTIAL
INVALID, WRONG = Verdict.INVALID, Verdict.WRONG
RECALL, CHOICE = QuestionKind.RECALL, QuestionKind.CHOICE
DATE, TRUTH = QuestionKind.DATE, QuestionKind.TRUE_FALSE


@cache
def material() -> Material:
    library = packaged_library()
    ids = [fact.id for fact in library.facts(Selection())]
    return Material(library.dataset, library.facts_with(ids, questions=True))


@cache
def made(kind: QuestionKind) -> dict[tuple[int, str], Question]:
    """Every question of a kind, by its fact and facet."""
    facets = [f for fact in material().facts for f in facets_of(fact, material().subject_id)]
    questions = [MAKERS[kind](facet, material(), Random(1)) for facet in facets]
    return {(q.fact, q.facet): q for q in questions if q is not None}


# (fact, facet, kind): the answers that get each verdict
TABLE: dict[tuple[int, str, QuestionKind], dict[Verdict, tuple[str, ...]]] = {
    (9, "the ill leader", RECALL): {
        EXACT: (
            "Lenin", "Vladimir Ilyich Lenin", "Vladimir Ilyich", "V. I. Ulyanov", "V.I. Lenin",
            "Vladimir I. Lenin", "Vladimir Ulyanov", "Владимир Ильич Ленин", "it was Lenin",
            "comrade Lenin", "Lenin (Ulyanov)", "leader Lenin", "Premier Lenin",
            "Soviet leader Lenin", "the Soviet leader Lenin", "it was Lenin who lay very ill",
            "Lenin, of course", "probably Lenin", "I think it was Lenin",
        ),
        CLOSE: ("Lennin", "Wladimir Lenin"),
        PARTIAL: ("Vladimir",),
        WRONG: ("V. Q. Lenin", "Nikolai Lenin", "Stalin", "Bukharin", "Lenin and Stalin"),
    },
    (8, "his chief", RECALL): {
        EXACT: (
            "Joseph Vissarionovich Stalin", "Иосиф Виссарионович Сталин", "Joseph Dzhugashvili",
            "J. V. Stalin", "I.V. Stalin", "General Secretary Stalin", "to Stalin", "Iosif Stalin",
        ),
        WRONG: ("Vasily Stalin", "K. Stalin", "Lev Stalin", "Stalin, Lenin", "Stalin, J. Z."),
    },
    (7, "who accepted him", RECALL): {
        EXACT: ("Ksenofontov", "I. Xenofontov", "Ivan Ksenofontovich Ksenofontov"),
        CLOSE: ("Xenophontov",),
        PARTIAL: ("Ivan",),
        WRONG: ("Filipp Ksenofontov", "F. Ksenofontov", "Ivan Ksenofontov and Stalin", "Yagoda"),
    },
    (14, "the assassin", RECALL): {
        EXACT: ("Yakov Grigoryevich Blumkin", "Yakov Blyumkin", "J. Blumkin"),
        CLOSE: ("Jakow Blumkin", "Blumkim"),
        WRONG: ("Agabekov", "Yakov Trotsky"),
    },
    (13, "leader of the manhunt", RECALL): {
        EXACT: ("Georgy Sergeyevich Agabekov", "G. S. Agabekov", "spy Agabekov"),
        CLOSE: ("George Agabekov",),
        WRONG: ("Ignace Agabekov", "Blumkin", "Georges Orlov"),
    },
    (9, "time before Lenin's death", RECALL): {
        EXACT: (
            "three months", "about 3 months", "nearly three months", "roughly three months",
            "just under three months", "three months before his death", "87 days",
            "approximately 3 months", "it was three months", "less than three months",
        ),
        PARTIAL: ("three", "months"),
        WRONG: ("two months", "three weeks", "3 years", "88 days", "three years", "a year"),
    },
    (9, "his task there", RECALL): {
        EXACT: ("taking notes", "he took notes", "Bazhanov took notes", "the minutes"),
        WRONG: ("guarded the door", "took the door", "he chaired the session"),
    },
    (3, "age in the revolution", RECALL): {
        EXACT: ("16", "he was 16", "aged 16", "16 years", "He was sixteen years old", "at 16"),
        WRONG: ("17", "17 years", "he was 17", "16 days", "61", "sixteen hundred"),
    },
    (16, "age at death", RECALL): {
        EXACT: ("at the age of 82", "82 years", "eighty-two", "he was about 82"),
        WRONG: ("83", "at the age of 28", "aged 81"),
    },
    (8, "which birthday", RECALL): {
        EXACT: ("his 23rd", "twenty-third birthday", "23d", "it was his 23rd birthday"),
        WRONG: ("22nd", "his 24th birthday", "32nd"),
    },
    (8, "Stalin's post", RECALL): {
        EXACT: (
            "Secretary General", "general secretary of the Central Committee", "gensec",
            "he was General Secretary of the party",
        ),
        PARTIAL: ("secretary",),
        WRONG: ("Chairman of the Comintern", "President"),
    },
    (7, "field of his patron", RECALL): {
        EXACT: ("the secret service", "the security apparatus", "the Cheka", "security services"),
        PARTIAL: ("security",),
        WRONG: ("diplomacy", "foreign security"),
    },
    (18, "where he soured", RECALL): {
        EXACT: (
            "in the Central Committee", "CPSU Central Committee", "the CC",
            "Central Committee of the Communist Party", "at the Central Committee of the CPSU",
        ),
        WRONG: ("Red Army", "the Kremlin", "sugar factory"),
    },
    (10, "whose meetings", RECALL): {
        EXACT: ("the Politburo", "Politburo of the Central Committee", "Politbureau"),
        WRONG: ("Orgburo", "Central Committee"),
    },
    (11, "lost faith", RECALL): {
        EXACT: ("communism", "Soviet communism", "Bolshevism", "it was communism"),
        WRONG: ("anti-communism", "anticommunism", "fascism", "liberalism"),
    },
    (17, "his early politics", RECALL): {
        EXACT: ("he was an anti-communist", "anticommunist", "opposed to communism"),
        WRONG: ("communist", "communism", "anarchist", "convinced Bolshevik"),
    },
    (12, "the programme", RECALL): {
        EXACT: (
            "the first five-year plan", "five year plan", "Stalin's five-year plan", "pyatiletka",
            "the first of the five-year plans",
        ),
        WRONG: ("second five-year plan", "five-day plan", "New Economic Policy"),
    },
    (1, "citizenship", RECALL): {
        EXACT: ("It was France", "French citizenship", "the French Republic"),
        CLOSE: ("Frence",),
        WRONG: ("Germany", "French Guiana Germany", "France, Germany", "not France"),
    },
    (13, "where the hunter defected", RECALL): {
        EXACT: ("to France",),
        PARTIAL: ("France, Europe",),
        WRONG: ("France, Poland", "Paris"),
    },
    (2, "birthplace", RECALL): {
        EXACT: ("Mogilev-Podolskiy", "in Mohyliv-Podilskyi", "Mogilev Podolsky"),
        PARTIAL: ("Mogilev", "Mogilev-Podolskiy, Russian Empire", "Mogilev-Podolskiy in Ukraine"),
        WRONG: ("Zhytomyr", "Kyiv", "Russian Empire", "Mogilev-Podolskiy, Poltava"),
    },
    (16, "burial place", RECALL): {
        EXACT: ("Père-Lachaise", "in the Pere Lachaise cemetery", "it is Pere Lachaise"),
        PARTIAL: ("Pere Lachaise, Paris", "Père Lachaise cemetery in Paris"),
        WRONG: ("Paris", "Montmartre", "Pere Lachaise, Montmartre"),
    },
    (14, "Trotsky's island", RECALL): {
        EXACT: ("Prinkipo island", "the island of Büyükada"),
        PARTIAL: ("Buyukada, Istanbul", "Büyükada in Turkey"),
        WRONG: ("Istanbul", "Turkey", "Malta", "Buyukada, Crete"),
    },
    (16, "place of death", RECALL): {
        EXACT: ("fourth", "IV", "4ème", "the 4th arrondissement", "Paris 4e"),
        WRONG: ("5th", "14th", "40"),
    },
    (2, "birth date", DATE): {
        EXACT: ("August 9, 1900", "9.8.00", "8/9/00", "he was born on 9 August 1900", "00-08-09"),
        PARTIAL: ("August 09", "08-09", "9/8", "August 9", "9.8", "August 1900", "1900"),
        WRONG: ("27 July 1900", "10 August", "August 10", "9 August 1901", "10/8"),
        INVALID: ("Mogilev", "31 June", "9 Augustus"),
    },
    (9, "meeting date", DATE): {
        EXACT: ("10/26/23", "26.10.23", "Oct 26, 1923"),
        PARTIAL: ("October 26", "Oct 26", "10/26", "10-26", "26.10", "26/10", "October 23"),
        WRONG: ("October 25", "25 October 1923", "10/25/23"),
    },
    (16, "death date", DATE): {
        EXACT: ("30/12/82", "12/30/82", "it was on 30 December 1982"),
        PARTIAL: ("December 30", "12/30", "30.12", "12-30", "December 82"),
        WRONG: ("December 31", "31 December 1982"),
    },
    (11, "defection date", DATE): {
        EXACT: ("1.1.28", "on New Year's Day, 1928", "New Years Day 1928"),
        PARTIAL: ("01-01", "1/1", "January 1"),
        WRONG: ("1 January 1929", "2 January"),
    },
    (3, "start of the revolution", DATE): {
        EXACT: ("March 17", "03/1917", "it was in March 1917"),
        CLOSE: ("8 March 1917",),
        PARTIAL: ("1917", "spring 1917"),
        WRONG: ("February 1917", "23 February 1917", "March 1918"),
    },
    (1, "first year of publication", DATE): {
        EXACT: ("from 1930", "since 1930", "1930 onwards", "from 1930 on", "30", "the year 1930"),
        PARTIAL: ("1930s",),
        WRONG: ("1929", "from 1929", "1930 to 1980"),
        INVALID: ("after 1930", "before 1930"),
    },
    (10, "last year of service", DATE): {
        EXACT: ("1925", "end of 1925", "the end of 1925", "until the end of 1925", "1925"),
        WRONG: ("end of 1924", "1926"),
    },
    (18, "when he soured", DATE): {
        EXACT: (
            "1923-24", "23-24", "from 1923 to 1924", "in 1923–1924", "'23-24", "'23–'24",
            "'23 to '24", "during 1923-1924", "1923-'24",
        ),
        CLOSE: ("from August 1923 to 1924",),
        PARTIAL: ("1923", "1920s"),
        WRONG: ("1922 to 1924", "1923 or 1924", "1925", "'22-24"),
    },
    (1, "survival", TRUTH): {
        EXACT: ("not true", "it is not true", "No, false", "untrue", "it is false", "not correct"),
        WRONG: ("not false", "yes, true", "it's true"),
        INVALID: ("yes, false", "not", "perhaps"),
    },
    (7, "who accepted him", CHOICE): {
        EXACT: ("Ksenofontov", "Ivan", "I. Ksenofontov", "Ivan Ksenofontov"),
        WRONG: ("Yagoda", "Dzerzhinsky", "dzerzhinski", "F. Dzerzhinsky", "Genrikh", "Yagoda!"),
        INVALID: ("Stalin", "Kaganovich", "Yagoda, Dzerzhinsky"),
    },
    (9, "the ill leader", CHOICE): {
        EXACT: ("Soviet leader Lenin", "probably Lenin", "it was Lenin who lay very ill"),
        INVALID: ("Soviet leader Stalin", "leader"),
    },
    (11, "defection date", CHOICE): {
        EXACT: ("Jan 1928", "1 jan 1928", "1/1/1928"),
        WRONG: ("1927", "November", "May", "1 may", "1929"),
        INVALID: ("January", "Jan 1", "1/1", "1928", "Feb", "jan 2"),
    },
    (8, "his chief", CHOICE): {
        EXACT: ("Stalin", "J. V. Stalin", "Koba", "Сталин", "Dzhugashvili"),
        WRONG: ("Trotsky", "Trotskii", "Bronstein", "Lenin", "V. I. Lenin", "Ульянов", "Zinovyev"),
        INVALID: ("Molotov", "Stalin, Lenin"),
    },
    (2, "birth date", CHOICE): {
        EXACT: ("9.8.1900", "9 Aug 1900", "August 9 1900", "1900-08-09"),
        INVALID: ("1900", "1 May 1800", "30 February 1900"),
    },
    (3, "start of the revolution", CHOICE): {
        EXACT: ("Mar 1917", "03/1917", "1917-03", "1917"),
        INVALID: ("1800", "Mar 1800"),
    },
}  # fmt: skip

CASES = [
    (key, typed, verdict)
    for key, verdicts in TABLE.items()
    for verdict, answers in verdicts.items()
    for typed in answers
]


@pytest.mark.parametrize(("key", "typed", "verdict"), CASES)
def test_a_real_question_is_judged_as_a_severe_but_fair_teacher_would(
    key: tuple[int, str, QuestionKind], typed: str, verdict: Verdict
) -> None:
    fact, facet, kind = key
    judgement = judge(made(kind)[fact, facet], typed)
    assert judgement.verdict is verdict, judgement


NAMED = [question for question in made(RECALL).values() if question.rivals]
CHOICES = [*made(CHOICE).values(), *made(QuestionKind.FIRST).values()]
ALL = [question for kind in QuestionKind for question in made(kind).values()]
AROUND = [
    "{}", "it was {}", "in {}", "about {}", "{}!", "comrade {}", "he was {} years old",
    "probably {}", "I think it was {}", "{}, of course", "the spy {}", "Soviet leader {}",
    "{} of Syracuse", "{}, the mathematician", "Dean {}", "early {}",
]  # fmt: skip


@given(st.sampled_from(NAMED), st.data())
def test_no_answer_that_names_only_rivals_is_right(question: Question, data: st.DataObject) -> None:
    rivals = data.draw(st.lists(st.sampled_from(question.rivals), min_size=1, max_size=3))
    around = data.draw(st.sampled_from(AROUND))
    assert not judge(question, around.format(", ".join(rivals))).verdict.is_right


def ways_to_name(question: Question, option: str) -> list[str]:
    """The option as it stands, in another case, in a sentence, and by a family name of its own."""
    ways = [option, option.lower(), option.upper(), f"It was {option}", f"“{option}”."]
    others = {word for other in question.options or () if other != option for word in other.split()}
    given, family = option.split(maxsplit=1)[0], option.rsplit(maxsplit=1)[-1]
    if question.names is EntityKind.PERSON and family not in others:
        ways += [family, f"{given[0]}. {family}", f"{family}, {given}", f"it was {family}"]
    return ways


@given(st.sampled_from(CHOICES), st.data())
def test_to_name_an_option_is_worth_the_same_as_its_letter(
    question: Question, data: st.DataObject
) -> None:
    options = question.options or ()
    option = data.draw(st.sampled_from(options))
    named = data.draw(st.sampled_from(ways_to_name(question, option)))
    letter = label(options.index(option))
    assert judge(question, named).verdict is judge(question, letter).verdict


@given(st.sampled_from([q for q in made(CHOICE).values() if q.rivals]), st.data())
def test_the_other_names_of_a_wrong_option_are_as_wrong(
    question: Question, data: st.DataObject
) -> None:
    rival = data.draw(st.sampled_from(question.rivals))
    assert judge(question, rival).verdict is WRONG


@given(st.sampled_from(ALL), st.data())
def test_every_accepted_spelling_of_a_real_question_is_right(
    question: Question, data: st.DataObject
) -> None:
    spelling = data.draw(st.sampled_from((question.answer, *question.accepted)))
    around = data.draw(st.sampled_from(("{}", "It was {}.") if question.is_typed else ("{}",)))
    assert judge(question, around.format(spelling)).verdict.is_right


@given(st.sampled_from(ALL), st.text() | st.from_regex(r"[a-zA-Z0-9 .,/'-]{0,40}"))
def test_nothing_typed_makes_the_grader_fail_and_every_reason_fits_into_a_sentence(
    question: Question, typed: str
) -> None:
    reason = judge(question, typed).reason
    assert ":" not in reason
    assert not reason.endswith((".", "?", "!", ","))


def test_no_date_outside_the_life_is_offered_where_a_date_of_his_own_is_asked() -> None:
    subject = packaged_library().dataset.subject
    assert subject is not None
    assert subject.born is not None
    assert subject.died is not None
    asked = 0
    for fact in material().facts:
        for facet in facets_of(fact, subject.id):
            others_alone = all(event.context for event in fact.events) and fact.events
            if facet.curated and facet.date and not facet.event and not others_alone:
                asked += 1
                for date in wrong_dates(facet, material()):
                    assert subject.born.is_strictly_before(date)
                    assert date.is_strictly_before(subject.died)
    assert asked


def test_every_packaged_fact_is_asked_in_two_kinds_at_least() -> None:
    kinds: dict[int, set[QuestionKind]] = {fact.id: set() for fact in material().facts}
    for kind in QuestionKind:
        for identifier, _ in made(kind):
            kinds[identifier].add(kind)
    assert min(map(len, kinds.values())) > 1
