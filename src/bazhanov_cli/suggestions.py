"""The known words that are most like an unknown one."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest
from itertools import islice

from bazhanov_cli.folding import fold

MOST_KNOWN = 5_000
LONGEST_WORD = 100
_LEAST_LIKENESS = 0.6


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words nearest to a mistyped one, the best first; case and accents do not count.

    Of the known words the first 5,000 are looked at, and of every word the first 100 letters.
    """
    likeness_to = _Likeness(fold(word[:LONGEST_WORD]))
    spelt: dict[str, str] = {}
    for candidate in islice(known, MOST_KNOWN):
        spelt.setdefault(fold(candidate[:LONGEST_WORD]), candidate)
    likeness = {folded: likeness_to(folded) for folded in spelt}
    best = nlargest(most, likeness, key=likeness.__getitem__)
    return tuple(spelt[folded] for folded in best if likeness[folded] >= _LEAST_LIKENESS)


class _Likeness:
    """How like a word is to others, from 0 to 1: the share of letters that both have in order.

    All places of the word are compared with a letter at once, as bits of one number (Hyyrö 2004),
    so that a comparison takes as many steps as the other word has letters.
    """

    def __init__(self, word: str) -> None:
        self._length = len(word)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(word):
            self._places[letter] = self._places.get(letter, 0) | 1 << place

    def __call__(self, other: str) -> float:
        total = self._length + len(other)
        if 2 * min(self._length, len(other)) < _LEAST_LIKENESS * total:
            return 0.0
        return 2 * self._letters_in_common(other) / total if total else 0.0

    def _letters_in_common(self, other: str) -> int:
        """The length of the longest common subsequence: the bits that are no longer set."""
        everywhere = free = (1 << self._length) - 1
        for letter in other:
            matches = free & self._places.get(letter, 0)
            free = (free + matches | free - matches) & everywhere
        return self._length - free.bit_count()
