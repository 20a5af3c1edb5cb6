"""English stems: which words find each other, and which must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.stems import english_stem, stemmer


@pytest.mark.parametrize(
    "family",
    [
        "assassin assassins assassinate assassinated assassination assassinations",
        "defect defects defected defecting defector defectors defection",
        "plan plans planned planning",
        "memoir memoirs",
        "study studies studied studying",
        "spy spies",
        "party parties",
        "secretary secretaries",
        "organise organised organisation organisations organising",
        "organize organization",
        "agree agreed agreeing",
        "hop hopped hopping",
        "hope hoped hoping",
        "fall falls falling",
        "file filed filing",
        "retract retracts retracted retraction",
        "graduate graduated graduation",
        "professor professors",
        "nation national nationalism",
        "relation relational",
        "hopeful hopefulness",
        "decide decided decides",
        "1930 1930s",
        "control controlled controlling",
        "travel travelled travelling",
        "day days",
        "vary varied varies",
        "possible possibly",
        "formal formality",
        "useful usefulness",
        "ideology ideological",
    ],
)
def test_forms_of_one_word_share_their_stem(family: str) -> None:
    assert len({english_stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("secretary", "secret"),
        ("secretariat", "secretary"),
        ("secretariat", "secret"),
        ("police", "policy"),
        ("doctor", "doct"),
        ("actor", "act"),
        ("1930", "1931"),
        ("1930s", "193"),
        ("communist", "community"),
        ("sing", "s"),
        ("feed", "fee"),
        ("bed", "b"),
        ("lion", "li"),
        ("boss", "bos"),
    ],
)
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert english_stem(one) != english_stem(other)


@pytest.mark.parametrize("word", ["", "a", "as", "cpsu", "сталина", "σοφος", "張", "u2s", "b52"])
def test_what_is_no_english_word_stays_whole(word: str) -> None:
    assert english_stem(word) == word


def test_only_english_is_stemmed() -> None:
    assert stemmer("en")("plans") == "plan"
    assert stemmer("en-GB")("plans") == "plan"
    assert stemmer("fr")("plans") == "plans"


@given(st.text(alphabet="abceilnorstuyzd", max_size=12))
def test_a_stem_is_never_longer_by_more_than_a_letter_and_never_empty(word: str) -> None:
    stem = english_stem(word)
    assert bool(stem) == bool(word)
    assert len(stem) <= len(word)
