"""Writes the table by which completion knows the options of every command, from the commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from bazhanov_cli.commands.app import command_named
from bazhanov_cli.commands.catalogue import COMMANDS

TABLE = Path(__file__).parents[1] / "src/bazhanov_cli/commands/completion_table.py"
HEADING = '''"""What every command takes, so that completion need not import Typer to know it.

Written by docs/make_completion_table.py, never by hand; a test tells when it is not current.
"""

from __future__ import annotations

Option = tuple[tuple[str, ...], str, tuple[str, ...], str]
"""The names of an option, what its value stands for (empty for a flag), its choices, its help."""

Argument = tuple[str, tuple[str, ...], bool]
"""What an argument stands for, its choices, and whether there may be several."""

'''


def table() -> str:
    """The module, formatted."""
    commands = {name: command_named(name).params for name in COMMANDS}
    options = {
        name: tuple(_option(p) for p in params if p.param_type_name == "option")
        for name, params in commands.items()
    }
    arguments = {
        name: tuple(
            _argument(p) for p in params if p.param_type_name == "argument" and not p.hidden
        )
        for name, params in commands.items()
    }
    source = (
        f"{HEADING}OPTIONS: dict[str, tuple[Option, ...]] = {options!r}\n"
        f"ARGUMENTS: dict[str, tuple[Argument, ...]] = {arguments!r}\n"
    )
    formatted = subprocess.run(
        ["ruff", "format", "--config", str(TABLE.parents[3] / "pyproject.toml"), "-"],
        input=source, capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return formatted.stdout


def _option(parameter: Any) -> tuple[tuple[str, ...], str, tuple[str, ...], str]:
    value = "" if parameter.is_flag else parameter.metavar
    return tuple(parameter.opts), value, _choices(parameter), parameter.help


def _argument(parameter: Any) -> tuple[str, tuple[str, ...], bool]:
    name = re.sub(r"[^A-Z]", "", parameter.metavar)
    return name, _choices(parameter), parameter.nargs == -1


def _choices(parameter: Any) -> tuple[str, ...]:
    return tuple(getattr(parameter.type, "choices", ()))


def main(arguments: list[str]) -> int:
    """Write the table, or check that it is current."""
    current = table()
    if "--check" not in arguments:
        TABLE.write_text(current, encoding="utf-8")
    elif TABLE.read_text(encoding="utf-8") != current:
        sys.stderr.write("the completion table is not current: run docs/make_completion_table.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
