"""How old the subject of a dataset was at an event, as precisely as both dates allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.timeline.days import full_years

if TYPE_CHECKING:
    from bazhanov_cli.facts import Event, Subject


class Age(NamedTuple):
    """Completed years, from `least` to `most`; None where the event has no known bound there."""

    least: int | None
    most: int | None
    approximate: bool = False


def age_at(event: Event, subject: Subject | None) -> Age | None:
    """The subject's age at an event, or None without a birth, before it or after the death.

    An event of the subject's own cannot have come before the birth; one that is only context has
    no age as soon as it may have.
    """
    born, died = (subject.born, subject.died) if subject else (None, None)
    date = event.date
    if date is None or born is None or born.earliest is None or born.latest is None:
        return None
    if date.is_strictly_before(born) or (died and died.is_strictly_before(date)):
        return None
    if event.context and (date.earliest is None or date.earliest < born.earliest):
        return None
    least = date.earliest and max(0, full_years(born.latest, date.earliest))
    most = date.latest and max(0, full_years(born.earliest, date.latest))
    if most is not None and died and died.latest:
        most = min(most, full_years(born.earliest, died.latest))
    return Age(least, most, born.approximate or date.approximate)
