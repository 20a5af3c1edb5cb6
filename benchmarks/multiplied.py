"""Datasets of any size: the packaged facts over and over under new ids.

Full facts have all that the packaged ones have; plain ones have no notes, sources and questions,
which is what a dataset of a million facts looks like, and leaves us less to win against a loader
that keeps everything.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

# A file that was changed this short a time ago is compiled each time that it is read.
_SECONDS_UNTIL_TRUSTED = 3

PACKAGED = Path(__file__).parents[1] / "data" / "facts.yaml"

_LEFT_OUT_OF_PLAIN = r"(?ms)^    (?:see|notes|sources|questions):.*?(?=^    \w|\Z)"


def written(file: Path, number: int, *, full: bool = True) -> Path:
    """A dataset of so many facts, old enough for the cache to trust it."""
    above, blocks, below = _packaged_parts()
    if not full:
        blocks = [re.sub(_LEFT_OUT_OF_PLAIN, "", block) for block in blocks]
    parts = [block.partition("\n") for block in blocks]
    with file.open("w", encoding="utf-8") as stream:
        stream.write(above)
        for place in range(number):
            _, _, around = parts[place % len(parts)]
            stream.write(f"  - id: {place + 1}\n{around}")
        stream.write(below)
    time.sleep(_SECONDS_UNTIL_TRUSTED)
    return file


def _packaged_parts() -> tuple[str, list[str], str]:
    """The packaged dataset as text: what stands above its facts, each fact, what stands below."""
    above, facts, below = re.split(r"(?m)^(?:facts|sequences):\n", PACKAGED.read_text("utf-8"))
    blocks = re.split(r"(?m)^(?=  - id: )", re.sub(r"(?m)^ *#.*\n|^\n", "", facts))
    return f"{above}facts:\n", blocks[1:], f"sequences:\n{below}"
