"""Files that a command writes for the user, never over another one unasked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from bazhanov_cli.errors import OutputError, UsageError


def refuse_existing(files: Iterable[Path]) -> None:
    """Raise UsageError for the first of some files that is there already."""
    for file in files:
        if os.path.exists(file):  # noqa: PTH110 - Path.exists raises for what has no good name
            raise _exists(file)


def write_file(file: Path, text: str, *, overwrite: bool) -> None:
    """Write a text as UTF-8; raises UsageError for a file in the way, OutputError for the rest."""
    try:
        with file.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise _exists(file) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"cannot write {str(file)!r}: {reason[:1].lower()}{reason[1:]}"
        raise OutputError(message) from None


def _exists(file: Path) -> UsageError:
    return UsageError(f"{str(file)!r} exists already; give --force to overwrite it")
