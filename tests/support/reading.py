"""Datasets for tests, read from a text or from bytes."""

from __future__ import annotations

import io

from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.dataset.reader import read_dataset
from bazhanov_cli.dataset.source import Source
from bazhanov_cli.facts import Dataset, Entity, Fact


def source_of(content: str | bytes, name: str = "test.yaml") -> Source:
    """A dataset that is no file, and whose content may change unseen."""
    data = content.encode() if isinstance(content, str) else content
    return Source(name, lambda: io.BytesIO(data), f"/{name}", len(data), "", 0.0)


def parts_of(content: str | bytes) -> tuple[list[Entity | Fact | Dataset], list[str]]:
    """What a dataset holds, and its problems as `line:column: message`."""
    problems = Problems()
    parts = list(read_dataset(source_of(content), problems))
    return parts, [problem.describe("").removeprefix(":") for problem in problems]


def problems_of(content: str | bytes) -> list[str]:
    """The problems of a dataset, as `line:column: message`."""
    return parts_of(content)[1]


def facts_of(content: str | bytes) -> list[Fact]:
    """The facts of a dataset that has no problems, not even warnings."""
    parts, problems = parts_of(content)
    assert problems == []
    return [part for part in parts if isinstance(part, Fact)]


def header_of(content: str | bytes) -> Dataset:
    """The header of a dataset that has no problems, not even warnings."""
    parts, problems = parts_of(content)
    assert problems == []
    header = parts[-1]
    assert isinstance(header, Dataset)
    return header
