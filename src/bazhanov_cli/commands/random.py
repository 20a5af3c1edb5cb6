"""`bazhanov random`."""

from __future__ import annotations

from functools import partial
from random import Random
from typing import Annotated

import typer

from bazhanov_cli.commands.command import within
from bazhanov_cli.commands.options import (
    About,
    Color,
    Data,
    FormatChoice,
    From,
    Json,
    Limit,
    NoPager,
    Seed,
    To,
    Topics,
    found,
    listed,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.library.sampling import sample
from bazhanov_cli.render.output import ColorChoice
from bazhanov_cli.render.records import FACTS

Number = Annotated[
    int,
    typer.Option(
        "-n",
        metavar="N",
        callback=within(1),
        show_default=False,
        help="How many facts, 1 if not given; --limit may make them fewer.",
    ),
]


def run(
    number: Number = 1,
    seed: Seed = None,
    about: About = None,
    topic: Topics = None,
    start: From = None,
    end: To = None,
    limit: Limit = None,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
    no_pager: NoPager = False,
) -> int:
    """Show a fact at random.

    Example: bazhanov random --topic pursuit
    """
    library = open_dataset(data)
    selection = select(library, about, topic, start, end)
    most = number if limit is None else min(number, limit)
    facts = sample(library, selection, most, Random(seed))  # noqa: S311 - nothing depends on it
    output = output_to(format, json, color, no_pager)
    if output.is_table:
        from bazhanov_cli.render.terminal.facts import draw_facts

        around = listed(output, library, selection, f", {len(facts)} at random")
        return found(output.draw(partial(draw_facts, around=around), facts))
    return found(output.write(FACTS, facts))
