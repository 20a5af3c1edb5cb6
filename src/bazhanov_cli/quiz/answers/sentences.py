"""What may stand around an answer and carries no part of it: "he was 16", "in Kyiv"."""

from __future__ import annotations

from collections.abc import Iterator

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.quiz.answers.names import without_titles
from bazhanov_cli.quiz.answers.words import Words, texts_of, words_of
from bazhanov_cli.quiz.question import Question

_BEFORE_A_NAME = frozenset({"in", "at", "on", "to", "by", "into"})
_SMALL_WORDS = frozenset((
    "he", "she", "it", "they", "was", "is", "were", "his", "her", "its", "aged", "age", "about",
    "just", "nearly", "almost", "roughly", "around", "approximately", "some", "only",
))  # fmt: skip
_OF_AN_AGE = frozenset({"year", "years", "yrs", "old"})
_TURNING = frozenset((
    "before", "after", "between", "until", "till", "since", "from", "to", "against", "over",
    "under", "less", "more", "earlier", "later", "anti", "non",
))  # fmt: skip
"""Words that make another answer of the same name or number; also where the question has them."""


def readings(given: Words, question: Question) -> Iterator[Words]:
    """The typed words, then with less and less of what may stand around an answer."""
    yield given
    small = small_words(question)
    plain = _without_just_under(given)
    for dropped in ((), small - texts_of(question.accepted), small):
        shorter = tuple(word for word in plain if word.text not in dropped)
        for reading in (shorter, _without_preposition(shorter)):
            if reading:
                yield reading
                if question.names is EntityKind.PERSON:
                    yield without_titles(reading)


def small_words(question: Question) -> frozenset[str]:
    """The words that say nothing in an answer to this question, among them the question's own."""
    of_years = _OF_AN_AGE & texts_of((question.prompt, *question.accepted))
    small = _SMALL_WORDS | _said(question) | (_OF_AN_AGE if of_years else frozenset())
    return small - texts_of(question.options or ())


def _said(question: Question) -> frozenset[str]:
    """The words of the prompt that name nobody: those without a capital, and no numbers.

    An answer that is no name may repeat the names as well, as long as they are no other answer.
    """
    said = question.prompt.split()
    if question.names is not None:
        said = [word for word in said if word == word.lower()]
    words = {word.text for word in words_of(" ".join(said)) if not word.is_number}
    alone = (rival for rival in question.rivals if len(words_of(rival)) == 1)
    return frozenset(words) - _TURNING - texts_of(alone)


def _without_preposition(given: Words) -> Words:
    return given[1:] if given[:1] and given[0].text in _BEFORE_A_NAME else given


def _without_just_under(given: Words) -> Words:
    return given[2:] if [word.text for word in given[:2]] == ["just", "under"] else given
