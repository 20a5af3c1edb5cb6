"""What may stand around an answer and carries no part of it: "he was 16", "in Kyiv"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.folding import fold
from bazhanov_cli.quiz.answers.names import PARTICLES, without_titles
from bazhanov_cli.quiz.answers.words import Words, texts, texts_of, words_of
from bazhanov_cli.quiz.question import Question

_BEFORE_A_NAME = frozenset({"in", "at", "on", "to", "by", "into"})
_SMALL_WORDS = frozenset((
    "he", "she", "it", "they", "was", "is", "were", "his", "her", "its", "aged", "age", "about",
    "just", "nearly", "almost", "roughly", "around", "approximately", "some", "only", "who",
    "which", "probably", "maybe", "perhaps", "possibly", "course",
))  # fmt: skip
_OF_AN_AGE = frozenset({"year", "years", "yrs", "old"})
_TURNING = frozenset((
    "before", "after", "between", "until", "till", "since", "from", "to", "against", "over",
    "under", "less", "more", "earlier", "later", "anti", "non",
))  # fmt: skip
"""Words that make another answer of the same name or number; also where the question has them."""
_THINK = frozenset({"think", "believe", "guess", "suppose"})
_OF_ANOTHER = PARTICLES | {
    "elder", "younger", "older", "senior", "junior", "son", "daughter", "father", "mother",
    "brother", "sister", "wife", "husband", "widow", "opposed", "opponent", "hostile", "hardly",
}  # fmt: skip
"""Words that make a name that of somebody else."""
_MOST_TRADES = 3
_NAME_AND_DESCRIPTION = re.compile(r"(.+?)(?: of |, the )(.+)", re.IGNORECASE)
_BEFORE_A_FAMILY_NAME = re.compile(r"\b(the )?([^\W\d_A-Z]{3,}) (?=([^\W\d_]))")


class Sentences:
    """What may stand around an answer to one question."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._accepted = texts_of(question.accepted)

    def readings(self, given: Words) -> Iterator[Words]:
        """The typed words, then with less and less of what may stand around an answer."""
        yield given
        plain = _without_phrases(given)
        unnamed = _without_repeated(plain, self._named, self.small)
        ways = ((plain, ()), (plain, self.small - self._accepted), (plain, self.small))
        for words, dropped in (*ways, (unnamed, self.small)):
            shorter = tuple(word for word in words if word.text not in dropped)
            for reading in (shorter, _without_preposition(shorter)):
                if reading:
                    yield reading
                    if self._question.names is EntityKind.PERSON:
                        yield without_titles(reading)

    def without_description(self, typed: str) -> Iterator[str]:
        """A person's name without what tells who that is: "the spy X", "X, the spy", "X of Athens".

        Nothing that any of the answers has in it is a description.
        """
        if self._question.names is not EntityKind.PERSON:
            return
        if (told := _NAME_AND_DESCRIPTION.fullmatch(typed.strip())) is not None:
            words = words_of(told[2])
            is_another = any(w.is_number or w.text in _OF_ANOTHER for w in words)
            is_another = is_another or not self._answers.isdisjoint(texts(words))
            if not is_another and not self._has_namesake(told[1]):
                yield told[1]
        for trade in islice(_BEFORE_A_FAMILY_NAME.finditer(typed), _MOST_TRADES):
            is_noun = trade[2].islower() and (trade[1] or trade[3].isupper())
            if is_noun and fold(trade[2]) not in self._answers | _OF_ANOTHER | _TURNING:
                yield typed[: trade.start()] + typed[trade.end(2) :]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that say nothing in an answer to this question, among them its own."""
        of_years = _OF_AN_AGE & (texts_of((self._question.prompt,)) | self._accepted)
        small = _SMALL_WORDS | self._said | (_OF_AN_AGE if of_years else frozenset())
        return small - texts_of(self._question.options or ())

    @cached_property
    def _said(self) -> frozenset[str]:
        """The words of the prompt that name nobody: those without a capital, and no numbers.

        An answer that is no name may repeat the names as well, as long as they are no other answer.
        """
        said = self._question.prompt.split()
        if self._question.names is not None:
            said = [word for word in said if word == word.lower()]
        words = {word.text for word in words_of(" ".join(said)) if not word.is_number}
        alone = (rival for rival in self._question.rivals if len(words_of(rival)) == 1)
        return frozenset(words) - _TURNING - texts_of(alone)

    @cached_property
    def _named(self) -> frozenset[str]:
        """The words with a capital in the prompt of a name, as long as no answer has them."""
        if self._question.names is None:
            return frozenset()
        said = [word for word in self._question.prompt.split() if word != word.lower()]
        return texts_of((" ".join(said),)) - _TURNING - self._answers

    @cached_property
    def _answers(self) -> frozenset[str]:
        """The words of all that could be answered, right or wrong."""
        options = self._question.options or ()
        return self._accepted | texts_of((*self._question.rivals, *options))

    def _has_namesake(self, name: str) -> bool:
        """Whether the name is part of that of another; those of a choice stand before our eyes."""
        rivals = self._question.rivals if self._question.is_typed else ()
        said = texts_of((name,))
        return any(said <= texts_of((rival,)) for rival in rivals)


def _without_repeated(given: Words, named: frozenset[str], small: frozenset[str]) -> Words:
    """The words without those that describe in the words of the prompt: "Soviet leader Lenin".

    A capitalised word right before a name is kept, for "Vasily Stalin" is another man.
    """
    after = [word.text in small for word in given[1:]] + [False]
    return tuple(
        word
        for word, is_small in zip(given, after, strict=False)
        if not is_small or word.text not in named
    )


def _without_preposition(given: Words) -> Words:
    return given[1:] if given[:1] and given[0].text in _BEFORE_A_NAME else given


def _without_phrases(given: Words) -> Words:
    """The words without "just under" and "I think", whose words count when they stand alone."""
    both = [word.text for word in given[:2]]
    if both == ["just", "under"]:
        return given[2:]
    thought = [a.text == "i" and b.text in _THINK for a, b in pairwise(given)]
    if True in thought:
        place = thought.index(True)
        return (*given[:place], *given[place + 2 :])
    return given
