"""The `bazhanov` program: finds the typed command, and turns errors into a line and a code.

Only the command that is asked for is imported and built: building all of them would cost more than
running one.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from bazhanov_cli import __version__
from bazhanov_cli.commands.catalogue import COMMANDS
from bazhanov_cli.commands.command import Command
from bazhanov_cli.commands.streams import (
    PROGRAM,
    discard_output,
    fail,
    prepare_streams,
)
from bazhanov_cli.errors import BazhanovError, OutputError
from bazhanov_cli.render.output import columns

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEFECT = 70  # EX_SOFTWARE of sysexits.h
_INTERRUPTED = 130
_NARROWEST, _WIDEST = 20, 100  # columns of the help

# What Typer raises for a wrong command line. It has a public name only from 0.27.3 on, but has
# been the base of this one all along.
_WrongCommandLine: Any = typer.BadParameter.__base__


class LazyGroup(TyperGroup):
    """The commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer's
        """The names of the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is Typer's
        """The command of a name, or None."""
        return command_named(cmd_name) if cmd_name in COMMANDS else None

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - the signature is Typer's
        """Write the summaries without building the commands."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Find the typed command, or fail with the nearest one there is."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from bazhanov_cli.suggestions import nearest

            close = " or ".join(map(repr, nearest(args[0], COMMANDS, most=2)))
            ctx.fail(
                f"there is no command {args[0]!r}{f'; did you mean {close}?' if close else ''}"
            )
        return super().resolve_command(ctx, args)


def command_named(name: str) -> Any:
    """The Typer command of one of COMMANDS: its module is imported now."""
    module = import_module(f"bazhanov_cli.commands.{name}")
    app = _new_app()
    app.command(name, cls=getattr(module, "COMMAND_CLASS", Command))(module.run)
    return typer.main.get_command(app)


def build() -> Any:
    """The whole program as one Typer command."""
    app = _new_app(cls=LazyGroup, invoke_without_command=True)
    app.callback()(_title)
    return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; errors are raised."""
    words = list(arguments)
    if words[:1] == ["help"]:
        words = [*words[1:], "--help"]
    if words and words[0] in COMMANDS:
        command, path = command_named(words[0]), f"{PROGRAM} {words.pop(0)}"
    else:
        command, path = build(), PROGRAM
    try:
        with command.make_context(path, words) as context:
            if sys.getfilesystemencoding() == "ascii":
                _read_words(context)
            code = command.invoke(context)
    except typer.Exit as stop:
        code = stop.exit_code
    return code if isinstance(code, int) else 0


def main() -> int:
    """The program: carry out the command line of this process, and return its exit code."""
    prepare_streams()
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except OutputError as error:
        discard_output()
        return fail(str(error), error.exit_code) if error.exit_code else 0
    except BazhanovError as error:
        return fail(str(error), error.exit_code)
    except _WrongCommandLine as error:
        from bazhanov_cli.commands.complaints import complaint

        command = sys.argv[1] if sys.argv[1:] and sys.argv[1] in COMMANDS else ""
        return fail(complaint(error, PROGRAM, command), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _end_interrupted()
    except Exception as error:  # noqa: BLE001 - a person is never shown a traceback
        return _tell_defect(error)
    return code


def _read_words(context: Any) -> None:
    """Read as UTF-8 what the C locale has left as bytes; of a path they are the name as it is."""
    for option in context.command.params:
        if option.type.name != "path":
            context.params[option.name] = _as_utf8(context.params.get(option.name))


def _as_utf8(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_as_utf8(word) for word in value]
    if isinstance(value, str) and not value.isascii():
        return os.fsencode(value).decode(errors="surrogateescape")
    return value


def _end_interrupted() -> int:
    discard_output()
    if sys.stderr.isatty():
        sys.stderr.write("\n")  # the terminal has written ^C, and the shell's prompt comes next
    return _INTERRUPTED


def _tell_defect(error: Exception) -> int:
    if os.environ.get("BAZHANOV_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return fail(
        f"this is a defect of {PROGRAM}, please report it: {type(error).__name__}: {error}"
        " (BAZHANOV_DEBUG=1 shows where)",
        _DEFECT,
    )


def _new_app(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        # Rich help would import Rich at every start, and take a "[" in a docstring for markup.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={
            "help_option_names": ["-h", "--help"],
            "terminal_width": min(max(columns(os.environ, sys.stdout), _NARROWEST), _WIDEST),
        },
        **settings,
    )


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"{PROGRAM} {__version__}")  # noqa: T201 - the one line that --version is asked for
        raise typer.Exit


def _title(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option(
            "--version", help="Print the version and exit.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> int:
    """Explore historical facts: search them, see them in time, be asked about them.

    Without a command, tells what the dataset holds and what to try next.
    """
    if context.invoked_subcommand is None:
        from bazhanov_cli.commands.title import show_title

        return show_title()
    return 0
