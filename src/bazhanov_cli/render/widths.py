"""How many columns of a terminal a text takes, as Rich counts them."""

from __future__ import annotations

from collections.abc import Iterator

_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"

# Narrow by themselves, and wide as the emoji that a variation selector makes of them.
_WIDENED = frozenset(
    "#*0123456789©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢☣☦☪☮☯☸☹☺♀♂♟♠♣♥♦♨♻♾"
    "⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖✝✡✳✴❄❇❣❤➡⤴⤵⬅⬆⬇🅰🅱🅾🅿🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍"
    "🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳"
)
_SKIN_TONES = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_JAMO_THAT_JOIN = frozenset(map(chr, (*range(0x1160, 0x1200), *range(0xD7B0, 0xD800))))
_WITHOUT_WIDTH = frozenset(("Mn", "Me", "Mc", "Cf", "Cc", "Zl", "Zp"))
_VISIBLE_FORMATS = frozenset(
    "\xad\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
)


def cell_width(text: str) -> int:
    """The columns that a text takes: two for East Asian letters and emoji, none for accents."""
    if text.isascii() and text.isprintable():
        return len(text)
    width, measured, is_joined = 0, "", False
    for letter in text:
        if is_joined or letter == _JOINER:
            is_joined = not is_joined
        elif letter == _AS_EMOJI:
            width += measured in _WIDENED
            measured = ""
        elif size := _letter_width(letter):
            width, measured = width + size, letter
    return width


def clusters(text: str) -> Iterator[str]:
    """The parts of a text that no line may break: a letter with all that is joined to it."""
    cluster = ""
    for letter in text:
        if cluster and not cluster.endswith(_JOINER) and _letter_width(letter):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _letter_width(letter: str) -> int:
    from unicodedata import category, east_asian_width

    kind = category(letter)
    if kind in _WITHOUT_WIDTH and letter not in _VISIBLE_FORMATS:
        return 0
    if letter in _SKIN_TONES or letter in _JAMO_THAT_JOIN:
        return 0
    # Letters that are newer than Python's tables are those of scripts, or emoji.
    is_wide = letter > "\U0001f000" if kind == "Cn" else east_asian_width(letter) in "WF"
    return 1 + is_wide
