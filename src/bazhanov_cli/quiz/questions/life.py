"""The life of the subject: what begins and ends it, and which dates it rules out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.facts import Subject
from bazhanov_cli.quiz.questions.facets import Facet

if TYPE_CHECKING:
    from bazhanov_cli.quiz.questions.material import Material

_LONGEST_DOUBT = 100 * 365
"""Days that a wrong birth or death may lie from the right one, and be believed."""


def is_birth_or_death(date: HistoricalDate, subject: Subject | None) -> bool:
    """Whether a date is that of the birth or the death of the subject."""
    return subject is not None and (_is_on(date, subject.born) or _is_on(date, subject.died))


def possible_dates(
    dates: Iterable[HistoricalDate], facet: Facet, material: Material
) -> list[HistoricalDate]:
    """Those of some dates at which the event of a facet may have been, by the subject's life.

    What is the subject's own lies between birth and death. The birth comes before all of it and the
    death after it, and the dates that are left to these are not too far away to be believed.
    """
    subject, right = material.dataset.subject, facet.date
    if subject is None or right is None or not _is_own(facet):
        return list(dates)
    own = list(_other_own_dates(right, material))
    believed = (date for date in dates if days_between(date, right) < _LONGEST_DOUBT)
    if _is_on(right, subject.born):
        return [date for date in believed if not any(one.is_strictly_before(date) for one in own)]
    if _is_on(right, subject.died):
        return [date for date in believed if not any(date.is_strictly_before(one) for one in own)]
    return [
        date
        for date in dates
        if (subject.born is None or subject.born.is_strictly_before(date))
        and (subject.died is None or date.is_strictly_before(subject.died))
    ]


def days_between(one: HistoricalDate, other: HistoricalDate) -> int:
    """How far apart two dates begin; nothing where one has no known beginning."""
    if one.earliest is None or other.earliest is None:
        return 0
    return abs(one.earliest.ordinal - other.earliest.ordinal)


def _is_own(facet: Facet) -> bool:
    """Whether a facet asks for a date of the subject's own, as far as its fact tells."""
    events = (facet.event,) if facet.event else facet.fact.events
    return not events or not all(event.context for event in events)


def _is_on(date: HistoricalDate, other: HistoricalDate | None) -> bool:
    return other is not None and date.bounds == other.bounds


def _other_own_dates(date: HistoricalDate, material: Material) -> Iterator[HistoricalDate]:
    """The dates of all events of the subject's own, but for those of this date."""
    for fact in material.facts:
        for event in fact.events:
            if event.date and not event.context and event.date != date:
                yield event.date
