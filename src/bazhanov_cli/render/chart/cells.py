"""How wide a text is in a terminal, and its lines that fit a width."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORDS = re.compile(r"\S+\s*")


def cell_width(text: str) -> int:
    """The columns that a text takes: two for wide East Asian characters, none for accents."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(letter) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(letter) in "WF")
        for letter in text
    )


def fold_cells(text: str, width: int) -> list[str]:
    """The lines of a text, at most `width` columns wide; a word that is longer is broken."""
    return fold_words(_WORDS.findall(text), width)


def fold_words(words: Iterable[str], width: int) -> list[str]:
    """The lines of words that bring their own blanks, none of them broken unless it must be."""
    lines, line = [], ""
    for word in words:
        if line and cell_width(line + word.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += word
        while cell_width(line.rstrip()) > width:
            cut = _longest_start(line, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() else lines or [""]


def _longest_start(text: str, width: int) -> int:
    """How many characters fit the width; one, where not even that does."""
    end = 1
    while end < len(text) and cell_width(text[: end + 1]) <= width:
        end += 1
    return end
