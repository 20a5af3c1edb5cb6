"""The full-text index of a compiled dataset: how it is made, and what may be asked of it.

The index holds folded words as they are, set apart by blanks; which words count as the same is
decided when a query is read, with the help of the table of all words. So a stem or a prefix is
looked up among the words of the dataset, and a word as typed can rank above its other forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bazhanov_cli.folding import fold_words
from bazhanov_cli.library.date_cells import cells_of, possible_cells_of
from bazhanov_cli.stems import stemmer

if TYPE_CHECKING:
    import sqlite3

    from bazhanov_cli.facts import Entity, Fact
    from bazhanov_cli.library.selection import Selection

# The tokenizer takes every non-ASCII character for part of a word, so that the words are ours and
# not those of the Unicode tables that a SQLite was built with. Nothing but the index itself is
# kept: rows are numbered by the position of the fact, and texts stand in the table of facts.
TABLES = """
CREATE VIRTUAL TABLE search USING fts5(
    text, names, labels, dates, topics, aliases, alias_words,
    tokenize = 'ascii', content = ''
);
CREATE TABLE word (word TEXT PRIMARY KEY, stem TEXT) WITHOUT ROWID;
"""

FINISH = """
INSERT INTO search (search) VALUES ('optimize');
CREATE INDEX word_of_stem ON word (stem);
"""

# By column; what the text itself says counts most, an alias that it does not hold least.
_WEIGHTS = "10, 5, 4, 4, 2, 2, 1"

# Of a word that more facts hold, bm25 has little to say, and time must not grow with the dataset.
_MOST_RANKED = 20_000

# Stands in no word: it makes one token of an alias of several, which is matched whole, and parts
# texts in which no phrase may go on from one to the next.
_JOINER = "·"
_PARTED = f" {_JOINER} "

_EVERY_FACT = "fact"
_MOST_KEPT_WORDS = 50_000
_MOST_KEPT_NAMES = 5_000

# The names of an entity, its aliases as one token each, and the words of those of several.
_Names = tuple[str, str, str]

Rows = Callable[[str, Iterable[object]], Iterator[tuple[Any, ...]]]


class IndexWriter:
    """Writes the index of facts, a batch at a time, in the order of the dataset."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._position = 0
        self._words: set[str] = set()
        self._names: dict[str, _Names] = {}

    def add(self, facts: Iterable[Fact]) -> None:
        """Index a batch of facts."""
        rows = [(position, *self._row(fact)) for position, fact in enumerate(facts, self._position)]
        self._position += len(rows)
        columns = "rowid, text, names, labels, dates, topics, aliases, alias_words"
        marks = "?, ?, ?, ?, ?, ?, ?, ?"
        self._connection.executemany(f"INSERT INTO search ({columns}) VALUES ({marks})", rows)
        if len(self._words) > _MOST_KEPT_WORDS:
            self._write_words()

    def finish(self, language: str) -> None:
        """Complete the index when every fact is in; `language` is the tag of the dataset's own."""
        self._write_words()
        self._connection.create_function("stem", 1, stemmer(language), deterministic=True)
        self._connection.execute("UPDATE word SET stem = stem(word)")

    def _row(self, fact: Fact) -> tuple[str, ...]:
        text = fold_words(fact.text)
        labels = _PARTED.join(fold_words(event.label) for event in fact.events)
        topics = _PARTED.join(map(fold_words, fact.topics))
        names = [self._names_of(entity) for entity in fact.entities]
        cells = [_EVERY_FACT]
        for event in fact.events:
            if event.date is not None:
                cells += cells_of(event.date) + possible_cells_of(event.date)
        self._words.update(f"{text} {labels} {topics}".split())
        return (
            text,
            _PARTED.join(name for name, _, _ in names),
            labels,
            " ".join(dict.fromkeys(cells)),
            topics,
            " ".join(aliases for _, aliases, _ in names),
            _PARTED.join(words for _, _, words in names if words),
        )

    def _names_of(self, entity: Entity) -> _Names:
        if entity.id not in self._names:
            if len(self._names) > _MOST_KEPT_NAMES:
                self._names.clear()
            names = _PARTED.join(map(fold_words, (entity.name, *entity.forms)))
            aliases = [words for alias in entity.aliases if (words := fold_words(alias).split())]
            self._words.update(names.split(), *aliases)
            self._names[entity.id] = (
                names,
                " ".join(dict.fromkeys(map(_JOINER.join, aliases))),
                _PARTED.join(" ".join(words) for words in aliases if len(words) > 1),
            )
        return self._names[entity.id]

    def _write_words(self) -> None:
        rows = [(word,) for word in self._words]
        self._connection.executemany("INSERT OR IGNORE INTO word (word) VALUES (?)", rows)
        self._words.clear()


class SearchIndex:
    """Questions to the index; `rows` carries out one query."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def find(self, expression: str, selection: Selection, limit: int) -> list[tuple[int, float]]:
        """The ids of the facts that match best, each with its bm25 rank (less is better)."""
        where, parameters = selection.conditions()
        selected = "CROSS JOIN fact ON fact.position = search.rowid" if where != "TRUE" else ""
        matching = (
            f"SELECT search.rowid AS place, bm25(search, {_WEIGHTS}) AS rank FROM search {selected}"
            f" WHERE search MATCH ? AND {where} LIMIT {max(_MOST_RANKED, limit)}"
        )
        best = f"SELECT place, rank FROM ({matching}) ORDER BY rank, place LIMIT ?"
        sql = (
            f"SELECT fact.id, best.rank FROM ({best}) AS best"
            " JOIN fact ON fact.position = best.place ORDER BY best.rank, best.place"
        )
        return list(self._rows(sql, [expression, *parameters, limit]))

    def words_of_stem(self, stem: str) -> list[str]:
        """The words of the dataset that share a stem."""
        return [word for (word,) in self._rows("SELECT word FROM word WHERE stem = ?", [stem])]

    def words_beginning(self, letter: str, shortest: int, longest: int) -> Iterator[str]:
        """The words of the dataset with a first letter, within lengths in characters."""
        sql = "SELECT word FROM word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"
        bounds = [letter, chr(ord(letter) + 1), shortest, longest]
        return (word for (word,) in self._rows(sql, bounds))

    def known_words(self, words: Iterable[str]) -> set[str]:
        """Those of some words that the dataset holds."""
        wanted = list(words)
        sql = f"SELECT word FROM word WHERE word IN ({', '.join('?' * len(wanted))})"
        return {word for (word,) in self._rows(sql, wanted)}


def phrase(words: Iterable[str], columns: str, *, prefix: bool = False) -> str:
    """The expression for folded words in a row; with `prefix`, the last may go on."""
    return f'{{{columns}}} : "{" ".join(words)}"{" *" if prefix else ""}'


def whole_alias(words: Iterable[str]) -> str:
    """The expression for facts that mention something of which the folded words are an alias."""
    return phrase([_JOINER.join(words)], "aliases")


def any_of(expressions: Iterable[str]) -> str:
    """The expression for facts that match at least one of some; there must be one."""
    return f"({' OR '.join(dict.fromkeys(expressions))})"


def all_of(expressions: Iterable[str]) -> str:
    """The expression for facts that match every one of some; for every fact if there is none."""
    return f"({' AND '.join(dict.fromkeys(expressions)) or phrase([_EVERY_FACT], 'dates')})"


def without(expression: str, excluded: Iterable[str]) -> str:
    """The expression less the facts that match any of some others."""
    others = list(excluded)
    return f"({expression} NOT {any_of(others)})" if others else expression
