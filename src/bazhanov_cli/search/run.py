"""A query put to a library: the facts that match, best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def hits_with(library: Library, search: Search, scores: Mapping[int, float]) -> Iterator[Hit]:
    """The hits of ids with their scores, in this order."""
    return (Hit(fact, scores[fact.id], search.groups) for fact in library.facts_listed(scores))


def ranked(library: Library, search: Search, selection: Selection) -> dict[int, float]:
    """The ids of the selected facts that match, best first, each with its score.

    Facts that say every word as it was typed, or have an event on every date, come before those
    that match by another form, a whole alias or a topic, and these before those that match by part
    of a name; parts of an alias count where nothing else is found. Within each kind, bm25 ranks.
    """
    if not (search.groups or search.excluded):
        return {}
    most = library.fact_count
    limit = most if selection.limit is None else min(selection.limit, most)
    index = SearchIndex(library.rows)
    excluded = [meaning.named for meaning in search.excluded]
    exact, broad, named, loose = (
        all_of(any_of(getattr(meaning, width) for meaning in group) for group in search.groups)
        for width in ("exact", "broad", "named", "loose")
    )
    scores: dict[int, float] = {}
    for base, expression in ((2, exact), (1, broad), (0, named)):
        if len(scores) < limit:
            for identifier, rank in index.find(without(expression, excluded), selection, limit):
                scores.setdefault(identifier, _score(rank, base))
    # What is left out or filtered away was found all the same: to look further would add facts.
    if not scores and not index.find(named, Selection(), limit=1):
        found = index.find(without(loose, excluded), selection, limit)
        scores = {identifier: _score(rank, 0) for identifier, rank in found}
    return dict(islice(scores.items(), limit))


def _score(rank: float, base: float) -> float:
    """A bm25 rank (0 or less, less is better) as a score from `base` to `base + 1`."""
    return round(base - rank / (1 - rank), 9)
