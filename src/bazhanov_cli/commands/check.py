"""`bazhanov check`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bazhanov_cli.commands.options import Data, dataset_source, hint, open_dataset
from bazhanov_cli.commands.reading_bar import reading_bar
from bazhanov_cli.errors import DatasetError

File = Annotated[
    Path | None,
    typer.Argument(metavar="[FILE]", readable=False, help="The dataset; else that of --data."),
]
Stats = Annotated[bool, typer.Option("--stats", help="Tell how much the dataset holds.")]
Json = Annotated[bool, typer.Option("--json", help="The problems and the summary as JSON.")]


def run(file: File = None, stats: Stats = False, json: Json = False, data: Data = None) -> int:
    """Check a dataset, and list its problems.

    Silent when there are none. Each problem is a line, file:line:column: message; a line with
    "warning:" points to what is allowed and yet probably a slip.

    Example: bazhanov check lenin.yaml --stats
    """
    from bazhanov_cli.dataset.checking import check_dataset
    from bazhanov_cli.quiz.counting import count_questions
    from bazhanov_cli.render.check_report import report_object, summary_lines
    from bazhanov_cli.render.output import columns
    from bazhanov_cli.render.structured import write_object

    named = file or data
    source = dataset_source(named)
    with reading_bar(sys.stderr, source.size) as progress:
        problems, summary = check_dataset(source, progress)
    # What is no file, as a pipe, has been read to its end by now, and cannot be read again.
    is_usable = bool(source.fingerprint) and not problems.errors
    questions = count_questions(open_dataset(named)) if stats and is_usable else None
    if json:
        write_object(report_object(source.name, problems, summary, questions), sys.stdout)
    else:
        sys.stdout.writelines(f"{problem.describe(source.name)}\n" for problem in problems)
        if stats:
            width = columns(os.environ, sys.stdout) if sys.stdout.isatty() else None
            lines = summary_lines(summary, questions, width)
            sys.stdout.writelines(f"{line}\n" for line in lines)
    if problems.stopped:
        hint("reading stopped there; mend these problems to see the others")
    return DatasetError.exit_code if problems.errors else 0
