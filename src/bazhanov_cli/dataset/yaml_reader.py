"""YAML events to nodes with their places: the only file that imports yaml.

A builder over the parser's events, because PyYAML's own loaders keep the last of two equal keys in
silence, turn `1923`, `no` and `12:30` into something else, and crash on deep nesting. What a
dataset does not need is refused: anchors, aliases, tags, further documents, nesting past 20.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

# This module is itself imported only to compile a dataset.
import yaml  # noqa: TID253
from yaml.events import (  # noqa: TID253
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bazhanov_cli.dataset.checked_text import CheckedText, UnreadableText, forbidden_character
from bazhanov_cli.dataset.nodes import Entries, Items, Node, Scalar
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.yaml_mistakes import explain, place

DEEPEST = 20
LONGEST_TEXT = 50_000
MOST_VALUES_OF_A_FACT = 100_000
MOST_VALUES_OF_A_SECTION = 5_000_000
MOST_UNREAD = 500_000
"""So many characters, and the parser has still found nothing but one text or one comment."""

# The parser of libyaml where PyYAML was built with it, and else the one in Python.
Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_EMPTY = "the file is empty; 'bazhanov new FILE' writes an example"
_NO_MAPPING = "a dataset is a mapping with keys such as 'title:' and 'facts:'"


class BrokenYaml(Exception):
    """The file cannot be read any further; the problem has been noted."""


class YamlReader:
    """The top-level mapping of one document, entry by entry, so that a long list streams."""

    def __init__(self, text: CheckedText, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._depth = 0
        self._whole: Any = None
        self._most_values = self._values = 0
        self._parser: Any = None
        self._last: Any = None

    def sections(self, streamed: str) -> Iterator[tuple[Scalar, Node | Iterator[Node]]]:
        """Yield each key with its value; the list under `streamed` as an iterator of its items.

        Raises BrokenYaml where the file cannot be read any further.
        """
        if not self._start_document():
            return
        seen: dict[str, Scalar] = {}
        while type(event := self._next()) is not MappingEndEvent:
            self._begin(event, MOST_VALUES_OF_A_SECTION)
            key = self._key(event, seen)
            value = self._next()
            if key is None:
                self._node(value)
            elif key.text == streamed and type(value) is SequenceStartEvent:
                yield key, self._stream(value)
            else:
                yield key, self._node(value)
        self._next()
        if type(event := self._next()) is not StreamEndEvent:
            self._refuse(event, "a second document begins here; a dataset is one document")

    def _start_document(self) -> bool:
        self._next()
        if type(self._next()) is StreamEndEvent:
            self._problems.add(1, 1, _EMPTY)
            return False
        event = self._next()
        if type(event) is MappingStartEvent:
            self._check_bare(event)
            return True
        is_empty = type(event) is ScalarEvent and not event.value
        self._refuse(event, _EMPTY if is_empty else _NO_MAPPING)
        return False

    def _key(self, event: Any, seen: dict[str, Scalar]) -> Scalar | None:
        """A key, kept among those seen; None where it may not stand."""
        if type(event) is not ScalarEvent:
            self._refuse(event, "a key must be a text")
            self._node(event)
            return None
        key = self._scalar(event)
        earlier = seen.setdefault(key.text, key)
        if earlier is key:
            return key
        message = f"the key {key.text!r} stands twice; the first is on line {earlier.line}"
        self._refuse(event, message)
        return None

    def _stream(self, start: Any) -> Iterator[Node]:
        self._check_bare(start)
        while type(event := self._next()) is not SequenceEndEvent:
            self._begin(event, MOST_VALUES_OF_A_FACT)
            yield self._node(event)

    def _begin(self, event: Any, most_values: int) -> None:
        """Count anew: here begins what is in memory at once, a section or a fact."""
        self._whole, self._most_values, self._values = event, most_values, 0

    def _node(self, event: Any) -> Node:
        self._values += 1
        if self._values > self._most_values:
            message = f"more than {self._most_values:,} values in one piece; shorten its lists"
            self._give_up(self._whole, message)
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        mark = event.start_mark
        if kind is AliasEvent:
            self._refuse(
                event,
                f"the alias '*{event.anchor}' is not read; write it out, or put the text in quotes",
            )
            return Scalar(mark.line + 1, mark.column + 1, event.anchor)
        self._check_bare(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self._give_up(event, f"nested deeper than {DEEPEST} levels")
        if kind is SequenceStartEvent:
            node: Node = Items(mark.line + 1, mark.column + 1, self._items())
        else:
            node = Entries(mark.line + 1, mark.column + 1, *self._entries())
        self._depth -= 1
        return node

    def _items(self) -> list[Node]:
        items: list[Node] = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._node(event))
        return items

    def _entries(self) -> tuple[dict[str, Node], dict[str, Scalar]]:
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        while type(event := self._next()) is not MappingEndEvent:
            key = self._key(event, keys)
            node = self._node(self._next())
            if key is not None:
                entries[key.text] = node
        return entries, keys

    def _scalar(self, event: Any) -> Scalar:
        if event.anchor is not None or event.tag is not None:
            self._check_bare(event)
        mark, text = event.start_mark, event.value
        # Only there can an escape such as \x1b bring in what the bytes of the file did not show.
        if event.style == '"' and (problem := forbidden_character(text)):
            self._refuse(event, problem)
        if len(text) > LONGEST_TEXT and len(text.rstrip("\n")) > LONGEST_TEXT:
            advice = "shorten it, or close its quote"
            self._refuse(event, f"a text of more than {LONGEST_TEXT:,} characters; {advice}")
        return Scalar(mark.line + 1, mark.column + 1, text)

    def _check_bare(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(
                event,
                f"the anchor '&{event.anchor}' is not read; delete it, or put the text in quotes",
            )
        if event.tag is not None:
            self._refuse(
                event, f"the tag {event.tag!r} is not read; delete it, or put the text in quotes"
            )

    def _give_up(self, event: Any, message: str) -> NoReturn:
        self._refuse(event, message)
        raise BrokenYaml

    def _refuse(self, event: Any, message: str) -> None:
        self._problems.add(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _next(self) -> Any:
        try:
            if self._parser is None:
                self._parser = Parser(self)
            event = self._parser.get_event()
        except UnreadableText as error:
            self._problems.add(error.line, error.column, error.message)
        except yaml.MarkedYAMLError as error:
            self._refuse_yaml(place(error), explain(error, self._last))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._refuse_yaml(None, " ".join(str(error).split()))
        else:
            self._text.unread = 0
            self._last = event
            return event
        raise BrokenYaml

    def read(self, size: int = -1) -> str:
        """Give the parser more of the text, unless it finds no end of what it has."""
        if self._text.unread > MOST_UNREAD:
            mark = self._last.end_mark
            message = (
                f"only one text or comment for {MOST_UNREAD:,} characters from here; "
                "close its quote, or shorten the comment"
            )
            raise UnreadableText(mark.line + 1, mark.column + 1, message)
        return self._text.read(size)

    def _refuse_yaml(self, mark: Any, reason: str) -> None:
        mark = mark or (self._last and self._last.end_mark)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self._problems.add(line, column, f"this is not YAML: {reason}")
