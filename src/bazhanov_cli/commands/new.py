"""`bazhanov new`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from bazhanov_cli.commands.options import hint

File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The file to write: lenin.yaml; - is stdout.")
]


def run(file: File) -> int:
    """Start a dataset of your own.

    Writes an example with comments, to be changed and added to. Never overwrites a file.

    Example: bazhanov new lenin.yaml
    """
    from bazhanov_cli.commands.files import STDOUT, name_of, refuse, write_files
    from bazhanov_cli.dataset.example import EXAMPLE

    refuse([file], overwrite=False, advice="choose another name")
    write_files({file: EXAMPLE}, overwrite=False)
    name = str(file)
    if file != STDOUT:
        look = f"; look at it with: {shlex.join(['bazhanov', 'list', '--data', name])}"
        hint(f"{name_of(file)} is written{look if name.isprintable() else ''}")
    return 0
