"""What to say to a typed answer that is no date, or no real one."""

from __future__ import annotations

from bazhanov_cli.dates.historical import HistoricalDate, Precision
from bazhanov_cli.dates.typed import read_typed_date, typed_date_readings
from bazhanov_cli.errors import DateError

_EXAMPLES = {
    Precision.DAY: ("a day", ("14 July 1789", "12 October 1492")),
    Precision.MONTH: ("a month and a year", ("July 1789", "October 1492")),
    Precision.SEASON: ("a season and a year", ("summer 1789", "autumn 1492")),
    Precision.YEAR: ("a year", ("1789", "1492")),
    Precision.DECADE: ("a decade", ("the 1780s", "the 1490s")),
    Precision.CENTURY: ("a century", ("the 18th century", "the 15th century")),
    Precision.INTERVAL: ("from when to when", ("1789 to 1799", "1492 to 1504")),
}
"""What to write for each precision that is asked, and dates that are no answer more than others."""
_WITHIN_A_YEAR = (Precision.DAY, Precision.MONTH, Precision.SEASON)


def how_to_write(asked: HistoricalDate, typed: str) -> str:
    """What to write for what is no date, with an example that tells nothing of the answer."""
    what, examples = _EXAMPLES[asked.precision]
    first = read_typed_date(examples[0])
    example = examples[first is not None and _hints_at(first, asked)]
    why = "the year is missing" if is_without_year(typed) else "that is no date"
    return f"{why}, so write {what}, as {example}"


def _hints_at(example: HistoricalDate, asked: HistoricalDate) -> bool:
    """Whether an example holds a part of the answer, or has its month or season."""
    if asked.earliest is None or example.earliest is None:
        return example.overlaps(asked)
    is_like = example.earliest.month == asked.earliest.month and asked.precision in _WITHIN_A_YEAR
    return is_like or example.overlaps(asked)


def is_without_year(typed: str) -> bool:
    """Whether a year is all that is missing: "March"."""
    try:
        dates = typed_date_readings(f"{typed} 2000")
    except DateError:
        return False
    return any(date.precision in _WITHIN_A_YEAR for date in dates)


def why_refused(error: DateError) -> str:
    """The first clause of a refusal, without the text that it begins with."""
    text = str(error)
    reason = text.partition(": ")[2] or f"that {text.partition(' ')[2]}"
    return reason.partition(";")[0]
