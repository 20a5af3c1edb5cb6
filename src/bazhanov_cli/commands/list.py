"""`bazhanov list`."""

from __future__ import annotations

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
    facts = library.facts(select(library, about, topic, start, end, limit))
    output = output_to(format, json, color, no_pager)
    if output.is_table:
        from bazhanov_cli.render.terminal.facts import draw_facts

        return found(output.draw(draw_facts, facts))
    return found(output.write(FACTS, facts))
