"""Answers that choose an option by letter, number or words, or put options in order."""

from __future__ import annotations

import re
from string import ascii_lowercase

from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.folding import fold
from bazhanov_cli.quiz.answers.slips import slips
from bazhanov_cli.quiz.answers.words import words_of
from bazhanov_cli.quiz.question import Judgement, Question, Verdict

_TRUE = frozenset({"t", "true", "yes", "y", "right", "correct"})
_FALSE = frozenset({"f", "false", "no", "n", "wrong", "incorrect"})
_LABEL = re.compile(r"\(?\s*([a-z]|\d{1,2})\s*[).:]?")
_LABEL_AND_WORDS = re.compile(r"\(?([a-z]|\d{1,2})[).:]\s+(\S.*)")


def judge_choice(question: Question, typed: str) -> Judgement:
    """Judge the choice of one option; what chooses none of them is invalid."""
    options = question.options or ()
    chosen = _chosen(question, options, typed)
    if chosen is None:
        return Judgement(Verdict.INVALID, f"choose {label(0)} to {label(len(options) - 1)}")
    option, slipped = chosen
    if option != question.answer:
        return Judgement(Verdict.WRONG, f"read as {option}" if slipped else "")
    if slipped:
        return Judgement(Verdict.CLOSE, f"accepted: spelt {option}")
    return Judgement(Verdict.EXACT)


def judge_order(question: Question, typed: str) -> Judgement:
    """Judge an order typed as letters or numbers: `b a c`, `bac`, `2, 1, 3`."""
    count = len(question.options or ())
    given = _positions(typed, count)
    if sorted(given) != list(range(count)):
        example = " ".join(label(position) for position in range(count))
        return Judgement(Verdict.INVALID, f"name each letter once, as in {example}")
    right = _positions(question.answer, count)
    if given == right:
        return Judgement(Verdict.EXACT)
    backwards = given == right[::-1]
    return Judgement(Verdict.WRONG, "that is the latest first" if backwards else "")


def label(position: int) -> str:
    """The letter of the option at a position, 0 for the first."""
    return ascii_lowercase[position]


def _positions(typed: str, count: int) -> list[int]:
    """The positions that letters or digits stand for; -1 for any that stands for none."""
    labels = [letter for letter in fold(typed) if letter.isalnum()]
    known = {label(position): position for position in range(count)}
    known |= {str(position + 1): position for position in range(count)}
    return [known.get(letter, -1) for letter in labels]


def _chosen(question: Question, options: tuple[str, ...], typed: str) -> tuple[str, bool] | None:
    """The option that was chosen, and whether its words were not quite right."""
    plain = fold(typed).strip()
    if question.kind is QuestionKind.TRUE_FALSE and plain.rstrip(".!") in _TRUE | _FALSE:
        return options[0 if plain.rstrip(".!") in _TRUE else 1], False
    if (both := _LABEL_AND_WORDS.fullmatch(plain)) is not None:
        chosen, named = _labelled(both.group(1), options), _named(question, options, both.group(2))
        if chosen and named:
            return chosen if chosen[0] == named else None
    # Words come first: among the ages 4, 7 and 11, a typed 4 is the age, not the fourth option.
    if (named := _named(question, options, typed)) is not None:
        return named, False
    if (labelled := _LABEL.fullmatch(plain)) is not None:
        return _labelled(labelled.group(1), options)
    return _nearest(options, typed)


def _named(question: Question, options: tuple[str, ...], typed: str) -> str | None:
    given = [word.text for word in words_of(typed)]
    for option in options:
        if given and given == [word.text for word in words_of(option)]:
            return option
    accepted = ([word.text for word in words_of(spelling)] for spelling in question.accepted)
    return question.answer if given in accepted else None


def _labelled(text: str, options: tuple[str, ...]) -> tuple[str, bool] | None:
    position = int(text) - 1 if text.isdigit() else ascii_lowercase.index(text)
    return (options[position], False) if 0 <= position < len(options) else None


def _nearest(options: tuple[str, ...], typed: str) -> tuple[str, bool] | None:
    """The one option that the words are a slip or two away from."""
    given = words_of(typed)
    counts = [(count, option) for option in options if (count := slips(given, words_of(option)))]
    best = sorted(counts)[:2]
    if not best or (len(best) == 2 and best[0][0] == best[1][0]):
        return None
    return best[0][1], True
