"""What is wrong with a command line, in the words of a person."""

from __future__ import annotations

import re
from typing import Any

_PLAIN = (
    (r"^Invalid value for ", ""),
    (r"^'\[(\w+)\]'", r"'\1'"),
    (r"is not a valid int(eger)?$", "is not a whole number"),
    (r"^Got unexpected extra arguments?(?:\(s\))? \((.*)\)$", r"there is no place for '\1'"),
    (r"\. Choose from: ", "; it is one of "),
    (r"^Option (.*) requires an argument$", r"\1 needs a value"),
)
"""What Typer says, and how it is put here."""


_CHOICES = re.compile(r"'(?P<typed>[^']*)' is not one of (?P<choices>.*)$")


def complaint(error: Any, program: str, command: str = "") -> str:
    """One line for an error that Typer has raised in a command: what is wrong, and what to do."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else f"{program} {command}".rstrip()
    if hasattr(error, "option_name") and hasattr(error, "possibilities"):
        return f"there is no option {error.option_name!r}{_advice(error, path, program)}"
    message = " ".join(error.format_message().split()).rstrip(".")
    for pattern, plain in _PLAIN:
        message = re.sub(pattern, plain, message)
    message += _nearest_choice(message)
    ending = "" if message.endswith("?") else f"; see '{path} --help'"
    return f"{message[:1].lower()}{message[1:]}{ending}"


def _nearest_choice(message: str) -> str:
    found = _CHOICES.search(message)
    if not found:
        return ""
    from bazhanov_cli.suggestions import nearest

    near = nearest(found["typed"], re.findall(r"'(.+?)'", found["choices"]), most=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def _advice(error: Any, path: str, program: str) -> str:
    if path == program and _is_of_a_command(error.option_name):
        return f"; options come after a command, see '{program} --help'"
    if error.possibilities:
        return f"; did you mean {' or '.join(sorted(error.possibilities))}?"
    return f"; see '{path} --help'"


def _is_of_a_command(option: str) -> bool:
    from bazhanov_cli.commands.completion_table import OPTIONS

    return any(option in names for options in OPTIONS.values() for names, *_ in options)
