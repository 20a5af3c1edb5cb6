"""`bazhanov progress`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bazhanov_cli.commands.options import (
    NOTHING_FOUND,
    Color,
    Data,
    FormatChoice,
    Json,
    format_asked,
    hint,
    open_dataset,
    output_to,
)
from bazhanov_cli.commands.study import open_database, open_memory, study_day
from bazhanov_cli.dataset.source import unreadable
from bazhanov_cli.errors import MemoryFileError, UsageError
from bazhanov_cli.quiz.progress import progress_of
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.output import ColorChoice, Format, Output
from bazhanov_cli.render.progress_records import PROGRESS, progress_object, progress_rows
from bazhanov_cli.render.structured import write_object

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.quiz.progress import Progress

Export = Annotated[
    Path | None,
    typer.Option("--export", metavar="FILE", help="Write all answers to a file; - is stdout."),
]
Import = Annotated[
    Path | None, typer.Option("--import", metavar="FILE", help="Add the answers of an export.")
]
Reset = Annotated[
    bool, typer.Option("--reset", help="Forget what you know of this dataset; asks first.")
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the FILE of --export.")]


def run(
    export: Export = None,
    bring: Import = None,
    reset: Reset = False,
    force: Force = False,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
) -> int:
    """Show what the quiz has learnt about you.

    An export holds the answers to every dataset, and can be imported on another computer: what is
    there already is not added again.

    Example: bazhanov progress --export answers.json
    """
    doing = {"--export": export is not None, "--import": bring is not None, "--reset": reset}
    asked = [option for option, is_asked in doing.items() if is_asked]
    _refuse(asked, force=force, form=format_asked(format, json))
    if export is not None:
        return _export(export, overwrite=force)
    if bring is not None:
        return _import(bring)
    library = open_dataset(data)
    if reset:
        return _reset(library)
    with open_memory(library, to_write=False) as memory:
        progress = progress_of(memory, library)
    _write(output_to(format, json, color), progress)
    return 0


def _refuse(asked: list[str], *, force: bool, form: str) -> None:
    """Refuse options that contradict what is `asked` for, or would change nothing."""
    if len(asked) > 1:
        raise UsageError("--export, --import and --reset are for one at a time")
    if force and "--export" not in asked:
        raise UsageError("--force is for the FILE of --export; name one, or leave it out")
    if asked and form:
        raise UsageError(f"{asked[0]} does not show the progress; leave {form} out")


def _write(output: Output, progress: Progress) -> None:
    if output.format is Format.JSON:
        write_object(progress_object(progress), output.stream)
    elif output.is_table:
        from bazhanov_cli.render.terminal.progress import draw_progress

        output.draw(draw_progress, [progress])
    else:
        output.write(PROGRESS, progress_rows(progress))


def _export(file: Path, *, overwrite: bool) -> int:
    from json import dumps

    from bazhanov_cli.commands.files import STDOUT, name_of, refuse, write_files
    from bazhanov_cli.quiz.memory.transfer import exported

    refuse([file], overwrite=overwrite)
    with open_database(to_write=False) as database:
        answers = exported(database)
    text = dumps(answers, ensure_ascii=False, indent=1)
    write_files({file: f"{text}\n"}, overwrite=overwrite)
    if file != STDOUT:
        hint(f"{counted(len(answers['answers']), 'answer')} written to {name_of(file)}")
    return 0


def _import(file: Path) -> int:
    from bazhanov_cli.quiz.memory.transfer import import_into

    try:
        text = sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise MemoryFileError(unreadable(str(file), error)) from None
    with open_database(to_write=True) as database:
        added = import_into(database, text, study_day())
    hint(f"{counted(added, 'answer')} added")
    return 0


def _reset(library: Library) -> int:
    with open_memory(library, to_write=False) as memory:
        count = memory.count()
    if not count:
        hint("there is nothing to forget")
        return NOTHING_FOUND
    what = f"{counted(count, 'answer')} about {library.dataset.title!r}"
    hint(f"This forgets {what}; type yes to go on:")
    if sys.stdin.readline().strip().lower() != "yes":
        hint("nothing was forgotten")
        return NOTHING_FOUND
    with open_memory(library, to_write=True) as memory:
        memory.reset()
    hint("forgotten")
    return 0
