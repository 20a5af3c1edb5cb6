"""Ctrl-C held back while something is written."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest

from bazhanov_cli.commands.interrupts import held_back


def interrupted(work: Callable[[], object]) -> None:
    """Do a piece of work while Ctrl-C is pressed."""
    with held_back():
        signal.raise_signal(signal.SIGINT)
        work()


def fail() -> None:
    raise ValueError("of the work")


def test_the_work_is_done_before_ctrl_c_counts() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(lambda: done.append("all of it"))
    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_without_ctrl_c_nothing_happens() -> None:
    with held_back():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_of_the_work_is_the_one_that_is_told() -> None:
    with pytest.raises(ValueError, match="of the work"):
        interrupted(fail)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_process_that_ignores_ctrl_c_goes_on_ignoring_it() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        interrupted(lambda: None)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
