"""What a quiz says to its player, line by line; how the lines look is for others to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import Fact, QuestionKind
from bazhanov_cli.quiz.answers.options import label
from bazhanov_cli.quiz.question import Judgement, Question, Verdict
from bazhanov_cli.quiz.session import Answer, Effect, Outcome, Session, Turn
from bazhanov_cli.render.cards import note_heading
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.quiz_records import has_letters, keyed, note_beside, stated

SIGNS = "? hint   Enter give up   u undo   ! I was right   q leave"
_LONGEST_ECHO = 80
_HOW = {
    QuestionKind.CHOICE: "Type a letter, or the answer.",
    QuestionKind.FIRST: "Type a or b.",
    QuestionKind.TRUE_FALSE: "Type t or f.",
    QuestionKind.RECALL: "Type the answer.",
    QuestionKind.DATE: "Type the date.",
}
_NOT_RIGHT = {
    Verdict.WRONG: "Wrong",
    Verdict.PARTIAL: "Not quite",
    Verdict.INVALID: "Not an answer",
    Verdict.SKIPPED: "Given up",
}
_SAID = {
    Effect.UNDONE: "Your last answer is taken back.",
    Effect.ACCEPTED: "Your last answer is put right, on your word.",
}


class Line(NamedTuple):
    """A line of text with a style of the page; the words of a fact come with it."""

    text: str = ""
    style: str = ""
    label: str = ""
    fact: Fact | None = None


def turn_lines(turn: Turn) -> Iterator[Line]:
    """A question, as it is asked."""
    question = turn.question
    place = f"{turn.number} of {turn.total}"
    yield Line(f"Once more: question {place}" if turn.is_repeat else f"Question {place}", "heading")
    yield Line()
    yield Line(stated(question))
    if has_letters(question):
        yield Line()
        for place_of, option in enumerate(question.options or ()):
            yield Line(option, label=f"{label(place_of)})")
    yield Line()
    yield Line(_how(question), "quiet")
    if turn.number == 1 and not turn.is_repeat:
        yield Line(SIGNS, "quiet")


def _how(question: Question) -> str:
    """How to answer a question; the example of an order is not the right one."""
    if question.kind is not QuestionKind.ORDER:
        return _HOW[question.kind]
    letters = [label(place) for place in range(len(question.options or ()))]
    example = " ".join([*letters[1::-1], *letters[2:]])
    if example == question.answer:
        example = " ".join(letters[::-1])
    return f"Type the letters in order, as in {example}."


def outcome_lines(outcome: Outcome, fact: Fact | None) -> Iterator[Line]:
    """What a typed line came to; `fact` is that of the question which was answered."""
    answer = outcome.answer
    match outcome.effect:
        case Effect.ANSWERED if answer:
            yield from _result(answer)
            yield from _told(answer.question, fact) if fact else ()
        case Effect.REPEATED if answer:
            yield from _result(answer)
        case Effect.ASKED_AGAIN:
            yield Line(f"Please try again: {_ended(outcome.message)}", "doubt")
        case Effect.HINTED | Effect.NOTHING:
            yield Line(outcome.message, "doubt")
        case Effect.UNDONE | Effect.ACCEPTED:
            yield Line(_SAID[outcome.effect], "doubt")
    yield Line()


def _result(answer: Answer) -> Iterator[Line]:
    """Whether an answer was right, and which one is."""
    yield Line(_verdict(answer.judgement), "right" if answer.is_right else "wrong")
    if not answer.is_right:
        if answer.typed:
            yield Line(f"You answered: {echo(_given(answer))}")
        yield Line(f"The answer: {keyed(answer.question)}")
    for line in answer.question.solution:
        yield Line(line, label=" ")


def _told(question: Question, fact: Fact) -> Iterator[Line]:
    """The fact, and of its notes the one that matters most to what was asked."""
    yield Line()
    yield Line(fact.text, label=str(fact.id), fact=fact)
    if note := note_beside(question, fact):
        yield Line(f"{note_heading(note)}: {note.text}", "doubt", label="|")
    more = len(fact.notes) - 1
    if more > 0:
        yield Line(f"{counted(more, 'more note')}: bazhanov show {fact.id}", "quiet", label=" ")


def _given(answer: Answer) -> str:
    """What was typed, with the words of the option that it stands for."""
    question, typed = answer.question, answer.typed
    if question.kind is QuestionKind.TRUE_FALSE and answer.judgement.verdict is Verdict.WRONG:
        return next(option for option in question.options or () if option != question.answer)
    if has_letters(question) and question.kind is not QuestionKind.ORDER:
        for place, option in enumerate(question.options or ()):
            if typed.casefold() == label(place):
                return f"{label(place)}) {option}"
    return typed


def _verdict(judgement: Judgement) -> str:
    reason = judgement.reason.removeprefix("accepted: ")
    if judgement.verdict.is_right:
        return f"Right ({reason})." if reason else "Right."
    word = _NOT_RIGHT[judgement.verdict]
    return f"{word}: {_ended(reason)}" if reason else f"{word}."


def _ended(text: str) -> str:
    """A sentence with a full stop, where it has no other end."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def summary_lines(
    answers: Sequence[Answer], today: date | None = None, due: tuple[date, int] | None = None
) -> Iterator[Line]:
    """The score, what was missed, and when to come back; `due` is how much will be due then."""
    missed = [answer.question for answer in answers if not answer.is_right]
    yield Line(f"{len(answers) - len(missed)} of {len(answers)} right", "heading")
    for question in missed:
        yield Line()
        yield Line(stated(question), label=str(question.fact))
        lines = question.solution or (keyed(question),)
        yield from (Line(line, label=" ") for line in lines)
    if missed:
        facts = " ".join(str(fact) for fact in dict.fromkeys(q.fact for q in missed))
        yield Line()
        yield Line(f"To read about what you missed: bazhanov show {facts}")
    if today and due:
        day, count = due
        yield Line()
        when = day_in_words(day, today)
        yield Line(f"Come back {when}: {counted(count, 'question')} to refresh.")


def left_words(session: Session, resume: str) -> str:
    """How to go on with a quiz that was left; nothing if there is nothing to go on with."""
    answered, total = len(session.answers), len(session.questions)
    return f"Left after {answered} of {total}. '{resume}' goes on." if answered else ""


def day_in_words(day: date, today: date) -> str:
    """A day to come: `tomorrow`, `on 9 August 2027`."""
    distance = (day - today).days
    if distance < 2:
        return "tomorrow" if distance == 1 else "today"
    return f"on {date_in_words(parse_edtf(day.isoformat()))}"


def echo(typed: str) -> str:
    """What was typed, on one line and without anything that a terminal would obey."""
    shown = "".join(letter if letter.isprintable() else " " for letter in typed)
    return shown if len(shown) <= _LONGEST_ECHO else f"{shown[:_LONGEST_ECHO]}…"


def plain_line(line: Line) -> str:
    """A line for a stream that is no terminal."""
    return f"{line.label} {line.text}" if line.label.strip() else line.text
