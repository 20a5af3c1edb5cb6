"""English words reduced to what their forms share, so that one form finds the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

Stemmer = Callable[[str], str]

_DECADE = re.compile(r"\d+s")
_AGENT = re.compile(r".{3,}(?:ct|ss)or")
_SHORTEST = 3

_DOUBLE_SUFFIXES = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize",
    "iser": "ise", "bli": "ble", "alli": "al", "entli": "ent", "eli": "e", "ousli": "ous",
    "ization": "ize", "isation": "ise", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive",
    "biliti": "ble", "logi": "log",
}  # fmt: skip
_SECOND_SUFFIXES = {
    "icate": "ic", "ative": "", "alize": "al", "alise": "al", "iciti": "ic", "ical": "ic",
    "ful": "", "ness": "",
}  # fmt: skip
_LAST_SUFFIXES = {
    "al": "", "ance": "", "ence": "", "er": "", "ic": "", "able": "", "ible": "", "ant": "",
    "ement": "", "ment": "", "ent": "", "ion": "", "ou": "", "ism": "", "ate": "", "iti": "",
    "ous": "", "ive": "", "ize": "", "ise": "",
}  # fmt: skip


def stemmer(language: str) -> Stemmer:
    """The stemmer of a language, given as its tag; words of others than English stay whole."""
    return english_stem if is_english(language) else str


def is_english(language: str) -> bool:
    """Whether the tag of a language (BCP 47) is one of English: `en`, `en-GB`."""
    return language.lower().split("-")[0] == "en"


def english_stem(word: str) -> str:
    """Reduce a folded English word to its stem.

    Martin Porter, "An algorithm for suffix stripping" (Program 14, 1980), with British endings
    (`-isation`, `-ise`), agent nouns in `-ctor` and `-ssor` (`defector` meets `defected`), and
    decades (`1930s` meets `1930`). Words of other scripts stay as they are.
    """
    if len(word) < _SHORTEST or not word.isascii():
        return word
    if not word.isalpha():
        return word[:-1] if _DECADE.fullmatch(word) else word
    stem = _without_agent(_without_plural(word))
    stem = _with_final_i(_without_past(stem))
    for suffixes, least in ((_DOUBLE_SUFFIXES, 1), (_SECOND_SUFFIXES, 1), (_LAST_SUFFIXES, 2)):
        stem = _without_suffix(stem, suffixes, least)
    return _without_final_e(stem)


def _without_plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _without_agent(word: str) -> str:
    return word[:-2] if _AGENT.fullmatch(word) else word


def _without_past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and "v" in _shape(stem):
            return _mended(stem)
    return word


def _mended(stem: str) -> str:
    """Give back what the ending -ed or -ing had taken: hop(p)ed, fil(e)d."""
    if stem.endswith(("at", "bl", "iz", "is")):
        return f"{stem}e"
    if _ends_in_double_consonant(stem) and stem[-1] not in "lsz":
        return stem[:-1]
    return f"{stem}e" if _measure(stem) == 1 and _ends_in_short_syllable(stem) else stem


def _with_final_i(word: str) -> str:
    ends = len(word) > 2 and word.endswith("y") and _shape(word[:-1]).endswith("c")
    return f"{word[:-1]}i" if ends else word


def _without_suffix(word: str, suffixes: Mapping[str, str], least: int) -> str:
    """Replace the longest suffix that the word has, where enough of it is left before."""
    for length in range(7, 1, -1):
        if word[-length:] in suffixes and len(word) > length:
            stem = word[:-length]
            allowed = word[-length:] != "ion" or stem.endswith(("s", "t"))
            return stem + suffixes[word[-length:]] if allowed and _measure(stem) >= least else word
    return word


def _without_final_e(word: str) -> str:
    if word.endswith("e"):
        stem = word[:-1]
        measure = _measure(stem)
        if measure > 1 or (measure == 1 and not _ends_in_short_syllable(stem)):
            word = stem
    return word[:-1] if word.endswith("ll") and _measure(word[:-1]) > 1 else word


def _shape(word: str) -> str:
    """The word as `v` for vowels and `c` for consonants; `y` after a consonant is a vowel."""
    shape = ""
    for letter in word:
        vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if vowel else "c"
    return shape


def _measure(stem: str) -> int:
    """How many times a consonant follows a vowel: the length of a stem in syllables, nearly."""
    return _shape(stem).count("vc")


def _ends_in_double_consonant(stem: str) -> bool:
    return stem[-2:-1] == stem[-1:] and _shape(stem).endswith("c")


def _ends_in_short_syllable(stem: str) -> bool:
    return _shape(stem).endswith("cvc") and stem[-1] not in "wxy"
