"""A memory as a JSON file, to carry it to another machine or to keep it safe."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from bazhanov_cli.errors import MemoryFileError
from bazhanov_cli.quiz.memory.store import CardKey, Review
from bazhanov_cli.quiz.question import Rating, Verdict

FORMAT = "bazhanov quiz memory"
VERSION = 1


def exported(reviews: Iterable[Review]) -> str:
    """The answers as a JSON text."""
    objects = [
        {
            "id": review.id,
            "dataset": review.key.dataset,
            "fact": review.key.fact,
            "facet": review.key.facet,
            "knowledge": review.knowledge,
            "day": review.day.isoformat(),
            "at": review.at,
            "verdict": review.verdict.value,
            "rating": review.rating.word,
        }
        for review in reviews
    ]
    content = {"format": FORMAT, "version": VERSION, "reviews": objects}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def imported(text: str) -> list[Review]:
    """The answers of an exported text; raises MemoryFileError when it is none, or a newer one."""
    try:
        content = json.loads(text)
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        if content["version"] > VERSION:
            raise MemoryFileError("the file is of a newer version of bazhanov; update bazhanov")
        return [_review(entry) for entry in content["reviews"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise MemoryFileError(
            "the file is no export of a quiz's memory; nothing was imported"
        ) from None


def _review(entry: dict[str, Any]) -> Review:
    identifier, dataset, facet, knowledge = (
        _text(entry[name]) for name in ("id", "dataset", "facet", "knowledge")
    )
    fact, at = entry["fact"], float(entry["at"])
    if not isinstance(fact, int) or isinstance(fact, bool) or not 0 < fact < 1 << 53:
        raise ValueError(fact)
    return Review(
        identifier,
        CardKey(dataset, fact, facet),
        knowledge,
        date.fromisoformat(entry["day"]),
        at,
        Verdict(entry["verdict"]),
        Rating[entry["rating"].upper()],
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)  # noqa: TRY004 - one kind of error for whatever is wrong in the file
    return value
