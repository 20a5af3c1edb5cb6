"""Which slips of the pen a typed answer is forgiven."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from bazhanov_cli.edit_distance import slips_between
from bazhanov_cli.quiz.answers.words import Word

_MOST_WORDS_IN_ANY_ORDER = 3


def forgiven(length: int) -> int:
    """The slips forgiven in so many letters: none up to 4, one up to 8, else two."""
    return 0 if length <= 4 else 1 if length <= 8 else 2


def slips(typed: Sequence[Word], expected: Sequence[Word]) -> int | None:
    """The slips that turn the expected words into the typed ones, in any order of a few words.

    None when they are too many, for one of the words or for all of them together.
    """
    length = sum(len(word.text) for word in expected)
    if abs(sum(len(word.text) for word in typed) - length) > forgiven(length):
        return None
    if len(typed) != len(expected):
        return _slips_when_joined(typed, expected)
    orders = permutations(typed) if len(typed) <= _MOST_WORDS_IN_ANY_ORDER else (tuple(typed),)
    counts = (_slips_in_order(order, expected) for order in orders)
    return min((count for count in counts if count is not None), default=None)


def _slips_in_order(typed: Sequence[Word], expected: Sequence[Word]) -> int | None:
    total = 0
    for word, right in zip(typed, expected, strict=True):
        count = _slips_in_word(word, right)
        if count is None:
            return None
        total += count
    return total if total <= forgiven(sum(len(word.text) for word in expected)) else None


def _slips_in_word(typed: Word, expected: Word) -> int | None:
    """None where the slips are too many, or where none may be made: in a number, in an acronym."""
    if typed.text == expected.text:
        return 0
    if typed.is_number or expected.is_number or expected.is_acronym:
        return None
    return _few_slips(typed.text, expected.text)


def _slips_when_joined(typed: Sequence[Word], expected: Sequence[Word]) -> int | None:
    """For a blank or a hyphen too many or too few, but not for an initial: "Perelachaise"."""
    if any(w.is_number or w.is_acronym or len(w.text) == 1 for w in (*typed, *expected)):
        return None
    return _few_slips("".join(w.text for w in typed), "".join(w.text for w in expected))


def _few_slips(typed: str, expected: str) -> int | None:
    most = forgiven(len(expected))
    count = slips_between(typed, expected, most)
    return count if count <= most else None
