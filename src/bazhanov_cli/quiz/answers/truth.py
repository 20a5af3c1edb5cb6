"""Answers that say whether a statement is true."""

from __future__ import annotations

from bazhanov_cli.folding import fold, fold_words
from bazhanov_cli.quiz.question import Judgement, Question, Verdict

_TRUE = frozenset(["t", "true", "yes", "y", "yep", "yeah", "right", "correct", "a", "1"])
_FALSE = frozenset(["f", "false", "untrue", "no", "n", "nope", "wrong", "incorrect", "b", "2"])
_SMALL_WORDS = frozenset(["it", "that", "this", "is", "was", "the", "statement", "answer", "a"])


def judge_truth(question: Question, typed: str) -> Judgement:
    """Judge a yes or a no in plain words: `t`, `not true`, `no, it is false`."""
    read = _read(typed)
    if read is None:
        return Judgement(Verdict.INVALID, "type t or f")
    is_right = read is (question.answer == "true")
    return Judgement(Verdict.EXACT if is_right else Verdict.WRONG)


def _read(typed: str) -> bool | None:
    """What all the words say alike; None where they say nothing, or both."""
    words = fold_words(fold(typed).replace("n't", " not")).split()
    said: set[bool] = set()
    denied = False
    for word in words if len(words) == 1 else (w for w in words if w not in _SMALL_WORDS):
        if word == "not" and not denied:
            denied = True
        elif word in _TRUE | _FALSE:
            said.add((word in _TRUE) is not denied)
            denied = False
        else:
            return None
    return said.pop() if len(said) == 1 and not denied else None
