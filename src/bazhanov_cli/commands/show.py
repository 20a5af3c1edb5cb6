"""`bazhanov show`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from bazhanov_cli.commands.options import (
    Color,
    Data,
    FormatChoice,
    Json,
    NoPager,
    open_dataset,
    output_to,
)
from bazhanov_cli.errors import UsageError
from bazhanov_cli.render.cards import CARDS, Card, write_card_lines
from bazhanov_cli.render.output import ColorChoice, Format

Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="The ids of the facts to show.")]


def run(
    ids: Ids,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
    no_pager: NoPager = False,
) -> int:
    """Show whole fact cards: dates, names, notes, sources.

    In a pipe a card is lines of two fields, a name and a value, the first of each its id.

    Example: bazhanov show 9
    """
    library = open_dataset(data)
    facts = list(library.facts_with(map(_identifier, ids)))
    output = output_to(format, json, color, no_pager)
    cards = (
        Card(fact, library.dataset.subject, tuple(library.facts_with(library.related(fact))))
        for fact in facts
    )
    if output.is_table:
        from bazhanov_cli.render.terminal.cards import draw_cards

        output.draw(draw_cards, cards)
    elif output.format is Format.PLAIN:
        write_card_lines(cards, output.stream)
    else:
        output.write(CARDS, cards)
    return 0


def _identifier(text: str) -> int:
    """The id that was typed, also as `#8`."""
    digits = text.removeprefix("#")
    if digits.isascii() and digits.isdigit() and len(digits) <= 16:
        return int(digits)
    advice = "'bazhanov search' finds words"
    if re.fullmatch(r"#?\d+(\s*[-–,;]\s*#?\d+)+", text):
        advice = "write each by itself, as in 'bazhanov show 9 10'"
    raise UsageError(f"{text!r} is not the id of a fact, which is a number; {advice}")
