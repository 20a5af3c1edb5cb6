"""How people are named: given and family names, initials, middle names, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from bazhanov_cli.quiz.answers.words import Words, words_of
from bazhanov_cli.romanisation import romanised

_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "saint", "st", "comrade", "general",
    "marshal", "captain", "colonel", "major", "admiral", "president", "chairman", "chancellor",
    "premier", "minister", "commissar", "senator", "secretary", "professor", "academician", "pope",
    "bishop", "king", "queen", "emperor", "empress", "tsar", "prince", "princess", "duke", "count",
    "baron", "leader", "dean", "reverend", "rev", "canon", "abbot", "cardinal", "archbishop",
    "rabbi", "prof", "lieutenant", "commander",
))  # fmt: skip
_NOT_FAMILY_AND_GIVEN = frozenset({"the", "of"})  # Catherine the Great, Henry of Navarre
PARTICLES = frozenset({"de", "du", "da", "di", "la", "le", "van", "von", "der", "den", "al", "el"})
_ROMAN_NUMERAL = re.compile(r"[ivxlc]+")
_ABBREVIATED = {
    "wm": "william", "chas": "charles", "jas": "james", "thos": "thomas", "geo": "george",
    "robt": "robert", "jos": "joseph", "edw": "edward", "benj": "benjamin", "alex": "alexander",
}  # fmt: skip
_SAME_INITIAL = {"w": "v", "j": "i", "y": "i"}
_MOST_MIDDLE_NAMES = 2


def without_titles(given: Words) -> Words:
    """The words of a name without the titles before it."""
    for position, word in enumerate(given[:-1]):
        if word.text not in _TITLES:
            return given[position:]
    return given[-1:]


def family_name(name: str) -> str | None:
    """The last word of a person's name of several words, where it can stand for the whole."""
    written = name.split()
    if len(written) < 2 or _NOT_FAMILY_AND_GIVEN.intersection(written):
        return None
    return written[-1] if _can_stand_alone(written[-1]) else None


def family_names(names: Iterable[str]) -> list[str]:
    """The family names among names of people."""
    return [family for name in names if (family := family_name(name)) is not None]


def _can_stand_alone(name: str) -> bool:
    words = words_of(name)
    if len(words) != 1 or words[0].is_number or len(words[0].text) < 2:
        return False
    return not _ROMAN_NUMERAL.fullmatch(words[0].text)


class PersonalNames:
    """What the spellings of one person's name have in common, to put together in other ways."""

    def __init__(self, spellings: Sequence[str]) -> None:
        words = {name: [word.text for word in words_of(name)] for name in spellings}
        whole = [name for name in spellings if len(words[name]) > 1 and family_name(name)]
        single = [name for name in spellings if len(name.split()) == 1 and _can_stand_alone(name)]
        self._given = {words[name][0]: name.split()[0] for name in whole}
        self._family = {words_of(name)[0].text: name for name in (*family_names(whole), *single)}
        self._middles = [middle for name in whole if (middle := _telling(words[name][1:-1]))]

    @property
    def families(self) -> frozenset[str]:
        """The folded names that can stand for the whole."""
        return frozenset(self._family)

    def combined(self) -> Iterator[str]:
        """Each given name with each family name of the same script: "Joseph Dzhugashvili"."""
        for given, family in product(self._given, self._family):
            if len(given) > 1 and (romanised(given) == given) == (romanised(family) == family):
                yield f"{self._given[given]} {self._family[family]}"

    def read(self, typed: Words) -> str | None:
        """The family name, and the given name unless an initial stands for it, in typed words.

        They may have initials and middle names, as long as no spelling tells other ones: "V. I.
        Lenin" and "Lenin, Vladimir Ilyich", but not "V. Q. Lenin".
        """
        texts = [word.text for word in typed]
        if len(texts) < 2 or any(word.is_number for word in typed):
            return None
        if self._family.keys() >= set(texts):
            return self._family[texts[0]]
        for first, *middle, last in (texts, [*texts[1:], texts[0]]):
            whole = first if first in self._given else _ABBREVIATED.get(first, first)
            if last in self._family and self._is_given(whole) and self._may_stand_between(middle):
                given = f"{self._given[whole]} " if len(whole) > 1 else ""
                return given + self._family[last]
        return None

    def may_begin_with(self, initial: str) -> bool:
        """Whether a letter is the initial of a given name."""
        return _initial(initial) in map(_initial, self._given)

    def _is_given(self, word: str) -> bool:
        return word in self._given if len(word) > 1 else self.may_begin_with(word)

    def _may_stand_between(self, middle: Sequence[str]) -> bool:
        names = _telling([word for word in middle if word not in self._family])
        told = [_without(known, names) for known in self._middles]
        unknown = [_without(names, known) for known in self._middles] or [names]
        return min(map(len, unknown)) <= _MOST_MIDDLE_NAMES and (
            not told or any(map(_agree, unknown, told))
        )


def _telling(middle: Iterable[str]) -> list[str]:
    return [word for word in middle if word not in PARTICLES]


def _without(some: Sequence[str], others: Sequence[str]) -> list[str]:
    return [word for word in some if word not in others]


def _agree(names: Sequence[str], told: Sequence[str]) -> bool:
    """Whether middle names begin with the same letters as those that are known."""
    return all(_initial(one) == _initial(other) for one, other in zip(names, told, strict=False))


def _initial(word: str) -> str:
    letter = romanised(word)[:1]
    return _SAME_INITIAL.get(letter, letter)
