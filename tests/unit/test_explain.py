"""How `search --explain` says what a query was read as."""

from __future__ import annotations

import pytest

from bazhanov_cli.search.explain import explain
from bazhanov_cli.search.run import read_search
from support.libraries import library_of

FORMS = library_of(
    "id: forms\ntitle: Forms\nfacts:\n"
    "  - {id: 1, text: In May he connects what was connected by a connection of connections.}\n"
    "  - {id: 2, text: In June he went on connecting.}"
)

OTHERS = "'connected', 'connecting', 'connection', 'connections', 'connects'"
WRITTEN = "'9 8 1923', '9 august 1923', 'august 9 1923', '9 aug 1923', 'aug 9 1923'"


@pytest.mark.parametrize(
    ("query", "lines"),
    [
        ("may OR june", ["must match 'may' or 'june'"]),
        ('"in may"', ["must match 'in may'"]),
        ("a-plan*", ["must match words that begin with 'a plan'"]),
        ("connect", [f"must match 'connect' (also {OTHERS})"]),
        ("the may of", ["must match 'may'", "left aside: the, of"]),
        ("may -june", ["must match 'may'", "must not match 'june'"]),
        (
            "9/8/1923",
            [f"must match an event dated 9 August 1923 or 8 September 1923, or {WRITTEN}, …"],
        ),
    ],
)
def test_each_condition_is_one_line(query: str, lines: list[str]) -> None:
    assert list(explain(read_search(FORMS, query))) == lines
