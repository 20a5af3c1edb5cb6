"""Facts that refer to facts, in any order: whether each id stands once, and each is there."""

from __future__ import annotations

from bazhanov_cli.dataset.fields import Fields
from bazhanov_cli.dataset.nodes import Node
from bazhanov_cli.dataset.problems import Problems


class FactIds:
    """The ids of the facts read so far, and the places that refer to facts still to come."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems
        self._line_of: dict[int, int] = {}
        self._awaited: dict[int, list[tuple[int, int]]] = {}
        self.own: int | None = None
        """The fact that is being read, which refers to others but not to itself."""

    def declare(self, identifier: int, line: int) -> int | None:
        """Take the id for the fact on a line; returns the line of the fact that has it already."""
        first = self._line_of.get(identifier)
        if first is None:
            self._line_of[identifier] = line
            self._awaited.pop(identifier, None)
        return first

    def one(self, fields: Fields, key: str) -> int | None:
        """The fact that is referred to under a key."""
        node = fields.get(key)
        return None if node is None else self._referred(fields, node, key)

    def several(self, fields: Fields, key: str) -> tuple[int, ...]:
        """The facts that are referred to by the list under a key, none twice."""
        found = (self._referred(fields, node, key) for node in fields.nodes(key))
        return tuple(dict.fromkeys(identifier for identifier in found if identifier))

    def finish(self) -> None:
        """Note a problem wherever a fact is referred to that never came."""
        for identifier, places in self._awaited.items():
            for line, column in places:
                self._problems.add(line, column, f"there is no fact {identifier}")

    def _referred(self, fields: Fields, node: Node, key: str) -> int | None:
        identifier = fields.fact_id_of(node, key)
        if identifier is not None and identifier == self.own:
            fields.refuse(node, f"{key!r} must name another fact, and this is fact {identifier}")
        elif identifier is not None and identifier not in self._line_of:
            self._awaited.setdefault(identifier, []).append((node.line, node.column))
        return identifier
