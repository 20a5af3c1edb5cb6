"""Files that a command writes for the user: whole or not at all, never over another unasked."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from bazhanov_cli.errors import OutputError, UsageError, reason_of

STDOUT = Path("-")


def name_of(file: Path) -> str:
    """A file's name as a message shows it, with escapes for what does not simply print."""
    from bazhanov_cli.dataset.problems import printable

    return printable(str(file))


def refuse(
    files: Sequence[Path], *, overwrite: bool, advice: str = "give --force to overwrite it"
) -> None:
    """Raise UsageError for a file that is named twice, or that is there and is not to be lost."""
    seen: set[str] = set()
    for file in files:
        place = str(file) if file == STDOUT else os.path.realpath(file)
        if place in seen:
            raise UsageError(f"{str(file)!r} is named twice; give each its own name")
        seen.add(place)
    for file in files:
        with _told(file):
            if file != STDOUT and file.is_dir():
                raise UsageError(f"{str(file)!r} is a folder; name a file in it")
            if file != STDOUT and not overwrite and os.path.lexists(file):
                raise UsageError(f"{str(file)!r} exists already; {advice}")


def write_files(texts: Mapping[Path, str], *, overwrite: bool) -> None:
    """Write texts as UTF-8, `-` to stdout; raises OutputError.

    Each is written beside the file that is meant and put in its place at the end: a full disk costs
    nothing that was there, and where one cannot be put in its place, no new file is left.
    """
    written: list[tuple[Path, Path]] = []
    try:
        for file, text in texts.items():
            with _told(file):
                if _is_replaced(file):
                    written.append((_written_beside(file, text), file))
        _put_in_place(written, overwrite=overwrite)
    finally:
        for new, _ in written:
            new.unlink(missing_ok=True)
    for file, text in texts.items():
        if file == STDOUT:
            sys.stdout.write(text)
        elif file not in (file for _, file in written):
            with _told(file), file.open("w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)


def _written_beside(file: Path, text: str) -> Path:
    """A new file in the folder of another, with its permissions and with a text."""
    target = Path(os.path.realpath(file))
    new = target.with_name(f".bazhanov-{os.urandom(8).hex()}")
    try:
        with new.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, new)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _put_in_place(written: Sequence[tuple[Path, Path]], *, overwrite: bool) -> None:
    made: list[Path] = []
    try:
        for new, file in written:
            with _told(file):
                if not overwrite:
                    file.touch(exist_ok=False)  # another program may have made it meanwhile
                    made.append(file)
                new.replace(os.path.realpath(file))
    except BaseException:
        for file in made:
            file.unlink(missing_ok=True)
        raise


def _is_replaced(file: Path) -> bool:
    """Whether a new file takes the place of a name; a pipe or a device can only be written to."""
    return file != STDOUT and (file.is_file() or not file.exists())


@contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise OutputError(f"cannot write {str(file)!r}: {reason_of(error)}") from None
