"""A quiz that was left, as text: its questions and the answers given so far."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.facts import EntityKind, QuestionKind
from bazhanov_cli.quiz.in_use import facets_by_card
from bazhanov_cli.quiz.memory.store import key_of
from bazhanov_cli.quiz.question import Judgement, Question, Rating, Verdict
from bazhanov_cli.quiz.session import Answer

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.quiz.memory.store import Memory

_LISTS = ("accepted", "options", "facts", "rivals", "within", "hints", "solution")


class SavedQuiz(NamedTuple):
    """The state of a quiz; `kept` are the ids of its answers in the memory."""

    seed: int
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...] = ()
    kept: tuple[str, ...] = ()


def saved(quiz: SavedQuiz) -> str:
    """The state as JSON."""
    answers = [
        [answer.typed, answer.judgement.verdict, answer.judgement.reason, answer.rating]
        for answer in quiz.answers
    ]
    questions = [_record(question) for question in quiz.questions]
    return json.dumps([quiz.seed, questions, answers, quiz.kept])


def unfinished_quiz(memory: Memory, library: Library) -> SavedQuiz | None:
    """The quiz that was left, without the questions that the dataset no longer answers so."""
    record = memory.unfinished()
    quiz = restored(record) if record else None
    if quiz is None:
        return None
    left = quiz.questions[len(quiz.answers) :]
    known = facets_by_card(library, (question.fact for question in left))
    answered = quiz.questions[: len(quiz.answers)]
    return quiz._replace(questions=(*answered, *(q for q in left if key_of(q) in known)))


def restored(text: str) -> SavedQuiz | None:
    """The state of a JSON text; None where it is of another version of the program."""
    try:
        seed, records, given, kept = json.loads(text)
        questions = tuple(_question(record) for record in records)
        answers = tuple(_answers(questions, given))
        return SavedQuiz(seed, questions, answers, tuple(kept))
    except (KeyError, TypeError, ValueError):
        return None


def _record(question: Question) -> dict[str, Any]:
    return {**asdict(question), "date": question.date and question.date.edtf}


def _question(record: dict[str, Any]) -> Question:
    lists = {name: record[name] and tuple(record[name]) for name in _LISTS}
    values = {name: tuple(value or ()) for name, value in lists.items()}
    return Question(
        **{
            **record,
            **values,
            "options": lists["options"],
            "kind": QuestionKind(record["kind"]),
            "date": record["date"] and parse_edtf(record["date"]),
            "names": record["names"] and EntityKind(record["names"]),
        }
    )


def _answers(questions: tuple[Question, ...], given: Iterable[list[Any]]) -> Iterable[Answer]:
    for question, (typed, verdict, reason, rating) in zip(questions, given, strict=False):
        yield Answer(question, typed, Judgement(Verdict(verdict), reason), Rating(rating))
