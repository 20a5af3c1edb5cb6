"""What every command does with its command line beyond what Typer does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand


class Command(TyperCommand):
    """A command whose usage is written as in a manual: `show [OPTIONS] ID...`."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The parts of the usage, without the braces around what must be given."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]


def within(least: int, most: int | None = None) -> Callable[[int | None], int | None]:
    """A check of a number, for `callback`; a range of Typer's own would be told in the help."""

    def check(number: int | None) -> int | None:
        if number is not None and number < least:
            raise typer.BadParameter(f"{number} is less than {least}")
        if number is not None and most is not None and number > most:
            raise typer.BadParameter(f"{number} is more than {most}")
        return number

    return check
