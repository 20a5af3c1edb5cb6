"""The life of the subject: what begins and ends it, and which dates it rules out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bazhanov_cli.dates.historical import HistoricalDate
from bazhanov_cli.quiz.questions.facets import Facet
from bazhanov_cli.quiz.questions.material import Material

_LONGEST_DOUBT = 100 * 365
"""Days that a wrong birth or death may lie from the right one, and be believed."""

_NEAREST = 3


def is_birth_or_death(date: HistoricalDate, material: Material) -> bool:
    """Whether a date is that of the birth or the death of the subject."""
    subject = material.dataset.subject
    return subject is not None and (_is_on(date, subject.born) or _is_on(date, subject.died))


def possible_dates(
    dates: Iterable[HistoricalDate], facet: Facet, material: Material
) -> list[HistoricalDate]:
    """Those of some dates at which the event of a facet may have been, by the subject's life.

    What is the subject's own lies between birth and death. The birth comes before all of it and the
    death after it, and of the dates that are left to these only the nearest could be believed.
    """
    subject, event = material.dataset.subject, facet.event
    if subject is None or event is None or event.date is None or event.context:
        return list(dates)
    own = list(_other_own_dates(event.date, material))
    if _is_on(event.date, subject.born):
        left = [date for date in dates if not any(one.is_strictly_before(date) for one in own)]
        return _nearest(left, event.date)
    if _is_on(event.date, subject.died):
        left = [date for date in dates if not any(date.is_strictly_before(one) for one in own)]
        return _nearest(left, event.date)
    return [
        date
        for date in dates
        if (subject.born is None or subject.born.is_strictly_before(date))
        and (subject.died is None or date.is_strictly_before(subject.died))
    ]


def _is_on(date: HistoricalDate, other: HistoricalDate | None) -> bool:
    return other is not None and date.bounds == other.bounds


def _other_own_dates(date: HistoricalDate, material: Material) -> Iterator[HistoricalDate]:
    """The dates of all events of the subject's own, but for those of this date."""
    for fact in material.facts:
        for event in fact.events:
            if event.date and not event.context and event.date != date:
                yield event.date


def _nearest(dates: Iterable[HistoricalDate], right: HistoricalDate) -> list[HistoricalDate]:
    """The nearest dates on either side, those too far away to be believed left out."""
    near = [date for date in dates if _days_between(date, right) < _LONGEST_DOUBT]
    near.sort(key=lambda date: (_days_between(date, right), date.edtf))
    earlier = [date for date in near if date.is_strictly_before(right)]
    later = [date for date in near if right.is_strictly_before(date)]
    return [*earlier[:_NEAREST], *later[:_NEAREST]]


def _days_between(one: HistoricalDate, other: HistoricalDate) -> int:
    if one.earliest is None or other.earliest is None:
        return 0
    return abs(one.earliest.ordinal - other.earliest.ordinal)
