"""What a terminal is told around a list of facts: how many they are, and why each is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.library.selection import Selection
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.records import dated_words

if TYPE_CHECKING:
    from bazhanov_cli.facts import Fact

MOST_COUNTED = 1_000
"""What is more than this is not counted: a list must not wait for it."""


class Listing(NamedTuple):
    """The line above a list and the one below it: empty where there is nothing to say.

    `selection` is what was asked for.
    """

    head: str = ""
    foot: str = ""
    selection: Selection = Selection()

    def remarks(self, fact: Fact) -> list[str]:
        """The other events for which a fact is in the period, where its main event is not."""
        period, main = self.selection, fact.main_event
        if not (period.start or period.end) or (main and main.date and period.meets(main.date)):
            return []
        return [
            f"{dated_words(event)}: {event.label}" if event.label else dated_words(event)
            for event in fact.events
            if event.date and period.meets(event.date)
        ]


NOTHING_TO_SAY = Listing()


def listing(selection: Selection, matching: int, facts: int, how: str = "") -> Listing:
    """What to say of the facts of a selection: of so many that match, in a dataset of so many.

    What matches is counted to one past MOST_COUNTED or the limit, or is every fact. `how` tells
    the order.
    """
    most = matching if selection.limit is None else selection.limit
    is_counted = matching <= MOST_COUNTED or matching == facts
    number = f"{matching:,}" if is_counted else f"more than {MOST_COUNTED:,}"
    of_all = f"{number} of " if matching < facts else ""
    head = f"{of_all}{counted(facts, 'fact')}{how}"
    if most >= matching:
        return Listing(head, "", selection)
    if is_counted:
        return Listing(
            head, f"{most:,} of {matching:,} shown; --limit {matching} shows all", selection
        )
    return Listing(head, f"{most:,} shown, more match; --limit N shows more", selection)
