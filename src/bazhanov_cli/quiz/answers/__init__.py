"""The grader: what a typed answer is worth, for every kind of question, and why."""

from __future__ import annotations

from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.folding import fold_words
from bazhanov_cli.quiz.answers.options import judge_choice, judge_order
from bazhanov_cli.quiz.answers.text import judge_text
from bazhanov_cli.quiz.answers.truth import judge_truth
from bazhanov_cli.quiz.answers.typed_dates import judge_date
from bazhanov_cli.quiz.question import Judgement, Question, Verdict

LONGEST_ANSWER = 500
"""Letters of a typed answer that are read; no answer is that long."""

_HEDGES = frozenset((
    "or", "not", "no", "nor", "never", "neither", "either", "without", "except", "but", "oder",
    "nicht", "ou", "pas", "или", "не",
))  # fmt: skip


def judge(question: Question, typed: str) -> Judgement:
    """Judge a typed answer. Never fails, whatever was typed."""
    if len(typed) > LONGEST_ANSWER:
        return Judgement(Verdict.INVALID, "that is longer than any answer")
    if question.kind is QuestionKind.ORDER:
        return judge_order(question, typed)
    if question.kind is QuestionKind.TRUE_FALSE:
        return judge_truth(question, typed)
    if _hedges(question, typed):
        return Judgement(Verdict.WRONG, "give one answer")
    if not question.is_typed:
        return judge_choice(question, typed)
    date = question.date
    return judge_text(question, typed) if date is None else judge_date(question, date, typed)


def _hedges(question: Question, typed: str) -> bool:
    """Whether two answers are offered, or one is denied: "Stalin or Lenin", "not Stalin"."""
    given = fold_words(typed).split()
    if len(given) < 2:
        return False
    spellings = (question.answer, *question.accepted, *(question.options or ()))
    ours = {word for spelling in spellings for word in fold_words(spelling).split()}
    return not (_HEDGES - ours).isdisjoint(given)
