"""The entries of an index: a name, and the facts that have it."""

from __future__ import annotations

from typing import Any, NamedTuple

from bazhanov_cli.render.markdown import escape
from bazhanov_cli.render.records import RecordView


class IndexEntry(NamedTuple):
    """A person, place, organisation, work, concept or topic, with the ids of its facts."""

    kind: str
    id: str
    name: str
    aliases: tuple[str, ...]
    description: str
    facts: tuple[int, ...]


def _fields(entry: IndexEntry) -> tuple[str, ...]:
    ids = ",".join(map(str, entry.facts))
    return (entry.kind, entry.id, entry.name, str(len(entry.facts)), ids)


def _object(entry: IndexEntry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "id": entry.id,
        "name": entry.name,
        "aliases": list(entry.aliases),
        "description": entry.description,
        "count": len(entry.facts),
        "facts": list(entry.facts),
    }


def _markdown(entry: IndexEntry) -> str:
    return f"- **{escape(entry.name)}** ({entry.kind}): {', '.join(map(str, entry.facts))}"


INDEX = RecordView(("kind", "id", "name", "count", "facts"), _fields, _object, _markdown)
