"""How old the subject of a dataset was at an event, as precisely as both dates allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.timeline.days import full_years

if TYPE_CHECKING:
    from bazhanov_cli.facts import Event, Subject


_WIDEST = 10
"""An age of which no more is known than so many years says nothing."""


class Age(NamedTuple):
    """Completed years, from `least` to `most`; None where the event has no known bound there.

    `at_birth` is true of the birth itself, of which nobody says an age.
    """

    least: int | None
    most: int | None
    approximate: bool = False
    at_birth: bool = False


def age_at(event: Event, subject: Subject | None) -> Age | None:
    """The subject's age at an event, or None without a birth, before it or after the death.

    Nor is there one that is known only to within more than ten years.
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
    if least is not None and most is not None and most - least > _WIDEST:
        return None
    at_birth = not event.context and (date.earliest, date.latest) == (born.earliest, born.latest)
    return Age(least, most, born.approximate or date.approximate, at_birth)
