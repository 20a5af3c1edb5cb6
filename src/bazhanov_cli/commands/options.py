"""The options that commands share, and what every command does with them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bazhanov_cli.commands.command import within
from bazhanov_cli.commands.folders import cache_folder
from bazhanov_cli.commands.reading_bar import reading_bar
from bazhanov_cli.commands.streams import say
from bazhanov_cli.dataset.source import Source, file_source, packaged_source
from bazhanov_cli.dates.edtf import parse_edtf, read_edtf
from bazhanov_cli.errors import DateError, UsageError
from bazhanov_cli.library.names import entity_named, topic_named
from bazhanov_cli.library.opening import open_library
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.render.output import ColorChoice, Format, Output

if TYPE_CHECKING:
    from bazhanov_cli.dates.historical import HistoricalDate
    from bazhanov_cli.library.library import Library
    from bazhanov_cli.render.listing import Listing

NOTHING_FOUND = 1
_MOST_CONDITIONS = 200

About = Annotated[
    list[str] | None,
    typer.Option(
        "--about", metavar="NAME", help="Only facts that mention this person, place or thing."
    ),
]
Topics = Annotated[
    list[str] | None, typer.Option("--topic", metavar="TOPIC", help="Only facts under this topic.")
]
From = Annotated[
    str | None,
    typer.Option(
        "--from", metavar="DATE", help="Only from this date on: 1923, 1923-08, 'March 1923'."
    ),
]
To = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="Only up to this date, inclusive.")
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", callback=within(0), help="At most this many results."),
]
Seed = Annotated[
    int | None, typer.Option("--seed", metavar="S", help="The same seed gives the same choice.")
]
Data = Annotated[
    Path | None,
    # Whether it can be read is told when it is read: with 3, as of any other dataset.
    typer.Option(
        "--data", metavar="FILE", envvar="BAZHANOV_DATA", readable=False, help="Another dataset."
    ),
]
FormatChoice = Annotated[
    Format | None,
    typer.Option("--format", metavar="FORMAT", help=f"One of {', '.join(Format)}."),
]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
Color = Annotated[
    ColorChoice, typer.Option("--color", metavar="WHEN", help="Colour: auto, always or never.")
]
NoPager = Annotated[
    bool, typer.Option("--no-pager", help="Write long output to the terminal at once.")
]


def dataset_source(data: Path | None) -> Source:
    """The dataset that is asked for, or the packaged one."""
    return packaged_source() if data is None else file_source(data)


def open_dataset(data: Path | None) -> Library:
    """The library of a dataset; raises DatasetError when it cannot be read or has problems."""
    import time

    source = dataset_source(data)
    with reading_bar(sys.stderr, source.size) as progress:
        return open_library(source, cache_folder(), time.time(), progress)


def select(
    library: Library,
    about: list[str] | None = None,
    topics: list[str] | None = None,
    start: str | None = None,
    end: str | None = None,
    limit: int | None = None,
) -> Selection:
    """What the shared options ask for; raises UsageError for a name or date there is not."""
    names = dict.fromkeys(entity_named(library, name).id for name in about or ())
    headings = dict.fromkeys(topic_named(library, name) for name in topics or ())
    if len(names) + len(headings) > _MOST_CONDITIONS:
        raise UsageError(f"more than {_MOST_CONDITIONS} names and topics at once; leave some out")
    selection = Selection(
        about=tuple(names),
        topics=tuple(headings),
        start=_date("--from", start),
        end=_date("--to", end),
        limit=limit,
    )
    if selection.start and selection.end and selection.end.is_strictly_before(selection.start):
        raise UsageError(f"--from {start} is after --to {end}")
    return selection


def format_asked(format: Format | None, json: bool) -> str:
    """The option that asks for a format in so many words; empty where none does."""
    return "--json" if json else f"--format {format}" if format else ""


def output_to(
    format: Format | None = None,
    json: bool = False,
    color: ColorChoice = ColorChoice.AUTO,
    no_pager: bool = True,
) -> Output:
    """Where and how to write the results; raises UsageError for two formats at once."""
    if json and format not in (None, Format.JSON):
        raise UsageError(f"--json and --format {format} are two formats; leave one out")
    pager = "" if no_pager else _pager()
    return Output.to(sys.stdout, Format.JSON if json else format, color, os.environ, pager)


def listed(output: Output, library: Library, selection: Selection, how: str = "") -> Listing:
    """What to say around the facts of a selection: nothing but on a terminal."""
    from bazhanov_cli.render.listing import MOST_COUNTED, NOTHING_TO_SAY, listing

    if not output.is_page:
        return NOTHING_TO_SAY
    matching = library.fact_count
    if selection.conditions() != Selection().conditions():
        most = max(selection.limit or 0, MOST_COUNTED)
        matching = library.count(selection._replace(limit=most + 1))
    return listing(selection, matching, library.fact_count, how)


def found(number: int) -> int:
    """The exit code for a number of results: 1, with a word on stderr, where there are none."""
    if number:
        return 0
    hint("nothing found")
    return NOTHING_FOUND


def hint(message: str) -> None:
    """Tell the user something that is no result, on stderr, a line or several."""
    for line in message.split("\n"):
        say(line)


def _pager() -> str:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    from bazhanov_cli.render.pager import pager_command

    return pager_command(os.environ)


def _date(option: str, text: str | None) -> HistoricalDate | None:
    if text is None:
        return None
    try:
        return read_edtf(text) or _date_in_words(text) or parse_edtf(text)
    except DateError as error:
        raise DateError(f"{option}: {error}") from None


def _date_in_words(text: str) -> HistoricalDate | None:
    from bazhanov_cli.dates.typed import read_typed_date

    return read_typed_date(text)
