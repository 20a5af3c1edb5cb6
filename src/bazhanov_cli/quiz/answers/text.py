"""Typed answers that are words: names, titles of works, short phrases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, islice

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.quiz.answers.names import PersonalNames, family_names
from bazhanov_cli.quiz.answers.sentences import Sentences
from bazhanov_cli.quiz.answers.slips import slips
from bazhanov_cli.quiz.answers.words import Words, joined, same_words, texts, texts_of, words_of
from bazhanov_cli.quiz.question import Judgement, Question, Verdict
from bazhanov_cli.romanisation import romanised, sound_key

_OPPOSITE = frozenset({"anti", "non", "against", "opposed", "opponent", "hostile"})
_WRONG = Judgement(Verdict.WRONG)
_ONLY_A_PART = Judgement(Verdict.PARTIAL, "that is only a part of the answer")
_BEFORE_A_LARGER_PLACE = re.compile(r"[,;(]|\b(?:in|of|near|off)\b| ")


def judge_text(question: Question, typed: str) -> Judgement:
    """Judge a typed answer against every accepted spelling and every name that it must not be."""
    given = words_of(typed)
    if not given:
        return Judgement(Verdict.INVALID, "there is nothing to read in that")
    key, sentences = _Key(question), Sentences(question)
    named = key.rivals_in(given)
    ways = [way for way in sentences.readings(given) if _keeps(named, way)]
    described = (
        way
        for text in sentences.without_description(typed)
        for way in sentences.readings(words_of(text))
        if _keeps(named, way)
    )
    for reading in chain(ways, described):
        if (spelling := key.exactly(reading)) is not None:
            return Judgement(Verdict.EXACT, key.explained(spelling))
    if any(joined(typed) == joined(spelling) for spelling in question.accepted):
        return Judgement(Verdict.EXACT)
    judged = [key.nearly(reading) for reading in (given, ways[-1])]
    judgement = next((one for one in judged if one != _WRONG), _WRONG)
    return (key.in_larger_place(typed) or judgement) if judgement == _WRONG else judgement


class _Key:
    """The accepted spellings of an answer as words, beside the names that are other answers."""

    def __init__(self, question: Question) -> None:
        self.question = question
        spellings = dict.fromkeys((question.answer, *question.accepted))
        self.accepted = {spelling: words_of(spelling) for spelling in spellings}
        self.rivals = {rival: words_of(rival) for rival in question.rivals}
        self.shared: set[Words] = set()
        self.names = PersonalNames(())
        if question.names is EntityKind.PERSON:
            self._read_personal_names()

    def _read_personal_names(self) -> None:
        theirs, ours = set(family_names(self.rivals)), set(family_names(self.accepted))
        self.shared = {words_of(name) for name in ours & theirs}
        self.names = PersonalNames(tuple(self.accepted))
        self.rivals |= {name: words_of(name) for name in sorted(theirs - ours)}
        self.accepted |= {name: words_of(name) for name in sorted(ours - theirs)}
        if not self.shared:
            self.accepted |= {name: words_of(name) for name in self.names.combined()}

    def exactly(self, given: Words) -> str | None:
        """The spelling that the words are, in any order; a person's with initials or more names."""
        for spelling, words in self.accepted.items():
            if same_words(given, words):
                return spelling
        name = self.names.read(given)
        return None if name is None or self._may_be_another(given) else name

    def _may_be_another(self, given: Words) -> bool:
        """Whether a person's name holds that of another, or is that of another with more names."""
        if not self._words_of_others.isdisjoint(word.text for word in given):
            return True
        said = texts(given)
        near = (rival for rival, words in self.rivals.items() if not said.isdisjoint(texts(words)))
        return any(PersonalNames((rival,)).read(given) for rival in near)

    @cached_property
    def _words_of_others(self) -> frozenset[str]:
        alone = (rival for rival, words in self.rivals.items() if len(words) == 1)
        return texts_of(alone) - texts_of(self.accepted)

    def rivals_in(self, given: Words) -> list[frozenset[str]]:
        """The other answers that the words name in full."""
        said = texts(given)
        return [rival for rival in map(texts, self.rivals.values()) if rival <= said]

    def explained(self, spelling: str) -> str:
        """Why another name than the answer was accepted."""
        answer = self.question.answer
        names = {word for word in texts_of((spelling,)) if len(word) > 1}
        return "" if names <= texts_of((answer,)) else f"accepted as {answer}"

    def nearly(self, given: Words) -> Judgement:
        """The judgement of words that are not quite an accepted spelling."""
        if tuple(given) in self.shared:
            reason = "more than one person bears that name, so say which"
            return Judgement(Verdict.PARTIAL, reason)
        if (rival := self._rival(given)) is not None:
            return Judgement(Verdict.WRONG, f"that is {rival}")
        if self._is_part(given):
            return _ONLY_A_PART
        if self._names_two(given):
            return Judgement(Verdict.WRONG, "give one answer")
        return self._by_sound(given) or self._with_slips(given) or _WRONG

    def _rival(self, given: Words) -> str | None:
        """The other answer that the words are."""
        same = (rival for rival, words in self.rivals.items() if same_words(given, words))
        return next(same, None)

    def _is_part(self, given: Words) -> bool:
        parts = texts(given)
        whole = map(texts, self.accepted.values())
        return any(parts < words and _OPPOSITE.isdisjoint(words - parts) for words in whole)

    def _names_two(self, given: Words) -> bool:
        """Whether the answer and another one are given together."""
        said, within = texts(given), self.question.within
        others = [texts(words) for rival, words in self.rivals.items() if rival not in within]
        for ours in map(texts, self.accepted.values()):
            if ours <= said and any(other and other <= said - ours for other in others):
                return True
        return False

    def _by_sound(self, given: Words) -> Judgement | None:
        sound = _sound(given)
        same = [spelling for spelling, words in self.accepted.items() if _sound(words) == sound]
        if not same or any(_sound(words) == sound for words in self.rivals.values()):
            return None
        latin = _is_latin(given)
        spelling = min(same, key=lambda name: _is_latin(self.accepted[name]) != latin, default=None)
        return Judgement(Verdict.CLOSE, f"spelt {spelling}") if spelling else None

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
        return Judgement(Verdict.CLOSE, f"spelt {spelling}")

    def in_larger_place(self, typed: str) -> Judgement | None:
        """The judgement of a place or a body that is given with where it lies: "Kyiv, Ukraine"."""
        if self.question.names not in (EntityKind.PLACE, EntityKind.ORGANISATION):
            return None
        larger = texts_of(self.question.within)
        others = texts_of(self.rivals) - larger
        # Bodies of one name stand in many places, so only where this one is known to be will do.
        is_place = self.question.names is EntityKind.PLACE
        longest = max(map(len, self.accepted.values()))
        for found in islice(_BEFORE_A_LARGER_PLACE.finditer(typed), 2 * longest):
            head, tail = words_of(typed[: found.start()]), texts_of((typed[found.end() :],))
            is_known = tail <= larger
            if not is_known and (not is_place or found[0] == " " or not others.isdisjoint(tail)):
                continue
            if self.exactly(head) is not None:
                return Judgement(Verdict.PARTIAL, "give the name alone")
            if is_known and tail and self._is_part(head):
                return _ONLY_A_PART
        return None


def _keeps(rivals: Iterable[frozenset[str]], reading: Words) -> bool:
    """Whether a shorter reading still has every other answer that was named."""
    kept = texts(reading)
    return all(rival <= kept for rival in rivals)


def _is_latin(words: Words) -> bool:
    return all(romanised(word.text) == word.text for word in words)


def _sound(words: Words) -> Counter[str]:
    return Counter(sound_key(word.text) for word in words)
