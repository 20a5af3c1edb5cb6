"""Typed access to a node: the value where it is right, a problem with its place where it is not."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

from bazhanov_cli.dataset.nodes import Entries, Items, Node, Scalar, describe
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.errors import DateError
from bazhanov_cli.folding import fold

Choice = TypeVar("Choice", bound=StrEnum)

LARGEST_ID = 2**53 - 1  # the largest whole number that every reader of JSON keeps exactly
ENTRY_ID = re.compile(r"\w[\w.'-]*")
YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_LONGEST_SHOWN = 40


class Shape(NamedTuple):
    """The keys that one kind of mapping may have, and those that it must have."""

    what: str
    keys: Collection[str]
    required: tuple[str, ...] = ()
    elsewhere: Mapping[str, str] = {}
    """Keys that stand inside another one, and which that is."""


class Fields:
    """The entries of one mapping, whose keys must be those of its shape."""

    def __init__(self, node: Node, shape: Shape, problems: Problems) -> None:
        self.node = node
        self._what = shape.what
        self._problems = problems
        self._entries: dict[str, Node] = {}
        self._is_misspelt = False
        if not isinstance(node, Entries):
            advice = "; put a blank after its ':'" if _lacks_a_blank(node) else _example_of(shape)
            message = f"{shape.what} must be a mapping of keys, not {describe(node)}{advice}"
            self.refuse(node, message)
            return
        self._entries = node.entries
        for key in node.entries:
            if key not in shape.keys:
                self._refuse_key(node.keys[key], shape)
        missing = [repr(key) for key in shape.required if key not in node.entries]
        if missing:
            self.refuse_missing(" and ".join(missing))

    def _refuse_key(self, key: Scalar, shape: Shape) -> None:
        self._is_misspelt = True
        value = self._entries[key.text]
        if key.text in shape.elsewhere:
            advice = f"; write it inside {shape.elsewhere[key.text]!r}"
        elif isinstance(value, Scalar) and not value.text and " " in key.text:
            advice = "; between braces, a text that holds a comma must stand in quotes"
        else:
            advice = self._problems.did_you_mean(key.text, shape.keys)
            advice = advice or f"; {shape.what} may have {', '.join(shape.keys)}"
        self.refuse(key, f"unknown key {shown(key.text)}{advice}")

    def refuse_missing(self, keys: str) -> None:
        """Note that keys are missing, unless an unknown key may stand for one of them."""
        if not self._is_misspelt:
            self.refuse(self.node, f"{self._what} needs {keys}")

    def refuse(self, node: Node, message: str) -> None:
        """Note a problem at a node."""
        self._problems.add(node.line, node.column, message)

    def warn(self, node: Node, message: str) -> None:
        """Note at a node what is allowed and yet probably a slip."""
        self._problems.warn(node.line, node.column, message)

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        return self._entries.get(key)

    def at(self, key: str) -> Node:
        """The node under a key, or else the whole mapping: a place for a problem."""
        return self._entries.get(key, self.node)

    def text(self, key: str, default: str = "") -> str:
        """The text under a key, without the line breaks at its end; it must not be empty."""
        node = self._entries.get(key)
        return default if node is None else self.text_of(node, key)

    def text_of(self, node: Node, key: str) -> str:
        """The text of a node under a key, which must be a scalar that says something."""
        if not isinstance(node, Scalar):
            quotes = "; a text that contains ': ' stands in quotes"
            advice = quotes if isinstance(node, Entries) else ""
            self.refuse(node, f"{key!r} must be a text, not {describe(node)}{advice}")
            return ""
        text = node.text.rstrip("\n")
        if not text or text.isspace() or not (text.isprintable() or fold(text).strip()):
            self.refuse(node, f"{key!r} is empty; write a text or delete the key")
        return text

    def nodes(self, key: str) -> list[Node]:
        """The items of the list under a key; a single value may stand without a list."""
        node = self._entries.get(key)
        if node is None:
            return []
        if isinstance(node, Items):
            return node.items
        if isinstance(node, Scalar) and not node.text:
            self.refuse(node, f"{key!r} is empty; write a list or delete the key")
            return []
        return [node]

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts of the list under a key."""
        return tuple([self.text_of(node, key) for node in self.nodes(key)])

    def date(self, key: str) -> HistoricalDate | None:
        """The EDTF date under a key."""
        node = self._entries.get(key)
        if node is not None and (dates := bare_brackets(node)):
            self.refuse(node, f'write "[{dates}]" in quotes, or YAML takes the brackets for a list')
            return None
        text = self.text(key)
        if not text:
            return None
        try:
            return parse_edtf(text)
        except DateError as error:
            self.refuse(self._entries[key], str(error))
            return None

    def yes(self, key: str) -> bool:
        """Whether the answer under a key is yes."""
        node = self._entries.get(key)
        if node is None:
            return False
        answer = YES.get(node.text.lower()) if isinstance(node, Scalar) else None
        if answer is None:
            self.refuse(node, f"{key!r} is answered with yes or no")
        return bool(answer)

    def choice(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of a closed set of words."""
        text = self.text(key)
        if not text:
            return None
        try:
            return choices(text)
        except ValueError:
            valid = [choice.value for choice in choices]
            advice = (
                self._problems.did_you_mean(text, valid) or f"; it is one of {', '.join(valid)}"
            )
            self.refuse(self._entries[key], f"unknown {key} {shown(text)}{advice}")
            return None

    def fact_id(self, key: str) -> int | None:
        """The id of a fact under a key."""
        node = self._entries.get(key)
        return None if node is None else self.fact_id_of(node, key)

    def fact_id_of(self, node: Node, key: str) -> int | None:
        """The id of a fact that a node under a key holds: a whole number from 1."""
        text = node.text if isinstance(node, Scalar) else ""
        if text.isascii() and text.isdigit() and len(text) <= 16 and 0 < int(text) <= LARGEST_ID:
            return int(text)
        found = shown(text) if text else describe(node)
        self.refuse(node, f"{key!r} must be the id of a fact, a whole number from 1, not {found}")
        return None

    def check_entry_id(self, key: Scalar, what: str) -> None:
        """Refuse a key that cannot be the id of what stands under it, typed as one word."""
        if not ENTRY_ID.fullmatch(key.text):
            words = "-".join(re.findall(r"\w+", key.text[:_LONGEST_SHOWN].lower()))
            advice = f"use letters, digits, hyphens and underscores{words and f', as {words!r}'}"
            self.refuse(key, f"{shown(key.text)} cannot be the id of {what}: {advice}")


def _lacks_a_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and re.match(r"\w+:\S", node.text) is not None


def _example_of(shape: Shape) -> str:
    keys = shape.required or tuple(shape.keys)[:1]
    examples = [f"'{key}: …'" for key in keys]
    return f"; write {' and '.join(examples)}" if examples else ""


def bare_brackets(node: Node) -> str:
    """What a date such as [1926..1928] holds that was written without quotes; else nothing."""
    only = node.items[0] if isinstance(node, Items) and len(node.items) == 1 else None
    return only.text if isinstance(only, Scalar) and ".." in only.text else ""


def shown(text: str) -> str:
    """A text of the writer's as a message quotes it, cut to a length for one line."""
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…")
