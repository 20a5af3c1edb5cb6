"""`bazhanov timeline --chart`, `--svg` and `--html`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from support.command_line import bazhanov

HOSTILE = """
id: hostile
title: "<script>alert(1)</script> & \\"quotes\\""
attribution: "</footer><script>"
facts:
  - id: 1
    text: "It's <b>bold</b> & [red]colourful[/red] :smile:"
    events:
      - date: 1923
        label: "</text><script>alert(2)</script>"
      - date: 1924
        label: twice
      - date: 1924
        label: twice
  - id: 2
    text: Undated <i>too</i>.
"""


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    file = tmp_path / "hostile.yaml"
    file.write_text(HOSTILE, encoding="utf-8")
    return str(file)


def test_a_chart_is_the_same_lines_in_a_pipe_as_on_a_terminal() -> None:
    piped = bazhanov("timeline", "--chart").out
    drawn = bazhanov("timeline", "--chart", "--color", "never", columns=80).out
    coloured = bazhanov("timeline", "--chart", columns=80).out
    assert piped == drawn
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn
    assert coloured != drawn


def test_two_facts_on_one_happening_are_one_mark() -> None:
    lines = bazhanov("timeline", "--chart").out.splitlines()
    (defection,) = [line for line in lines if "Defects from the Soviet Union" in line]
    assert "● 11, 12 " in defection


def test_every_fact_is_on_the_chart() -> None:
    out = bazhanov("timeline", "--chart", "--all").out
    for event in bazhanov("timeline", "--all", "--json").json:
        words = event["label"].split()[:2]
        assert " ".join(words) in " ".join(out.split()) or event["same_as"]


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "markdown"])
def test_a_drawing_is_no_record(name: str) -> None:
    result = bazhanov("timeline", "--chart", "--format", name)
    assert result.code == 2
    assert result.err.count("\n") == 1
    assert name in result.err


@pytest.mark.parametrize(
    ("arguments", "dropped"),
    [
        (("--svg", "life.svg", "--json"), "--json"),
        (("--html", "life.html", "--format", "csv"), "--format csv"),
        (("--svg", "life.svg", "--brief"), "--brief"),
        (("--chart", "--brief"), "--brief"),
        (("--force",), "--force"),
        (("--chart", "--force"), "--force"),
    ],
)
def test_an_option_that_would_change_nothing_is_refused(
    arguments: tuple[str, ...], dropped: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = bazhanov("timeline", *arguments)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert dropped in result.err
    assert "leave" in result.err
    assert list(tmp_path.iterdir()) == []


def test_events_that_are_alike_are_told_apart(hostile: str, tmp_path: Path) -> None:
    file = tmp_path / "alike.html"
    assert bazhanov("timeline", "--all", "--html", str(file), "--data", hostile).code == 0
    names = re.findall(r'\bid="(happening-[^"]+)"', file.read_text(encoding="utf-8"))
    assert names == ["happening-1-1", "happening-1-2", "happening-1-3"]


def test_what_a_dataset_holds_is_text_in_every_drawing(hostile: str, tmp_path: Path) -> None:
    assert "</text><script>alert(2)" in bazhanov("timeline", "--chart", "--data", hostile).out
    for option in ("--svg", "--html"):
        file = tmp_path / f"hostile.{option[2:]}"
        assert bazhanov("timeline", option, str(file), "--data", hostile).code == 0
        written = file.read_text(encoding="utf-8")
        assert "<script" not in written
        assert "<b>" not in written
        assert "&lt;script&gt;alert(2)" in written


def test_an_existing_file_is_kept_unless_forced(tmp_path: Path) -> None:
    svg, html = tmp_path / "life.svg", tmp_path / "life.html"
    html.write_text("mine")
    result = bazhanov("timeline", "--svg", str(svg), "--html", str(html))
    assert result.code == 2
    assert result.err == (
        f"bazhanov: error: {str(html)!r} exists already; give --force to overwrite it\n"
    )
    assert html.read_text() == "mine"
    assert not svg.exists(), "nothing is written when not all can be"
    assert bazhanov("timeline", "--svg", str(svg), "--html", str(html), "--force").code == 0
    assert html.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_file_that_cannot_be_written_is_told_in_one_line(tmp_path: Path) -> None:
    result = bazhanov("timeline", "--svg", str(tmp_path / "missing" / "life.svg"))
    assert result.code == 74
    assert result.err.count("\n") == 1
    assert "no such file or directory" in result.err


def test_a_written_file_is_named_on_stderr(tmp_path: Path) -> None:
    svg, html = tmp_path / "life.svg", tmp_path / "life.html"
    result = bazhanov("timeline", "--svg", str(svg), "--html", str(html))
    assert (result.out, result.err) == ("", f"{svg} is written\n{html} is written\n")


def test_nothing_found_writes_no_file(tmp_path: Path) -> None:
    file = tmp_path / "life.svg"
    result = bazhanov("timeline", "--svg", str(file), "--to", "1800")
    assert (result.code, result.err) == (1, "nothing found\n")
    assert not file.exists()


def test_the_same_facts_give_the_same_picture(tmp_path: Path) -> None:
    files = [tmp_path / "one.svg", tmp_path / "two.svg"]
    for file in files:
        assert bazhanov("timeline", "--svg", str(file)).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()


def test_the_picture_is_well_formed_vector_and_names_nothing_outside(tmp_path: Path) -> None:
    file = tmp_path / "life.svg"
    bazhanov("timeline", "--all", "--svg", str(file))
    written = file.read_text(encoding="utf-8")
    root = ET.fromstring(written)
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title") is not None
    description = root.findtext(f"{space}desc")
    assert description
    assert description.startswith("A timeline of 24 happenings, 1900 to 1982.")
    assert not list(root.iter(f"{space}image"))
    assert re.findall(r"https?://[^\"']+", written) == ["http://www.w3.org/2000/svg"]
    names = re.findall(r'\bid="([^"]+)"', written)
    assert len(names) == len(set(names))


def test_the_page_needs_no_script_and_forbids_every_request(tmp_path: Path) -> None:
    file = tmp_path / "life.html"
    bazhanov("timeline", "--all", "--html", str(file))
    written = file.read_text(encoding="utf-8")
    assert "<script" not in written
    assert "default-src 'none'" in written
    assert re.findall(r"https?://[^\"']+", written) == ["http://www.w3.org/2000/svg"]
    names = re.findall(r'\bid="([^"]+)"', written)
    assert len(names) == len(set(names))
    assert "CC BY-SA 4.0" in written
