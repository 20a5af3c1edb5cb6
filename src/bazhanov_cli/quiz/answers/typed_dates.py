"""Typed answers that are dates, in every common form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.typed import day_of_year_readings, typed_date_readings
from bazhanov_cli.dates.words import date_in_words, year_in_words
from bazhanov_cli.errors import DateError
from bazhanov_cli.folding import fold_words
from bazhanov_cli.quiz.answers.date_refusals import how_to_write, is_without_year, why_refused
from bazhanov_cli.quiz.answers.sentences import Sentences
from bazhanov_cli.quiz.answers.words import same_words, words_of
from bazhanov_cli.quiz.question import Judgement, Question, Verdict

_COARSER = {
    Precision.DAY: (Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE),
    Precision.MONTH: (Precision.SEASON, Precision.YEAR, Precision.DECADE),
    Precision.SEASON: (Precision.YEAR, Precision.DECADE),
    Precision.YEAR: (Precision.DECADE, Precision.CENTURY),
    Precision.DECADE: (Precision.CENTURY,),
}
_FINE = {Precision.SEASON: 1, Precision.MONTH: 2, Precision.DAY: 2}
"""How much of a date of each precision lies within one year: 2 for its month, 1 for less."""
_WINTER_MONTHS = (12, 1, 2)
_PART_OF_YEAR = re.compile(
    r"(?:(?:at|by|until|till|in) )?(?:the )?(?:start|beginning|middle|end) of ", re.IGNORECASE
)
_TWO_DIGIT_YEAR_LAST = re.compile(r"(?!.*\d{3})(.*[\s./-]|)['’‘]?(\d\d)")
_TWO_DIGIT_YEAR_FIRST = re.compile(r"\d\d([./-])\d\d?\1\d\d?")
_TWO_DIGIT_YEARS = re.compile(
    r"(?:(?:from|in|during) )?['’‘]?(\d\d)\s?(?:[/–—-]|to|until)\s?['’‘]?(\d\d)"
)
_BEST_FIRST = (Verdict.EXACT, Verdict.CLOSE, Verdict.PARTIAL, Verdict.WRONG)


def judge_date(question: Question, date: HistoricalDate, typed: str) -> Judgement:
    """Judge a typed date by the days that it may stand for, not by how it is written.

    A date like 09/08/1923 is read in the way that suits the answer.
    """
    accepted = [words_of(spelling) for spelling in question.accepted]
    sentences = Sentences(question)
    ways = sentences.readings(words_of(typed))
    if any(way and same_words(way, words) for way in ways for words in accepted):
        return Judgement(Verdict.EXACT)
    refusal = how_to_write(_only_end(date) or date, typed)
    try:
        judged = _judged(date, typed, sentences.small)
    except DateError as error:
        judged, refusal = [], why_refused(error)
    best = min(judged, key=lambda judgement: _BEST_FIRST.index(judgement.verdict), default=None)
    return best or Judgement(Verdict.INVALID, refusal)


def is_meant(date: HistoricalDate, typed: str, small: frozenset[str]) -> bool:
    """Whether a typed date is exactly this one; words of `small` say nothing in it."""
    return Verdict.EXACT in _verdicts(date, typed, small)


def is_held(date: HistoricalDate, typed: str, small: frozenset[str]) -> bool:
    """Whether a typed date holds this one, as its year does, or is its day or month of a year."""
    if Verdict.PARTIAL in _verdicts(date, typed, small):
        return True
    year = date.earliest and year_in_words(date.earliest.year)
    is_right = {Verdict.EXACT, Verdict.PARTIAL}
    return is_without_year(typed) and not is_right.isdisjoint(
        _verdicts(date, f"{typed} {year}", small)
    )


def _verdicts(date: HistoricalDate, typed: str, small: frozenset[str]) -> set[Verdict]:
    try:
        return {judgement.verdict for judgement in _judged(date, typed, small)}
    except DateError:
        return set()


def _judged(expected: HistoricalDate, typed: str, small: frozenset[str]) -> list[Judgement]:
    """A judgement of each way to read the text; if there is none, of the text in fewer words."""
    refusals: list[DateError] = []
    for text in dict.fromkeys((typed, _in_fewer_words(expected, typed, small))):
        judged: list[Judgement] = []
        for judge_as in (_judge_day_of_year, _judge_dates):
            try:
                judged += judge_as(expected, text)
            except DateError as error:
                refusals.append(error)
        if judged:
            return judged
    if refusals:
        raise refusals[0]
    return []


def _in_fewer_words(expected: HistoricalDate, typed: str, small: frozenset[str]) -> str:
    words = [word for word in typed.split() if fold_words(word).strip() not in small]
    rest = " ".join(words)
    return _PART_OF_YEAR.sub("", rest) if expected.precision is Precision.YEAR else rest


def _judge_dates(expected: HistoricalDate, typed: str) -> Iterator[Judgement]:
    dates: list[HistoricalDate] = []
    refusals: list[DateError] = []
    for text in (typed, *_with_century(expected, typed)):
        try:
            dates += typed_date_readings(text)
        except DateError as error:
            refusals.append(error)
    if refusals and not dates:
        raise refusals[0]
    # Of two readings that are as wrong, the one in the precision that is asked gives the reason.
    dates.sort(key=lambda date: date.precision is not expected.precision)
    yield from (_judge_reading(expected, given, typed) for given in dates)


def _with_century(expected: HistoricalDate, typed: str) -> Iterator[str]:
    """The text with the century of the answer before a year of two digits, at its end or start."""
    year = expected.earliest.year if expected.earliest else 0
    if year >= 1000:
        century, written = year // 100, typed.strip(" .")
        if (last := _TWO_DIGIT_YEAR_LAST.fullmatch(written)) is not None:
            yield f"{last[1]}{century}{last[2]}"
        if expected.precision is not Precision.INTERVAL:
            if _TWO_DIGIT_YEAR_FIRST.fullmatch(written):
                yield f"{century}{written}"
        elif (both := _TWO_DIGIT_YEARS.fullmatch(written.lower())) is not None:
            yield f"{century}{both[1]} to {century}{both[2]}"


def _judge_day_of_year(expected: HistoricalDate, typed: str) -> Iterator[Judgement]:
    """A day without its year. To ask a wrong one for its year would tell only that it is wrong."""
    if expected.precision is not Precision.DAY or expected.earliest is None:
        return
    month, day = expected.earliest.month, expected.earliest.day
    days = day_of_year_readings(typed)
    if (month, day) in days:
        yield Judgement(Verdict.PARTIAL, "say of which year")
    elif days:
        is_month_right = {month} == {of for of, _ in days}
        yield Judgement(Verdict.WRONG, "the month is right" if is_month_right else "")


def _judge_reading(expected: HistoricalDate, given: HistoricalDate, typed: str) -> Judgement:
    if expected.precision is not Precision.INTERVAL:
        given = _only_end(given) or given
    words = date_in_words(given)
    read_as = f"read as {words}" if words != typed.strip() else ""
    asked = _only_end(expected) or expected
    if given.bounds in (expected.bounds, asked.bounds) or _is_whole_winter(expected, given):
        return Judgement(Verdict.EXACT, read_as)
    if expected.precision is Precision.INTERVAL:
        return _judge_interval(expected, given, read_as)
    if _is_coarser(given, expected):
        return Judgement(Verdict.PARTIAL, f"{words} is right, but say which {expected.precision}")
    if _is_coarser(expected, given):
        return Judgement(Verdict.CLOSE, f"the {expected.precision} is right")
    right = _right_part(expected, given)
    return Judgement(Verdict.WRONG, ", but ".join(filter(None, (read_as, right))))


def _judge_interval(expected: HistoricalDate, given: HistoricalDate, read_as: str) -> Judgement:
    """An interval, or one date where two are asked for; each end may be finer or coarser."""
    ends, given_ends = _ends(expected), _ends(given) or (given, given)
    if expected.one_of or len(ends) < 2 or len(given_ends) < 2:
        return Judgement(Verdict.WRONG, read_as)
    if any(given.bounds == end.bounds for end in ends):
        return Judgement(Verdict.PARTIAL, "that is one end of it, so say from when to when")
    pairs = list(zip(ends, given_ends, strict=True))
    if all(mine.bounds == end.bounds or _is_coarser(end, mine) for end, mine in pairs):
        return Judgement(Verdict.CLOSE, f"accepted as {date_in_words(expected)}")
    if all(
        mine.bounds == end.bounds or _is_coarser(end, mine) or _is_coarser(mine, end)
        for end, mine in pairs
    ):
        words = date_in_words(given)
        return Judgement(Verdict.PARTIAL, f"{words} is right, but say it more exactly")
    return Judgement(Verdict.WRONG, read_as)


def _is_coarser(whole: HistoricalDate, part: HistoricalDate) -> bool:
    """Whether a date holds another one that is known more finely: the month of a day."""
    if part.earliest is None or part.latest is None:
        return False
    if whole.precision not in _COARSER.get(part.precision, ()):
        return False
    if _is_winter(part):
        return whole.covers(part.earliest)
    is_in_season = not _is_winter(whole) or part.earliest.month in _WINTER_MONTHS
    return is_in_season and whole.covers(part.earliest) and whole.covers(part.latest)


def _is_winter(date: HistoricalDate) -> bool:
    """Whether a date is a winter: one of two, so that its bounds hold much that is no winter."""
    is_season = date.precision is Precision.SEASON
    return is_season and date.earliest is not None and date.earliest.month == 1


def _is_whole_winter(expected: HistoricalDate, given: HistoricalDate) -> bool:
    """Whether the winter is meant that a year ends with, as in "winter 1823/24"."""
    if not _is_winter(expected) or given.earliest is None or expected.earliest is None:
        return False
    begins = (expected.earliest.year, 12, 1)
    return given.earliest == begins and given.latest == expected.latest


def _right_part(expected: HistoricalDate, given: HistoricalDate) -> str:
    """What is right in a wrong date."""
    known = _FINE.get(expected.precision, 0), _FINE.get(given.precision, 0)
    mine, theirs = given.earliest, expected.earliest
    if min(known) < 1 or mine is None or theirs is None or mine.year != theirs.year:
        return ""
    is_month_right = min(known) > 1 and mine.month == theirs.month
    return "the month is right" if is_month_right else "the year is right"


def _ends(date: HistoricalDate) -> tuple[HistoricalDate, ...]:
    return tuple(end for end in (date.start, date.end) if end)


def _only_end(date: HistoricalDate) -> HistoricalDate | None:
    """The end that an open date has: 1930 of "from 1930"."""
    ends = _ends(date)
    return ends[0] if len(ends) == 1 and not date.one_of else None
