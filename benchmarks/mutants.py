"""How many faults the tests find: the code is broken in one place after another, and tested.

    uv run --group mutation python benchmarks/mutants.py                every part, in half an hour
    uv run --group mutation python benchmarks/mutants.py dates search   some of them
    … mutants.py grader --survivors survivors.diff      what no test found, to read

Each fault is a mutant: `<` made `<=`, an argument left out, a text changed. It is killed when a
test fails or runs without end; those that mypy refuses are not counted, since no test is needed to
find them. A part is mutated alone and tried by its own tests alone, since those of higher parts,
which use it too, would take hours. It prints a row for each part, and exits with 1 when fewer than
the budget are killed. Few are without end: where many are, mutmut could not run the tests.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
BUDGET = 0.85
COPIED = ("src", "tests", "data", "docs", "pyproject.toml", "README.md")
REFUSED = "caught by type check"
KILLED = ("killed", "timeout", "segfault")
SHOW_EACH = """
import sys
from mutmut.__main__ import cli
for mutant in sys.argv[1:]:
    cli(["show", mutant], standalone_mode=False)
"""


class Part(NamedTuple):
    """A package of the program, the tests that are its own, and the slow ones to leave out."""

    folder: str
    tests: tuple[str, ...]
    slow: tuple[str, ...] = ()


PARTS = {
    "dates": Part(
        "dates",
        (
            "unit/test_edtf.py",
            "unit/test_historical_dates.py",
            "unit/test_date_words.py",
            "unit/test_typed_dates.py",
        ),
    ),
    "search": Part(
        "search",
        (
            "unit/test_query.py",
            "unit/test_spelling.py",
            "unit/test_date_phrases.py",
            "unit/test_search.py",
            "unit/test_explain.py",
            "command_line/test_search.py",
        ),
    ),
    "grader": Part(
        "quiz/answers",
        (
            "unit/test_slips.py",
            "unit/test_quiz_answers.py",
            "unit/test_quiz_packaged_answers.py",
        ),
    ),
    "questions": Part(
        "quiz/questions",
        (
            "unit/test_quiz_wording.py",
            "unit/test_quiz_makers.py",
            "unit/test_quiz_options.py",
            "unit/test_quiz_questions.py",
        ),
        (
            "test_a_quiz_has_as_many_questions_as_were_asked_for",
            "test_every_fact_and_every_kind_comes_up",
            "test_every_packaged_question_has_one_right_answer",
            "test_no_question_of_a_quiz_asks_what_another_tells",
            "test_the_order_of_the_file_changes_no_question",
            "test_the_place_of_the_key_cannot_be_guessed",
            "test_the_same_seed_gives_the_same_quiz",
            "test_true_and_false_are_about_as_frequent",
            "test_years_stand_in_order",
        ),
    ),
}


class Mutants:
    """The mutants of one part, in a copy of the checkout."""

    def __init__(self, folder: Path, part: Part) -> None:
        self._folder = folder
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, folder / name)
        with (folder / "pyproject.toml").open("a", encoding="utf-8") as stream:
            stream.write(configuration(part))

    def run(self) -> dict[str, str]:
        """Try every mutant, and tell what became of each that has the right types."""
        self._mutmut("run", "--max-children", "1")
        lines = self._mutmut("results", "--all", "true").splitlines()
        fates = (line.strip().split(": ", 1) for line in lines if line.strip())
        return {mutant: fate for mutant, fate in fates if fate != REFUSED}

    def differences(self, mutants: list[str]) -> str:
        """What each of some mutants changes."""
        return self._run(sys.executable, "-c", SHOW_EACH, *mutants)

    def _mutmut(self, *arguments: str) -> str:
        return self._run(str(Path(sys.executable).with_name("mutmut")), *arguments)

    def _run(self, *command: str) -> str:
        unset = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
        environment = {name: value for name, value in os.environ.items() if name not in unset}
        done = subprocess.run(
            command,
            cwd=self._folder,
            env=environment | {"PYTHONHASHSEED": "0"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command[:3])}:\n{done.stdout[-5000:]}{done.stderr}")
        return done.stdout


def configuration(part: Part) -> str:
    """The settings of mutmut that mutate one part alone."""
    leaving_out = ["-k", f"not ({' or '.join(part.slow)})"] if part.slow else []
    settings = {
        "source_paths": ["src/"],
        "only_mutate": [f"src/bazhanov_cli/{part.folder}/*"],
        "also_copy": ["data", "docs", "README.md"],
        "pytest_add_cli_args": [
            *("-p", "no:randomly", "-p", "no:xdist", "-p", "no:cacheprovider"),
            *("--hypothesis-profile=mutants", *leaving_out),
        ],
        "pytest_add_cli_args_test_selection": [f"tests/{test}" for test in part.tests],
        "type_check_command": [
            *(sys.executable, "-m", "mypy", "--output", "json", "--no-warn-unused-ignores"),
            f"src/bazhanov_cli/{part.folder}",
        ],
        # A mutant's process must not know what the code remembered before it was broken.
        "process_isolation": "forkserver",
        "timeout_constant": 5.0,  # seconds, of a machine that may do other things
        "timeout_multiplier": 5.0,
        "use_git_change_detection": False,
    }
    lines = (f"{name} = {json.dumps(value)}\n" for name, value in settings.items())
    return f"\n[tool.mutmut]\n{''.join(lines)}"


def is_kept(name: str, survivors: Path | None) -> bool:
    """Mutate one part, print its row, and tell whether it keeps its budget."""
    with tempfile.TemporaryDirectory() as folder:
        mutants = Mutants(Path(folder), PARTS[name])
        fates = mutants.run()
        surviving = [mutant for mutant, fate in fates.items() if fate not in KILLED]
        if survivors:
            with survivors.open("a", encoding="utf-8") as stream:
                stream.write(mutants.differences(surviving))
    share = 1 - len(surviving) / len(fates)
    verdict = "" if share >= BUDGET else "  BROKEN"
    killed, endless = len(fates) - len(surviving), list(fates.values()).count("timeout")
    counts = f"{len(fates):7} | {killed:6} | {endless:7} | {len(surviving):8} | {share:6.1%}"
    print(f"| {name:<9} | {counts} |{verdict}", flush=True)
    return share >= BUDGET


def main() -> int:
    """Print one line a part; 1 when too few of its mutants are killed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}")
    parser.add_argument("--survivors", type=Path, help="a file for the mutants that are not killed")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if options.survivors:
        options.survivors.write_text("", encoding="utf-8")
    print("| part      | mutants | killed | endless | survived |  share |")
    print(f"|{'-' * 11}|---------|--------|---------|----------|--------|")
    kept = [is_kept(name, options.survivors) for name in options.parts or PARTS]
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
