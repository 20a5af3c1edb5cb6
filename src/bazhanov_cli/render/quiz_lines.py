"""What a quiz says to its player, line by line; how the lines look is for others to decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.facts import Fact, QuestionKind
from bazhanov_cli.quiz.answers.options import label
from bazhanov_cli.quiz.question import Judgement, Verdict
from bazhanov_cli.quiz.session import Answer, Happening, Outcome, Turn
from bazhanov_cli.render.cards import note_heading
from bazhanov_cli.render.quiz_records import keyed, stated

SIGNS = "?: a hint, Enter alone: give up, u: undo, !: my answer was right, q: leave"
_LONGEST_ECHO = 80
_HOW = {
    QuestionKind.CHOICE: "Type a letter, or the answer.",
    QuestionKind.FIRST: "Type a or b.",
    QuestionKind.TRUE_FALSE: "Type t or f.",
    QuestionKind.ORDER: "Type the letters in order, as in b a c.",
    QuestionKind.RECALL: "Type the answer.",
    QuestionKind.DATE: "Type the date.",
}
_SAID = {
    Happening.UNDONE: "Your last answer is taken back.",
    Happening.ACCEPTED: "Your last answer is put right, on your word.",
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
    if question.options and question.kind is not QuestionKind.TRUE_FALSE:
        yield Line()
        for place_of, option in enumerate(question.options):
            yield Line(option, label=f"{label(place_of)})")
    yield Line()
    yield Line(_HOW[question.kind], "quiet")
    if turn.number == 1 and not turn.is_repeat:
        yield Line(SIGNS, "quiet")


def outcome_lines(outcome: Outcome, fact: Fact | None) -> Iterator[Line]:
    """What a typed line came to; `fact` is that of the question which was answered."""
    match outcome.happening:
        case Happening.ANSWERED | Happening.REPEATED:
            if outcome.answer:
                yield from _feedback(outcome.answer, fact)
        case Happening.ASKED_AGAIN:
            yield Line(f"Once more, at no cost: {outcome.message}.", "doubt")
        case Happening.HINTED | Happening.NOTHING:
            yield Line(outcome.message, "doubt")
        case Happening.UNDONE | Happening.ACCEPTED:
            yield Line(_SAID[outcome.happening], "doubt")
    yield Line()


def _feedback(answer: Answer, fact: Fact | None) -> Iterator[Line]:
    yield Line(_verdict(answer.judgement), "right" if answer.is_right else "wrong")
    if not answer.is_right:
        if answer.typed:
            yield Line(f"You answered: {echo(_given(answer))}")
        yield Line(f"The answer: {keyed(answer.question)}")
    for line in answer.question.solution:
        yield Line(line, label=" ")
    if fact:
        yield Line()
        yield Line(fact.text, label=str(fact.id), fact=fact)
        for note in fact.notes[:1]:
            yield Line(f"{note_heading(note)}: {note.text}", "doubt", label="|")
        if len(fact.notes) > 1:
            more = len(fact.notes) - 1
            notes = "note" if more == 1 else "notes"
            yield Line(f"{more} more {notes}: bazhanov show {fact.id}", "quiet", label=" ")


def _given(answer: Answer) -> str:
    """What was typed, with the words of the option whose letter it is."""
    question = answer.question
    if question.kind is not QuestionKind.ORDER:
        for place, option in enumerate(question.options or ()):
            if answer.typed.casefold() == label(place):
                return f"{label(place)}) {option}"
    return answer.typed


def _verdict(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.SKIPPED:
        return "Given up."
    word = "Right" if judgement.verdict.is_right else "Wrong"
    return f"{word}: {judgement.reason}." if judgement.reason else f"{word}."


def summary_lines(
    answers: Sequence[Answer], today: date | None = None, due: tuple[date, int] | None = None
) -> Iterator[Line]:
    """The score, what was missed, and when to come back; `due` is how much will be due then."""
    right = sum(answer.is_right for answer in answers)
    yield Line(f"{right} of {len(answers)} right", "heading")
    for answer in answers:
        if not answer.is_right:
            yield Line()
            yield Line(stated(answer.question))
            lines = answer.question.solution or (keyed(answer.question),)
            yield from (Line(line, label=" ") for line in lines)
    if today and due:
        day, count = due
        yield Line()
        questions = "question" if count == 1 else "questions"
        yield Line(f"Come back {day_in_words(day, today)}: {count} {questions} to refresh.")


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
