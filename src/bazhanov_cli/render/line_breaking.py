"""Texts in several styles: how wide they are, and their lines that fit a width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from bazhanov_cli.render.widths import cell_width, clusters

Segment = tuple[str, str]
"""A text and the name of its style."""

Line = list[Segment]

Measure = Callable[[str], float]
"""The width of a text, in columns or in pixels."""

_WORDS = re.compile(r"\S+\s*")


def line_width(line: Iterable[Segment], measure: Measure = cell_width) -> float:
    """The width of a line of segments."""
    return sum(measure(text) for text, _ in line)


def folded(label: Sequence[Segment], width: float, measure: Measure = cell_width) -> Iterator[Line]:
    """A label in lines of at most that width, every character in its style."""
    text = "".join(part for part, _ in label)
    styles = [style for part, style in label for _ in part]
    end = 0
    for line in fold_words(_WORDS.findall(text), width, measure):
        start = text.index(line, end)
        end = start + len(line)
        yield merged(list(zip(line, styles[start:end], strict=True)))


def fold_words(words: Iterable[str], width: float, measure: Measure = cell_width) -> Iterator[str]:
    """The lines of words that bring their own blanks; only one wider than a line is broken."""
    line = ""
    for word in words:
        if line and measure(line + word.rstrip()) > width:
            yield line.rstrip()
            line = ""
        line += word
        while measure(line.rstrip()) > width:
            cut = _longest_start(line, width, measure)
            cut = line.rfind("-", 1, cut) + 1 or cut
            yield line[:cut]
            line = line[cut:]
    if line.strip():
        yield line.rstrip()


def merged(cells: Iterable[Segment]) -> Line:
    """Neighbours of one style as one segment, without blanks at the end."""
    line = [
        ("".join(text for text, _ in group), style)
        for style, group in groupby(cells, key=lambda cell: cell[1])
    ]
    while line and not line[-1][0].strip():
        line.pop()
    return [*line[:-1], (line[-1][0].rstrip(), line[-1][1])] if line else []


def _longest_start(text: str, width: float, measure: Measure) -> int:
    """How many characters fit the width; those of one cluster, where not even that does."""
    end = 0
    for cluster in clusters(text):
        if end and measure(text[:end] + cluster) > width:
            break
        end += len(cluster)
    return end
