"""Where a dataset's bytes come from: a file, or the archive that the program runs from."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from bazhanov_cli.errors import DatasetError

PACKAGE = Path(__file__).parent.parent
DEFAULT_MIB = 1024
_RACY_SECONDS = 2


class Source(NamedTuple):
    """A dataset that can be opened, and the state of the file that holds it.

    `fingerprint` is empty where the content may change unseen, as in a pipe; `modified` is in
    seconds since the epoch.
    """

    name: str
    open: Callable[[], BinaryIO]
    file: Path
    fingerprint: str
    modified: float

    def is_trusted_at(self, now: float) -> bool:
        """Whether a later change would show in the fingerprint.

        A file changed within the last two seconds may change again within the clock's tick: the
        rule that git calls "racy".
        """
        return bool(self.fingerprint) and now - self.modified > _RACY_SECONDS

    def is_unchanged(self) -> bool:
        """Whether the file is still the one that the fingerprint was taken of."""
        try:
            return _state_of(self.file)[0] == self.fingerprint
        except DatasetError:
            return False


def file_source(path: Path) -> Source:
    """The dataset in a file; raises DatasetError where there is none."""
    fingerprint, modified = _state_of(path)
    return Source(str(path), lambda: _open(path), path, fingerprint, modified)


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
    """The size past which a dataset is refused: BAZHANOV_MAX_MIB mebibytes, or 1,024."""
    try:
        return int(float(os.environ.get("BAZHANOV_MAX_MIB") or DEFAULT_MIB) * (1 << 20))
    except (ValueError, OverflowError):
        return DEFAULT_MIB << 20


def unreadable(path: Path, error: Exception) -> str:
    """One line for a file that the system will not give."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot read {str(path)!r}: {reason[:1].lower()}{reason[1:]}"


def _state_of(path: Path) -> tuple[str, float]:
    """The fingerprint of a file and the time of its last change."""
    try:
        status = os.stat(path)  # noqa: PTH116 - one system call on the way of every command
    except (OSError, ValueError) as error:
        raise DatasetError(unreadable(path, error)) from None
    if stat.S_ISDIR(status.st_mode):
        raise DatasetError(f"cannot read {str(path)!r}: it is a folder; name a YAML file in it")
    parts = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
    regular = stat.S_ISREG(status.st_mode)
    fingerprint = ":".join(map(str, (os.path.abspath(path), *parts))) if regular else ""  # noqa: PTH100
    return fingerprint, max(status.st_mtime, status.st_ctime)


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb", buffering=0)
    except OSError as error:
        raise DatasetError(unreadable(path, error)) from None


def _archived_source(member: Path) -> Source:
    import io
    import zipimport

    loader = globals().get("__loader__")
    if not isinstance(loader, zipimport.zipimporter):
        raise DatasetError(f"cannot read {str(member)!r}: the installation is not complete")
    archive = Path(loader.archive)
    data = loader.get_data(str(member))
    return Source(str(member), lambda: io.BytesIO(data), archive, *_state_of(archive))
