"""The pages of the timeline, letter by letter, at three widths.

To accept pages that were changed on purpose, run these tests with BAZHANOV_ACCEPT_PAGES=1 and read
the difference before committing it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.command_line import bazhanov

GOLDEN = Path(__file__).parents[1] / "golden" / "timeline"
ANTIQUITY = str(Path(__file__).parents[1] / "data" / "antiquity.yaml")

PAGES = {
    "facts": ["timeline"],
    "brief": ["timeline", "--brief", "--all"],
    "chart": ["timeline", "--chart"],
    "chart-all": ["timeline", "--chart", "--all"],
    "period": ["timeline", "--all", "--from", "1923-06", "--to", "1930"],
    "today": ["today", "2030-12-31", "--days", "10"],
    "antiquity": ["timeline", "--data", ANTIQUITY],
    "antiquity-chart": ["timeline", "--chart", "--all", "--data", ANTIQUITY],
}
LOOKS = {
    "": ["--color", "never"],
    "-colour": ["--color", "always"],
    "-ascii": ["--color", "never"],
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("columns", [40, 80, 140])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_as_it_was_accepted(page: str, columns: int, look: str) -> None:
    encoding = "ascii" if look == "-ascii" else "utf-8"
    result = bazhanov(*PAGES[page], *LOOKS[look], columns=columns, encoding=encoding)
    file = GOLDEN / f"{page}-{columns}{look}.txt"
    if os.environ.get("BAZHANOV_ACCEPT_PAGES"):
        file.write_text(result.out, encoding="utf-8", newline="\n")
    assert result.code == 0
    assert result.out == file.read_text(encoding="utf-8")


def test_no_accepted_page_is_left_over() -> None:
    expected = {f"{page}-{columns}{look}.txt" for page in PAGES for columns in (40, 80, 140)
                for look in LOOKS}  # fmt: skip
    assert {file.name for file in GOLDEN.iterdir()} == expected
