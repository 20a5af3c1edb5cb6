"""`bazhanov list`."""

from __future__ import annotations

from functools import partial

from bazhanov_cli.commands.options import (
    About,
    Color,
    Data,
    FormatChoice,
    From,
    Json,
    Limit,
    NoPager,
    To,
    Topics,
    found,
    listed,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.render.output import ColorChoice
from bazhanov_cli.render.records import FACTS


def run(
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
    """List the facts, in the order of the dataset.

    Example: bazhanov list --about Kiev
    """
    library = open_dataset(data)
    selection = select(library, about, topic, start, end, limit)
    facts = library.facts(selection)
    output = output_to(format, json, color, no_pager)
    if output.is_table:
        from bazhanov_cli.render.terminal.facts import draw_facts

        around = listed(output, library, selection)
        return found(output.draw(partial(draw_facts, around=around), facts))
    return found(output.write(FACTS, facts))
