"""How people and things may be named: family names, initials, titles, small words before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.quiz.answers.words import Word, words_of

_BEFORE_A_NAME = frozenset({"in", "at", "on", "to", "by", "into"})
_TITLES = frozenset((
    "mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "saint", "st", "comrade", "general",
    "marshal", "president", "chairman", "secretary", "professor", "king", "queen", "emperor",
    "empress", "tsar", "prince", "princess", "count", "leader",
))  # fmt: skip
_NOT_FAMILY_AND_GIVEN = frozenset({"the", "of"})  # Catherine the Great, Henry of Navarre
_ROMAN_NUMERAL = re.compile(r"[ivxlc]+")

Words = Sequence[Word]


def readings(given: Words, kind: EntityKind | None, said: frozenset[str]) -> Iterator[Words]:
    """The typed words, then with what may stand before or beside a name left out.

    `said` are the common words of the question, which may be repeated: "the island of Malta".
    """
    yield given
    if len(given) > 1 and given[0].text in _BEFORE_A_NAME:
        given = given[1:]
        yield given
    if kind is EntityKind.PERSON and (untitled := _without_titles(given)) != given:
        yield untitled
    if said and (shorter := [word for word in given if word.text not in said]):
        yield shorter


def _without_titles(given: Words) -> Words:
    for position, word in enumerate(given[:-1]):
        if word.text not in _TITLES:
            return given[position:]
    return given[-1:]


def common_words(prompt: str) -> frozenset[str]:
    """The words and numbers of a prompt that name nobody: those without a capital."""
    plain = " ".join(word for word in prompt.split() if word == word.lower())
    return frozenset(word.text for word in words_of(plain))


def family_name(name: str) -> str | None:
    """The last word of a person's name of several words, where it can stand for the whole."""
    written = name.split()
    if len(written) < 2 or _NOT_FAMILY_AND_GIVEN.intersection(written):
        return None
    last = words_of(written[-1])
    if len(last) != 1 or last[0].is_number or _ROMAN_NUMERAL.fullmatch(last[0].text):
        return None
    return written[-1] if len(last[0].text) > 1 else None


def is_initialled(given: Words, name: Words) -> bool:
    """Whether the typed words are this name with initials: "J. Stalin" or "Stalin, J. V."."""
    initials = [word.text for word in given if len(word.text) == 1]
    rest = [word.text for word in given if len(word.text) > 1]
    return (
        len(name) > 1
        and 0 < len(initials) <= 2
        and rest == [name[-1].text]
        and name[0].text.startswith(initials[0])
    )
