"""Typed answers that are dates, in every common form."""

from __future__ import annotations

import re

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.typed import read_day_of_year, read_typed_date, typed_date_readings
from bazhanov_cli.dates.words import date_in_words
from bazhanov_cli.errors import DateError
from bazhanov_cli.quiz.answers.words import words_of
from bazhanov_cli.quiz.question import Judgement, Question, Verdict

_COARSER = {
    Precision.DAY: (Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE),
    Precision.MONTH: (Precision.SEASON, Precision.YEAR, Precision.DECADE),
    Precision.SEASON: (Precision.YEAR, Precision.DECADE),
    Precision.YEAR: (Precision.DECADE, Precision.CENTURY),
    Precision.DECADE: (Precision.CENTURY,),
}
_TWO_DIGIT_YEAR = re.compile(r"(.*[\s./-]|)['’]?(\d\d)")
_BEST_FIRST = (Verdict.EXACT, Verdict.CLOSE, Verdict.PARTIAL, Verdict.WRONG)


def judge_date(question: Question, typed: str) -> Judgement:
    """Judge a typed date by the days that it may stand for, not by how it is written.

    A date like 09/08/1923 is read in the way that suits the answer.
    """
    if question.date is None:
        raise ValueError("the question does not ask for a date")
    given = [word.text for word in words_of(typed)]
    if given and any(given == [w.text for w in words_of(s)] for s in question.accepted):
        return Judgement(Verdict.EXACT)
    try:
        readings = typed_date_readings(typed)
    except DateError as error:
        return Judgement(Verdict.INVALID, str(error))
    if not readings:
        return _judge_without_year(question.date, typed)
    judged = [_judge_reading(question.date, reading, typed) for reading in readings]
    return min(judged, key=lambda judgement: _BEST_FIRST.index(judgement.verdict))


def _judge_reading(expected: HistoricalDate, given: HistoricalDate, typed: str) -> Judgement:
    words = date_in_words(given)
    read_as = f"read as {words}" if words != typed.strip() else ""
    if given.bounds == expected.bounds or _is_start_of_open(given, expected):
        return Judgement(Verdict.EXACT, read_as)
    if expected.precision is Precision.INTERVAL:
        return _judge_part_of_interval(expected, given, read_as)
    if given.precision in _COARSER.get(expected.precision, ()) and _contains(given, expected):
        return Judgement(Verdict.PARTIAL, f"{words} is right, but which {expected.precision}?")
    if expected.precision in _COARSER.get(given.precision, ()) and _contains(expected, given):
        return Judgement(Verdict.CLOSE, f"the {expected.precision} is right")
    return Judgement(Verdict.WRONG, read_as)


def _judge_part_of_interval(
    expected: HistoricalDate, given: HistoricalDate, read_as: str
) -> Judgement:
    ends = [end for end in (expected.start, expected.end) if end]
    if not expected.one_of and any(given.bounds == end.bounds for end in ends):
        return Judgement(Verdict.PARTIAL, "that is one end of it: from when to when?")
    return Judgement(Verdict.WRONG, read_as)


def _judge_without_year(expected: HistoricalDate, typed: str) -> Judgement:
    """A short year, "9.8.23", or none at all, "9 August"."""
    if (completed := _with_century(expected, typed)) is not None:
        return _judge_reading(expected, completed, typed)
    day = expected.earliest
    if expected.precision is Precision.DAY and day is not None:
        try:
            given = read_day_of_year(typed)
        except DateError as error:
            return Judgement(Verdict.INVALID, str(error))
        if given is not None:
            # To ask a wrong day for its year would tell nothing else than that the day is wrong.
            right = given == (day.month, day.day)
            return (
                Judgement(Verdict.PARTIAL, "of which year?") if right else Judgement(Verdict.WRONG)
            )
    return Judgement(Verdict.INVALID, "that is no date: write it as 1923, August 1923 or 9.8.1923")


def _with_century(expected: HistoricalDate, typed: str) -> HistoricalDate | None:
    short = _TWO_DIGIT_YEAR.fullmatch(typed.strip())
    year = expected.earliest.year if expected.earliest else 0
    if short is None or year < 1000:
        return None
    try:
        return read_typed_date(f"{short[1]}{year // 100}{short[2]}")
    except DateError:
        return None


def _is_start_of_open(given: HistoricalDate, expected: HistoricalDate) -> bool:
    """Whether an open date ("from 1930") is answered with the one end it has."""
    ends = [end for end in (expected.start, expected.end) if end]
    return len(ends) == 1 and not expected.one_of and given.bounds == ends[0].bounds


def _contains(whole: HistoricalDate, part: HistoricalDate) -> bool:
    return (
        part.earliest is not None
        and part.latest is not None
        and whole.covers(part.earliest)
        and whole.covers(part.latest)
    )
