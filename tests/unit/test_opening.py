"""The cache of compiled datasets: right whatever happens to it, and never needed."""

from __future__ import annotations

import io
import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bazhanov_cli.dataset.source import Source, file_source
from bazhanov_cli.errors import DatasetError, UnknownName
from bazhanov_cli.facts import EntityKind
from bazhanov_cli.library import compile as compiling
from bazhanov_cli.library.library import Library
from bazhanov_cli.library.names import entity_named
from bazhanov_cli.library.opening import open_library
from bazhanov_cli.library.selection import Selection
from bazhanov_cli.search.run import find, read_search
from support.limits import full_disk
from support.packaged import PACKAGED

TEXT = "people: {lenin: {name: Lenin}}\nfacts: [{id: 1, text: Lenin was born, people: lenin}]\n"
OTHER = "facts: [{id: 2, text: another fact}, {id: 3, text: yet another}]\n"
LATER = time.time() + 3600


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "lenin.yaml"
    file.write_text(TEXT)
    return file


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the datasets that are compiled from now on."""
    names: list[str] = []
    compile_dataset = compiling.compile_dataset

    def count(source: Source, *others: object) -> None:
        names.append(source.name)
        compile_dataset(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(compiling, "compile_dataset", count)
    return names


def texts(library: Library) -> list[str]:
    return [fact.text for fact in library.facts(Selection())]


def refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


def cached(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_a_dataset_is_compiled_once(file: Path, folder: Path, compiled: list[str]) -> None:
    for _ in range(3):
        assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]
    assert compiled == [str(file)]
    assert [path.suffix for path in cached(folder)] == [".sqlite"]


def test_a_changed_dataset_is_compiled_again(file: Path, folder: Path, compiled: list[str]) -> None:
    open_library(file_source(file), folder, LATER)
    file.write_text(OTHER)
    assert texts(open_library(file_source(file), folder, LATER)) == ["another fact", "yet another"]
    assert len(compiled) == 2
    assert len(cached(folder)) == 1


def test_a_dataset_changed_just_now_is_not_kept(file: Path, folder: Path) -> None:
    source = file_source(file)
    assert texts(open_library(source, folder, source.modified + 1)) == ["Lenin was born"]
    assert cached(folder) == []


def test_a_dataset_that_changes_while_it_is_read_is_not_kept(file: Path, folder: Path) -> None:
    source = file_source(file)

    def open_and_change() -> io.BytesIO:
        content = file.read_bytes()
        file.write_bytes(content + b"# more\n")
        return io.BytesIO(content)

    changing = source._replace(open=open_and_change)
    assert texts(open_library(changing, folder, LATER)) == ["Lenin was born"]
    assert cached(folder) == []


def test_what_is_no_file_is_not_kept(folder: Path) -> None:
    pipe = Source("pipe", lambda: io.BytesIO(TEXT.encode()), "/dev/fd/63", 0, "", 0.0)
    assert texts(open_library(pipe, folder, LATER)) == ["Lenin was born"]
    assert cached(folder) == []


def test_an_invalid_dataset_is_not_kept(file: Path, folder: Path) -> None:
    file.write_text("facts: [{id: x, text: a}]")
    with pytest.raises(DatasetError, match="must be the id of a fact"):
        open_library(file_source(file), folder, LATER)
    assert cached(folder) == []


def test_two_datasets_of_the_same_name_are_kept_apart(
    tmp_path: Path, folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("one", TEXT), ("two", OTHER)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.yaml").write_text(text)
    for _ in range(2):
        for name, first in (("one", "Lenin was born"), ("two", "another fact")):
            monkeypatch.chdir(tmp_path / name)
            assert texts(open_library(file_source(Path("a.yaml")), folder, LATER))[0] == first
    assert len(compiled) == len(cached(folder)) == 2


def test_a_dataset_named_in_two_ways_is_compiled_once(
    file: Path, folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    open_library(file_source(file), folder, LATER)
    open_library(file_source(Path("lenin.yaml")), folder, LATER)
    assert len(compiled) == 1


def test_a_cache_of_another_version_is_made_anew(
    file: Path, folder: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(file_source(file), folder, LATER)
    monkeypatch.setattr("bazhanov_cli.library.opening.__version__", "0.0")
    open_library(file_source(file), folder, LATER)
    assert len(compiled) == 2


@pytest.fixture
def cache(file: Path, folder: Path) -> Path:
    """The cache file of the dataset."""
    open_library(file_source(file), folder, LATER)
    return cached(folder)[0]


def test_a_truncated_cache_is_made_anew(file: Path, folder: Path, cache: Path) -> None:
    whole = cache.read_bytes()
    for length in [*range(0, len(whole), 997), len(whole) - 1]:
        cache.write_bytes(whole[:length])
        assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]
        assert cache.stat().st_size == len(whole)


def foreign_files(folder: Path) -> Iterator[bytes]:
    yield from (b"", b"hello", b"\0" * 8192, b"SQLite format 3\0", os.urandom(40_000))
    other = folder / "other"
    connection = sqlite3.connect(other)
    connection.executescript("CREATE TABLE stamp (stamp); INSERT INTO stamp VALUES ('x')")
    connection.close()
    yield other.read_bytes()
    other.unlink()


def test_a_foreign_file_in_its_place_is_replaced(file: Path, folder: Path, cache: Path) -> None:
    for content in foreign_files(folder):
        cache.write_bytes(content)
        assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]
        assert cache.read_bytes()[:15] == b"SQLite format 3"


@pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
def test_a_folder_or_a_pipe_in_its_place_does_no_harm(
    file: Path, folder: Path, cache: Path
) -> None:
    cache.unlink()
    os.mkfifo(cache)
    assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]
    cache.unlink()
    cache.mkdir()
    assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]
    assert cached(folder) == [cache], "and nothing half-written is left"


def test_damage_within_is_told_and_mended(file: Path, folder: Path) -> None:
    """A cache that is damaged beyond what opening it shows: never a traceback, twice never."""
    file.write_bytes(PACKAGED.read_bytes())
    open_library(file_source(file), folder, LATER)
    (cache,) = cached(folder)
    whole = cache.read_bytes()
    written = [place for place, byte in enumerate(whole) if byte and place >= 4096]
    rng = random.Random(18)
    told = 0
    for _ in range(100):
        damaged = bytearray(whole)
        for place in rng.sample(written, rng.choice([1, 20, 400])):
            damaged[place] = rng.randrange(256)
        cache.write_bytes(damaged)
        error = what_is_told(file, folder)
        if error is not None:
            told += 1
            assert str(error).startswith("the compiled dataset is damaged; it is deleted now")
            assert not cache.exists()
    assert told > 20
    cache.unlink(missing_ok=True)
    assert len(texts(open_library(file_source(file), folder, LATER))) == 18


@pytest.mark.parametrize("lost", ["fact", "header", "entity"])
def test_what_is_missing_from_a_cache_is_damage_and_no_other_error(
    lost: str, cache: Path, file: Path, folder: Path
) -> None:
    with closing(sqlite3.connect(cache)) as damaged:
        damaged.execute(f"DELETE FROM {lost}")
        damaged.commit()
    assert what_is_told(file, folder) is not None


def what_is_told(file: Path, folder: Path) -> DatasetError | None:
    try:
        ask_everything(open_library(file_source(file), folder, LATER))
    except DatasetError as error:
        return error
    return None


def ask_everything(library: Library) -> None:
    every = Selection(about=("stalin",))
    list(library.facts(Selection()))
    list(library.facts(every))
    list(library.events(Selection(), every=True))
    list(library.facts_with([1], questions=True))
    library.count(every)
    with suppress(UnknownName):  # one damaged letter makes another name, and nothing shows it
        entity_named(library, "Stalin")
    for kind in EntityKind:
        list(library.entities(kind))
        list(library.facts_by_entity(kind, Selection()))
    list(library.facts_by_topic(Selection()))
    for fact in library.facts(Selection()):
        library.related(fact)
    list(find(library, read_search(library, "stalin born"), Selection()))


@pytest.mark.parametrize("folder", [None, Path("/dev/null/cache"), Path("file/cache")])
def test_without_a_cache_everything_still_works(
    folder: Path | None, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    Path("file").write_text("no folder")
    assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]


@pytest.mark.parametrize("step", ["mkdir", "replace", "glob"])
def test_a_folder_that_cannot_be_written_does_no_harm(
    step: str, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, step, refuse)
    assert texts(open_library(file_source(file), folder, LATER)) == ["Lenin was born"]
    assert len(cached(folder)) == (step == "glob")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no limit to the size of a file")
def test_a_full_disk_does_no_harm(file: Path, folder: Path) -> None:
    with full_disk(8_192):
        library = open_library(file_source(file), folder, LATER)
        assert texts(library) == ["Lenin was born"]
    assert cached(folder) == []


def test_a_damaged_cache_that_cannot_be_deleted_is_named(
    cache: Path, file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(file_source(file), folder, LATER)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(DatasetError, match=f"is damaged; delete '{cache}'$"):
        list(library.rows("SELECT * FROM what_was_lost"))


def test_an_interrupted_compilation_leaves_nothing_behind(file: Path, folder: Path) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_library(file_source(file), folder, LATER, interrupt)
    assert cached(folder) == []


def test_what_a_killed_process_left_is_deleted_after_a_day(file: Path, folder: Path) -> None:
    folder.mkdir()
    old, recent, foreign = (folder / name for name in ("a.unfinished", "b.unfinished", "c.txt"))
    for path, age in ((old, 90_000), (recent, 60), (foreign, 90_000)):
        path.write_text("half")
        os.utime(path, (LATER - age, LATER - age))
    open_library(file_source(file), folder, LATER)
    assert not old.exists()
    assert recent.exists()
    assert foreign.exists()


def test_what_cannot_be_compiled_at_all_is_told_in_one_line(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(compiling, "compile_dataset", full)
    with pytest.raises(DatasetError, match=r"lenin\.yaml': database or disk is full$"):
        open_library(file_source(file), None, LATER)


def test_progress_is_told_while_a_dataset_is_compiled(file: Path, folder: Path) -> None:
    told: list[int] = []
    open_library(file_source(file), folder, LATER, told.append)
    assert told[-1] == file.stat().st_size
    told.clear()
    open_library(file_source(file), folder, LATER, told.append)
    assert told == []
