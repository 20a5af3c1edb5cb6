"""The bar that shows how far reading has come, on a terminal and when it takes a while."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from bazhanov_cli.commands.reading_bar import reading_bar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> str:
        """The line as it stands after everything written to it."""
        line: list[str] = []
        column = 0
        for letter in self.getvalue():
            if letter == "\r":
                column = 0
                continue
            line[column:] = [letter, *line[column + 1 :]]
            column += 1
        return "".join(line).rstrip()


def clock(*seconds: float) -> Iterator[float]:
    return iter(seconds)


def test_there_is_no_bar_where_nobody_sees_it() -> None:
    stream = io.StringIO()
    for nowhere in (None, stream):
        with reading_bar(nowhere, 100) as progress:
            assert progress is None
    assert stream.getvalue() == ""


def test_there_is_no_bar_within_the_first_second() -> None:
    terminal, times = Terminal(), clock(0, 0.5, 0.99)
    with reading_bar(terminal, 100, lambda: next(times)) as progress:
        assert progress
        progress(10)
        progress(100)
    assert terminal.getvalue() == ""


def test_the_bar_shows_how_far_it_is_and_is_cleared() -> None:
    terminal, times = Terminal(), clock(0, 1, 1.05, 1.2, 1.21)
    with reading_bar(terminal, 200, lambda: next(times)) as progress:
        assert progress
        progress(50)
        assert terminal.screen() == "Reading the dataset [#####               ]  25%"
        progress(60)
        assert terminal.screen().endswith("25%"), "not drawn more than ten times a second"
        progress(100)
        assert terminal.screen() == "Reading the dataset [##########          ]  50%"
        progress(200)
        assert terminal.screen() == "Indexing the dataset [####################] 100%"
    assert terminal.screen() == ""
    assert terminal.getvalue().isascii()
    assert terminal.getvalue().endswith("\r")
    assert "\n" not in terminal.getvalue()


def test_the_bar_is_cleared_when_reading_is_interrupted() -> None:
    terminal, times = Terminal(), clock(0, 2)

    def read_until_interrupted() -> None:
        with reading_bar(terminal, 9, lambda: next(times)) as progress:
            assert progress
            progress(3)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_until_interrupted()
    assert terminal.screen() == ""
    assert terminal.getvalue()


def test_of_a_pipe_nobody_knows_the_end() -> None:
    terminal, times = Terminal(), clock(0, 2)
    with reading_bar(terminal, 0, lambda: next(times)) as progress:
        assert progress
        progress(5 << 20)
        assert terminal.screen() == "Reading the dataset: 5 MiB"


def test_a_file_that_grows_is_never_more_than_read() -> None:
    terminal, times = Terminal(), clock(0, 2)
    with reading_bar(terminal, 10, lambda: next(times)) as progress:
        assert progress
        progress(30)
        assert terminal.screen().endswith("100%")
