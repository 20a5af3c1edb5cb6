"""What a terminal is told above and below a list."""

from __future__ import annotations

import pytest

from bazhanov_cli.library.selection import Selection
from bazhanov_cli.render.listing import MOST_COUNTED, listing

MORE = MOST_COUNTED + 1


@pytest.mark.parametrize(
    ("limit", "matching", "facts", "head", "foot"),
    [
        (None, 18, 18, "18 facts", ""),
        (None, 1, 1, "1 fact", ""),
        (None, 8, 18, "8 of 18 facts", ""),
        (8, 8, 18, "8 of 18 facts", ""),
        (2, 8, 18, "8 of 18 facts", "2 of 8 shown; --limit 8 shows all"),
        (20, 5_000, 5_000, "5,000 facts", "20 of 5,000 shown; --limit 5000 shows all"),
        (20, MORE, 5_000, "more than 1,000 of 5,000 facts", "20 shown, more match"),
        (None, MORE, 5_000, "more than 1,000 of 5,000 facts", ""),
        (3_000, 3_001, 5_000, "more than 1,000 of 5,000 facts", "3,000 shown, more match"),
    ],
)
def test_only_what_is_counted_is_told(
    limit: int | None, matching: int, facts: int, head: str, foot: str
) -> None:
    around = listing(Selection(limit=limit), matching, facts)
    assert around.head == head
    assert around.foot.partition("; --limit N")[0] == foot
