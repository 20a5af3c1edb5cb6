"""Hints: each tells a little more, and none the whole answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from bazhanov_cli import folding
from bazhanov_cli.quiz.question import Question

_OPTIONS_IN_HINT = 3
_ARTICLES = ("the", "a", "an")


def with_hint(question: Question, hint: str) -> Question:
    """The question with one more hint."""
    return replace(question, hints=(*question.hints, hint))


def with_letters_hint(question: Question) -> Question:
    """The question with a hint at the first letter and the length of its answer."""
    words = folding.words(question.answer)
    while len(words) > 1 and words[0].text in _ARTICLES:
        words = words[1:]
    if not words or any(letter.isdigit() for letter in question.answer):
        return question
    first = question.answer[words[0].start].upper()
    lengths = [str(word.end - word.start) for word in words]
    count = (
        f"{lengths[0]} letters" if len(words) == 1 else f"words of {' + '.join(lengths)} letters"
    )
    return with_hint(question, f"It begins with {first}: {count}.")


def with_options_hint(
    question: Question, right: str, options: Sequence[str], random: Random
) -> Question:
    """The question with a hint that offers the right option among two of the wrong ones."""
    wrong = [option for option in options if option != right]
    if len(wrong) < _OPTIONS_IN_HINT - 1:
        return question
    kept = {right, *random.sample(wrong, _OPTIONS_IN_HINT - 1)}
    listed = ", ".join(option for option in options if option in kept)
    return with_hint(question, f"It is one of these: {listed}.")


def with_struck_option(question: Question, random: Random) -> Question:
    """A question of three options or more with a hint that rules one out."""
    wrong = [option for option in question.options or () if option != question.answer]
    if len(wrong) < 2:
        return question
    return with_hint(question, f"It is not {random.choice(wrong)}.")
