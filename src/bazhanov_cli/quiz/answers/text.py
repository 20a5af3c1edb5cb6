"""Typed answers that are words: names, titles of works, short phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.quiz.answers.names import (
    Words,
    common_words,
    family_name,
    is_initialled,
    readings,
)
from bazhanov_cli.quiz.answers.slips import slips
from bazhanov_cli.quiz.answers.words import joined, words_of
from bazhanov_cli.quiz.question import Judgement, Question, Verdict
from bazhanov_cli.romanisation import sound_key


def judge_text(question: Question, typed: str) -> Judgement:
    """Judge a typed answer against every accepted spelling and every name that it must not be."""
    given = words_of(typed)
    if not given:
        return Judgement(Verdict.INVALID, "there is nothing to read in that")
    key = _Key(question)
    for reading in readings(given, question.names, common_words(question.prompt)):
        if (spelling := key.exactly(reading)) is not None:
            return Judgement(Verdict.EXACT, key.explained(spelling))
    if any(joined(typed) == joined(spelling) for spelling in key.accepted):
        return Judgement(Verdict.EXACT)
    return key.nearly(given)


class _Key:
    """The accepted spellings of an answer as words, beside the names that are other answers."""

    def __init__(self, question: Question) -> None:
        self.answer = question.answer
        self.is_person = question.names is EntityKind.PERSON
        self.accepted = {spelling: words_of(spelling) for spelling in _spellings(question)}
        self.rivals = {rival: words_of(rival) for rival in question.rivals}
        if self.is_person:
            theirs = set(_family_names(self.rivals))
            ours = set(_family_names(self.accepted))
            self.shared = {words_of(name) for name in ours & theirs}
            self.accepted |= {name: words_of(name) for name in ours - theirs}
            self.rivals |= {name: words_of(name) for name in theirs - ours}
        else:
            self.shared = set()

    def exactly(self, given: Words) -> str | None:
        """The spelling that the words are, in any order, or with initials for a person."""
        for spelling, words in self.accepted.items():
            if _same(given, words) or (self.is_person and is_initialled(given, words)):
                return spelling
        return None

    def explained(self, spelling: str) -> str:
        """Why another name than the answer was accepted."""
        if set(words_of(spelling)) <= set(words_of(self.answer)):
            return ""
        return f"accepted as {self.answer}"

    def nearly(self, given: Words) -> Judgement:
        """The judgement of words that are not quite an accepted spelling."""
        if tuple(given) in self.shared:
            return Judgement(Verdict.PARTIAL, "more than one person bears that name: say which")
        if self._is_part(given):
            return Judgement(Verdict.PARTIAL, "that is only a part of the answer: say more")
        for rival, words in self.rivals.items():
            if _same(given, words):
                return Judgement(Verdict.WRONG, f"that is {rival}")
        return self._by_sound(given) or self._with_slips(given) or Judgement(Verdict.WRONG)

    def _is_part(self, given: Words) -> bool:
        parts = {word.text for word in given}
        whole = ({word.text for word in words} for words in self.accepted.values())
        return any(parts < words for words in whole)

    def _by_sound(self, given: Words) -> Judgement | None:
        sound = _sound(given)
        if any(_sound(words) == sound for words in self.rivals.values()):
            return None
        for spelling, words in self.accepted.items():
            if _sound(words) == sound:
                return Judgement(Verdict.CLOSE, f"accepted: spelt {spelling}")
        return None

    def _with_slips(self, given: Words) -> Judgement | None:
        found = [
            (count, spelling)
            for spelling, words in self.accepted.items()
            if (count := slips(given, words)) is not None
        ]
        if not found:
            return None
        fewest, spelling = min(found, key=lambda pair: pair[0])
        for rival, words in self.rivals.items():
            theirs = slips(given, words)
            if theirs is not None and theirs <= fewest:
                return Judgement(Verdict.WRONG, f"that is as near to {rival} as to {spelling}")
        return Judgement(Verdict.CLOSE, f"accepted: spelt {spelling}")


def _spellings(question: Question) -> tuple[str, ...]:
    return tuple(dict.fromkeys((question.answer, *question.accepted)))


def _family_names(names: Iterable[str]) -> list[str]:
    return [family for name in names if (family := family_name(name)) is not None]


def _same(given: Words, words: Words) -> bool:
    """Whether the words are the same, in any order unless the order of numbers could matter."""
    if any(word.is_number for word in words):
        return [word.text for word in given] == [word.text for word in words]
    return Counter(word.text for word in given) == Counter(word.text for word in words)


def _sound(words: Words) -> Counter[str]:
    return Counter(sound_key(word.text) for word in words)
