"""Questions and answers of the quiz as records, as one result, and as a sheet for a class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bazhanov_cli.facts import Fact, Note, QuestionKind
from bazhanov_cli.quiz.answers.options import label
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.questions.wording import GAP, telling_words
from bazhanov_cli.quiz.session import Answer
from bazhanov_cli.render.cards import note_heading
from bazhanov_cli.render.markdown import escape
from bazhanov_cli.render.records import RecordView

# Dots are a line in print, and need no backslash in Markdown.
_TO_WRITE, _GAP = "." * 60, "." * 10
_HEAD = f"Name: {'.' * 30} Class: {'.' * 10} Date: {'.' * 16}"
_TO_TICK = "☐ true ☐ false"
_NEW_PAGE = '<div style="page-break-before: always"></div>'


def question_object(question: Question) -> dict[str, Any]:
    """A question with its key."""
    return {
        "fact": question.fact,
        "facts": list(question.facts),
        "facet": question.facet,
        "kind": question.kind.value,
        "prompt": question.prompt,
        "options": None if question.options is None else list(question.options),
        "answer": question.answer,
        "accepted": list(question.accepted),
    }


def answer_object(answer: Answer) -> dict[str, Any]:
    """A question with what was answered, and what that was worth."""
    return {
        **question_object(answer.question),
        "response": answer.typed,
        "verdict": answer.judgement.verdict.value,
        "reason": answer.judgement.reason,
        "rating": answer.rating.word,
    }


def quiz_object(seed: int, answers: Sequence[Answer]) -> dict[str, Any]:
    """A quiz that was played."""
    return {
        "seed": seed,
        "asked": [answer_object(answer) for answer in answers],
        "correct": sum(answer.is_right for answer in answers),
        "total": len(answers),
    }


def sheet(title: str, questions: Sequence[Question], facts: Iterable[Fact]) -> Iterator[str]:
    """A quiz to print, in Markdown: the questions, then the key with what is doubted in `facts`."""
    yield f"# Quiz: {escape(title)}\n"
    yield _HEAD
    for number, question in enumerate(questions, 1):
        item = f"{number}. "
        yield f"\n{item}{_in_markdown(question)}\n"
        # What belongs to an item of a list is set in by the width of its number.
        yield from (f"{'':{len(item)}}{line}".rstrip() for line in _to_answer(question))
    yield f"\n{_NEW_PAGE}\n\n## Key\n"
    by_id = {fact.id: fact for fact in facts}
    for number, question in enumerate(questions, 1):
        noun = "facts" if len(question.facts) > 1 else "fact"
        drawn_on = f"{noun} {', '.join(map(str, question.facts))}"
        item = f"{number}. "
        yield f"{item}{escape(keyed(question))} ({drawn_on})"
        notes = [note_beside(question, by_id[one]) for one in question.facts if one in by_id]
        doubts = [note for note in notes if note and note.is_doubt]
        yield from (
            f"{'':{len(item)}}- {note_heading(note)}: {escape(note.text)}" for note in doubts
        )


def note_beside(question: Question, fact: Fact) -> Note | None:
    """The note to show with an answer: one that doubts the fact, and speaks of what was asked."""
    asked = telling_words((question.prompt, question.answer))
    return min(
        fact.notes,
        key=lambda note: (not note.is_doubt, -len(asked & telling_words((note.text,)))),
        default=None,
    )


def _to_answer(question: Question) -> Iterator[str]:
    """The options of a question, boxes to tick, or a line to write on."""
    if question.kind is QuestionKind.TRUE_FALSE:
        yield _TO_TICK
        return
    if has_letters(question):
        options = question.options or ()
        yield from (f"- {label(n)}) {escape(option)}" for n, option in enumerate(options))
        if question.kind is not QuestionKind.ORDER:
            return
        yield ""
    yield _TO_WRITE


def has_letters(question: Question) -> bool:
    """Whether the options of a question have letters: true and false have none."""
    return question.options is not None and question.kind is not QuestionKind.TRUE_FALSE


def stated(question: Question) -> str:
    """What is asked, as it is put to a reader."""
    is_statement = question.kind is QuestionKind.TRUE_FALSE
    return f"True or false? {question.prompt}" if is_statement else question.prompt


def keyed(question: Question) -> str:
    """The answer, with the letter of its option if it has one."""
    if has_letters(question) and question.options and question.answer in question.options:
        return f"{label(question.options.index(question.answer))}) {question.answer}"
    return question.answer


def _question_fields(question: Question) -> tuple[str, ...]:
    options = " | ".join(question.options or ())
    return str(question.fact), question.kind, stated(question), options, question.answer


def _answer_fields(answer: Answer) -> tuple[str, ...]:
    question = answer.question
    return (
        str(question.fact),
        question.kind,
        answer.judgement.verdict,
        stated(question),
        answer.typed,
        question.answer,
    )


def _in_markdown(question: Question) -> str:
    return escape(stated(question).replace(GAP, _GAP))


def _question_line(question: Question) -> str:
    return f"- {_in_markdown(question)} **{escape(keyed(question))}**"


def _answer_line(answer: Answer) -> str:
    line = _question_line(answer.question)
    return f"{line} {answer.judgement.verdict}: {escape(answer.typed) or '-'}"


QUESTIONS = RecordView(
    ("fact", "kind", "prompt", "options", "answer"),
    _question_fields,
    question_object,
    _question_line,
)
ANSWERS = RecordView(
    ("fact", "kind", "verdict", "prompt", "response", "answer"),
    _answer_fields,
    answer_object,
    _answer_line,
)
