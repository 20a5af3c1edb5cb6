"""Whatever the streams of the process are, it ends with the right code and one line at most."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.processes import PROGRAM, run, shell, start

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are POSIX streams")

RESULTS = ("list", "timeline", "search Stalin", "show 8", "index", "random", "--help", "--version")
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")


def statuses(done: subprocess.CompletedProcess[bytes]) -> tuple[str, list[int]]:
    """What a line of shell said on stderr, and the exit code of each of its parts."""
    said, _, codes = done.stderr.decode().rpartition("statuses ")
    return said, [int(code) for code in codes.split()]


@pytest.mark.parametrize("command", RESULTS)
@pytest.mark.parametrize("reader", ["head -n 1", "true", "head -c 1"])
def test_a_closed_pipe_ends_quietly(command: str, reader: str) -> None:
    said, codes = statuses(shell(f"bazhanov {command} | {reader}"))
    assert (said, codes) == ("", [0, 0])


def test_a_pipe_closed_in_the_middle_of_much_output_ends_quietly(tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    facts = "".join(f"  - id: {n}\n    text: Fact number {n}.\n" for n in range(1, 5_001))
    file.write_text(f"id: many\ntitle: Many\nfacts:\n{facts}", encoding="utf-8")
    for form in ("plain", "json", "jsonl", "csv", "markdown", "table"):
        line = f"bazhanov list --data '{file}' --format {form} | head -n 2"
        done = shell(line)
        assert statuses(done) == ("", [0, 0]), form
        assert done.stdout


@FULL
@pytest.mark.parametrize("command", RESULTS)
def test_a_full_disk_is_told_with_74(command: str) -> None:
    said, codes = statuses(shell(f"bazhanov {command} > /dev/full"))
    assert codes == [74]
    assert said == "bazhanov: error: cannot write the output: no space left on device\n"


@FULL
def test_a_full_disk_is_told_for_every_format() -> None:
    for form in ("plain", "json", "jsonl", "csv", "markdown", "table"):
        assert statuses(shell(f"bazhanov list --format {form} > /dev/full"))[1] == [74], form


@pytest.mark.parametrize("command", RESULTS)
def test_a_closed_stdout_is_told_with_74(command: str) -> None:
    said, codes = statuses(shell(f"bazhanov {command} >&-"))
    assert codes == [74]
    assert said == "bazhanov: error: cannot write the output: it is closed\n"


def test_a_command_that_writes_nothing_needs_no_stdout(tmp_path: Path) -> None:
    file = tmp_path / "good.yaml"
    file.write_text("id: good\ntitle: Good\nfacts:\n  - id: 1\n    text: A fact.\n")
    assert statuses(shell(f"bazhanov check '{file}' >&-")) == ("", [0])


@pytest.mark.parametrize("stderr", ["2>&-", pytest.param("2>/dev/full", marks=FULL)])
def test_an_unwritable_stderr_changes_no_result(stderr: str) -> None:
    assert run("list").stdout == shell(f"bazhanov list {stderr}").stdout
    assert statuses(shell(f"bazhanov list --about Nobody {stderr}")) == ("", [2])
    assert statuses(shell(f"bazhanov search zzzzz {stderr}")) == ("", [1])
    assert shell(f"bazhanov lisst {stderr}").stdout == b""


def test_a_closed_stdin_changes_no_result() -> None:
    done = shell("bazhanov list <&-")
    assert statuses(done) == ("", [0])
    assert done.stdout == run("list").stdout


def test_a_dataset_may_come_on_stdin() -> None:
    facts = b"facts:\n- {id: 1, text: A star.}\n"
    assert run("list", "--data", "-", typed=facts).stdout == b"1\t\tA star.\n"
    assert run("check", "-", typed=facts).returncode == 0
    done = run("check", "-", typed=b"facts:\n- {id: 1}\n")
    assert (done.returncode, done.stdout) == (3, b"-:2:3: a fact needs 'text'\n")
    assert statuses(shell("bazhanov list --data - <&-"))[1] == [3]


def test_nothing_open_at_all() -> None:
    assert statuses(shell("bazhanov list <&- >&- 2>&-")) == ("", [74])
    assert statuses(shell("bazhanov lisst <&- >&- 2>&-")) == ("", [2])


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["list"], 0),
        ([], 0),
        (["list", "--topic", "pursuit", "--to", "1900"], 1),
        (["search", "zzzzz"], 1),
        (["lisst"], 2),
        (["list", "--limit", "x"], 2),
        (["list", "--about", "Nobody"], 2),
        (["show", "99"], 2),
        (["list", "--data", "no-such-file.yaml"], 3),
        (["list", "--data", "."], 3),
    ],
)
def test_the_code_tells_a_script_what_happened(arguments: list[str], code: int) -> None:
    done = run(*arguments)
    assert done.returncode == code
    if code >= 2:
        assert done.stdout == b""
        assert done.stderr.startswith(b"bazhanov: error: ")
        assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ["x\ny", "x\ty", "\x1b[31mred", "\udcff\udcfe", "a\u202eb"])
def test_a_hostile_argument_is_told_on_one_line(name: str) -> None:
    done = run("list", "--about", name)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr
    assert "\u202e".encode() not in done.stderr


def test_a_defect_is_told_on_one_line_with_70(tmp_path: Path) -> None:
    """A traceback helps no reader; BAZHANOV_DEBUG shows it to whoever mends the defect."""
    (tmp_path / "sitecustomize.py").write_text(
        "import bazhanov_cli.dataset.source as source\n"
        "def packaged_source():\n    raise OSError(28, 'a defect')\n"
        "source.packaged_source = packaged_source\n"
    )
    done = run("list", environment={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 70
    assert done.stderr.count(b"\n") == 1
    assert b"defect of bazhanov, please report it: OSError" in done.stderr
    assert b"output" not in done.stderr
    shown = run("list", environment={"PYTHONPATH": str(tmp_path), "BAZHANOV_DEBUG": "1"})
    assert b"Traceback" in shown.stderr


# What comes before or after the program itself is not the program's to catch.
ENTRY = """
import os, sys
from bazhanov_cli.__main__ import main
sys.argv[1:] = {arguments}
try:
    print('started', flush=True)
    sys.exit(main())
except KeyboardInterrupt:
    os._exit(130)
"""


@pytest.mark.parametrize("hundredths", range(0, 24, 2))
def test_ctrl_c_at_any_moment_shows_no_traceback(hundredths: int, tmp_path: Path) -> None:
    """While modules are imported, the dataset is compiled, and the results are written."""
    code = ENTRY.format(arguments=["list", "--json"])
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, "BAZHANOV_CACHE_DIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    process.stdout.readline()
    time.sleep(hundredths / 100)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode in {0, 130, -signal.SIGINT}
    assert said == b""


def test_ctrl_c_while_a_reader_is_slow_ends_at_once(tmp_path: Path) -> None:
    """What is still to be written is dropped: nobody may be there to read it."""
    file = tmp_path / "many.yaml"
    facts = "".join(f"  - id: {n}\n    text: Fact number {n}.\n" for n in range(1, 5_001))
    file.write_text(f"id: many\ntitle: Many\nfacts:\n{facts}", encoding="utf-8")
    with start("list", "--data", str(file)) as process:
        assert process.stdout
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 130
        assert process.stderr
        assert process.stderr.read() == b""


def test_sigterm_ends_it_as_any_program() -> None:
    with start("quiz", stdin=subprocess.PIPE) as process:
        process.terminate()
        assert process.wait(timeout=30) == -signal.SIGTERM


def test_the_module_and_the_script_are_one_program() -> None:
    script = Path(sys.executable).with_name("bazhanov")
    if not script.exists():
        pytest.skip("the script is not installed beside this Python")
    by_script = run("list", program=(str(script),))
    assert by_script.stdout == run("list", program=PROGRAM).stdout
