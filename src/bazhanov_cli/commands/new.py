"""`bazhanov new`."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated

import typer

from bazhanov_cli.commands.options import hint
from bazhanov_cli.errors import OutputError, UsageError

File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to write: lenin.yaml.")]


def run(file: File) -> int:
    """Start a dataset of your own.

    Writes an example with comments, to be changed and added to. Never overwrites a file.

    Example: bazhanov new lenin.yaml
    """
    from bazhanov_cli.dataset.example import EXAMPLE

    name = str(file)
    try:
        _write(file, EXAMPLE)
    except FileExistsError:
        raise UsageError(f"{name!r} exists already; choose another name") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputError(f"cannot write {name!r}: {reason[:1].lower()}{reason[1:]}") from None
    hint(f"{name} is written; look at it with: {shlex.join(['bazhanov', 'list', '--data', name])}")
    return 0


def _write(file: Path, text: str) -> None:
    """Write a new file whole, or not at all."""
    with file.open("x", encoding="utf-8", newline="\n") as stream:
        try:
            stream.write(text)
            stream.flush()
        except OSError:
            file.unlink()
            raise
