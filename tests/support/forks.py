"""Runs many command lines in one environment, each in a process forked from one that is ready.

The environment, the interpreter's reading of it and the streams are real; what is spared is that
each command line imports the same modules again, and that its coverage is measured.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from support.processes import UNMEASURED, run
from support.terminals import terminal

_END = "\x1e"  # no command writes it

_SCRIPT = f"""
import json, os, sys
import bazhanov_cli.commands.app, bazhanov_cli.render.terminal.page, fsrs
from bazhanov_cli.__main__ import main
lines, folder = json.loads(sys.argv[1]), sys.argv[2]
for number, arguments in enumerate(lines):
    child = os.fork()
    if not child:
        if folder:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(os.open(f"{{folder}}/{{number}}.out", os.O_WRONLY | os.O_CREAT), 1)
            os.dup2(os.open(f"{{folder}}/{{number}}.err", os.O_WRONLY | os.O_CREAT), 2)
        sys.argv[1:] = arguments
        sys.exit(main())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(1, f"{_END}{{code}}{_END}".encode())
"""


def run_each(
    lines: Iterable[Sequence[str]], **environment: str
) -> list[subprocess.CompletedProcess[bytes]]:
    """Run each command line to its end, with files for streams."""
    lines = list(lines)
    if not hasattr(os, "fork"):
        return [run(*line, environment=environment) for line in lines]
    with TemporaryDirectory() as folder:
        ready = run(
            "-c", _SCRIPT, json.dumps(lines), folder,
            program=(sys.executable,), environment={**UNMEASURED, **environment},
        )  # fmt: skip
        assert ready.stderr == b""
        codes = ready.stdout.decode().split(_END)[1::2]
        return [
            subprocess.CompletedProcess(
                line,
                int(code),
                Path(folder, f"{number}.out").read_bytes(),
                Path(folder, f"{number}.err").read_bytes(),
            )
            for number, (line, code) in enumerate(zip(lines, codes, strict=True))
        ]


def shown_each(
    lines: Iterable[Sequence[str]], *, size: tuple[int, int], **environment: str
) -> list[tuple[str, int]]:
    """All that each command line writes to one real terminal, and its exit code."""
    arguments = ["-c", _SCRIPT, json.dumps(list(lines)), ""]
    with terminal(sys.executable, arguments, size=size, **UNMEASURED, **environment) as child:
        parts = child.read().replace("\r\n", "\n").split(_END)
    return [(text, int(code)) for text, code in zip(parts[:-1:2], parts[1::2], strict=True)]
