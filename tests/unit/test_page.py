"""The lines of a page."""

from __future__ import annotations

import io

import pytest
from rich.text import Text

from bazhanov_cli.render.output import Format, Output
from bazhanov_cli.render.terminal.page import Page


def page_of(width: int) -> Page:
    return Page(Output(io.StringIO(), Format.TABLE, is_terminal=True, colored=False, width=width))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("under the Attribution-ShareAlike licence", [
            "under the", "Attribution-", "ShareAlike licence",
        ]),
        ("Mogilev-Podolskiy-on-the-Dniester", ["Mogilev-Podolskiy-", "on-the-Dniester"]),
        ("Donaudampfschifffahrts-Kapitän", ["Donaudampfschifffa", "hrts-Kapitän"]),
        ("a well-known man", ["a well-known man"]),
    ],
)  # fmt: skip
def test_a_long_word_is_broken_after_its_hyphens_first(text: str, lines: list[str]) -> None:
    assert [line.plain for line in page_of(18).wrap(Text(text), 0)] == lines


def test_a_word_of_any_length_is_broken_at_once() -> None:
    lines = page_of(20).wrap(Text("a-b " + "x" * 200_000), 0)
    assert len(lines) == 10_001
