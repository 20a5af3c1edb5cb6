"""Where a dataset's bytes come from: a file, or the archive that the program runs from."""

from __future__ import annotations

import math
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bazhanov_cli.errors import DatasetError, UsageError, reason_of

PACKAGE = Path(__file__).parent.parent
MEBIBYTE = 1 << 20
DEFAULT_MIB = 1024
_RACY_SECONDS = 2


class Source(NamedTuple):
    """A dataset that can be opened, and the state of the file that holds it.

    `path` is absolute. `size` is in bytes; it is 0 and `fingerprint` is empty where the content may
    change unseen, as in a pipe. `modified` is in seconds since the epoch.
    """

    name: str
    open: Callable[[], BinaryIO]
    path: str
    size: int
    fingerprint: str
    modified: float

    def is_trusted_at(self, now: float) -> bool:
        """Whether a later change would show in the fingerprint.

        A file changed within the last two seconds may change again within the clock's tick: the
        rule that git calls "racy".
        """
        return bool(self.fingerprint) and abs(now - self.modified) > _RACY_SECONDS

    def is_unchanged(self) -> bool:
        """Whether the file is still the one that the fingerprint was taken of."""
        try:
            return _fingerprint(os.stat(self.path)) == self.fingerprint  # noqa: PTH116 - as below
        except OSError:
            return False


def file_source(path: Path) -> Source:
    """The dataset in a file, `-` for the one on stdin; raises DatasetError where there is none."""
    if str(path) == "-":
        return Source("-", _open_stdin, "-", size=0, fingerprint="", modified=0.0)
    return _source(str(path), path, lambda: _open(path))


def packaged_source() -> Source:
    """The dataset that comes with the program: beside a checkout, in a wheel, or in a zipapp."""
    checkout = PACKAGE.parent.parent
    if (checkout / "src").exists() and PACKAGE.parent.name == "src":
        return file_source(checkout / "data" / "facts.yaml")
    installed = PACKAGE / "data" / "facts.yaml"
    if installed.exists():
        return file_source(installed)
    return _archived_source(installed)


def most_bytes() -> int:
    """The size past which a dataset is refused: BAZHANOV_MAX_MIB mebibytes, or 1,024.

    Raises UsageError where that is set to what is no size.
    """
    setting = os.environ.get("BAZHANOV_MAX_MIB") or str(DEFAULT_MIB)
    try:
        size = float(setting) * MEBIBYTE
    except ValueError:
        size = math.nan
    if not 0 < size < math.inf:
        advice = f"write a number of MiB above 0, such as {DEFAULT_MIB}"
        raise UsageError(f"BAZHANOV_MAX_MIB is {setting!r}; {advice}")
    return math.ceil(size)


def unreadable(name: str, error: Exception) -> str:
    """One line for a file that the system will not give."""
    return f"cannot read {name!r}: {reason_of(error)}"


def _source(name: str, path: Path, open_stream: Callable[[], BinaryIO]) -> Source:
    try:
        # On the way of every command: one system call, and no Path made of another.
        status = os.stat(path)  # noqa: PTH116
        absolute = os.path.abspath(path)  # noqa: PTH100
    except (OSError, ValueError) as error:
        raise DatasetError(unreadable(name, error)) from None
    if stat.S_ISDIR(status.st_mode):
        raise DatasetError(f"cannot read {name!r}: it is a folder; name a YAML file in it")
    modified = max(status.st_mtime, status.st_ctime)
    return Source(name, open_stream, absolute, status.st_size, _fingerprint(status), modified)


def _fingerprint(status: os.stat_result) -> str:
    if not stat.S_ISREG(status.st_mode):
        return ""
    times = (status.st_mtime_ns, status.st_ctime_ns)
    return ":".join(map(str, (status.st_dev, status.st_ino, status.st_size, *times)))


def _open(path: Path) -> BinaryIO:
    try:
        return open(path, "rb", buffering=0, opener=_open_at_once)
    except OSError as error:
        raise DatasetError(unreadable(str(path), error)) from None


def _open_stdin() -> BinaryIO:
    return open(0, "rb", buffering=0, closefd=False)


def _open_at_once(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to is then empty, where it would be waited for."""
    if not hasattr(os, "O_NONBLOCK"):
        return os.open(path, flags)
    descriptor = os.open(path, flags | os.O_NONBLOCK)
    os.set_blocking(descriptor, True)
    return descriptor


def _archived_source(member: Path) -> Source:
    import io
    import zipimport

    loader = globals().get("__loader__")
    if not isinstance(loader, zipimport.zipimporter):
        raise DatasetError(f"cannot read {str(member)!r}: the installation is not complete")
    data = loader.get_data(str(member))
    return _source(str(member), Path(loader.archive), lambda: io.BytesIO(data))
