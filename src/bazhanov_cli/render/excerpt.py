"""The parts of a long text that are worth showing: those around what matches in it."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_WHOLE = 500
"""Texts of up to so many characters are always shown whole."""

_AROUND = 120
_MOST_PARTS = 3

Span = tuple[int, int]


def excerpt(text: str, matches: Sequence[Span]) -> list[Span]:
    """The stretches of a text to show, in order, each from one blank to another.

    A text without matches is shown from its beginning.
    """
    if len(text) <= LONGEST_WHOLE:
        return [(0, len(text))]
    if not matches:
        return [(0, _blank_before(text, LONGEST_WHOLE))]
    parts: list[Span] = []
    for first, last in matches:
        start = _blank_after(text, first - _AROUND, first)
        end = _blank_before(text, last + _AROUND, last)
        if parts and start <= parts[-1][1] + 1:
            parts[-1] = parts[-1][0], max(end, parts[-1][1])
        elif len(parts) < _MOST_PARTS:
            parts.append((start, end))
    return parts


def _blank_after(text: str, place: int, latest: int) -> int:
    """The beginning of the first word after a place."""
    if place <= 0:
        return 0
    blank = text.find(" ", place, latest)
    return place if blank < 0 else blank + 1


def _blank_before(text: str, place: int, earliest: int = 0) -> int:
    """The end of the last word before a place."""
    if place >= len(text):
        return len(text)
    blank = text.rfind(" ", earliest, place)
    return place if blank < 0 else blank
