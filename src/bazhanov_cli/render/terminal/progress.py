"""The reader's progress on a page: what is due, what is known, by topic, and the past weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rich.text import Text

from bazhanov_cli.dates.names import MONTHS
from bazhanov_cli.quiz.progress import Progress, TopicProgress
from bazhanov_cli.render.counted import counted
from bazhanov_cli.render.terminal.page import Page

_LABEL_WIDTH = 14
_WEEKS = 8
_LONGEST_BAR, _SHORTEST_BAR = 20, 5
_WIDEST_CELL = 5
_WEEKDAYS = "MTWTFSS"


def draw_progress(page: Page, progresses: Iterator[Progress]) -> None:
    """Draw the progress in a dataset."""
    for progress in progresses:
        page.rule(Text(f"Progress: {progress.title}", "heading"))
        page.line()
        if not progress.days:
            page.paragraph(Text("Nothing asked yet: bazhanov quiz"), 2)
            continue
        _draw_due(page, progress)
        _entry(page, "Known", _facts(progress.known), "right")
        _entry(page, "Shaky", _facts(progress.shaky), "doubt")
        _entry(page, "New", counted(progress.new, "fact"), "quiet")
        if progress.retention is not None:
            kept = f"{progress.retained} of {counted(progress.reviews, 'question')}"
            words = f"{progress.retention:.0%}: {kept} asked again on a later day still known"
            _entry(page, "Retention", words)
        page.line()
        _draw_topics(page, progress.topics)
        page.line()
        page.rule(Text("Answers a day", "heading"))
        _draw_weeks(page, progress)


def _draw_due(page: Page, progress: Progress) -> None:
    due = counted(progress.due, "question")
    _entry(page, "Due today", f"{due}: bazhanov quiz --due" if progress.due else "nothing")
    _entry(page, "Ahead", _ahead(progress) or "nothing", "quiet")


def _ahead(progress: Progress) -> str:
    """What will be due tomorrow, in the week after that, and later: in the order of the days."""
    tomorrow, week = progress.today + timedelta(1), progress.today + timedelta(7)
    next_day = sum(due for day, due in progress.ahead if day <= tomorrow)
    soon = sum(due for day, due in progress.ahead if tomorrow < day <= week)
    later = sum(due for day, due in progress.ahead if day > week)
    parts = (
        (next_day, "tomorrow"),
        (soon, f"until {_day_in_words(week)}"),
        (later, "later"),
    )
    return ", ".join(f"{due} {when}" for due, when in parts if due)


def _draw_topics(page: Page, topics: Sequence[TopicProgress]) -> None:
    """A line a topic: a bar for the share of its facts that are known, and their numbers."""
    if not topics:
        return
    page.rule(Text("By topic", "heading"))
    dot = page.symbol(" · ", " / ")
    numbers = [dot.join(map(str, (topic.known, topic.shaky, topic.new))) for topic in topics]
    widest = max(len(topic.topic) for topic in topics)
    label = min(widest, _LABEL_WIDTH)
    room = page.width - 2 - label - len("  100%  ") - max(map(len, numbers)) - 1
    bar = min(room, _LONGEST_BAR) if room >= _SHORTEST_BAR else 0
    right = label + (bar + 1 if bar else 0) + len("  100%  ") - 1 + max(map(len, numbers))
    page.paragraph(Text(dot.join(("known", "shaky", "new")).rjust(right), "quiet"), 2)
    for topic, counts in zip(topics, numbers, strict=True):
        filled = round(topic.share * bar)
        value = Text.assemble(
            (page.symbol("█", "#") * filled, "right"),
            (page.symbol("·", ".") * (bar - filled), "quiet"),
            f" {topic.share:>4.0%}  " if bar else f"{topic.share:>4.0%}  ",
            (counts, "quiet"),
        )
        page.paragraph(value, 2 + label + 1, Text(f"  {topic.topic}"))


def _draw_weeks(page: Page, progress: Progress) -> None:
    """The answers of each day of the past weeks, a week a line under the days of the week."""
    counts = {day.day: day.answers for day in progress.days}
    monday = progress.today - timedelta(days=progress.today.weekday())
    first = min((day for day in counts if day > monday - timedelta(weeks=_WEEKS)), default=monday)
    first -= timedelta(days=first.weekday())
    cell = min((page.width - 2 - _LABEL_WIDTH) // 7, _WIDEST_CELL)
    if cell <= max(len(str(count)) for count in counts.values()):
        cell = 0
    if cell:
        columns = "".join(f"{weekday:>{cell}}" for weekday in _WEEKDAYS)
        page.line(Text(f"  {'Week of':<{_LABEL_WIDTH}}{columns}", "quiet"))
    while first <= monday:
        days = [first + timedelta(days=number) for number in range(7)]
        missed = page.symbol("·", ".")
        past = [str(counts.get(day) or missed) for day in days if day <= progress.today]
        _draw_week(page, first, past, cell)
        first += timedelta(weeks=1)


def _draw_week(page: Page, monday: date, past: Sequence[str], cell: int) -> None:
    """The days of a week that are past; in a `cell` of columns each, or as a list without one."""
    if not cell:
        listed = (f"{day} {count}" for day, count in zip(_WEEKDAYS, past, strict=False))
        _entry(page, _day_in_words(monday), ", ".join(listed))
        return
    line = Text.assemble((f"  {_day_in_words(monday):<{_LABEL_WIDTH}}", "quiet"))
    for count in past:
        line.append(f"{count:>{cell}}", "" if count.isdigit() else "quiet")
    page.line(line)


def _day_in_words(day: date) -> str:
    return f"{day.day} {MONTHS[day.month]}"


def _entry(page: Page, label: str, value: str, style: str = "") -> None:
    page.paragraph(Text(value, style), _LABEL_WIDTH + 2, Text(f"  {label}", "quiet"))


def _facts(numbers: tuple[int, ...]) -> str:
    facts = counted(len(numbers), "fact")
    return f"{facts}: {', '.join(map(str, numbers))}" if numbers else facts
