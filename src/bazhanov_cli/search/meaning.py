"""What a term means in one dataset: the words and dates that count as it, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.library.search_index import any_of, phrase, whole_alias

if TYPE_CHECKING:
    from bazhanov_cli.folding import Word
    from bazhanov_cli.library.search_index import SearchIndex
    from bazhanov_cli.search.query import Query, Term, Words
    from bazhanov_cli.stems import Stemmer

_SAID = "text names labels"
_SAID_OTHERWISE = "text labels topics"
_PARTS_OF_NAMES = "names aliases alias_words"
_MOST_ROWS = 64
_LONGEST_ALIAS = 5  # terms

Span = tuple[int, int]


class Meaning(NamedTuple):
    """A term looked up.

    `said` are the words in a row that it is, `also` those of its other forms, `cells` the stretches
    of time that it asks for; `names` are words of the query around it that may be one name.
    """

    term: Term
    said: tuple[Words, ...]
    also: tuple[Words, ...] = ()
    cells: tuple[str, ...] = ()
    names: tuple[Words, ...] = ()

    @property
    def exact(self) -> str:
        """The expression for facts that say the very words, or an event of which is dated so."""
        return any_of([*self._phrases(self.said, _SAID), *_dated(self.cells)])

    @property
    def broad(self) -> str:
        """The expression for facts that may say it: in any form, by a whole alias, by a topic.

        An event may have been at the time, where only an interval is known in which it was.
        """
        aliases = map(whole_alias, self.said + self.also + self.names)
        topics = self._phrases(self.said, "topics")
        forms = self._phrases(self.also, _SAID_OTHERWISE)
        return any_of([self.exact, *self._possible_dates(), *topics, *forms, *aliases])

    @property
    def loose(self) -> str:
        """The expression for facts that say it, if only by part of a name."""
        return any_of([self.broad, *self._phrases(self.said + self.also, _PARTS_OF_NAMES)])

    def spans(self, text: Sequence[Word]) -> Iterator[Span]:
        """Where the words of a text are those of the term, as character offsets into it."""
        for place, word in enumerate(text):
            for row in self.said + self.also:
                found = text[place : place + len(row)]
                if len(found) == len(row) and self._is_row(row, found):
                    yield word.start, found[-1].end

    def is_in(self, text: Sequence[Word]) -> bool:
        """Whether some words of a text are those of the term."""
        return any(True for _ in self.spans(text))

    def _is_row(self, row: Words, found: Sequence[Word]) -> bool:
        last = found[-1].text
        ends = last.startswith(row[-1]) if self.term.prefix else last == row[-1]
        return ends and row[:-1] == tuple(word.text for word in found[:-1])

    def _possible_dates(self) -> Iterable[str]:
        if not self.cells:
            return ()
        from bazhanov_cli.library.date_cells import possible

        return _dated(map(possible, self.cells))

    def _phrases(self, rows: Iterable[Words], columns: str) -> Iterator[str]:
        return (phrase(row, columns, prefix=self.term.prefix) for row in rows)


def _dated(cells: Iterable[str]) -> Iterator[str]:
    return (phrase([cell], "dates") for cell in cells)


def look_up(
    term: Term, index: SearchIndex, stem: Stemmer, names: tuple[Words, ...] = ()
) -> Meaning:
    """What a term means among the words of an index."""
    if term.prefix:
        return Meaning(term, (term.words,))
    if term.dates:
        return _look_up_date(term, index, stem, names)
    forms = (index.words_of_stem(stem(word)) or [word] for word in term.words)
    rows = islice(product(*forms), _MOST_ROWS)
    return Meaning(term, (term.words,), tuple(row for row in rows if row != term.words), (), names)


def _look_up_date(
    term: Term, index: SearchIndex, stem: Stemmer, names: tuple[Words, ...]
) -> Meaning:
    from bazhanov_cli.library.date_cells import cells_within
    from bazhanov_cli.search.date_phrases import date_phrases

    written = [row for date in term.dates for row in date_phrases(date)]
    said = tuple(dict.fromkeys([term.words, *written]))
    single = [row[0] for row in said if len(row) == 1]
    forms = dict.fromkeys(form for word in single for form in index.words_of_stem(stem(word)))
    also = tuple((form,) for form in forms if form not in single)
    cells = dict.fromkeys(cell for date in term.dates for cell in cells_within(date))
    return Meaning(term, said, also, tuple(cells), names)


def names_around(query: Query) -> dict[Term, tuple[Words, ...]]:
    """For each term the words of the query, itself among them, that may be a name of several."""
    names: dict[Term, list[Words]] = {}
    for run in query.runs:
        for first in range(len(run)):
            for last in range(first + 2, min(first + _LONGEST_ALIAS, len(run)) + 1):
                terms = run[first:last]
                name = tuple(word for term in terms for word in term.words)
                for term in terms:
                    names.setdefault(term, []).append(name)
    return {term: tuple(dict.fromkeys(found)) for term, found in names.items()}
