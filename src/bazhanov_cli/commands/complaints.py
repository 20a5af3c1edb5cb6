"""What is wrong with a command line, in the words of a person."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = (
    (r"^Invalid value for ", ""),
    (r"is not a valid int(eger)?( range)?$", "is not a whole number"),
    (r"is not in the range x>=(-?\d+)$", r"is less than \1"),
    (r"is not in the range (-?\d+)<=x<=(-?\d+)$", r"is not between \1 and \2"),
    (r"^Got unexpected extra arguments?(?:\(s\))? \((.*)\)$", r"there is no place for '\1'"),
    (r"^Option (.*) requires an argument$", r"\1 needs a value"),
)
"""What Typer says, and how it is put here."""


def complaint(error: Any, program: str) -> str:
    """One line for an error that Typer has raised: what is wrong, and what to do."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else program
    if hasattr(error, "option_name") and hasattr(error, "possibilities"):
        return f"there is no option {error.option_name!r}{_advice(error, path, program)}"
    message = error.format_message().rstrip(".")
    for pattern, plain in _PLAIN:
        message = re.sub(pattern, plain, message)
    ending = "" if message.endswith("?") else f"; see '{path} --help'"
    return f"{message[:1].lower()}{message[1:]}{ending}"


def _advice(error: Any, path: str, program: str) -> str:
    if error.possibilities:
        return f"; did you mean {' or '.join(sorted(error.possibilities))}?"
    if path == program:
        return f"; options come after a command, see '{program} --help'"
    return f"; see '{path} --help'"
