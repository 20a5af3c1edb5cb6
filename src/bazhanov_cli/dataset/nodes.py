"""The three shapes of YAML, each with its place in the file: every scalar is a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Scalar:
    """A text as it was written, whatever YAML would make of it."""

    line: int
    column: int
    text: str


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    items: list[Node]


@dataclass(slots=True)
class Entries:
    """A mapping whose keys are texts, none of them twice."""

    line: int
    column: int
    entries: dict[str, Node]
    keys: dict[str, Scalar]


Node = Scalar | Items | Entries


def describe(node: Node) -> str:
    """What the writer has put there, in plain words."""
    if isinstance(node, Scalar):
        return "a text" if node.text else "nothing"
    return "a list" if isinstance(node, Items) else "a mapping of keys"
