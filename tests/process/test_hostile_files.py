"""The program itself on files made to break it, and on what is no file at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.hostile import HOSTILE

EXPECTED_CODES = {0, 3}
WAIT = 30  # seconds: a program that hangs, not one that is slow
MOST_PROCESSOR = 1  # second, which other work on the machine does not lengthen

needs_posix = pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")


def run(*arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "bazhanov_cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, timeout=WAIT, check=False)


def assert_in_order(result: subprocess.CompletedProcess[bytes]) -> None:
    """No signal, no traceback, nothing that a terminal obeys."""
    assert result.returncode in EXPECTED_CODES, result.stderr.decode()
    for line in (result.stdout + result.stderr).decode().replace("\t", " ").splitlines():
        assert line.isprintable()
    assert b"Traceback" not in result.stderr
    assert result.stderr.count(b"\n") <= 1


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_in_order(name: str, tmp_path: Path) -> None:
    file = tmp_path / "a file.yaml"
    file.write_bytes(HOSTILE[name])
    by_turns = list(HOSTILE).index(name) % 2
    before = os.times()
    assert_in_order(run("list", "--data", file) if by_turns else run("check", file))
    after = os.times()
    user = after.children_user - before.children_user
    system = after.children_system - before.children_system
    assert user + system < MOST_PROCESSOR


@pytest.mark.parametrize("parser", ["with libyaml", "without libyaml"])
def test_deep_brackets_are_answered_in_order_by_either_parser(parser: str, tmp_path: Path) -> None:
    """PyYAML's own loaders crash the process on them."""
    file = tmp_path / "brackets.yaml"
    file.write_bytes(b"facts:\n- " + b"[" * 100_000)
    hidden = "import sys; sys.modules['yaml._yaml'] = None; " if "without" in parser else ""
    script = (
        f"{hidden}from bazhanov_cli.commands.app import main;"
        f"import sys; sys.argv = ['bazhanov', 'check', {str(file)!r}]; sys.exit(main())"
    )
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, capture_output=True, timeout=WAIT, check=False)
    assert_in_order(result)
    assert result.stdout.endswith(b"nested deeper than 20 levels\n")


@needs_posix
@pytest.mark.parametrize("command", ["check", "list"])
@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/dev/zero", "the character U+0000 is not allowed"),
        ("/dev/null", "the file is empty"),
        ("/dev/urandom", "/dev/urandom:1:1: "),
        ("missing.yaml", "no such file"),
        (".", "it is a folder"),
        ("missing/file.yaml", "no such file"),
        ("x" * 5_000, "too long"),
        ("pipe", "the file is empty"),
        ("loop", "too many levels of symbolic links"),
    ],
)
def test_what_is_no_file_gets_one_line(
    name: str, said: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    result = run(command, name) if command == "check" else run(command, "--data", name)
    if name == "/dev/urandom":
        said = said.removesuffix("1:1: ")
    assert_in_order(result)
    assert result.returncode == 3
    assert said in (result.stdout + result.stderr).decode()


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="only Linux has such a file")
def test_a_file_that_fails_while_it_is_read_gets_one_line() -> None:
    result = run("list", "--data", "/proc/self/mem")
    assert (result.returncode, result.stdout) == (3, b"")
    assert b"cannot read '/proc/self/mem': input/output error" in result.stderr


@needs_posix
def test_a_dataset_may_come_through_a_pipe() -> None:
    script = (
        "printf 'facts: [{id: 7, text: through a pipe}]'"
        f" | {sys.executable} -m bazhanov_cli list --data /dev/stdin"
    )
    result = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, timeout=WAIT, check=False
    )
    assert (result.returncode, result.stdout) == (0, b"7\t\tthrough a pipe\n")


def test_a_file_over_the_limit_is_refused_and_the_limit_can_be_raised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large.yaml"
    file.write_text("facts:\n" + "".join(f"- {{id: {n}, text: a}}\n" for n in range(1, 9_000)))
    monkeypatch.setenv("BAZHANOV_MAX_MIB", "0.1")
    refused = run("list", "--data", file, "--limit", "1")
    assert refused.returncode == 3
    assert b"is larger than 0.1 MiB; BAZHANOV_MAX_MIB raises the limit" in refused.stderr
    monkeypatch.setenv("BAZHANOV_MAX_MIB", "1")
    assert run("list", "--data", file, "--limit", "1").stdout == b"1\t\ta\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["list", "--about", "\x1b[31m\u202ered"],
        ["list", "--topic", "\x1b]0;title\x07"],
        ["list", "--from", "\x1b[2J"],
        ["list", "--format", "\x1b[2J"],
        ["list", "--data", "\x1b[2J\n\r.yaml"],
        ["check", "\x1b[2J\x9b31m.yaml"],
        ["show", "\x1b[2J"],
        ["search", "--limit", "\x1b[2J", "x"],
        ["\x1b[2J"],
        ["list", "--\x1b[2J"],
        ["new", "missing\x1b[2J/x.yaml"],
    ],
)
def test_what_is_typed_never_comes_back_as_an_escape_sequence(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.returncode not in (0, 1) or arguments[0] == "search"
    for line in result.stderr.decode().splitlines():
        assert line.isprintable()


@needs_posix
def test_a_file_name_that_is_no_text_is_shown_with_escapes(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff\x1b[31m\n.yaml")
    file.write_text("facts: [{id: x, text: a}]")
    result = run("check", file)
    assert_in_order(result)
    assert result.stdout.count(b"\n") == 1
    assert b"\\udcff\\x1b[31m\\n.yaml:1:14: 'id' must be" in result.stdout
