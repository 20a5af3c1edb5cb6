"""`bazhanov index`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

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
from bazhanov_cli.facts import EntityKind
from bazhanov_cli.render.index import INDEX, IndexEntry
from bazhanov_cli.render.output import ColorChoice

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection


class IndexKind(StrEnum):
    """What an index can list."""

    PEOPLE = EntityKind.PERSON.plural
    PLACES = EntityKind.PLACE.plural
    ORGANISATIONS = EntityKind.ORGANISATION.plural
    WORKS = EntityKind.WORK.plural
    CONCEPTS = EntityKind.CONCEPT.plural
    TOPICS = "topics"


Kind = Annotated[
    IndexKind | None, typer.Argument(metavar="[KIND]", help=f"One of {', '.join(IndexKind)}.")
]

Aliases = Annotated[
    bool, typer.Option("--aliases", help="On a terminal, also every other spelling of a name.")
]


def run(
    kind: Kind = None,
    aliases: Aliases = False,
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
    """List people, places and topics, as at the back of a book.

    Example: bazhanov index people
    """
    library = open_dataset(data)
    kinds = list(IndexKind) if kind is None else [kind]
    selection = select(library, about, topic, start, end)
    most = None if limit is None else min(limit, sys.maxsize)
    entries = islice(_entries(library, selection, kinds), most)
    output = output_to(format, json, color, no_pager)
    if output.is_table:
        from bazhanov_cli.render.terminal.index import draw_index

        draw = partial(draw_index, most_aliases=None) if aliases else draw_index
        return found(output.draw(draw, entries))
    return found(output.write(INDEX, entries))


def _entries(
    library: Library, selection: Selection, kinds: list[IndexKind]
) -> Iterator[IndexEntry]:
    plurals = {kind.plural: kind for kind in EntityKind}
    descriptions = {topic.id: topic.description for topic in library.dataset.topics}
    for kind in kinds:
        if kind.value in plurals:
            for entity, ids in library.facts_by_entity(plurals[kind.value], selection):
                aliases = entity.spellings[1:]
                yield IndexEntry(
                    entity.kind, entity.id, entity.name, aliases, entity.description, tuple(ids)
                )
        else:
            for name, ids in library.facts_by_topic(selection):
                yield IndexEntry("topic", name, name, (), descriptions[name], tuple(ids))
