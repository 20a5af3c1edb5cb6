"""`bazhanov quiz`."""

from __future__ import annotations

import os
from contextlib import nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from bazhanov_cli.commands.command import within
from bazhanov_cli.commands.options import (
    NOTHING_FOUND,
    About,
    Color,
    Data,
    FormatChoice,
    From,
    Json,
    Limit,
    To,
    Topics,
    hint,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.commands.quiz_player import play_quiz
from bazhanov_cli.commands.study import open_memory
from bazhanov_cli.errors import UsageError
from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.planning import Request, plan
from bazhanov_cli.quiz.saving import SavedQuiz, unfinished_quiz
from bazhanov_cli.render.output import ColorChoice, Format, Output
from bazhanov_cli.render.quiz_lines import day_in_words
from bazhanov_cli.render.quiz_records import ANSWERS, QUESTIONS, quiz_object, sheet
from bazhanov_cli.render.structured import write_object

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.quiz.memory.store import Memory

Number = Annotated[
    int, typer.Option("-n", metavar="N", callback=within(1), help="How many questions.")
]
Kinds = Annotated[
    list[QuestionKind] | None,
    typer.Option("--kind", metavar="KIND", help=f"Only this kind: {', '.join(QuestionKind)}."),
]
Facts = Annotated[
    list[int] | None, typer.Option("--fact", metavar="ID", help="Only questions on this fact.")
]
Seed = Annotated[
    int | None, typer.Option("--seed", metavar="S", help="The same questions for everybody.")
]
Due = Annotated[bool, typer.Option("--due", help="Only what is due to be refreshed.")]
Cram = Annotated[bool, typer.Option("--cram", help="Play without the memory.")]
Resume = Annotated[bool, typer.Option("--resume", help="Take up the quiz that was left.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show questions and key, ask nothing.")]


def run(
    number: Number = 10,
    kind: Kinds = None,
    fact: Facts = None,
    seed: Seed = None,
    due: Due = False,
    cram: Cram = False,
    resume: Resume = False,
    dry_run: DryRun = False,
    about: About = None,
    topic: Topics = None,
    start: From = None,
    end: To = None,
    limit: Limit = None,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
) -> int:
    """Ask questions, and remember what you know.

    What is not yet known is asked with options, what is known has to be typed; it is asked again
    just before it would be forgotten.

    Example: bazhanov quiz -n 5 --topic pursuit
    """
    if cram and (due or resume):
        raise UsageError("--cram plays without the memory, which --due and --resume need")
    library = open_dataset(data)
    request = Request(
        number=number if limit is None else min(number, limit),
        seed=int.from_bytes(os.urandom(4)) if seed is None else seed,
        kinds=tuple(kind or ()),
        facts=tuple(found.id for found in library.facts_with(fact or ())),
        selection=select(library, about, topic, start, end),
        only_due=due,
    )
    by_seed = seed is not None and not due
    output = output_to(format, json, color)
    with nullcontext() if cram else open_memory(library, to_write=not dry_run) as memory:
        if resume:
            quiz = _left(memory, library)
        else:
            questions = plan(request, library, None if by_seed else memory)
            quiz = SavedQuiz(request.seed, tuple(questions))
        if not quiz.questions:
            _say_why(request, memory)
        elif not dry_run:
            quiz = play_quiz(output, library, quiz, memory)
    _write(output, library, quiz, dry_run=dry_run)
    return 0 if quiz.questions else NOTHING_FOUND


def _left(memory: Memory | None, library: Library) -> SavedQuiz:
    quiz = unfinished_quiz(memory, library) if memory else None
    if quiz is None:
        raise UsageError("no quiz was left unfinished; 'bazhanov quiz' starts one")
    return quiz


def _say_why(request: Request, memory: Memory | None) -> None:
    """Say why there is nothing to ask."""
    if request.only_due and memory:
        ahead = memory.ahead()
        when = f"; the next is due {day_in_words(ahead[0][0], memory.today)}" if ahead else ""
        hint(f"nothing is due{when}")
    else:
        hint("no good question can be made of that; try other facts or kinds")


def _write(output: Output, library: Library, quiz: SavedQuiz, *, dry_run: bool) -> None:
    """Write the questions with their key, or what was asked and answered."""
    if not dry_run:
        if output.format is Format.JSON:
            write_object(quiz_object(quiz.seed, quiz.answers), output.stream)
        elif not output.is_table:
            output.write(ANSWERS, quiz.answers)
    elif output.is_table:
        from bazhanov_cli.render.terminal.quiz import draw_questions

        output.draw(draw_questions, quiz.questions)
    elif output.format is Format.MARKDOWN:
        lines = sheet(library.dataset.title, quiz.questions)
        output.stream.writelines(f"{line}\n" for line in lines)
    else:
        output.write(QUESTIONS, quiz.questions)
