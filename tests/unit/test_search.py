"""What a search finds in the packaged dataset, in which order, and why."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.search.hits import Hit
from bazhanov_cli.search.run import hits_with, ranked, read_search
from support.libraries import library_of, packaged_library
from support.packaged import FACT_TEXTS

EVERY = set(range(1, 19))
STALIN = {1, 8, 9, 10, 11, 12, 14, 15}

FOUND: list[tuple[str, set[int]]] = [
    # Names, in every spelling
    ("Stalin", STALIN),
    ("Сталин", STALIN),
    ("Иосиф Сталин", STALIN),
    ("Koba", STALIN),
    ("Dzhugashvili", STALIN),
    ("Joseph Stalin", STALIN),
    ("Stalin's", STALIN),
    ("Trotsky", {9, 14}),
    ("Trotskii", {9, 14}),
    ("Троцкий", {9, 14}),
    ("lev trotsky", {9, 14}),
    ("Lénine", {9}),
    ("Ленин", {9}),
    ("Bajanov", EVERY),
    ("Blyumkin", {14}),
    ("Xenofontov", {7}),
    # Places
    ("Kyiv", {4}),
    ("Kiev", {4}),
    ("Київ", {4}),
    ("University of Kiev", {4}),
    ("pere lachaise", {16}),
    ("Père Lachaise", {16}),
    ("Père-Lachaise", {16}),
    ("PERE-LACHAISE", {16}),
    ("Büyükada", {14}),
    ("Prinkipo", {14}),
    ("Constantinople", {14}),
    ("İstanbul", {14}),
    ("fourth arrondissement", {16}),
    ("Mogilev-Podolsky", {2}),
    ("Могилёв-Подольский", {2}),
    ("Могилев Подольский", {2}),
    ("Moskva", {6, 17}),
    ("USSR", {5, 7, 11, 12, 14}),
    ("U.S.S.R.", {5, 7, 11, 12, 14}),
    ("Middle East", {13}),
    # Organisations, works and concepts
    ("secret police", {7, 13}),
    ("police secret", {7, 13}),
    ("secret police Ksenofontov", {7}),
    ("OGPU", {7, 13}),
    ("CPSU", {5, 8, 10}),
    ("communist party", {5, 8, 10}),
    ("Politbureau", {10}),
    ("Avec Staline", {17}),
    ("Great Terror", {12}),
    # Forms of words
    ("assassin", {1, 14}),
    ("assassinate", {1, 14}),
    ("assassinations", {1, 14}),
    ("defected", {11, 12, 13}),
    ("defector", {11, 12, 13}),
    ("spies", {13}),
    ("plan", {12}),
    ("editions", {15, 17, 18}),
    ("secretary", {8, 15}),
    ("secretaries", {8, 15}),
    ("secret", {1}),
    ("secrets", {1}),
    ("assassin*", {1, 14}),
    ("nationali*", {5}),
    ("secr*", {1, 8, 9, 10, 15, 18}),
    # Phrases and hyphens
    ("five year plan", {12}),
    ("five-year plans", {12}),
    ('"five year plan"', {12}),
    ('"year five"', set()),
    ('"central committee"', {9, 10, 17, 18}),
    ('"committee central"', set()),
    ("anti-communist", {17}),
    ("anticommunist", {17}),
    # Operators
    ("Stalin -Trotsky", STALIN - {9, 14}),
    ("Stalin -Троцкий", STALIN - {9, 14}),
    ('"five year plan" -Trotsky', {12}),
    ('defected -"five year plan"', {11, 13}),
    ("Lenin OR Agabekov", {9, 13}),
    ("Stalin Lenin OR Blumkin", {9, 14}),
    ("Stalin AND Trotsky", {9, 14}),
    ("the death of Lenin", {9}),
    ("who ordered the assassination of Bazhanov", {14}),
    ("-Stalin", EVERY - STALIN),
    # Dates
    ("9 august 1923", {8}),
    ("August 9th, 1923", {8}),
    ("Aug 9 1923", {8}),
    ("1923-08-09", {8}),
    ("9.8.1923", {8}),
    ("9 august 1900", {2}),
    ("august 1923", {8}),
    ("1923-08", {8}),
    ("1923", {8, 9, 10, 18}),
    ("1923 secretary", {8}),
    ("december 1982", {16}),
    ("february 1929", {14}),
    ("1920s", {6, 8, 9, 10, 11, 12, 13, 14, 18}),
    ("1920s -Stalin", {6, 13, 18}),
    ("1930", {1, 12, 13, 17, 18}),
    ("1937", {12}),
    ("1928 OR 1982", {11, 12, 13, 16}),
    ("1 january 1923", set()),
    ("10 august 1923", set()),
    # Slips, and what is none
    ("stallin", STALIN),
    ("Agabekow", {13}),
    ("Mogilov-Podolsky", {2}),
    ("asassinate", {1, 14}),
    ("Beria", set()),
    ("Napoleon", set()),
    ("Stalingrad", set()),
    ("1812", set()),
    ('"stallin"', set()),
    # What is no operator is words
    ("NEAR(", {13}),
    ("c++", set()),
    ("9:30", set()),
    ("😀", set()),
    ('"', set()),
    ("AND", {1, 4, 5, 6, 8, 9, 10, 11, 16, 17}),
]


def hits_of(
    query: str, selection: Selection | None = None, library: Library | None = None
) -> list[Hit]:
    library = library or packaged_library()
    search = read_search(library, query)
    return list(hits_with(library, search, ranked(library, search, selection or Selection())))


def ids_of(
    query: str, selection: Selection | None = None, library: Library | None = None
) -> list[int]:
    return [hit.fact.id for hit in hits_of(query, selection, library)]


def matches_of(query: str, fact: int) -> list[str]:
    """What is marked in one of the facts that a query finds."""
    hit = next(hit for hit in hits_of(query) if hit.fact.id == fact)
    return [hit.fact.text[start:end] for start, end in hit.matches]


def reasons_of(query: str, fact: int) -> list[str]:
    return next(hit for hit in hits_of(query) if hit.fact.id == fact).reasons


@pytest.mark.parametrize(("query", "expected"), FOUND)
def test_a_query_finds_these_facts(query: str, expected: set[int]) -> None:
    assert sorted(ids_of(query)) == sorted(expected)


@pytest.mark.parametrize("query", [query for query, _ in FOUND])
def test_letter_case_and_accents_make_no_difference(query: str) -> None:
    variants = [query.swapcase().replace("or", "OR").replace("Or", "OR"), normalize("NFD", query)]
    for variant in variants if " or" not in query.lower() else variants[1:]:
        assert ids_of(variant) == ids_of(query)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("1930", {1, 17}),
        ("1930s", {12}),
        ("memoir", {17}),
        ("communism", {5, 11}),
        ("secretariat", {10}),
        ("9 october 1923 OR kyiv", {4}),
        ("Staline", {1, 8, 9, 10, 11, 12, 14, 15}),
    ],
)
def test_facts_that_say_the_very_words_come_first(query: str, first: set[int]) -> None:
    assert set(ids_of(query)[: len(first)]) == first


def test_1930_comes_before_the_1930s() -> None:
    assert ids_of("1930")[-1] == 12


def test_scores_fall_from_hit_to_hit() -> None:
    for query in ("1930", "stalin", "communist", "secretar*", "1920s"):
        scores = [hit.score for hit in hits_of(query)]
        assert scores == sorted(scores, reverse=True)
        assert all(score > 0 for score in scores)


NAMES = """
people:
  aemilianus: {name: Publius Aemilianus, aliases: [Scipio]}
  africanus: {name: Publius Scipio}
  paullus: {name: Lucius Paullus, aliases: [Publius Scipio the Father]}
facts:
  - {id: 1, text: Publius Aemilianus went., people: aemilianus}
  - {id: 2, text: Publius Scipio came., people: africanus}
  - {id: 3, text: Lucius Paullus stayed., people: paullus}
"""


def test_an_exact_name_ranks_above_a_mere_alias() -> None:
    library = library_of(NAMES)
    assert ids_of("Scipio", library=library) == [2, 1]


def test_part_of_an_alias_counts_where_nothing_else_is_found() -> None:
    library = library_of(NAMES)
    assert ids_of("Father", library=library) == [3]
    assert ids_of("Publius Scipio", library=library) == [2, 1]


@pytest.mark.parametrize(
    ("query", "facts", "order"),
    [
        (
            "treaty",
            """
  - {id: 1, text: The envoys met in the hall., events: {label: Treaty}}
  - {id: 2, text: The treaty was signed.}
  - {id: 3, text: The war went on.}
  - {id: 4, text: A city burned.}
""",
            [2, 1],
        ),
        (
            "troy",
            """
  - {id: 1, text: The siege of Troy began with a quarrel of the gods.}
  - {id: 2, text: Troy after Troy was built where Troy once had stood.}
  - {id: 3, text: Odysseus came home.}
  - {id: 4, text: Rome was founded.}
  - {id: 5, text: Achilles fell.}
""",
            [2, 1],
        ),
    ],
)
def test_the_text_counts_more_than_a_label_and_often_more_than_once(
    query: str, facts: str, order: list[int]
) -> None:
    """Also among facts so short that bm25 without their lengths would turn its order around."""
    hits = hits_of(query, library=library_of(f"facts:{facts}"))
    assert [hit.fact.id for hit in hits] == order
    assert hits[0].score > hits[1].score


@pytest.mark.parametrize("query", ['"stalin trotsky"', '"trotsky stalin"', '"kyiv kiev"'])
def test_a_phrase_is_found_in_one_name_or_text_and_not_across_several(query: str) -> None:
    assert ids_of(query) == []


def test_a_time_finds_what_surely_was_then_before_what_may_have_been() -> None:
    library = library_of(
        "facts:\n- {id: 1, text: A, events: '[1926..1928]'}\n- {id: 2, text: B, events: 1927-03}"
    )
    assert ids_of("1927", library=library) == [2, 1]
    assert ids_of("since 1920", library=library) == [2, 1]
    assert ids_of("1929", library=library) == []


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("secret", "secret -stalin"),
        ("secret", "secret -memoirs"),
        ("stalin", "stalin -stalin"),
        ("police", "police -secret"),
        ("assassin", "assassin -1929"),
    ],
)
def test_a_word_left_out_never_adds_a_fact(wide: str, narrow: str) -> None:
    assert set(ids_of(narrow)) <= set(ids_of(wide))


SELECTIONS = st.one_of(
    st.sampled_from(["stalin", "trotsky", "paris"]).map(lambda name: Selection(about=(name,))),
    st.sampled_from(["pursuit", "memoirs"]).map(lambda topic: Selection(topics=(topic,))),
    st.integers(1895, 1990).map(lambda year: Selection(start=parse_edtf(str(year)))),
    st.integers(1895, 1990).map(lambda year: Selection(end=parse_edtf(str(year)))),
)


@given(st.sampled_from(["secret", "police", "stalin", "plan", "kiev", "memoirs"]), SELECTIONS)
def test_a_filter_never_adds_a_fact(query: str, selection: Selection) -> None:
    assert set(ids_of(query, selection)) <= set(ids_of(query))


@pytest.mark.parametrize(
    ("query", "fact", "marked"),
    [
        ("stalin", 8, ["Stalin"]),
        ("stalin's", 15, ["Stalin"]),
        ("assassinate", 14, ["assassin", "assassinate"]),
        ("defector", 13, ["defected"]),
        ("five-year plan", 12, ["five-year", "plans"]),
        ('"five year plan"', 12, ["five-year plans"]),
        ('"five year" "year plan"', 12, ["five-year plans"]),
        ("pére LACHAISE", 16, ["Pere", "Lachaise"]),
        ("secr*", 8, ["secretary", "Secretary"]),
        ("9 aug 1923", 8, ["9 August 1923"]),
        ("1930", 12, ["1930s"]),
        ("Kiev", 4, []),
        ("1920s", 8, []),
        ("the secretary", 8, ["secretary", "Secretary"]),
        ("lenin OR trotsky", 9, ["Lenin", "Trotsky", "Lenin"]),
        ("stalin -paris", 10, ["Stalin"]),
    ],
)
def test_the_matching_words_are_marked(query: str, fact: int, marked: list[str]) -> None:
    assert matches_of(query, fact) == marked


@pytest.mark.parametrize(
    ("query", "fact", "reasons"),
    [
        ("Kiev", 4, ["as Kyiv"]),
        ("Trotskii", 14, ["as Trotsky"]),
        ("Trotskii", 9, ["as Leon Trotsky"]),
        ("secret police", 7, ["as state security apparatus"]),
        ("secret police", 13, ["as Soviet security agencies"]),
        ("1920s", 8, ["on 9 August 1923"]),
        ("1920s", 14, ["in October 1929"]),
        ("1920s", 10, ["dated 1923 to 1924"]),
        ("defection", 8, None),
        ("pursuit", 14, ["under pursuit"]),
        ("lenin's death", 9, []),
        ("Stalin", 8, []),
        ("Kiev 1918", 4, ["as Kyiv"]),
        ("Kiev OR september", 4, []),
    ],
)
def test_a_hit_says_why_where_its_text_does_not(
    query: str, fact: int, reasons: list[str] | None
) -> None:
    if reasons is None:
        assert fact not in ids_of(query)
    else:
        assert reasons_of(query, fact) == reasons


REASONS = """
id: reasons
title: Reasons
people:
  iron: {name: Vera Iron, forms: [Vera], aliases: [Steel]}
  copper: {name: Ada Copper, forms: [Ada], aliases: [Steel]}
  steel: {name: Anna Steel, forms: [Anna]}
organisations:
  poets: {name: Young Poets, forms: [They], aliases: [Generation 1931]}
facts:
  - {id: 1, text: Anna and VERA came., people: [steel, iron]}
  - {id: 2, text: VERA and Ada went., people: [iron, copper]}
  - {id: 3, text: The star of stardom rose., events: [{label: A rise, date: 1923~}]}
  - {id: 4, text: It set., events: [{label: A fall, date: 1924?}]}
  - {id: 5, text: They wrote., organisations: poets}
  - {id: 6, text: "In 1931, a generation read."}
"""


@pytest.mark.parametrize(
    ("query", "reasons"),
    [
        ("Steel", [["as Vera Iron"], ["as Vera Iron"]]),
        ("1923", [["dated about 1923"]]),
        ("1924", [["dated perhaps 1924"]]),
    ],
)
def test_the_reason_is_the_name_it_spells_in_full_and_the_date_as_it_is_known(
    query: str, reasons: list[list[str]]
) -> None:
    hits = hits_of(query, library=library_of(REASONS))
    assert [hit.reasons for hit in sorted(hits, key=lambda hit: hit.fact.id)] == reasons


def test_a_whole_word_is_marked_and_no_longer_one() -> None:
    assert [hit.matches for hit in hits_of("star", library=library_of(REASONS))] == [[(4, 8)]]


def test_an_alias_may_hold_a_date() -> None:
    assert ids_of("Generation 1931", library=library_of(REASONS)) == [6, 5]


def test_a_label_that_holds_the_word_is_the_reason() -> None:
    library = library_of(
        "id: a\ntitle: A\nfacts:\n  - {id: 1, text: Nobody came., events: [{label: Opening night}]}"
    )
    assert [hit.reasons for hit in hits_of("night", library=library)] == [["in “Opening night”"]]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(about=("trotsky",)), [9, 14]),
        (Selection(about=("trotsky", "lenin")), [9]),
        (Selection(topics=("pursuit",)), [1, 14]),
        (Selection(start=parse_edtf("1929")), [1, 12, 14, 15]),
        (Selection(end=parse_edtf("1923-09")), [8, 10]),
        (Selection(start=parse_edtf("../1920")), [1, 8, 9, 10, 11, 12, 14, 15]),
        (Selection(start=parse_edtf("1923"), end=parse_edtf("1923")), [8, 9, 10]),
        (Selection(about=("trotsky",), topics=("pursuit",), limit=1), [14]),
    ],
)
def test_filters_narrow_what_is_found(selection: Selection, expected: list[int]) -> None:
    assert sorted(ids_of("Stalin", selection)) == expected


def test_a_limit_keeps_the_best() -> None:
    assert ids_of("1930", Selection(limit=3)) == ids_of("1930")[:3]
    assert ids_of("1930", Selection(limit=0)) == []


def test_a_limit_past_every_fact_is_no_limit() -> None:
    assert len(ids_of("Bajanov", Selection(limit=10**30))) == 18


def test_a_slip_is_told_with_what_was_taken_for_it() -> None:
    spelling = read_search(packaged_library(), "stallin beria 1812").spelling
    assert spelling.corrected == {"stallin": (("stalin",),)}
    assert spelling.unknown == ("beria",)


def test_a_dataset_in_another_language_is_searched_word_for_word() -> None:
    library = library_of(
        "id: fr\ntitle: F\nlanguage: fr\nfacts:\n  - {id: 1, text: Les plans de l'été.}\n"
        "  - {id: 2, text: Le plan.}\n  - {id: 3, text: Of it.}"
    )
    assert ids_of("plan", library=library) == [2]
    assert ids_of("ÉTÉ", library=library) == [1]
    assert ids_of("of plan", library=library) == []


def test_chinese_is_found_within_a_text_without_blanks() -> None:
    library = library_of(
        "id: zh\ntitle: Z\nlanguage: zh\nfacts:\n  - {id: 1, text: 一九二三年張衡在洛陽。}"
    )
    assert [hit.matches for hit in hits_of("張衡", library=library)] == [[(5, 7)]]


FRAGMENTS = [
    *"\"'“*-^+:;\\%_[]()·\n\t",
    *("--", "OR", "AND", "NOT", "NEAR(", "NEAR(a b, 3)", "{text}:", "text:", "a*", "*a", "c++"),
    *("\0", "\ud800", "\udfff", "\u202e", "\u2028", "\u0301", "e\u0301", "😀", "👩\u200d👩"),
    *("ﬁ", "ß", "İ", "ı", "﷽", "Сталин", "張衡", "が", "the", "of", "9'8\""),
    *("1923", "9 august 1923", "30 february 1923", "0000", "99999", "1923/1924", "[1926..", "192X"),
    *("Stalin", "stallin", "Kiev", "secret", "police", "-Stalin", '-"x y"'),
]
HOSTILE = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=12)), max_size=12)


@given(HOSTILE, st.sampled_from(["", " "]))
def test_whatever_is_typed_is_searched_for(fragments: list[str], between: str) -> None:
    for hit in hits_of(between.join(fragments)):
        assert hit.fact.text == FACT_TEXTS[hit.fact.id]
        assert all(0 <= start < end <= len(hit.fact.text) for start, end in hit.matches)
        assert all(one[1] <= other[0] for one, other in pairwise(hit.matches))
        assert hit.matches or hit.reasons or not hit.groups


@given(st.text(alphabet="stalinкиев é\u0301*\"-'", max_size=30))
def test_capitals_find_what_small_letters_find(query: str) -> None:
    assert ids_of(query.upper()) == ids_of(query)


@pytest.mark.parametrize(
    "query",
    [
        *('"' * 10_000, "-" * 10_000, "x" * 10_000, "é" * 10_000, "1923-" * 2_000, "9 " * 5_000),
        *("stalin " * 1_500, "a OR " * 2_500, "s* " * 3_000, '"a b" ' * 1_500, "five-" * 2_000),
        " ".join(f"word{number}" for number in range(1_500)),
    ],
    ids=lambda query: query[:8].replace("é", "e"),
)
def test_ten_thousand_characters_are_no_error(query: str) -> None:
    assert set(ids_of(query)) <= EVERY
