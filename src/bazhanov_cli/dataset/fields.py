"""Typed access to a node: the value where it is right, a problem with its place where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from bazhanov_cli.dataset.nodes import Entries, Items, Node, Scalar, describe
from bazhanov_cli.dataset.problems import Problems, did_you_mean
from bazhanov_cli.dates.edtf import parse_edtf
from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.errors import DateError

Choice = TypeVar("Choice", bound=StrEnum)

LARGEST_ID = 2**53 - 1  # the largest whole number that every reader of JSON keeps exactly
_ID = re.compile(r"\w[\w.'-]*")
_YES = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


class Fields:
    """The entries of one mapping, whose keys must be among those it may have."""

    def __init__(
        self,
        node: Node,
        what: str,
        keys: Iterable[str],
        problems: Problems,
        required: Iterable[str] = (),
    ) -> None:
        self.node = node
        self.problems = problems
        self._what = what
        self._entries: dict[str, Node] = {}
        if not isinstance(node, Entries):
            self.refuse(node, f"{what} must be a mapping of keys, not {describe(node)}")
            return
        valid = tuple(keys)
        for key, value in node.entries.items():
            if key in valid:
                self._entries[key] = value
            else:
                advice = did_you_mean(key, valid) or f"; {what} may have {', '.join(valid)}"
                self.refuse(node.keys[key], f"unknown key {key!r}{advice}")
        for key in required:
            if key not in node.entries:
                self.refuse(node, f"{what} needs the key {key!r}")

    def refuse(self, node: Node, message: str) -> None:
        """Note a problem at a node."""
        self.problems.add(node.line, node.column, message)

    def warn(self, node: Node, message: str) -> None:
        """Note at a node what is allowed and yet probably a slip."""
        self.problems.add(node.line, node.column, message, warning=True)

    def get(self, key: str) -> Node | None:
        """The node under a key."""
        return self._entries.get(key)

    def text(self, key: str, default: str = "") -> str:
        """The text under a key, without the line breaks at its end; it must not be empty."""
        node = self._entries.get(key)
        return default if node is None else self.text_of(node, f"{key!r}")

    def text_of(self, node: Node, what: str) -> str:
        """The text of a node, which must be a scalar that says something."""
        if not isinstance(node, Scalar):
            self.refuse(node, f"{what} must be a text, not {describe(node)}")
            return ""
        text = node.text.rstrip("\n")
        if not text.strip():
            self.refuse(node, f"{what} is empty; write a text or delete the key")
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
        return tuple(self.text_of(node, f"an item of {key!r}") for node in self.nodes(key))

    def date(self, key: str) -> HistoricalDate | None:
        """The EDTF date under a key."""
        node = self._entries.get(key)
        return None if node is None else self.date_of(node)

    def date_of(self, node: Node) -> HistoricalDate | None:
        """The EDTF date that a node holds."""
        text = self.text_of(node, "a date")
        if not text:
            return None
        try:
            return parse_edtf(text)
        except DateError as error:
            self.refuse(node, str(error))
            return None

    def yes(self, key: str) -> bool:
        """Whether the answer under a key is yes."""
        node = self._entries.get(key)
        if node is None:
            return False
        answer = _YES.get(node.text.lower()) if isinstance(node, Scalar) else None
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
            advice = did_you_mean(text, valid) or f"; it is one of {', '.join(valid)}"
            self.refuse(self._entries[key], f"unknown {key} {text!r}{advice}")
            return None

    def whole_number(self, key: str) -> int | None:
        """The id of a fact under a key."""
        node = self._entries.get(key)
        return None if node is None else self.whole_number_of(node, f"{key!r}")

    def whole_number_of(self, node: Node, what: str) -> int | None:
        """The id of a fact that a node holds: a whole number from 1."""
        text = node.text if isinstance(node, Scalar) else ""
        if text.isascii() and text.isdigit() and len(text) <= 16 and 0 < int(text) <= LARGEST_ID:
            return int(text)
        found = repr(text[:40]) if text else describe(node)
        self.refuse(node, f"{what} must be the id of a fact, a whole number from 1, not {found}")
        return None


def check_id(fields: Fields, node: Node, identifier: str, what: str) -> bool:
    """Refuse an id that could not be typed as one word."""
    if _ID.fullmatch(identifier):
        return True
    fields.refuse(
        node, f"{identifier[:40]!r} cannot be the id of {what}: use letters, digits and hyphens"
    )
    return False
