"""Compiled datasets for tests, in memory."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bazhanov_cli.dataset.source import file_source, packaged_source
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.opening import open_library


@cache
def packaged_library() -> Library:
    """The packaged dataset."""
    return open_library(packaged_source(), None, 0.0)


def library_of(text: str) -> Library:
    """The dataset of a YAML text."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "test.yaml")
        file.write_text(text, encoding="utf-8")
        return open_library(file_source(file), None, 0.0)
