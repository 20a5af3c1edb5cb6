"""YAML events to nodes with their places: the only file that imports yaml.

A builder over the parser's events, because PyYAML's own loaders keep the last of two equal keys in
silence, turn `1923`, `no` and `12:30` into something else, and crash on deep nesting. What a
dataset does not need is refused: anchors, aliases, tags, further documents, nesting past 20.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml  # noqa: TID253 - this module is itself imported only to compile a dataset

from bazhanov_cli.dataset.checked_text import CheckedText, UnreadableText, forbidden_character
from bazhanov_cli.dataset.nodes import Entries, Items, Node, Scalar
from bazhanov_cli.dataset.problems import Problems

DEEPEST = 20

_Parser: Any = getattr(yaml, "CParser", None) or yaml.SafeLoader
_LIKELY_CAUSES = {
    "mapping values are not allowed": "a text that contains ': ' must stand in quotes",
    "found character '\\t'": "indent with blanks, not with tabs",
    "found character that cannot start any token": "a text that begins with @, `, % or a tab must "
    "stand in quotes, and lines are indented with blanks",
    "could not find expected ':'": "did you forget the ':' after a key, or to indent the line?",
    "expected <block end>": "is the line indented like its neighbours?",
    "did not find expected key": "is the line indented like its neighbours, every quote closed?",
    "did not find expected '-' indicator": "every item of a list begins with '- '",
    "found unexpected end of stream": "a quote or a bracket is not closed",
    "did not find expected ',' or": "a bracket is not closed, or a comma is missing",
}


class BrokenYaml(Exception):  # noqa: N818 - the problem is already noted; reading cannot go on
    """The file cannot be read any further."""


class YamlReader:
    """The top-level mapping of one document, entry by entry, so that a long list streams."""

    def __init__(self, text: CheckedText, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._parser = _Parser(text)
        self._depth = 0
        self._ended: Any = None

    def sections(self, streamed: str) -> Iterator[tuple[Scalar, Node | Iterator[Node]]]:
        """Yield each key with its value; the list under `streamed` as an iterator of its items."""
        if not self._start_document():
            return
        seen: dict[str, Scalar] = {}
        while not self._at(yaml.MappingEndEvent):
            key = self._key(seen)
            if key is None:
                continue
            if key.text == streamed and self._at(yaml.SequenceStartEvent):
                yield key, self._stream()
            else:
                yield key, self._node(self._next())
        self._next()
        self._end_document()

    def _start_document(self) -> bool:
        self._next()
        if self._at(yaml.StreamEndEvent):
            return self._refuse_start(
                1, 1, "the file is empty; 'bazhanov new FILE' writes an example"
            )
        self._next()
        event = self._next()
        if isinstance(event, yaml.MappingStartEvent):
            self._check_plain(event)
            return True
        place = event.start_mark
        empty = isinstance(event, yaml.ScalarEvent) and not event.value
        message = (
            "the file is empty; 'bazhanov new FILE' writes an example"
            if empty
            else "a dataset is a mapping with keys such as 'title:' and 'facts:'"
        )
        return self._refuse_start(place.line + 1, place.column + 1, message)

    def _refuse_start(self, line: int, column: int, message: str) -> bool:
        self._problems.add(line, column, message)
        return False

    def _end_document(self) -> None:
        self._next()
        if not self._at(yaml.StreamEndEvent):
            self._note(self._peek(), "a second document begins here; a dataset is one document")

    def _key(self, seen: dict[str, Scalar]) -> Scalar | None:
        """Read a key; None, with its value read over, where it may not stand."""
        event = self._next()
        if not isinstance(event, yaml.ScalarEvent):
            self._note(event, "a key must be a text")
            self._node(event)
            self._node(self._next())
            return None
        key = self._scalar(event)
        earlier = seen.setdefault(key.text, key)
        if earlier is not key:
            message = f"the key {key.text!r} stands twice; the first is on line {earlier.line}"
            self._problems.add(key.line, key.column, message)
            self._node(self._next())
            return None
        return key

    def _stream(self) -> Iterator[Node]:
        self._check_plain(self._next())
        while not self._at(yaml.SequenceEndEvent):
            yield self._node(self._next())
        self._next()

    def _node(self, event: Any) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent):
            self._note(event, f"the alias '*{event.anchor}' is not read; write the text out")
            return Scalar(mark.line + 1, mark.column + 1, "")
        self._check_plain(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self._note(event, f"nested deeper than {DEEPEST} levels")
            raise BrokenYaml
        if isinstance(event, yaml.SequenceStartEvent):
            node: Node = Items(mark.line + 1, mark.column + 1, self._items())
        else:
            node = self._entries(mark)
        self._depth -= 1
        return node

    def _items(self) -> list[Node]:
        items = []
        while not self._at(yaml.SequenceEndEvent):
            items.append(self._node(self._next()))
        self._next()
        return items

    def _entries(self, mark: Any) -> Entries:
        keys: dict[str, Scalar] = {}
        entries: dict[str, Node] = {}
        while not self._at(yaml.MappingEndEvent):
            key = self._key(keys)
            if key is not None:
                entries[key.text] = self._node(self._next())
        self._next()
        return Entries(mark.line + 1, mark.column + 1, entries, keys)

    def _scalar(self, event: Any) -> Scalar:
        self._check_plain(event)
        mark, text = event.start_mark, event.value
        if (
            event.style == '"'
        ):  # only there can an escape such as \x1b bring in what the file did not show
            problem = forbidden_character(text)
            if problem:
                self._note(event, problem)
                text = ""
        return Scalar(mark.line + 1, mark.column + 1, text)

    def _check_plain(self, event: Any) -> None:
        if event.anchor is not None:
            self._note(event, f"the anchor '&{event.anchor}' is not read; delete it")
        if event.tag is not None:
            self._note(event, f"the tag {event.tag!r} is not read; delete it")

    def _note(self, event: Any, message: str) -> None:
        self._problems.add(event.start_mark.line + 1, event.start_mark.column + 1, message)

    def _at(self, kind: type[Any]) -> bool:
        return isinstance(self._peek(), kind)

    def _peek(self) -> Any:
        if self._ended is None:
            self._ended = self._advance()
        return self._ended

    def _next(self) -> Any:
        event, self._ended = self._peek(), None
        return event

    def _advance(self) -> Any:
        try:
            event = self._parser.get_event()
        except UnreadableText as error:
            self._problems.add(error.line, error.column, error.message)
            raise BrokenYaml from None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self._problems.add(line, column, _explain(error))
            raise BrokenYaml from None
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            self._problems.add(1, 1, f"this is not YAML: {' '.join(str(error).split())}")
            raise BrokenYaml from None
        self._text.token_ended()
        return event


def _explain(error: yaml.MarkedYAMLError) -> str:
    problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
    likely = next((cause for sign, cause in _LIKELY_CAUSES.items() if sign in problem), None)
    return f"this is not YAML: {problem}{f'; {likely}' if likely else ''}"
