"""The `bazhanov` program: finds the typed command, and turns errors into a line and a code.

Only the command that is asked for is imported and built: building all of them would cost more than
running one.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from bazhanov_cli import __version__
from bazhanov_cli.commands.streams import Streams
from bazhanov_cli.errors import BazhanovError

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "bazhanov"

COMMANDS = {
    "list": "List the facts, in the order of the dataset.",
    "show": "Show whole fact cards: dates, names, notes, sources.",
    "search": "Search the facts by words, names and dates.",
    "timeline": "Show the facts in order of time.",
    "index": "List people, places and topics, as at the back of a book.",
    "today": "Show what happened on this day of the year.",
    "random": "Show a fact at random.",
    "quiz": "Ask questions, and remember what you know.",
    "progress": "Show what the quiz has learnt about you.",
    "new": "Start a dataset of your own.",
    "check": "Check a dataset, and list its problems.",
    "completion": "Print a completion script for your shell.",
}
"""Every command with its summary, which is also the first line of its own help."""

_INTERRUPTED = 130


class LazyGroup(TyperGroup):
    """The commands by name, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer's
        """The names of the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is Typer's
        """The command of a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"bazhanov_cli.commands.{cmd_name}")
        return command_of(module.run, cmd_name, getattr(module, "COMMAND_CLASS", None))

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


def command_of(function: Any, name: str, cls: Any = None) -> Any:
    """The Typer command of one function, of a class of its own where it needs one."""
    app = _new_app()
    app.command(name, cls=cls)(function)
    return typer.main.get_command(app)


def build() -> Any:
    """The whole program as one Typer command."""
    app = _new_app(cls=LazyGroup, invoke_without_command=True)
    app.callback()(_title)
    return typer.main.get_command(app)


def run(arguments: Sequence[str]) -> int:
    """Carry out one command line and return its exit code; errors are raised."""
    code = build().main(args=list(arguments), prog_name=PROGRAM, standalone_mode=False)
    return code if isinstance(code, int) else 0


def main() -> int:
    """The program: carry out the command line of this process, and return its exit code."""
    streams = Streams(sys.stdout, sys.stderr)
    streams.prepare()
    try:
        code = run(sys.argv[1:])
        streams.flush()
    except BazhanovError as error:
        return streams.fail(str(error), error.exit_code)
    except TyperException as error:
        return streams.fail(_usage_message(error), error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return streams.fail("interrupted", _INTERRUPTED)
    except OSError as error:
        return streams.fail_to_write(error)
    return code


def _new_app(**settings: Any) -> typer.Typer:
    return typer.Typer(
        add_completion=False,
        # Rich help would import Rich at every start, and take a "[" in a docstring for markup.
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        **settings,
    )


def _usage_message(error: TyperException) -> str:
    message = error.format_message().rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context else PROGRAM
    return f"{message[:1].lower()}{message[1:]}; see '{command} --help'"


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
