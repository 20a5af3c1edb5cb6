"""The known words that are most like an unknown one."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from bazhanov_cli.folding import fold

_LONGEST_WORD = 100
_MOST_KNOWN = 5_000


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """The known words nearest to a mistyped one, the best first; case and accents do not count."""
    from difflib import get_close_matches

    spelt = {fold(candidate): candidate for candidate in islice(known, _MOST_KNOWN)}
    close = get_close_matches(fold(word[:_LONGEST_WORD]), list(spelt), n=most, cutoff=0.6)
    return tuple(spelt[match] for match in close)
