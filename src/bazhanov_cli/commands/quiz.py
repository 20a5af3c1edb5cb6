"""`bazhanov quiz`."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
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
from bazhanov_cli.quiz.in_use import next_due
from bazhanov_cli.quiz.planning import Request, plan
from bazhanov_cli.quiz.saving import SavedQuiz, unfinished_quiz
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.output import ColorChoice, Format, Output
from bazhanov_cli.render.quiz_lines import day_in_words
from bazhanov_cli.render.quiz_records import ANSWERS, QUESTIONS, quiz_object, sheet
from bazhanov_cli.render.structured import write_object

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection
    from bazhanov_cli.quiz.memory.store import Memory

_USUAL = 10

Number = Annotated[
    int | None,
    typer.Option(
        "-n",
        metavar="N",
        callback=within(1),
        help=f"How many questions, {_USUAL} if not given; --limit may make them fewer.",
    ),
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
    number: Number = None,
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
    choosing = {
        "-n": number, "--kind": kind, "--fact": fact, "--seed": seed, "--due": due or None,
        "--about": about, "--topic": topic, "--from": start, "--to": end, "--limit": limit,
    }  # fmt: skip
    _refuse(choosing, cram=cram, resume=resume)
    library = open_dataset(data)
    selection = select(library, about, topic, start, end)
    request = _request(library, selection, number, limit, seed, kind, fact, due)
    output = output_to(format, json, color)
    with nullcontext() if cram else open_memory(library, to_write=not dry_run) as memory:
        quiz = _left(memory, library) if resume else _new(request, library, memory, number, seed)
        if quiz.questions and not dry_run:
            quiz = _played(quiz, output, library, memory, data, resume)
    _write(output, library, quiz, dry_run=dry_run)
    return 0 if quiz.questions else NOTHING_FOUND


def _refuse(choosing: Mapping[str, object], *, cram: bool, resume: bool) -> None:
    """Refuse options that contradict one another; `choosing` are those that choose questions."""
    if cram and (resume or choosing["--due"]):
        raise UsageError("--cram plays without the memory, which --due and --resume need")
    given = [option for option, value in choosing.items() if value is not None and value != []]
    if resume and given:
        raise UsageError(f"--resume goes on with the questions that were left; drop {given[0]}")
    if choosing["--limit"] == 0:
        raise UsageError("--limit 0 leaves nothing to ask; give 1 or more")


def _request(
    library: Library,
    selection: Selection,
    number: int | None,
    limit: int | None,
    seed: int | None,
    kinds: list[QuestionKind] | None,
    facts: list[int] | None,
    due: bool,
) -> Request:
    most = number or _USUAL
    return Request(
        number=most if limit is None else min(most, limit),
        seed=int.from_bytes(os.urandom(4)) if seed is None else seed,
        kinds=tuple(kinds or ()),
        facts=tuple(fact.id for fact in library.facts_with(facts or ())),
        selection=selection,
        only_due=due,
    )


def _new(
    request: Request, library: Library, memory: Memory | None, asked: int | None, seed: int | None
) -> SavedQuiz:
    """A quiz that is made for the reader, or for all who give the same `seed`."""
    by_seed = seed is not None and not request.only_due
    questions = plan(request, library, None if by_seed else memory)
    _say_why_fewer(request, library, memory, len(questions), asked=asked)
    return SavedQuiz(request.seed, tuple(questions))


def _left(memory: Memory | None, library: Library) -> SavedQuiz:
    quiz = unfinished_quiz(memory, library) if memory else None
    if quiz is None:
        raise UsageError("no quiz was left unfinished; 'bazhanov quiz' starts one")
    return quiz


def _played(
    quiz: SavedQuiz,
    output: Output,
    library: Library,
    memory: Memory | None,
    data: Path | None,
    resume: bool,
) -> SavedQuiz:
    again = _resume_command(data)
    if memory and not resume:
        _tell_of_unfinished(memory, library, again)
    return play_quiz(output, library, quiz, memory, again)


def _resume_command(data: Path | None) -> str:
    """The command that takes up the quiz that was left."""
    return shlex.join(["bazhanov", "quiz", "--resume", *(["--data", str(data)] if data else [])])


def _tell_of_unfinished(memory: Memory, library: Library, resume: str) -> None:
    """Say that a quiz was left, before another takes its place."""
    quiz = unfinished_quiz(memory, library)
    if quiz:
        answered = f"{len(quiz.answers)} of {len(quiz.questions)} answered"
        hint(f"An unfinished quiz ({answered}) is waiting: {resume}")
        hint("The first answer of this one takes its place.\n")


def _say_why_fewer(
    request: Request, library: Library, memory: Memory | None, number: int, *, asked: int | None
) -> None:
    """Say why there is nothing to ask, or less than the reader `asked` for in so many words."""
    if number and (asked is None or number >= request.number):
        return
    if number and request.only_due:
        hint(f"{counted(number, 'question')}: no more of what is due can be asked in one quiz")
    elif number:
        reason = "no two in a quiz may draw on the same fact, and none may answer another"
        hint(f"{counted(number, 'question')}: {reason}")
    elif request.only_due and memory:
        ahead = next_due(memory, library, request.selection, request.facts)
        when = f"; the next is due {day_in_words(ahead[0], memory.today)}" if ahead else ""
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
        ids = {number for question in quiz.questions for number in question.facts}
        lines = sheet(library.dataset.title, quiz.questions, library.facts_with(sorted(ids)))
        output.stream.writelines(f"{line}\n" for line in lines)
    else:
        output.write(QUESTIONS, quiz.questions)
