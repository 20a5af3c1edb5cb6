"""The whole memory as JSON, to carry it to another computer and to put two together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from bazhanov_cli.errors import MemoryFileError
from bazhanov_cli.facts import QuestionKind
from bazhanov_cli.quiz.memory.cards import CardKey
from bazhanov_cli.quiz.memory.database import Database
from bazhanov_cli.quiz.memory.store import Memory
from bazhanov_cli.quiz.question import Rating, Verdict

FORMAT, VERSION = "bazhanov quiz memory", 1
_COLUMNS = (
    "id", "dataset", "fact", "facet", "knowledge", "kind", "verdict", "rating", "day", "moment",
    "undone",
)  # fmt: skip
_LONGEST = 10_000


def exported(database: Database) -> dict[str, Any]:
    """Every answer to every dataset; cards are worked out from them."""
    rows = database.rows(f"SELECT {', '.join(_COLUMNS)} FROM answer ORDER BY moment, id")
    answers = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    return {"format": FORMAT, "version": VERSION, "answers": answers}


def import_into(database: Database, text: str, today: date) -> int:
    """Add the answers of an export that are not there yet; returns how many of them count.

    What was undone on either side is undone, and to import the same twice changes nothing. Raises
    MemoryFileError for a text that is no export, and then changes nothing either.
    """
    answers = [_checked(answer) for answer in _answers_of(text)]
    added = 0
    moved: set[tuple[str, CardKey]] = set()
    with database.transaction():
        for answer in answers:
            is_new = not database.rows("SELECT 1 FROM answer WHERE id = ?", (answer["id"],))
            added += is_new and not answer["undone"]
            if database.change(_INSERT, answer):
                key = CardKey(answer["fact"], answer["facet"], answer["knowledge"])
                moved.add((answer["dataset"], key))
        for dataset, key in sorted(moved):
            Memory(database, dataset, today).move_card(key)
    return added


_INSERT = (
    f"INSERT INTO answer ({', '.join(_COLUMNS)})"
    f" VALUES ({', '.join(f':{column}' for column in _COLUMNS)})"
    " ON CONFLICT (id) DO UPDATE SET undone = 1 WHERE excluded.undone AND NOT undone"
)


def _answers_of(text: str) -> Iterable[object]:
    import json

    try:
        export = json.loads(text)
    except (ValueError, RecursionError):
        raise MemoryFileError("this is no export of the quiz's memory: it is not JSON") from None
    if not isinstance(export, dict) or export.get("format") != FORMAT:
        raise MemoryFileError("this is no export of the quiz's memory")
    if export.get("version") != VERSION:
        raise MemoryFileError("this export is of a newer version of bazhanov; update it first")
    answers = export.get("answers")
    if not isinstance(answers, list):
        raise MemoryFileError("this export of the quiz's memory has no answers in it")
    return answers


def _checked(answer: object) -> dict[str, Any]:
    """An answer with every field of its type."""
    try:
        return _fields(answer) if isinstance(answer, dict) else _fields({})
    except (KeyError, OverflowError, TypeError, ValueError):
        raise MemoryFileError(
            "this export of the quiz's memory is damaged; nothing was imported"
        ) from None


def _fields(answer: dict[str, Any]) -> dict[str, Any]:
    return {
        **{name: _text(answer[name]) for name in ("id", "dataset", "facet", "knowledge")},
        "fact": _whole(answer["fact"]),
        "kind": QuestionKind(answer["kind"]).value,
        "verdict": Verdict(answer["verdict"]).value,
        "rating": Rating(_whole(answer["rating"])).value,
        "day": date.fromisoformat(answer["day"]).isoformat(),
        "moment": _moment(answer["moment"]).isoformat(),
        "undone": int(bool(_whole(answer["undone"]))),
    }


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise TypeError
    value.encode()  # a lone surrogate cannot be stored
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or not -(2**63) <= value < 2**63:
        raise TypeError
    return value


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError
    return moment.astimezone(UTC)
