"""The reader's progress on a page: what is due, what is known, by topic, and the past weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rich.text import Text

from bazhanov_cli.quiz.progress import Progress, TopicProgress
from bazhanov_cli.render.quiz_lines import day_in_words
from bazhanov_cli.render.terminal.page import Page

_LABEL_WIDTH = 12
_WEEKS = 8
_BAR = 20
_DAYS_AHEAD = 5
_WEEKDAYS = "MTWTFSS"


def draw_progress(page: Page, progresses: Iterator[Progress]) -> None:
    """Draw the progress in a dataset."""
    for progress in progresses:
        page.rule(Text(f"Progress: {progress.title}", "heading"))
        page.line()
        _draw_due(page, progress)
        _entry(page, "Known", _facts(progress.known), "right")
        _entry(page, "Shaky", _facts(progress.shaky), "doubt")
        _entry(page, "New", f"{progress.new} {_plural(progress.new, 'fact')}", "quiet")
        if progress.retention is not None:
            kept = f"{progress.retained} of {progress.reviews} answers asked again were still known"
            _entry(page, "Retention", f"{progress.retention:.0%}: {kept}")
        if progress.days:
            page.line()
            page.rule(Text("By topic", "heading"))
            for topic in progress.topics:
                _draw_topic(page, topic)
            page.line()
            page.rule(Text("Answers a day", "heading"))
            _draw_weeks(page, progress)


def _draw_due(page: Page, progress: Progress) -> None:
    _entry(page, "Due today", f"{progress.due} {_plural(progress.due, 'question')}")
    days = [
        f"{due} {day_in_words(day, progress.today)}" for day, due in progress.ahead[:_DAYS_AHEAD]
    ]
    later = sum(due for _, due in progress.ahead[_DAYS_AHEAD:])
    days += [f"{later} later"] if later else []
    _entry(page, "Ahead", ", ".join(days) or "nothing", "quiet")


def _draw_topic(page: Page, topic: TopicProgress) -> None:
    share = 0.0 if topic.strength is None else topic.strength
    filled = round(share * _BAR)
    bar = Text.assemble(
        (page.symbol("█", "#") * filled, "right"),
        (page.symbol("·", ".") * (_BAR - filled), "quiet"),
    )
    percent = "new" if topic.strength is None else f"{share:.0%}"
    counts = f"{topic.known} known, {topic.shaky} shaky, {topic.new} new"
    words = Text.assemble(f"{percent:>4}  ", (counts, "quiet"))
    value = words if page.is_narrow else Text.assemble(bar, "  ", words)
    page.paragraph(value, _LABEL_WIDTH + 4, Text(f"  {topic.topic}"))


def _draw_weeks(page: Page, progress: Progress) -> None:
    """The answers of each day of the past weeks, a week a line under the days of the week."""
    counts = {day.day: day.answers for day in progress.days}
    monday = progress.today - timedelta(days=progress.today.weekday())
    if not page.is_narrow:
        columns = "".join(f"{weekday:>5}" for weekday in _WEEKDAYS)
        page.line(Text(f"  {'week of':<{_LABEL_WIDTH}}{columns}", "quiet"))
    for weeks in reversed(range(_WEEKS)):
        first = monday - timedelta(weeks=weeks)
        days = [first + timedelta(days=number) for number in range(7)]
        if any(day in counts for day in days):
            _draw_week(page, first, [counts.get(day, 0) for day in days])


def _draw_week(page: Page, monday: date, counts: list[int]) -> None:
    if page.is_narrow:
        _entry(page, monday.isoformat(), ", ".join(str(count or "-") for count in counts))
        return
    cells = Text(f"  {monday.isoformat():<{_LABEL_WIDTH}}", "quiet")
    for count in counts:
        cells.append(f"{count or '-':>5}", "" if count else "quiet")
    page.line(cells)


def _entry(page: Page, label: str, value: str, style: str = "") -> None:
    page.paragraph(Text(value, style), _LABEL_WIDTH + 2, Text(f"  {label}", "quiet"))


def _facts(numbers: tuple[int, ...]) -> str:
    count = len(numbers)
    return f"{count} {_plural(count, 'fact')}" + (f": {', '.join(map(str, numbers))}" * bool(count))


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"
