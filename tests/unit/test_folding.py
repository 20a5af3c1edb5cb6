"""Text made comparable: what counts as the same, and where each folded character comes from."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.folding import fold, fold_with_offsets, fold_words, original_span, words

texts = st.one_of(
    st.text(),
    st.text(
        st.sampled_from("aE éÉ'’s-‐ßﬁœİıЁйک\u0301\u0327\u200bがか\u3099Ωςﷺ½ÅÅ \t\n_1٣"), max_size=30
    ),
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Joseph STALIN", "joseph stalin"),
        ("Père Lachaise", "pere lachaise"),
        ("Pe\u0300re", "pere"),
        ("Büyükada", "buyukada"),
        ("İstanbul ıstanbul", "istanbul istanbul"),
        ("ёлка Ёлка", "елка елка"),
        ("Київ", "киів"),
        ("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"),
        ("naïve coöperate", "naive cooperate"),
        ("Łódź Straße Øre Þór æon œuvre", "lodz strasse ore thor aeon oeuvre"),
        ("ﬁve ﬂags", "five flags"),
        ("ＣＰＳＵ １９２３", "cpsu 1923"),
        ("Stalin’s Stalin‘s Stalinʼs", "stalin's stalin's stalin's"),
        ("“so” «so»", '"so" "so"'),
        ("five‐year five–year five−year", "five-year five-year five-year"),
        ("soft\u00adhyphen zero\u200bwidth \u202eright\u202c", "softhyphen zerowidth right"),
        ("Могилёв-Подольский", "могилев-подольскии"),
        ("שָׁלוֹם كِتَاب", "שלום كتاب"),
        ("❤️", "❤"),
    ],
)
def test_spellings_of_one_text_fold_to_the_same(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_marks_that_are_letters_of_their_script_are_kept() -> None:
    """Else the Japanese words for moth and mosquito would meet."""
    assert fold("が") == fold("か\u3099") != fold("か")
    assert fold("हिन्दी") == "हिन्दी"


def test_plain_letters_fold_alike_in_ascii_and_other_texts() -> None:
    ascii_letters = "".join(map(chr, range(128)))
    assert fold(ascii_letters + "é") == fold(ascii_letters) + "e"


def test_every_character_of_the_basic_plane_folds_to_what_stays_as_it_is() -> None:
    unstable = [code for code in range(0x10000) if fold(fold(chr(code))) != fold(chr(code))]
    assert unstable == []


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_composed_and_decomposed_texts_fold_alike(text: str) -> None:
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", normalize("NFC", text)))


@given(texts)
def test_offsets_go_with_the_folded_text_and_never_backwards(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded) + 1
    assert offsets[-1] == len(text)
    assert list(offsets) == sorted(offsets)


@given(texts, st.data())
def test_a_folded_span_maps_back_to_text_that_folds_to_it(text: str, data: st.DataObject) -> None:
    folded, offsets = fold_with_offsets(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    first, last = original_span(offsets, start, end)
    assert 0 <= first <= last <= len(text)
    assert folded[start:end] in fold(text[first:last])


@pytest.mark.parametrize(
    ("text", "folded", "written"),
    [
        ("e\u0301x", "e", "e\u0301"),
        ("xe\u0301", "e", "e\u0301"),
        ("か\u3099く", "か", "か\u3099"),
        ("o\ufb03ce", "f", "\ufb03"),
        ("a\u0327\u0301b", "a", "a\u0327\u0301"),
    ],
)
def test_a_letter_is_never_split_from_its_marks(text: str, folded: str, written: str) -> None:
    found, offsets = fold_with_offsets(text)
    start = found.index(folded)
    first, last = original_span(offsets, start, start + len(folded))
    assert text[first:last] == written


def test_an_empty_span_stays_empty() -> None:
    _, offsets = fold_with_offsets("été")
    assert original_span(offsets, 1, 1) == (1, 1)


def test_words_stand_where_the_text_has_them() -> None:
    text = "Stalin’s “five‐year” Père-Lachaise, 1930s: l'été."
    assert [(word.text, text[word.start : word.end]) for word in words(text)] == [
        ("stalin", "Stalin"),
        ("five", "five"),
        ("year", "year"),
        ("pere", "Père"),
        ("lachaise", "Lachaise"),
        ("1930s", "1930s"),
        ("l", "l"),
        ("ete", "été"),
    ]


def test_a_possessive_is_dropped_at_the_end_of_a_word_alone() -> None:
    assert fold_words("Stalin's 's-Hertogenbosch Princes' o'sullivan").split() == (
        ["stalin", "hertogenbosch", "princes", "o", "sullivan"]
    )


def test_vowel_signs_stay_in_their_word() -> None:
    assert len(words("हिन्दी भाषा")) == 2


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("張衡在洛陽", ["張", "衡", "在", "洛", "陽"]),
        ("Zhang張衡Heng", ["Zhang", "張", "衡", "Heng"]),
        ("ガリレオ", ["ガ", "リ", "レ", "オ"]),
        ("か\u3099く", ["か\u3099", "く"]),
        ("𠮷野", ["𠮷", "野"]),
        ("서울 Сталин", ["서울", "Сталин"]),
    ],
)
def test_scripts_without_blanks_are_cut_into_their_characters(text: str, parts: list[str]) -> None:
    assert [text[word.start : word.end] for word in words(text)] == parts


def test_a_text_without_letters_or_digits_has_no_words() -> None:
    assert words("— … “!” 😀 _ \u0301") == ()


@given(texts)
def test_the_words_of_a_text_are_those_that_it_folds_to(text: str) -> None:
    assert [word.text for word in words(text)] == fold_words(text).split()


@given(texts)
def test_words_stand_in_order_within_the_text(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.start <= other.start for one, other in pairwise(found))
