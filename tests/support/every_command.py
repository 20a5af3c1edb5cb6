"""Every command of the program, typed so that it finds something in either of two datasets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from support.command_line import bazhanov
from support.packaged import PACKAGED

ANTIQUITY = Path(__file__).parents[1] / "data" / "antiquity.yaml"

DATASETS = {"packaged": str(PACKAGED), "antiquity": str(ANTIQUITY)}
"""The one in Latin letters, the other with names in Greek, Arabic and Chinese as well."""

RECORDS = [
    ("list",),
    ("show", "1"),
    ("search", "in"),
    ("timeline",),
    ("index",),
    ("today", "1 January", "--days", "182"),
    ("random", "-n", "5", "--seed", "1"),
    ("quiz", "--dry-run", "--cram", "--seed", "1"),
    ("progress",),
]
"""The commands that take --format."""

EVERY_COMMAND = [(), *RECORDS, ("check",), ("completion", "zsh")]
"""All but those that ask or write: `quiz` and `new`."""


@cache
def whole(dataset: str, *line: str) -> str:
    """What this process writes for a command line on one of DATASETS."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BAZHANOV_DATA", DATASETS[dataset])
        return bazhanov(*line).out
