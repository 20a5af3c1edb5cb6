"""What stands in a text: names, years, dates; and what would give an answer away."""

from __future__ import annotations

import pytest

from bazhanov_cli.facts import Entity, EntityKind, Fact
from bazhanov_cli.quiz.questions.date_mentions import date_mentions
from bazhanov_cli.quiz.questions.facets import Facet, facets_of
from bazhanov_cli.quiz.questions.wording import (
    gives_away,
    has_year,
    names,
    share_a_word,
    spans_of,
    without,
)
from support.libraries import packaged_library

TEXT = "Stalin's Secretariat wrote to Joseph Stalin in Kyiv, and to the University of Kyiv."


@pytest.mark.parametrize(
    ("spellings", "found"),
    [
        (["Stalin"], ["Stalin", "Stalin"]),
        (["Joseph Stalin", "Stalin"], ["Stalin", "Joseph Stalin"]),
        (["STALIN’S SECRETARIAT"], ["Stalin's Secretariat"]),
        (["Kyiv"], ["Kyiv", "Kyiv"]),
        (["University of Kyiv", "Kyiv"], ["Kyiv", "University of Kyiv"]),
        (["Sta"], []),
        (["Lenin"], []),
        ([""], []),
        ([], []),
    ],
)
def test_names_are_found_as_whole_words_the_longest_first(
    spellings: list[str], found: list[str]
) -> None:
    assert [TEXT[start:end] for start, end in spans_of(TEXT, spellings)] == found


@pytest.mark.parametrize(
    ("text", "spellings", "found"),
    [
        ("New York Times Square", ["New York", "York Times Square"], [(4, 21)]),
        ("毛泽东北京", ["毛泽东", "北京"], [(0, 3), (3, 5)]),
        ("北京毛泽东", ["毛泽东", "北京"], [(0, 2), (2, 5)]),
    ],
)
def test_of_names_that_overlap_the_longest_is_found_and_of_neighbours_both(
    text: str, spellings: list[str], found: list[tuple[int, int]]
) -> None:
    assert spans_of(text, spellings) == found


def test_a_gap_takes_the_place_of_a_name() -> None:
    gapped = without("from Kyiv to Moscow", (5, 9))
    assert str(gapped) == "from _____ to Moscow"
    assert gapped.filled("Odesa") == "from Odesa to Moscow"
    assert gapped.filled("the city") == "from the city to Moscow"
    assert without("Rain fell", (0, 4)).filled("the city") == "The city fell"


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("He met Stalin there.", ["Joseph Stalin", "Stalin"]),
        ("Joseph was there.", ["Joseph Stalin"]),
        ("disillusioned with communism", ["Communist Party"]),
        ("the Stalinist regime", ["Stalin"]),
        ("the Central Committee's meeting", ["Committee of Three"]),
        ("毛泽东在北京", ["毛泽东"]),
        ("in the 4th quarter", ["4th arrondissement"]),
        ("a TROTSKYIST", ["Trotsky"]),
    ],
)
def test_a_text_gives_a_name_away_by_any_telling_word(text: str, spellings: list[str]) -> None:
    assert gives_away(text, spellings)


@pytest.mark.parametrize(
    ("text", "spellings"),
    [
        ("He met him there.", ["Joseph Stalin"]),
        ("the University of the North", ["House of the South"]),
        ("French citizenship", ["France"]),
        ("in 1923", ["1924"]),
        ("a century", ["Central Committee"]),
    ],
)
def test_small_words_and_mere_likeness_give_nothing_away(text: str, spellings: list[str]) -> None:
    assert not gives_away(text, spellings)


@pytest.mark.parametrize(
    ("one", "other", "is_shared"),
    [
        ("Rome", "a Romeo", True),
        ("the CIA", "his CIA file", True),
        ("Rom", "Rome", False),
        ("1923", "1923s", False),
    ],
)
def test_words_are_akin_by_four_letters_and_numbers_never(
    one: str, other: str, is_shared: bool
) -> None:
    assert share_a_word((one,), (other,)) is is_shared
    assert share_a_word((other,), (one,)) is is_shared


def test_a_name_stands_in_a_text_also_inside_a_word() -> None:
    assert names("anti-Stalinism", ["Stalin"])
    assert names("Maoism", ["Mao"])
    assert not names("a catalogue", ["CC"]), "two letters stand in many words"
    assert names("the CC met", ["CC"])


@pytest.mark.parametrize("text", ["in 1923", "the 1930s", "44 BC", "AD 9 and 9 AD", "12 b.c."])
def test_a_year_is_seen(text: str) -> None:
    assert has_year(text)


@pytest.mark.parametrize("text", ["16 years old", "the 4th", "five-year plans", "9 August"])
def test_other_numbers_are_no_years(text: str) -> None:
    assert not has_year(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On 9 August 1923, he was appointed.", [("9 August 1923", "1923-08-09")]),
        ("born on 9 August 1900, in Kyiv", [("9 August 1900", "1900-08-09")]),
        ("From 1923 to 1924, he attended", [("1923 to 1924", "1923/1924")]),
        ("books from 1930 about Stalin", [("from 1930", "1930/..")]),
        ("in June 1930, then (1931).", [("June 1930", "1930-06"), ("1931", "1931")]),
        ("1923 began", [("1923", "1923")]),
        ("He left in 1923.", [("1923", "1923")]),
        ("Then came 9 August 1923 with rain everywhere", [("9 August 1923", "1923-08-09")]),
        ("In 1923 in the city", [("1923", "1923")]),
        ("in 1923 (", [("1923", "1923")]),
        ("in the mid-to-late 1930s", [("1930s", "193X")]),
        ("he was 16 years old, on the 4th day", []),
        ("on 30 February 1923", [("February 1923", "1923-02")]),
        ("", []),
    ],
)
def test_dates_are_found_in_a_text(text: str, found: list[tuple[str, str]]) -> None:
    mentions = [(text[m.start : m.end], m.date.edtf) for m in date_mentions(text)]
    assert mentions == found


def asked_of(identifier: int, name: str) -> str | None:
    """The packaged fact with a gap for one of its names, if that makes a question without notes."""
    (fact,) = packaged_library().facts_with([identifier])
    facets = facets_of(fact._replace(notes=()), "bazhanov")
    facet = next(f for f in facets if f.entity and f.entity.id == name)
    return facet.gap and str(facet.gap)


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        (10, "secretariat"),  # "Stalin's ..." would tell whose it is
        (10, "cpsu"),  # right beside "Central Committee"
        (10, "politburo"),  # named twice
        (4, "kyiv"),  # within "University of Kyiv"
        (13, "agabekov"),  # named once more by the family name alone
        (5, "cpsu"),  # "communism" tells it
        (1, "stalin"),
    ],
)
def test_a_name_that_the_text_still_tells_is_no_question(identifier: int, name: str) -> None:
    assert asked_of(identifier, name) is None


def test_a_name_that_stands_once_can_be_asked() -> None:
    assert asked_of(17, "moscow") == (
        "The 1930 edition of Boris Bazhanov's memoir had him becoming an anti-communist well before"
        " he came to _____ and took up positions with the Central Committee."
    )


def test_the_subject_of_a_dataset_is_no_question() -> None:
    (fact,) = packaged_library().facts_with([6])
    assert all(f.entity is None or f.entity.id != "bazhanov" for f in facets_of(fact, "bazhanov"))


def test_a_facet_needs_an_entity_to_have_a_gap() -> None:
    assert Facet(Fact(1, "Something happened."), "date").gap is None


def test_what_a_curated_question_asks_is_not_asked_twice() -> None:
    (fact,) = packaged_library().facts_with([8], questions=True)
    facets = list(facets_of(fact, "bazhanov"))
    assert len({facet.name for facet in facets}) == len(facets)
    assert not [f for f in facets if f.entity and not f.curated and f.entity.id == "stalin"]
    assert not [f for f in facets if f.event and not f.curated], "its date is curated"


def test_a_gap_is_never_right_beside_another_name() -> None:
    one = Entity("a", EntityKind.ORGANISATION, "CPSU")
    two = Entity("b", EntityKind.ORGANISATION, "Central Committee")
    beside = Fact(1, "He joined the CPSU Central Committee.", entities=(one, two))
    apart = Fact(1, "He left the CPSU for the Central Committee.", entities=(one, two))
    assert Facet(beside, "organisation b", entity=two).gap is None
    assert Facet(apart, "organisation b", entity=two).gap is not None
    listed = Fact(1, "He left the CPSU, Central Committee, and all.", entities=(one, two))
    assert Facet(listed, "organisation a", entity=one).gap is not None
    assert Facet(listed, "organisation b", entity=two).gap is not None
