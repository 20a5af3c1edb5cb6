"""Where a dataset comes from, and when its state may be trusted."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from bazhanov_cli.dataset import source as sources
from bazhanov_cli.dataset.source import MEBIBYTE, file_source, most_bytes, packaged_source
from bazhanov_cli.errors import DatasetError, UsageError
from support.packaged import PACKAGED


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "a.yaml"
    file.write_text("facts: []")
    return file


def test_a_file_is_opened_and_known_by_its_absolute_path(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    source = file_source(Path("a.yaml"))
    assert (source.name, source.path, source.size) == ("a.yaml", str(file), 9)
    with source.open() as stream:
        assert stream.read() == b"facts: []"


def test_the_packaged_dataset_is_that_of_the_checkout() -> None:
    assert Path(packaged_source().path) == PACKAGED


def test_an_installed_dataset_lies_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "bazhanov_cli"
    (package / "data").mkdir(parents=True)
    (package / "data" / "facts.yaml").write_text("installed")
    monkeypatch.setattr(sources, "PACKAGE", package)
    with packaged_source().open() as stream:
        assert stream.read() == b"installed"


def test_an_installation_without_its_dataset_is_not_complete(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "PACKAGE", tmp_path / "lib" / "bazhanov_cli")
    with pytest.raises(DatasetError, match="the installation is not complete"):
        packaged_source()


@pytest.mark.parametrize("seconds", [-1.9, 0.0, 1.9])
def test_a_file_changed_within_two_seconds_is_not_trusted(file: Path, seconds: float) -> None:
    source = file_source(file)
    assert not source.is_trusted_at(source.modified + seconds)


@pytest.mark.parametrize("seconds", [-3600.0, 2.1, 3600.0])
def test_a_file_changed_at_another_time_is_trusted(file: Path, seconds: float) -> None:
    """Also when a wrong clock has put the change into the future."""
    source = file_source(file)
    assert source.is_trusted_at(source.modified + seconds)


@pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
def test_a_pipe_is_never_trusted(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    source = file_source(tmp_path / "pipe")
    assert not source.is_trusted_at(time.time() + 3600)


def test_every_change_of_a_file_is_seen(file: Path) -> None:
    source = file_source(file)
    assert source.is_unchanged()
    file.write_text("facts: [1]")
    assert not source.is_unchanged()
    file.unlink()
    assert not source.is_unchanged()


@pytest.mark.skipif(os.name == "nt", reason="there the time of a change of state is not kept")
def test_a_change_is_seen_that_leaves_the_size_and_the_time_as_they_were(file: Path) -> None:
    source, before = file_source(file), file.stat()
    time.sleep(0.05)  # longer than a tick of the clock that files are stamped by
    file.write_text("facts: {}")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = file.stat()
    assert (after.st_ino, after.st_size, after.st_mtime_ns) == (
        before.st_ino, before.st_size, before.st_mtime_ns,
    )  # fmt: skip
    assert not source.is_unchanged()


def test_a_file_that_is_replaced_has_changed(file: Path, tmp_path: Path) -> None:
    source = file_source(file)
    (tmp_path / "b.yaml").write_text("facts: []")
    (tmp_path / "b.yaml").replace(file)
    assert not source.is_unchanged()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("missing.yaml", "cannot read 'missing.yaml': no such file or directory"),
        (".", "cannot read '.': it is a folder; name a YAML file in it"),
        ("a\0b", "cannot read 'a\\\\x00b': embedded null byte"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(name: str, said: str) -> None:
    with pytest.raises(DatasetError, match=f"^{said}$"):
        file_source(Path(name))


def test_a_file_that_may_not_be_opened_is_told_in_one_line(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = file_source(file)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(DatasetError, match=r"a\.yaml': permission denied$"):
        source.open()


@pytest.mark.parametrize(
    ("setting", "mebibytes"),
    [
        (None, 1024),
        ("", 1024),
        ("2", 2),
        ("0.5", 0.5),
        ("1e-9", 1 / MEBIBYTE),
    ],
)
def test_the_limit_can_be_set(
    setting: str | None, mebibytes: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    if setting is not None:
        monkeypatch.setenv("BAZHANOV_MAX_MIB", setting)
    assert most_bytes() == mebibytes * MEBIBYTE


@pytest.mark.parametrize(
    "setting", ["-1", "0", "-0.0", "inf", "-inf", "nan", "abc", "1e308", "2 GiB"]
)
def test_a_limit_that_is_no_size_is_refused(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BAZHANOV_MAX_MIB", setting)
    advice = "write a number of MiB above 0, such as 1024"
    with pytest.raises(UsageError, match=f"^BAZHANOV_MAX_MIB is '{setting}'; {advice}$"):
        most_bytes()
