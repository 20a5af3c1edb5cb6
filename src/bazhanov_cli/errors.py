"""The one family of errors: each class carries its exit code and writes its own sentence."""

from __future__ import annotations


class BazhanovError(Exception):
    """An error that the user can act on: shown as one line, never as a traceback."""

    exit_code = 1


class UsageError(BazhanovError):
    """The command line is wrong."""

    exit_code = 2


class DateError(UsageError):
    """A date that cannot be read, or that never was."""


class UnknownName(UsageError):
    """A name, topic, id or word that the dataset does not know, with the nearest that it does."""

    def __init__(
        self, what: str, value: object, nearest: tuple[str, ...] = (), hint: str = ""
    ) -> None:
        self.nearest = nearest
        super().__init__(f"{what} {value!r} is not in this dataset{_advice(nearest, hint)}")


class AmbiguousName(UsageError):
    """A name that several entities of the dataset bear."""

    def __init__(self, name: str, identifiers: tuple[str, ...]) -> None:
        super().__init__(f"{name!r} may be {' or '.join(identifiers)}; write one of these ids")


class DatasetError(BazhanovError):
    """The dataset cannot be read, or is not valid."""

    exit_code = 3


class MemoryFileError(BazhanovError):
    """The quiz's memory cannot be read or written."""

    exit_code = 4


class OutputError(BazhanovError):
    """The output cannot be written, as on a full disk (EX_IOERR of sysexits.h)."""

    exit_code = 74


def reason_of(error: Exception) -> str:
    """Why the system or a library has refused, to stand within a sentence."""
    reason = getattr(error, "strerror", None) or str(error)
    return f"{reason[:1].lower()}{reason[1:]}"


def _advice(nearest: tuple[str, ...], hint: str) -> str:
    if nearest:
        return f"; did you mean {' or '.join(map(repr, nearest))}?"
    return f"; {hint}" if hint else ""
