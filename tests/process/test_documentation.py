"""What the documentation shows is what the program does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bazhanov_cli.commands.catalogue import COMMANDS
from support.command_line import bazhanov
from support.packaged import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
SETTING_UP = ("uv ", "python3 -m venv", ".venv/bin/")


def shell_examples() -> list[tuple[str, str, tuple[str, ...]]]:
    """Every command line of the pages: where it stands, itself, and the programs it needs."""
    return [
        (page.name, line, tuple(needs.split()))
        for page in PAGES
        for language, needs, body in BLOCK.findall(page.read_text(encoding="utf-8"))
        if language == "sh"
        for line in body.splitlines()
        if line.strip() and not line.startswith(SETTING_UP)
    ]


def datasets() -> list[tuple[str, str]]:
    """Every dataset that the pages show whole."""
    return [
        (page.name, body)
        for page in PAGES
        for language, _, body in BLOCK.findall(page.read_text(encoding="utf-8"))
        if language == "yaml" and re.search(r"^facts:", body, re.MULTILINE)
    ]


@pytest.fixture
def shell(tmp_path: Path) -> Path:
    """A folder to run examples in, with `bazhanov` on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "bazhanov"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m bazhanov_cli "$@"\n')
    script.chmod(0o755)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="the examples are for a POSIX shell")
@pytest.mark.parametrize(("page", "line", "needs"), shell_examples())
def test_every_shell_example_runs(
    page: str, line: str, needs: tuple[str, ...], shell: Path, tmp_path: Path
) -> None:
    used = [
        program for program in ("jq", "fzf", "sqlite-utils") if program in line or program in needs
    ]
    for program in used:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    environment = {
        **os.environ,
        "PATH": f"{shell}{os.pathsep}{os.environ['PATH']}",
        "FZF_DEFAULT_OPTS": "--filter=Blumkin",  # chooses without asking a person
    }
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=tmp_path,
        env=environment,
        input="",
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode in ({0, 1} if "--due" in line else {0}), (page, done.stderr)


@pytest.mark.parametrize(("page", "body"), datasets())
def test_every_dataset_shown_is_good(page: str, body: str, tmp_path: Path) -> None:
    file = tmp_path / "shown.yaml"
    file.write_text(body, encoding="utf-8")
    result = bazhanov("check", str(file))
    assert (result.code, result.out) == (0, ""), page


DRAWN = pytest.mark.skipif(sys.platform == "win32", reason="pictures are drawn from a pty")


@pytest.mark.parametrize(
    "script", ["make_manual.py", pytest.param("make_pictures.py", marks=DRAWN)]
)
def test_what_is_made_from_the_program_is_current(script: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / script), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert any(f"bazhanov {command}" in page.read_text(encoding="utf-8") for page in PAGES)


def test_every_link_of_the_pages_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), (page, target)
