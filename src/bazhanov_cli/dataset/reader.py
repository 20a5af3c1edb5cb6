"""A whole dataset, as a stream: its entities, then its facts, then its header."""

from __future__ import annotations

from collections.abc import Iterator

from bazhanov_cli.dataset.checked_text import CheckedText, FileTooLarge, Progress
from bazhanov_cli.dataset.fact_reader import FactReader
from bazhanov_cli.dataset.fields import shown
from bazhanov_cli.dataset.header_reader import HEADER_TEXTS, KIND_OF_SECTION, HeaderReader
from bazhanov_cli.dataset.nodes import Items, Node, Scalar, describe
from bazhanov_cli.dataset.problems import Problems, TooManyProblems
from bazhanov_cli.dataset.source import MEBIBYTE, Source, most_bytes, unreadable
from bazhanov_cli.dataset.yaml_reader import BrokenYaml, YamlReader
from bazhanov_cli.errors import DatasetError
from bazhanov_cli.facts import Dataset, Entity, Fact, Sequence

ABOVE_FACTS = (*HEADER_TEXTS, "topics", "eras", "sources", *KIND_OF_SECTION)
SECTIONS = (*ABOVE_FACTS, "facts", "sequences")


def read_dataset(
    source: Source, problems: Problems, progress: Progress | None = None
) -> Iterator[Entity | Fact | Dataset]:
    """Yield what a dataset holds, in file order and the header last, noting every problem.

    Nothing is kept but the header and the ids of facts, so memory does not grow with the texts.
    Raises DatasetError when the file cannot be read, or is larger than the limit.
    """
    limit = most_bytes()
    try:
        with source.open() as stream:
            yield from _Reading(CheckedText(stream, limit, progress), problems).parts()
    except (BrokenYaml, TooManyProblems):
        return
    except FileTooLarge:
        advice = "BAZHANOV_MAX_MIB raises the limit"
        size = f"{round(limit / MEBIBYTE, 3):g} MiB"
        raise DatasetError(f"{source.name!r} is larger than {size}; {advice}") from None
    except OSError as error:
        raise DatasetError(unreadable(source.name, error)) from None


class _Reading:
    def __init__(self, text: CheckedText, problems: Problems) -> None:
        self._yaml = YamlReader(text, problems)
        self._problems = problems
        self._header = HeaderReader(problems)
        self._facts: FactReader | None = None
        self._sequences: list[Sequence] = []

    def parts(self) -> Iterator[Entity | Fact | Dataset]:
        for key, value in self._yaml.sections(streamed="facts"):
            if key.text == "facts":
                yield from self._read_facts(key, value)
            elif not isinstance(value, Iterator):
                self._read_section(key, value)
        if self._facts is not None:
            self._facts.finish()
            yield self._header.header.dataset(tuple(self._sequences))
        elif not self._problems.errors:
            self._problems.add(1, 1, "there are no facts: write them under the key 'facts:'")

    def _read_facts(self, key: Scalar, value: Node | Iterator[Node]) -> Iterator[Entity | Fact]:
        self._header.finish()
        yield from self._header.header.entities.values()
        self._facts = reader = FactReader(self._header.header, self._problems)
        if not isinstance(value, Iterator):
            message = f"'facts' must be a list of facts, not {describe(value)}"
            self._refuse(value, f"{message}; begin each fact with '- id: …'")
            return
        is_empty = True
        for node in value:
            is_empty = False
            fact = reader.read(node)
            if fact is not None:
                yield fact
        if is_empty:
            self._refuse(key, "the list of facts is empty")

    def _read_section(self, key: Scalar, node: Node) -> None:
        section = key.text
        if section not in SECTIONS:
            advice = self._problems.did_you_mean(section, SECTIONS)
            advice = advice or f"; a dataset may have {', '.join(SECTIONS)}"
            self._refuse(key, f"unknown key {shown(section)}{advice}")
        elif section == "sequences":
            self._read_sequences(key, node)
        elif self._facts is not None:
            self._refuse(key, f"{section!r} must stand above 'facts'")
        else:
            self._header.read(key, node)

    def _read_sequences(self, key: Scalar, node: Node) -> None:
        if self._facts is None:
            self._refuse(key, "'sequences' must stand below 'facts'")
        elif not isinstance(node, Items):
            message = f"'sequences' must be a list, not {describe(node)}"
            self._refuse(node, f"{message}; begin each with '- items:'")
        else:
            found = [self._facts.sequence(item) for item in node.items]
            self._sequences = [sequence for sequence in found if sequence]

    def _refuse(self, node: Node, message: str) -> None:
        self._problems.add(node.line, node.column, message)
