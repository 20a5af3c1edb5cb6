"""The words of an unfinished command line, as a shell reads them."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word as it was typed, and what the shell makes of it."""

    raw: str
    text: str


# What a backslash keeps from having a meaning between quotation marks; elsewhere, anything.
_ESCAPED_IN_DOUBLE = '"\\$`\n'
_ESCAPED_IN_SINGLE = "'\\"


def split_line(line: str, *, fish: bool = False) -> list[Word]:
    """The words of a line up to the cursor; the last, which may be empty, is the one being typed.

    A quotation that is not closed yet goes on to the end. In fish a backslash also escapes the
    quote between single quotes; bash and zsh know no escape there.
    """
    words: list[Word] = []
    raw: list[str] = []
    text: list[str] = []
    quote = ""
    escaped = False
    for letter in line:
        if escaped:
            text.append(letter if _loses_backslash(letter, quote) else f"\\{letter}")
            escaped = False
        elif letter == "\\" and (quote != "'" or fish):
            escaped = True
        elif quote:
            if letter == quote:
                quote = ""
            else:
                text.append(letter)
        elif letter in "'\"":
            quote = letter
        elif letter.isspace():
            if raw:
                words.append(Word("".join(raw), "".join(text)))
            raw, text = [], []
            continue
        else:
            text.append(letter)
        raw.append(letter)
    return [*words, Word("".join(raw), "".join(text))]


def _loses_backslash(letter: str, quote: str) -> bool:
    if quote == '"':
        return letter in _ESCAPED_IN_DOUBLE
    return quote != "'" or letter in _ESCAPED_IN_SINGLE
