"""Write the manual page from the commands themselves.

uv run python docs/make_manual.py            write it anew
uv run python docs/make_manual.py --check    fail when it is not current
"""

from __future__ import annotations

import inspect
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from bazhanov_cli import __version__
from bazhanov_cli.commands.app import command_named
from bazhanov_cli.commands.catalogue import COMMANDS

MANUAL = Path(__file__).parent / "bazhanov.1"

BEFORE = r"""
.SH NAME
bazhanov \- explore historical facts in a terminal
.SH SYNOPSIS
.B bazhanov
.RI [ COMMAND ]
.RI [ OPTIONS ]
.SH DESCRIPTION
Reads facts from one YAML file and gives a search that understands names, a timeline that is honest
about what is known, and a quiz that teaches. It comes with 18 facts about Boris Bazhanov.
.PP
On a terminal the results are drawn as pages; a pipe gets one record a line, its fields separated
by tabs.
.SH COMMANDS
"""

AFTER = r"""
.SH EXIT STATUS
.TP
.B 0
Done; also a quiz left early.
.TP
.B 1
Nothing was found.
.TP
.B 2
The command line is wrong.
.TP
.B 3
The dataset cannot be read or is not valid.
.TP
.B 4
The quiz's memory cannot be read or written.
.TP
.B 74
The output cannot be written, as on a full disk.
.TP
.B 130
Interrupted with Ctrl-C; what was answered is saved.
.SH ENVIRONMENT
.TP
.B BAZHANOV_DATA
The dataset to read, as with
.BR \-\-data .
.TP
.B BAZHANOV_CACHE_DIR
Where compiled datasets are kept; they may be deleted at any time.
.TP
.B BAZHANOV_STATE_DIR
Where the quiz's memory is kept.
.TP
.B BAZHANOV_MAX_MIB
The size in mebibytes past which a dataset is refused; 1024 by default.
.TP
.BR BAZHANOV_PAGER ", " PAGER
The program that shows long output on a terminal;
.B less \-FRX
by default.
.TP
.BR NO_COLOR ", " FORCE_COLOR
Colour never, or always; the option
.B \-\-color
wins over both.
"""


def manual() -> str:
    """The page in the man macros of roff."""
    commands = "".join(
        _command(name, summary, import_module(f"bazhanov_cli.commands.{name}").run)
        for name, summary in COMMANDS.items()
    )
    title = f'.TH BAZHANOV 1 "" "bazhanov {__version__}" "User commands"'
    return f"{title}{BEFORE}{commands.strip()}{AFTER}"


def _command(name: str, summary: str, function: Any) -> str:
    command = command_named(name)
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option"]
    usage = " ".join(
        [f"\\fB{name}\\fR", *(f"\\fI{_roff(a.metavar or a.name)}\\fR" for a in arguments)]
    )
    lines = [f".SS {usage}", _roff(summary)]
    rest = inspect.cleandoc(function.__doc__).split("\n", 1)[1]
    for paragraph in rest.strip().split("\n\n"):
        lines += [".PP", _roff(" ".join(paragraph.split()))]
    for option in options:
        names = ", ".join(f"\\fB{_roff(name)}\\fR" for name in option.opts)
        value = f" \\fI{_roff(option.metavar)}\\fR" if option.metavar and not option.is_flag else ""
        lines += [".TP", f"{names}{value}", _roff(option.help or "")]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    """A text in which roff finds nothing to obey."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped


def main(arguments: list[str]) -> int:
    """Write the page, or check that it is current."""
    page = manual()
    if "--check" not in arguments:
        MANUAL.write_text(page, encoding="utf-8")
    elif not MANUAL.exists() or MANUAL.read_text(encoding="utf-8") != page:
        sys.stderr.write("docs/bazhanov.1 is not current; run docs/make_manual.py\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
