"""The quiz on a page: question under question, as it can be read aloud; colour only repeats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from bazhanov_cli.quiz.question import Question
from bazhanov_cli.quiz.session import Turn
from bazhanov_cli.render.quiz_lines import Line, turn_lines
from bazhanov_cli.render.quiz_records import keyed
from bazhanov_cli.render.terminal.facts import fact_text
from bazhanov_cli.render.terminal.page import Page

_INDENT = 2
_LABEL_WIDTH = 5


def draw_lines(page: Page, lines: Iterable[Line]) -> None:
    """Draw what the quiz says: a heading as a rule, an option behind its letter."""
    for line in lines:
        if not line.text:
            page.line()
        elif line.style == "heading":
            page.rule(Text(line.text, "heading"))
        elif line.label == "|":
            # A note is set apart by the bar beside it, its words are left in the foreground.
            bar = page.symbol("│", "|")
            margin = Text(f"{f'  {bar}':<{_LABEL_WIDTH}}", line.style)
            page.paragraph(Text(line.text), margin=margin)
        elif line.label:
            words = fact_text(line.fact) if line.fact else Text(line.text, line.style)
            label = Text(f"{'':{_INDENT}}{line.label}", "number" if line.label.isdigit() else "")
            page.paragraph(words, _INDENT + max(_LABEL_WIDTH - _INDENT, len(line.label) + 1), label)
        else:
            page.paragraph(Text(line.text, line.style), _INDENT)


def draw_questions(page: Page, questions: Iterator[Question]) -> None:
    """Draw questions with their keys, none of them asked."""
    listed = list(questions)
    for number, question in enumerate(listed, 1):
        lines = list(turn_lines(Turn(question, number, len(listed))))
        draw_lines(page, (line for line in lines if line.style != "quiet"))
        page.paragraph(Text.assemble(("Answer: ", "quiet"), (keyed(question), "right")), _INDENT)
        draw_lines(page, (Line(line, "quiet", label=" ") for line in question.solution))
        page.line()
