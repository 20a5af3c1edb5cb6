"""What a check has found, and how much a dataset holds: as one object, and as lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bazhanov_cli.dataset.checking import Summary
from bazhanov_cli.dataset.problems import Problems
from bazhanov_cli.facts import EntityKind
from bazhanov_cli.quiz.counting import QuestionCount
from bazhanov_cli.render.line_breaking import fold_words

_GAP = 2
_NARROWEST = 24
"""Columns beside the labels, below which a number stands under its label."""


def report_object(
    name: str, problems: Problems, summary: Summary, questions: QuestionCount | None
) -> dict[str, Any]:
    """Everything that a check has found in the file of a name."""
    stats: dict[str, Any] = {
        "facts": summary.facts,
        "dated_facts": summary.dated_facts,
        "events": summary.events,
        "dated_events": summary.dated_events,
        **{kind.plural: summary.entities[kind] for kind in EntityKind},
        "topics": summary.topics,
        "eras": summary.eras,
        "notes": summary.notes,
        "curated_questions": summary.curated_questions,
    }
    if questions:
        stats["questions"] = {"of_facts": questions.facts, **questions.by_kind}
    return {
        "file": name,
        "valid": not problems.errors,
        "problems": [
            {
                "line": problem.line,
                "column": problem.column,
                "severity": "warning" if problem.warning else "error",
                "message": problem.message,
            }
            for problem in problems
        ],
        "stats": stats,
    }


def summary_lines(
    summary: Summary, questions: QuestionCount | None, columns: int | None
) -> Iterator[str]:
    """How much there is of everything: for a person in columns, else separated by tabs."""
    counts = {
        "facts": _with_share(summary.facts, summary.dated_facts),
        "events": _with_share(summary.events, summary.dated_events),
        **{kind.plural: f"{summary.entities[kind]:,}" for kind in EntityKind},
        "topics": f"{summary.topics:,}",
        "eras": f"{summary.eras:,}",
        "notes": f"{summary.notes:,}",
        "curated questions": f"{summary.curated_questions:,}",
    }
    if questions:
        counts["questions that can be made"] = _by_kind(questions, summary.facts)
    width = max(map(len, counts)) + _GAP
    for what, count in counts.items():
        if columns is None:
            yield f"{what}\t{count}"
        elif columns < width + _NARROWEST:
            yield from (*_folded(what, 0, columns), *_folded(count, _GAP, columns))
        else:
            first, *others = _folded(count, width, columns)
            yield from (f"{what:<{width}}{first[width:]}", *others)


def _folded(text: str, indent: int, columns: int) -> Iterator[str]:
    words = re.findall(r"\S+\s*", text)
    return (f"{'':{indent}}{line}" for line in fold_words(words, columns - indent))


def _with_share(number: int, dated: int) -> str:
    return f"{number:,} ({dated / number:.0%} dated)" if number else "0"


def _by_kind(questions: QuestionCount, facts: int) -> str:
    of_facts = f" of {questions.facts} facts drawn" if questions.facts < facts else ""
    kinds = ", ".join(f"{number} {kind}" for kind, number in questions.by_kind.items() if number)
    return f"{questions.total:,}{of_facts} ({kinds})" if kinds else "0"
