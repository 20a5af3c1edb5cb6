"""Words of a query that the dataset does not hold, and what they may be slips of."""

from __future__ import annotations

from itertools import chain, islice, product
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.edit_distance import slips_between
from bazhanov_cli.romanisation import romanised, sound_key

if TYPE_CHECKING:
    from bazhanov_cli.library.search_index import SearchIndex
    from bazhanov_cli.search.query import Query, Term, Words
    from bazhanov_cli.stems import Stemmer

_SHORTEST, _LONGEST = 3, 40
_LONGEST_WITH_ONE_SLIP = 5
_SHORTEST_HEARD = 5
_HEARD_ALIKE = ("ct", "fp", "hkx", "ijy", "vw")  # first letters of one sound
_MOST_NEAREST = 3
_MOST_ROWS = 8
_MOST_MENDED = 5  # words of a query; a text of many unknown words is not worth the time


class Spelling(NamedTuple):
    """A query in words of the dataset.

    `corrected` are words that it does not hold, each with what was taken for it, `unknown` those
    for which there is nothing.
    """

    query: Query
    corrected: dict[str, tuple[Words, ...]]
    unknown: tuple[str, ...]


def corrected(query: Query, index: SearchIndex, stem: Stemmer) -> Spelling:
    """Put the nearest words of the dataset in place of those that it does not hold.

    Neither a phrase in quotes nor an excluded word is ever changed.
    """
    terms = [term for group in query.groups for term in group if not (term.prefix or term.dates)]
    missing = [
        (word, term) for term in terms for word in term.words if not index.words_of_stem(stem(word))
    ]
    if not missing:
        return Spelling(query, {}, ())
    mended = dict.fromkeys(word for word, term in missing if not term.quoted)
    found = {word: nearest_words(word, index) for word in islice(mended, _MOST_MENDED)}
    taken = {word: near for word, near in found.items() if near}
    groups = tuple(
        tuple(other for term in group for other in _respelt(term, taken)) for group in query.groups
    )
    unknown = dict.fromkeys(word for word, _ in missing if word not in taken)
    return Spelling(query._replace(groups=groups), taken, tuple(unknown))


def _respelt(term: Term, taken: dict[str, tuple[Words, ...]]) -> list[Term]:
    if term.quoted or taken.keys().isdisjoint(term.words):
        return [term]
    choices = (taken.get(word, ((word,),)) for word in term.words)
    rows = islice(product(*choices), _MOST_ROWS)
    return [term._replace(words=tuple(chain.from_iterable(row))) for row in rows]


def nearest_words(word: str, index: SearchIndex) -> tuple[Words, ...]:
    """The words of the dataset nearest to a folded word, at most three, all as far from it.

    Where there are none, those that sound the same, or else the two words that it is made of.

    One slip (a letter more, less, other, or two changed about) is allowed in a word of up to five
    letters, two in a longer one; the first letter must be right. No number is a slip of another.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or _has_digit(word):
        return ()
    most = 1 if len(word) <= _LONGEST_WITH_ONE_SLIP else 2
    near: dict[int, list[str]] = {}
    for known in index.words_beginning(word[0], len(word) - most, len(word) + most):
        slips = slips_between(word, known, most)
        if slips <= most and not _has_digit(known):
            near.setdefault(slips, []).append(known)
    if near:
        return tuple((known,) for known in sorted(near[min(near)])[:_MOST_NEAREST])
    return _heard(word, index) or _halves(word, index)


def _heard(word: str, index: SearchIndex) -> tuple[Words, ...]:
    """The words that sound like another, as Trotskii does like Trockij; the nearest at most."""
    if len(word) < _SHORTEST_HEARD:
        return ()
    sound, first = sound_key(word), romanised(word)[:1]
    firsts = next((letters for letters in _HEARD_ALIKE if first in letters), first)
    alike = [
        known
        for letter in firsts
        for known in index.words_beginning(letter, len(word) // 2, 2 * len(word))
        if sound_key(known) == sound
    ]
    alike.sort(key=lambda known: (slips_between(word, known, len(word)), known))
    return tuple((known,) for known in alike[:_MOST_NEAREST])


def _halves(word: str, index: SearchIndex) -> tuple[Words, ...]:
    places = range(_SHORTEST, len(word) - _SHORTEST + 1)
    pairs = [(word[:place], word[place:]) for place in places]
    known = index.known_words(half for pair in pairs for half in pair)
    return tuple(pair for pair in pairs if known.issuperset(pair))[:1]


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))
