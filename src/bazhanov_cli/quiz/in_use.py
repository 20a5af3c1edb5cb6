"""The cards that a dataset still has a question for; others may remain from an older version."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import groupby, islice
from typing import TYPE_CHECKING

from bazhanov_cli.library.sampling import facts_among
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.quiz.memory.cards import Card, CardKey
from bazhanov_cli.quiz.memory.store import key_of_facet
from bazhanov_cli.quiz.questions.facets import Facet, facets_of

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.quiz.memory.store import Memory

EVERY_FACT = Selection()
_BATCH = 200


def facets_by_card(
    library: Library, facts: Iterable[int], selection: Selection = EVERY_FACT
) -> dict[CardKey, Facet]:
    """All that can be asked of some facts, those left out that are gone or not in a selection."""
    subject = library.dataset.subject
    return {
        key_of_facet(facet): facet
        for fact in facts_among(library, facts, selection)
        for facet in facets_of(fact, subject.id if subject else None)
    }


def cards_in_use(
    cards: Iterable[Card],
    library: Library,
    selection: Selection = EVERY_FACT,
    facts: Collection[int] = (),
) -> Iterator[tuple[Card, Facet]]:
    """Those of some cards whose facet is still there, in their order.

    Its fact is in the selection, and one of `facts` if there are any. The cards are read in
    batches, no more than are asked for, as there may be very many.
    """
    left = (card for card in cards if not facts or card.key.fact in facts)
    while batch := list(islice(left, _BATCH)):
        facets = facets_by_card(library, (card.key.fact for card in batch), selection)
        yield from ((card, facets[card.key]) for card in batch if card.key in facets)


def next_due(
    memory: Memory,
    library: Library,
    selection: Selection = EVERY_FACT,
    facts: Collection[int] = (),
) -> tuple[date, int] | None:
    """The next day on which some card will be due, and how many then; None where none will."""
    ahead = (card.due for card, _ in cards_in_use(memory.ahead(), library, selection, facts))
    return next(((day, len(list(cards))) for day, cards in groupby(ahead)), None)
