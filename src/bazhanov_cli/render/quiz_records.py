"""Questions and answers of the quiz as records, as one result, and as a sheet for a class."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.answers.options import label
from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.session import Answer
from bazhanov_cli.render.markdown import escape
from bazhanov_cli.render.records import RecordView

_TO_WRITE = "\\_" * 20


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


def sheet(title: str, questions: Sequence[Question]) -> Iterator[str]:
    """A quiz to print, in Markdown: the questions, then the key."""
    yield f"# Quiz: {escape(title)}"
    for number, question in enumerate(questions, 1):
        item = f"{number}. "
        yield f"\n{item}{escape(stated(question))}\n"
        # What belongs to an item of a list is set in by the width of its number.
        yield from (f"{'':{len(item)}}{line}".rstrip() for line in _to_answer(question))
    yield "\n## Key\n"
    for number, question in enumerate(questions, 1):
        noun = "facts" if len(question.facts) > 1 else "fact"
        facts = f"{noun} {', '.join(map(str, question.facts))}"
        yield f"{number}. {escape(keyed(question))} ({facts})"


def _to_answer(question: Question) -> Iterator[str]:
    """The options of a question, and a line to write on where no option is ticked."""
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


def _question_line(question: Question) -> str:
    return f"- {escape(stated(question))} **{escape(keyed(question))}**"


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
