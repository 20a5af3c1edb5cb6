"""The reader's progress as one object, and as rows for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from bazhanov_cli.quiz.progress import Progress, TopicProgress
from bazhanov_cli.render.markdown import escape
from bazhanov_cli.render.records import RecordView


class ProgressRow(NamedTuple):
    """One figure: of what, for which day, fact or topic."""

    measure: str
    item: str
    value: str


def progress_object(progress: Progress) -> dict[str, Any]:
    """The whole progress as JSON."""
    return {
        "dataset": progress.dataset,
        "today": progress.today.isoformat(),
        "due": progress.due,
        "ahead": [{"day": day.isoformat(), "due": due} for day, due in progress.ahead],
        "facts": {
            "known": list(progress.known),
            "shaky": list(progress.shaky),
            "new": progress.new,
        },
        "topics": [_topic_object(topic) for topic in progress.topics],
        "answers": progress.answers,
        "reviews": progress.reviews,
        "retained": progress.retained,
        "retention": _rounded(progress.retention),
        "days": [
            {"day": day.day.isoformat(), "answers": day.answers, "correct": day.right}
            for day in progress.days
        ],
    }


def progress_rows(progress: Progress) -> Iterator[ProgressRow]:
    """The progress as rows, a figure each."""
    today = progress.today.isoformat()
    yield ProgressRow("due", today, str(progress.due))
    yield from (ProgressRow("due", day.isoformat(), str(due)) for day, due in progress.ahead)
    yield from (ProgressRow("fact", str(fact), "known") for fact in progress.known)
    yield from (ProgressRow("fact", str(fact), "shaky") for fact in progress.shaky)
    yield ProgressRow("facts", "new", str(progress.new))
    for topic in progress.topics:
        strength = _rounded(topic.strength)
        yield ProgressRow("strength", topic.topic, "" if strength is None else str(strength))
        yield ProgressRow("share", topic.topic, str(_rounded(topic.share)))
    retention = _rounded(progress.retention)
    yield ProgressRow("retention", "", "" if retention is None else str(retention))
    for day in progress.days:
        yield ProgressRow("answers", day.day.isoformat(), str(day.answers))
        yield ProgressRow("correct", day.day.isoformat(), str(day.right))


def _topic_object(topic: TopicProgress) -> dict[str, Any]:
    return {
        "topic": topic.topic,
        "known": topic.known,
        "shaky": topic.shaky,
        "new": topic.new,
        "strength": _rounded(topic.strength),
        "share": _rounded(topic.share),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


PROGRESS: RecordView[ProgressRow] = RecordView(
    ProgressRow._fields,
    lambda row: (row.measure, row.item, row.value),
    lambda row: row._asdict(),
    lambda row: f"- {row.measure} {escape(row.item)}: {row.value or '-'}",
)
