"""Runs the program as a process of its own, as a shell does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

PROGRAM = (sys.executable, "-m", "bazhanov_cli")
UNMEASURED = dict.fromkeys(("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"))
"""For a process that can write no file, and so no record of the lines that it has run."""


def start(
    *arguments: str, environment: Mapping[str, str] | None = None, **settings: Any
) -> subprocess.Popen[bytes]:
    """Start one command line; its streams are pipes unless told otherwise."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(
        [*PROGRAM, *arguments],
        env={**os.environ, **(environment or {})},
        **{**streams, **settings},
    )


def run(
    *arguments: str,
    program: Sequence[str] = PROGRAM,
    environment: Mapping[str, str | None] | None = None,
    typed: bytes = b"",
    **settings: Any,
) -> subprocess.CompletedProcess[bytes]:
    """Run one command line to its end; None as the value of a variable unsets it."""
    changed = {**os.environ, **(environment or {})}
    kept = {name: value for name, value in changed.items() if value is not None}
    return subprocess.run(
        [*program, *arguments],
        input=typed,
        capture_output=True,
        env=kept,
        timeout=60,
        check=False,
        **settings,
    )


def shell(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of bash in which `bazhanov` is the program, every status of a pipe kept.

    The statuses follow the output on stderr, after a line `statuses`.
    """
    program = " ".join(f"'{part}'" for part in PROGRAM)
    script = f'bazhanov() {{ {program} "$@"; }}\n{line}\necho statuses ${{PIPESTATUS[@]}} >&2'
    return run("-c", script, program=("bash",), environment=environment)
