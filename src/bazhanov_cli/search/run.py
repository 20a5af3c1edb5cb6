"""A query put to a library: the facts that match, best first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.library.search_index import SearchIndex, all_of, any_of, without
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.search.hits import Hit
from bazhanov_cli.search.meaning import Meaning, look_up, names_around
from bazhanov_cli.search.query import parse_query
from bazhanov_cli.search.spelling import Spelling, corrected
from bazhanov_cli.stems import stemmer

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library

_SAID_SCORE = 1.0


class Search(NamedTuple):
    """A query as it is read in one dataset: its terms looked up, and how its words are spelt there.

    A fact must match one meaning of every group, and none of the excluded.
    """

    spelling: Spelling
    groups: tuple[tuple[Meaning, ...], ...]
    excluded: tuple[Meaning, ...]


def read_search(library: Library, text: str) -> Search:
    """Read what a person typed, in the words of a library."""
    language = library.dataset.language
    index, stem = SearchIndex(library.rows), stemmer(language)
    spelling = corrected(parse_query(text, language), index, stem)
    query = spelling.query
    names = names_around(query)
    groups = tuple(
        tuple(look_up(term, index, stem, names.get(term, ())) for term in group)
        for group in query.groups
    )
    return Search(spelling, groups, tuple(look_up(term, index, stem) for term in query.excluded))


def find(library: Library, search: Search, selection: Selection) -> Iterator[Hit]:
    """The selected facts that match, best first, `selection.limit` at most.

    Facts that say every word as it was typed, or have an event on every date, come before those
    that match by another form, a whole alias or a topic; parts of a name count where nothing else
    is found. Within each kind, bm25 ranks.
    """
    if not (search.groups or search.excluded):
        return
    most = library.fact_count
    limit = most if selection.limit is None else min(selection.limit, most)
    index = SearchIndex(library.rows)
    excluded = [meaning.broad for meaning in search.excluded]
    exact, broad, loose = (
        all_of(any_of(getattr(meaning, width) for meaning in group) for group in search.groups)
        for width in ("exact", "broad", "loose")
    )
    said = index.find(without(exact, excluded), selection, limit)
    scores = {identifier: _score(rank, _SAID_SCORE) for identifier, rank in said}
    widths = [broad]
    # What is left out or filtered away was found all the same: to look further would add facts.
    if not scores and not index.find(broad, Selection(), limit=1):
        widths.append(loose)
    for expression in widths:
        if len(scores) < limit:
            for identifier, rank in index.find(without(expression, excluded), selection, limit):
                scores.setdefault(identifier, _score(rank))
    for fact in library.facts_listed(islice(scores, limit)):
        yield Hit(fact, scores[fact.id], search.groups)


def _score(rank: float, base: float = 0) -> float:
    """A bm25 rank (0 or less, less is better) as a score from `base` to `base + 1`."""
    return round(base - rank / (1 - rank), 9)
