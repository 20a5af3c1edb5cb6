"""Numbers of things in words."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 fact`, `2 facts`, `1,000 facts`."""
    return f"{number:,} {plural(number, noun)}"


def plural(number: int, noun: str) -> str:
    """The noun for so many things: `fact`, `facts`."""
    return noun if number == 1 else f"{noun}s"
