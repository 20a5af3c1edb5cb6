"""`bazhanov search`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bazhanov_cli.commands.command import Command
from bazhanov_cli.commands.options import (
    NOTHING_FOUND,
    About,
    Color,
    Data,
    FormatChoice,
    From,
    Json,
    Limit,
    NoPager,
    To,
    Topics,
    hint,
    open_dataset,
    output_to,
    select,
)
from bazhanov_cli.errors import UsageError
from bazhanov_cli.render.hits import HITS
from bazhanov_cli.render.listing import MOST_COUNTED, NOTHING_TO_SAY, Listing, listing
from bazhanov_cli.render.output import ColorChoice, Output
from bazhanov_cli.search.hits import Hit
from bazhanov_cli.search.run import Search, hits_with, ranked, read_search

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.library.selection import Selection

DEFAULT_LIMIT = 20
_MOST_SUGGESTED = 3

Words = Annotated[
    list[str],
    typer.Argument(
        metavar="WORD...",
        help='Words, names and dates; "an exact phrase" in quotes, -word to leave out, word* for'
        " all that begin so, OR between two.",
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="Also tell how the words were read.")]


class SearchCommand(Command):
    """Takes `-word` for a word that is to be left out, where it is no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; a blank before such a word keeps it from being read as an option."""
        taking_values = {
            name
            for option in self.params
            if not getattr(option, "is_flag", True)
            for name in option.opts
        }
        words: list[str] = []
        for place, argument in enumerate(args):
            if argument == "--":
                words += args[place:]
                break
            is_value = place > 0 and args[place - 1] in taking_values
            words.append(argument if is_value or not _is_excluded(argument) else f" {argument}")
        return super().parse_args(ctx, words)


COMMAND_CLASS = SearchCommand


def run(
    words: Words,
    explain: Explain = False,
    about: About = None,
    topic: Topics = None,
    start: From = None,
    end: To = None,
    limit: Limit = None,
    data: Data = None,
    format: FormatChoice = None,
    json: Json = False,
    color: Color = ColorChoice.AUTO,
    no_pager: NoPager = False,
) -> int:
    """Search the facts by words, names and dates.

    Case, accents and hyphens do not matter, an alias counts as the name that it stands for, and a
    date finds the events of that time. The best 20 are shown, unless --limit says otherwise.

    Example: bazhanov search secret police
    """
    text = " ".join(words)
    if not text.strip():
        raise UsageError("no words to search for; try 'bazhanov search Stalin'")
    library = open_dataset(data)
    most = min(DEFAULT_LIMIT if limit is None else limit, library.fact_count)
    selection = select(library, about, topic, start, end, most)
    search = read_search(library, text)
    _tell_reading(search, explain=explain)
    output = output_to(format, json, color, no_pager)
    matching = _show(output, library, search, selection)
    if not matching:
        hint(_nothing(library, search))
        return NOTHING_FOUND
    if limit is None and matching > most and not output.is_page:
        hint(f"{most} shown, more match; --limit N shows more")
    return 0


def _show(output: Output, library: Library, search: Search, selection: Selection) -> int:
    """Show the best hits; returns how many there are, counted to one past what is told."""
    # One more than is shown tells whether there are more; on a terminal it is told how many.
    sought = max(selection.most, MOST_COUNTED * output.is_page) + 1
    scores = ranked(library, search, selection._replace(limit=sought))
    hits = hits_with(library, search, dict(islice(scores.items(), selection.most)))
    how = ", best first" if len(scores) > 1 else ""
    around = listing(selection, len(scores), library.fact_count, how)
    return len(scores) if _write(output, hits, around) else 0


def _write(output: Output, hits: Iterator[Hit], around: Listing) -> int:
    if not output.is_table:
        return output.write(HITS, hits)
    from bazhanov_cli.render.terminal.hits import draw_hits

    said = around if output.is_page else NOTHING_TO_SAY
    return output.draw(partial(draw_hits, around=said), hits)


def _is_excluded(argument: str) -> bool:
    return len(argument) > 2 and argument[0] == "-" and argument[1] != "-"


def _tell_reading(search: Search, *, explain: bool) -> None:
    if explain:
        from bazhanov_cli.search.explain import explain as explained

        for line in explained(search):
            hint(line)
    for word, taken in search.spelling.corrected.items():
        others = " or ".join(f"'{' '.join(row)}'" for row in taken)
        hint(f"no fact says '{word}'; showing {others}")


def _nothing(library: Library, search: Search) -> str:
    if not (search.groups or search.excluded):
        return "nothing found: there is no word in this to search for"
    if search.spelling.unknown:
        missing = " or ".join(f"'{word}'" for word in search.spelling.unknown)
        meant = " or ".join(f"'{word}'" for word in _words_meant(library, search))
        advice = f"; did you mean {meant}?" if meant else ""
        return f"nothing found: no fact says {missing}{advice}"
    if len(search.groups) > 1:
        return "nothing found: no fact matches all of this; try fewer words, or OR between them"
    return "nothing found"


def _words_meant(library: Library, search: Search) -> list[str]:
    """What may have been meant by the unknown words of a phrase, which is never corrected."""
    from bazhanov_cli.library.search_index import SearchIndex
    from bazhanov_cli.search.spelling import nearest_words

    index = SearchIndex(library.rows)
    unknown = search.spelling.unknown[:_MOST_SUGGESTED]
    return [" ".join(row) for word in unknown for row in nearest_words(word, index)]
