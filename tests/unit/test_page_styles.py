"""The styles of a page, on the palettes and backgrounds that terminals have."""

from __future__ import annotations

import pytest
from rich.style import Style

from bazhanov_cli.facts import EntityKind
from bazhanov_cli.render.terminal.page import STYLES

# The sixteen colours of xterm (XTerm-col.ad) and of the VGA text mode.
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
VGA = (
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa"
    " 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
)
LEGIBLE = 3.0
"""What WCAG 2 asks of large text and of signs."""


@pytest.mark.parametrize("palette", [XTERM, VGA], ids=["xterm", "vga"])
@pytest.mark.parametrize("background", ["000000", "ffffff"])
@pytest.mark.parametrize("name", STYLES)
def test_every_style_can_be_read_on_black_and_on_white(
    name: str, background: str, palette: str
) -> None:
    color = Style.parse(STYLES[name]).color
    if color is not None:
        assert color.number is not None
        assert contrast(palette.split()[color.number], background) > LEGIBLE


def test_a_running_text_has_two_colours_at_most() -> None:
    colors = {Style.parse(STYLES[kind.value]).color for kind in EntityKind}
    assert len(colors - {None}) <= 2


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 reckons it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    """How light a colour is, from 0 to 1."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
