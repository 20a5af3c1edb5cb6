"""Files that commands write for the user: whole or not at all, and never over another unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from bazhanov_cli.dataset.example import EXAMPLE
from support.command_line import bazhanov

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits and links")

WRITERS = {
    "export": ["progress", "--force", "--export"],
    "svg": ["timeline", "--force", "--svg"],
    "html": ["timeline", "--force", "--html"],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    bazhanov("quiz", "--seed", "1", "-n", "8", typed="\n" * 8)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.mark.parametrize("writer", WRITERS)
def test_a_full_disk_leaves_what_was_there(
    writer: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    Path("kept").write_text("mine")
    monkeypatch.setattr(os, "fsync", full)
    result = bazhanov(*WRITERS[writer], "kept")
    assert result.code == 74
    assert result.err == "bazhanov: error: cannot write 'kept': no space left on device\n"
    assert [(file.name, file.read_text()) for file in folder.iterdir()] == [("kept", "mine")]


@pytest.mark.parametrize("writer", WRITERS)
def test_an_overwritten_file_keeps_its_permissions_and_a_link_its_file(writer: str) -> None:
    Path("kept").write_text("mine")
    Path("kept").chmod(0o640)
    Path("link").symlink_to("kept")
    assert bazhanov(*WRITERS[writer], "link").code == 0
    assert Path("link").is_symlink()
    assert Path("kept").read_text() != "mine"
    assert Path("kept").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("writer", WRITERS)
def test_a_folder_is_no_file_to_write(writer: str) -> None:
    Path("folder").mkdir()
    forced = WRITERS[writer]
    for command in (forced, [option for option in forced if option != "--force"]):
        result = bazhanov(*command, "folder")
        assert result.code == 2
        assert result.err == "bazhanov: error: 'folder' is a folder; name a file in it\n"


def test_one_file_for_two_pictures_is_refused(folder: Path) -> None:
    for svg, html in (("a", "./a"), ("-", "-")):
        result = bazhanov("timeline", "--force", "--svg", svg, "--html", html)
        assert result.code == 2
        assert f"{html.strip('./')!r} is named twice; give each its own name" in result.err
    assert list(folder.iterdir()) == []


def test_of_two_pictures_both_are_written_or_none(folder: Path) -> None:
    assert bazhanov("timeline", "--svg", "a.svg", "--html", "missing/a.html").code == 74
    assert list(folder.iterdir()) == []


def test_a_picture_is_taken_back_where_the_other_finds_no_place(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def only_pictures(new: Path, place: str) -> Path:
        if place.endswith(".html"):
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        return replace(new, place)

    monkeypatch.setattr(Path, "replace", only_pictures)
    assert bazhanov("timeline", "--svg", "a.svg", "--html", "a.html").code == 74
    assert list(folder.iterdir()) == []


def test_a_hyphen_is_stdout(folder: Path) -> None:
    assert bazhanov("timeline", "--svg", "-").out.startswith("<svg")
    assert bazhanov("timeline", "--html", "-").out.startswith("<!DOCTYPE html>")
    assert len(bazhanov("progress", "--export", "-").json["answers"]) == 8
    assert bazhanov("new", "-").out == EXAMPLE
    assert list(folder.iterdir()) == []


def test_what_is_no_file_is_written_to_and_never_replaced() -> None:
    assert bazhanov("progress", "--export", "/dev/null", "--force").code == 0
    assert not Path("/dev/null").is_file()
