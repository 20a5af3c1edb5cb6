"""What is shipped: the same output from a wheel, an sdist, an editable install and a zipapp."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipapp
import zipfile
from pathlib import Path

import pytest

from support.packaged import FACT_TEXTS, ROOT
from support.processes import PROGRAM, run

pytestmark = pytest.mark.skipif(shutil.which("uv") is None, reason="uv is not installed")

COMMANDS = [
    ("list", "--json"),
    ("timeline",),
    ("show", "9"),
    ("search", "Trotskii"),
    ("index", "people"),
    ("quiz", "--dry-run", "--seed", "1", "--cram"),
    ("check",),
]
FILES = ("src", "data", "docs", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "tests")


def uv(*arguments: object) -> None:
    """Run uv, and show what it says when it fails."""
    done = subprocess.run(
        ["uv", "--quiet", *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def environment_with(folder: Path, *requirements: object, resolution: str = "highest") -> Path:
    """A fresh environment; returns its Python."""
    uv("venv", "--python", sys.executable, folder)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    uv("pip", "install", "--python", python, "--resolution", resolution, *requirements)
    return python


def outputs(*program: object, **environment: str | None) -> list[tuple[int, bytes]]:
    """What the commands give, run from the root of all folders."""
    done = [
        run(*command, program=tuple(map(str, program)), environment=environment, cwd="/")
        for command in COMMANDS
    ]
    assert [result.stderr for result in done] == [b""] * len(done)
    return [(result.returncode, result.stdout) for result in done]


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, bytes]]:
    """What the checkout gives."""
    state = str(tmp_path_factory.mktemp("state"))
    found = outputs(*PROGRAM, BAZHANOV_STATE_DIR=state)
    assert {code for code, _ in found} == {0}
    assert all(text in found[0][1].decode() for text in FACT_TEXTS.values() if '"' not in text)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("built")
    source = folder / "source"
    source.mkdir()
    for name in FILES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, source / name)
    uv("build", "--out-dir", folder, source)
    shutil.rmtree(source)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment with the wheel, in a folder with an awkward name."""
    return environment_with(tmp_path_factory.mktemp("Обычная папка é") / "env", wheel)


def test_the_wheel_gives_what_the_checkout_gives(
    installed: Path, expected: list[tuple[int, bytes]]
) -> None:
    assert outputs(installed.parent / "bazhanov") == expected


def test_an_editable_install_gives_the_same(
    expected: list[tuple[int, bytes]], tmp_path: Path
) -> None:
    python = environment_with(tmp_path / "env", "--editable", ROOT)
    assert outputs(python.parent / "bazhanov") == expected


def test_a_zipapp_gives_the_same(
    wheel: Path, expected: list[tuple[int, bytes]], tmp_path: Path
) -> None:
    parts = tmp_path / "parts"
    uv("pip", "install", "--python", sys.executable, "--target", parts, wheel)
    for compiled in [*parts.rglob("*.so"), *parts.rglob("*.pyd")]:
        compiled.unlink()  # what is compiled cannot be imported from an archive
    archive = tmp_path / "bazhanov.pyz"
    zipapp.create_archive(parts, archive, main="bazhanov_cli.__main__:main")
    assert outputs(sys.executable, archive) == expected


@pytest.fixture(params=["the oldest", "the newest"])
def python(request: pytest.FixtureRequest, wheel: Path, installed: Path, tmp_path: Path) -> Path:
    """The Python of an environment with the oldest, or the newest, dependencies there are."""
    if request.param == "the newest":
        return installed
    return environment_with(tmp_path / "env", wheel, resolution="lowest-direct")


def test_the_oldest_and_the_newest_dependencies_that_are_allowed_will_do(
    python: Path, expected: list[tuple[int, bytes]]
) -> None:
    program = (str(python), "-I", "-m", "bazhanov_cli")
    assert outputs(*program) == expected
    page = run("timeline", "--format", "table", program=program)
    assert page.returncode == 0, page.stderr
    wrong = run("list", "--colour", program=program)
    assert wrong.returncode == 2
    assert wrong.stderr.count(b"\n") == 1


def test_a_home_that_cannot_be_written_is_no_hindrance(
    installed: Path, expected: list[tuple[int, bytes]], tmp_path: Path
) -> None:
    """Root may write anywhere, so the folder is one that nobody can make: below a file."""
    (tmp_path / "file").write_text("")
    nowhere = str(tmp_path / "file" / "home")
    program = installed.parent / "bazhanov"
    for home in (nowhere, None):
        done = run("list", "--json", program=(str(program),), environment={
            "HOME": home, "XDG_CACHE_HOME": None, "BAZHANOV_CACHE_DIR": None,
        })  # fmt: skip
        assert (done.returncode, done.stdout, done.stderr) == (*expected[0], b"")


def test_the_wheel_holds_the_program_its_data_and_its_manual_and_no_more(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.startswith("bazhanov-")} == {"bazhanov_cli"}
    for needed in (
        "bazhanov_cli/data/facts.yaml", "bazhanov_cli/data/facts.schema.json",
        "bazhanov_cli/data/LICENSE", "bazhanov_cli/py.typed",
    ):  # fmt: skip
        assert needed in names
    assert any(name.endswith("share/man/man1/bazhanov.1") for name in names)
    assert any(name.endswith("licenses/data/LICENSE") for name in names)


def test_the_sdist_holds_what_the_tests_need(built: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as members:
        names = {name.partition("/")[2] for name in members.getnames()}
    assert {"data/facts.yaml", "tests/conftest.py", "docs/dataset.md", "LICENSE"} <= names
