"""What is said on stderr of a real terminal."""

from __future__ import annotations

import sys

import pytest

from support.terminals import shown, without_escapes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX terminal")

MESSAGES = (
    ("show", "eight"),
    ("list", "--about", "Stallin"),
    ("search", "--explain", "9 august 1923", "-Beria"),
    ("search", "Stalin", "Beria"),
)


@pytest.mark.parametrize("columns", [20, 40, 80])
@pytest.mark.parametrize("arguments", MESSAGES)
def test_a_message_is_folded_by_words(arguments: tuple[str, ...], columns: int) -> None:
    text, _ = shown(*arguments, size=(24, columns), BAZHANOV_PAGER="cat")
    lines = without_escapes(text).splitlines()
    assert max(map(len, lines)) <= columns
    if columns == 20:
        assert any(line.startswith("  ") for line in lines[1:]), "what goes on is set in"
