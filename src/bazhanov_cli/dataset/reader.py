"""A whole dataset, as a stream: its entities, then its facts, then its header."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from bazhanov_cli.dataset.checked_text import CheckedText
from bazhanov_cli.dataset.fact_reader import FactReader
from bazhanov_cli.dataset.header_reader import HEADER_TEXTS, KIND_OF_SECTION, HeaderReader
from bazhanov_cli.dataset.nodes import Items, Node, Scalar, describe
from bazhanov_cli.dataset.problems import Problems, TooManyProblems, did_you_mean
from bazhanov_cli.dataset.yaml_reader import BrokenYaml, YamlReader
from bazhanov_cli.facts import Dataset, Entity, Fact, Sequence

ABOVE_FACTS = (*HEADER_TEXTS, "topics", "eras", "sources", *KIND_OF_SECTION)
SECTIONS = (*ABOVE_FACTS, "facts", "sequences")


def read_dataset(
    source: BinaryIO, problems: Problems, most_bytes: int
) -> Iterator[Entity | Fact | Dataset]:
    """Yield what a dataset holds, in file order and the header last, noting every problem.

    Nothing is kept but the entities and the ids of facts, so memory does not grow with the texts.
    """
    try:
        yield from _Reading(CheckedText(source, most_bytes), problems).parts()
    except (BrokenYaml, TooManyProblems):
        return


class _Reading:
    def __init__(self, text: CheckedText, problems: Problems) -> None:
        self._yaml = YamlReader(text, problems)
        self._problems = problems
        self._header = HeaderReader(problems)
        self._facts: FactReader | None = None
        self._sequences: list[Sequence] = []

    def parts(self) -> Iterator[Entity | Fact | Dataset]:
        begun = False
        for key, value in self._yaml.sections(streamed="facts"):
            begun = True
            if key.text == "facts":
                yield from self._header.header.entities.values()
                yield from self._read_facts(value)
            elif not isinstance(value, Iterator):
                self._read_section(key, value)
        if not begun:
            return
        if self._facts is None:
            if not self._problems.errors:
                self._problems.add(1, 1, "there are no facts: write them under the key 'facts:'")
            return
        self._facts.finish()
        yield self._header.header.dataset(tuple(self._sequences))

    def _read_facts(self, value: Node | Iterator[Node]) -> Iterator[Fact]:
        self._header.finish()
        self._facts = reader = FactReader(self._header.header, self._problems)
        if not isinstance(value, Iterator):
            message = f"'facts' must be a list of facts, not {describe(value)}"
            self._problems.add(value.line, value.column, message)
            return
        count = 0
        for node in value:
            count += 1
            fact = reader.read(node)
            if fact is not None:
                yield fact
        if not count:
            self._problems.add(1, 1, "the list of facts is empty")

    def _read_section(self, key: Scalar, node: Node) -> None:
        if key.text not in SECTIONS:
            advice = (
                did_you_mean(key.text, SECTIONS) or f"; a dataset may have {', '.join(SECTIONS)}"
            )
            self._problems.add(key.line, key.column, f"unknown key {key.text!r}{advice}")
        elif key.text == "sequences":
            self._read_sequences(key, node)
        elif self._facts is not None:
            message = f"{key.text!r} must stand above 'facts', which refer to it"
            self._problems.add(key.line, key.column, message)
        else:
            self._header.read(key, node)

    def _read_sequences(self, key: Scalar, node: Node) -> None:
        if self._facts is None:
            self._problems.add(key.line, key.column, "'sequences' must stand below 'facts'")
            return
        if not isinstance(node, Items):
            message = f"'sequences' must be a list, not {describe(node)}"
            self._problems.add(node.line, node.column, message)
            return
        found = (self._facts.sequence(item) for item in node.items)
        self._sequences += [sequence for sequence in found if sequence]
