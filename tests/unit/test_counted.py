"""Numbers of things in words."""

from __future__ import annotations

import pytest

from bazhanov_cli.render.counted import counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 facts"), (1, "1 fact"), (2, "2 facts"), (10_000, "10,000 facts")]
)
def test_a_noun_agrees_with_its_number_and_thousands_are_parted(number: int, words: str) -> None:
    assert counted(number, "fact") == words
