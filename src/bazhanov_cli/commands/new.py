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
    from bazhanov_cli.commands.files import STDOUT, refuse, write_files
    from bazhanov_cli.dataset.example import EXAMPLE

    refuse([file], overwrite=False, advice="choose another name")
    write_files({file: EXAMPLE}, overwrite=False)
    if file != STDOUT:
        look = shlex.join(["bazhanov", "list", "--data", str(file)])
        hint(f"{file} is written; look at it with: {look}")
    return 0
