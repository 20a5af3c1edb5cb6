"""What may come next in an unfinished command line: asked by a shell whenever Tab is pressed.

It has to answer at once, so it imports no Typer: the table of options is written beforehand.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bazhanov_cli.commands.catalogue import COMMANDS
from bazhanov_cli.commands.completion_table import ARGUMENTS, OPTIONS, Option
from bazhanov_cli.commands.shell_words import split_line
from bazhanov_cli.errors import BazhanovError

if TYPE_CHECKING:
    from bazhanov_cli.library.library import Library

ENTRY = "__complete"
"""The first word of a command line that asks: `__complete SHELL LINE [WORD]`."""

_LEAST_ARGUMENTS = 2
_LONGEST_DESCRIPTION = 60
_MOST_DESCRIBED = 200
_HELP = ("--help", "Show the help, and exit.")
_VERSION = ("--version", "Print the version, and exit.")


class Candidate(NamedTuple):
    """A word that may stand there, and what it is."""

    value: str
    description: str = ""


class _Wanted(NamedTuple):
    """What the next word of a command line is: `value` is the metavar of what it stands for."""

    value: str = ""
    choices: tuple[str, ...] = ()
    options: bool = False
    data: str | None = None


def complete(arguments: list[str]) -> int:
    """Print the answer to a shell: first the kind of it, then a candidate a line.

    The kinds are `words`, `names` (with characters that the shell has to quote) and `files` (the
    shell itself is to complete a file's name). Candidates carry a description after a tab, for the
    shells that show one. bash names the part of the word that it would replace.
    """
    if len(arguments) < _LEAST_ARGUMENTS:
        return 1
    if isinstance(sys.stdout, TextIOWrapper):
        # A shell takes bytes as they are, whatever Python makes of the locale.
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")
    shell, line, *part = arguments
    words = split_line(line, fish=shell == "fish")
    raw, typed = words[-1]
    try:
        found = candidates([word.text for word in words[1:-1]], typed, os.environ)
        if found is None:
            print("files")  # noqa: T201 - the answer to the shell
        elif shell == "bash":
            _print_for_bash(found, raw, part[0] if part else raw)
        else:
            _print_described(found)
        sys.stdout.flush()
    except (BazhanovError, OSError):
        return 1
    return 0


def candidates(
    before: list[str], typed: str, environment: os._Environ[str] | dict[str, str]
) -> list[Candidate] | None:
    """What may replace a word that is being typed after others; None stands for a file's name."""
    if not before or before == ["help"]:
        known = {**dict([_HELP, _VERSION]), **COMMANDS} if typed.startswith("-") else COMMANDS
        return [Candidate(*pair) for pair in known.items() if pair[0].startswith(typed)]
    if before[0] not in COMMANDS:
        return []
    option, equals, value = typed.partition("=")
    lead = f"{option}=" if equals and option.startswith("--") else ""
    wanted = _wanted([*before, option] if lead else before, value if lead else typed)
    if wanted.options:
        return [*_options(before[0], typed)]
    found = _values(wanted, value if lead else typed, environment)
    return found and [Candidate(lead + value, description) for value, description in found]


def _wanted(words: list[str], typed: str) -> _Wanted:
    """Read the words before the one that is being typed."""
    command, *rest = words
    taking = {name: option for option in OPTIONS[command] if option[1] for name in option[0]}
    waiting: Option | None = None
    data: str | None = None
    arguments, only_arguments = 0, False
    for word in rest:
        if waiting:
            data = word if "--data" in waiting[0] else data
            waiting = None
        elif only_arguments or not word.startswith("-"):
            arguments += 1
        elif word.startswith("--data="):
            data = word.partition("=")[2]
        else:
            only_arguments = word == "--"
            waiting = taking.get(word)
    if waiting:
        return _Wanted(waiting[1], waiting[2], data=data)
    if typed.startswith("-") and not only_arguments:
        return _Wanted(options=True)
    places = ARGUMENTS[command]
    if arguments >= len(places) and not (places and places[-1][2]):
        return _Wanted()
    value, choices, _ = places[min(arguments, len(places) - 1)]
    return _Wanted(value, choices, data=data)


def _options(command: str, typed: str) -> Iterator[Candidate]:
    for names, _, _, description in (*OPTIONS[command], ((_HELP[0],), "", (), _HELP[1])):
        yield from (Candidate(name, description) for name in names if name.startswith(typed))


def _values(
    wanted: _Wanted, typed: str, environment: os._Environ[str] | dict[str, str]
) -> list[Candidate] | None:
    if wanted.choices:
        return [Candidate(choice) for choice in wanted.choices if choice.startswith(typed.lower())]
    if wanted.value == "FILE":
        return None
    if wanted.value not in {"NAME", "WORD", "TOPIC", "ID"}:
        return []
    data = wanted.data or environment.get("BAZHANOV_DATA")
    # What comes on stdin is for the command itself, and not there yet.
    return [] if data == "-" else _known(wanted.value, typed, _open(data))


def _known(kind: str, typed: str, library: Library) -> list[Candidate]:
    """What the dataset knows: its ids, its topics or its names."""
    from bazhanov_cli.library.beginnings import ids_beginning, names_beginning, topics_beginning

    if kind == "TOPIC":
        return [Candidate(*topic) for topic in topics_beginning(library, typed)]
    if kind != "ID":
        return [
            Candidate(spelling, entity.description or entity.kind)
            for spelling, entity in names_beginning(library, typed)
        ]
    ids = ids_beginning(library, typed)
    if len(ids) > _MOST_DESCRIBED:
        return [Candidate(str(identifier)) for identifier in ids]
    return [Candidate(str(fact.id), fact.text) for fact in library.facts_with(ids)]


def _open(data: str | None) -> Library:
    import time

    from bazhanov_cli.commands.folders import cache_folder
    from bazhanov_cli.dataset.source import file_source, packaged_source
    from bazhanov_cli.library.opening import open_library

    source = file_source(Path(data).expanduser()) if data else packaged_source()
    return open_library(source, cache_folder(), time.time())


def _print_for_bash(found: Iterable[Candidate], raw: str, part: str) -> None:
    # bash breaks words at = and : too, and replaces only what comes after the last of them.
    head = raw[: -len(part)] if part and raw.endswith(part) else "" if part else raw
    kept = len(split_line(head)[-1].text)
    values = [candidate.value[kept:] for candidate in found]
    plain = all(letter.isalnum() or letter in "-_=:./" for value in values for letter in value)
    print("\n".join(["words" if plain else "names", *values]))  # noqa: T201


def _print_described(found: Iterable[Candidate]) -> None:
    print("words")  # noqa: T201
    for value, description in found:
        short = " ".join(description.split())
        if len(short) > _LONGEST_DESCRIPTION:
            short = f"{short[: _LONGEST_DESCRIPTION - 1]}…"
        print(f"{value}\t{short}" if short else value)  # noqa: T201
