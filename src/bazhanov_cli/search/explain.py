"""How a query was read, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from bazhanov_cli.dates.words import date_in_words

if TYPE_CHECKING:
    from bazhanov_cli.search.meaning import Meaning
    from bazhanov_cli.search.query import Words
    from bazhanov_cli.search.run import Search

_MOST_FORMS = 5


def explain(search: Search) -> Iterator[str]:
    """One line for every condition that a fact must meet, and for what was left aside."""
    for group in search.groups:
        yield f"must match {' or '.join(_described(meaning) for meaning in group)}"
    for meaning in search.excluded:
        yield f"must not match {_described(meaning)}"
    if search.spelling.query.ignored:
        yield f"left aside: {', '.join(search.spelling.query.ignored)}"


def _described(meaning: Meaning) -> str:
    return f"{_head(meaning)}{_with_forms(meaning)}"


def _head(meaning: Meaning) -> str:
    term = meaning.term
    if term.dates:
        dates = " or ".join(date_in_words(date) for date in term.dates)
        return f"an event dated {dates}, or {_quoted(meaning.said)}"
    if term.prefix:
        return f"words that begin with '{' '.join(term.words)}'"
    return _quoted(meaning.said)


def _with_forms(meaning: Meaning) -> str:
    return f" (also {_quoted(meaning.also)})" if meaning.also else ""


def _quoted(rows: tuple[Words, ...]) -> str:
    shown = [f"'{' '.join(row)}'" for row in islice(rows, _MOST_FORMS)]
    return ", ".join([*shown, *(["…"] if len(rows) > _MOST_FORMS else [])])
