"""A quiz with a person, or a pipe, at the other end: questions are shown, lines are read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TextIO

from bazhanov_cli.commands.interrupts import held_back
from bazhanov_cli.commands.options import hint
from bazhanov_cli.library.sampling import facts_among
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.in_use import next_due
from bazhanov_cli.quiz.play import Recorder, play
from bazhanov_cli.quiz.saving import SavedQuiz
from bazhanov_cli.quiz.session import FREE_TRIES, Outcome, Session, Turn
from bazhanov_cli.render.quiz_lines import (
    Line,
    left_words,
    outcome_lines,
    plain_line,
    summary_lines,
    turn_lines,
)

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.quiz.memory.store import Memory
    from bazhanov_cli.render.output import Output

_PROMPT = "> "
Write = Callable[[Iterable[Line]], None]


def play_quiz(
    output: Output, library: Library, quiz: SavedQuiz, memory: Memory | None, resume: str
) -> SavedQuiz:
    """Play a quiz on the terminal, or through a pipe with the questions on stderr.

    A pipe gives one line for each question, which counts as it is. `resume` is the command that
    takes the quiz up again.
    """
    player = _Player(output, library, resume)
    free_tries = FREE_TRIES if player.is_dialogue else 0
    session = Session(quiz.questions, quiz.answers, free_tries)
    recorder = Recorder(memory, session, quiz.seed, quiz.kept) if memory else None
    try:
        play(session, player.ask, lambda outcome: _keep(recorder, outcome), player.tell)
    except KeyboardInterrupt:
        hint(f"\n{left_words(session, resume) if memory else ''}")
        raise
    player.sum_up(session, memory)
    return quiz._replace(answers=session.answers)


def _keep(recorder: Recorder | None, outcome: Outcome) -> None:
    if recorder:
        with held_back():
            recorder.keep(outcome)


class _Player:
    """Shows what the quiz says, and reads what is typed."""

    def __init__(self, output: Output, library: Library, resume: str) -> None:
        self._library = library
        self._resume = resume
        self.is_dialogue = output.is_table and output.is_terminal and sys.stdin.isatty()
        self._write = _on_page(output) if self.is_dialogue else _on_stderr
        self._shown: Turn | None = None

    def ask(self, turn: Turn) -> str:
        """Show a turn, unless it stands there already, and read a line."""
        if turn != self._shown:
            self._write(turn_lines(turn))
            self._shown = turn
        return self._read()

    def tell(self, outcome: Outcome) -> None:
        """Say what the line came to."""
        number = outcome.answer.question.fact if outcome.answer else None
        facts = facts_among(self._library, [number], Selection()) if number is not None else []
        self._write(outcome_lines(outcome, facts[0] if facts else None))

    def sum_up(self, session: Session, memory: Memory | None) -> None:
        """Say how the quiz went, and when to come back or how to go on."""
        if session.answers and memory:
            due = next_due(memory, self._library)
            self._write(summary_lines(session.answers, memory.today, due))
        elif session.answers:
            self._write(summary_lines(session.answers))
        if memory and self.is_dialogue and not session.is_finished:
            words = left_words(session, self._resume)
            self._write([Line(), Line(words)] if words else [])

    def _read(self) -> str:
        """One line of input; raises EOFError when there is no more.

        Not by input(), which drops a Ctrl-C that comes before it waits, and so does readline.
        """
        _say(_PROMPT, sys.stdout if self.is_dialogue else sys.stderr)
        line = sys.stdin.readline()
        if not line.endswith("\n") or not self.is_dialogue:
            self._write([Line()])
        if not line:
            raise EOFError
        return line


def _on_page(output: Output) -> Write:
    from bazhanov_cli.render.terminal.page import Page
    from bazhanov_cli.render.terminal.quiz import draw_lines

    page = Page(output)
    return lambda lines: draw_lines(page, lines)


def _on_stderr(lines: Iterable[Line]) -> None:
    _say("".join(f"{plain_line(line)}\n" for line in lines), sys.stderr)


def _say(text: str, stream: TextIO) -> None:
    stream.write(text)
    stream.flush()
