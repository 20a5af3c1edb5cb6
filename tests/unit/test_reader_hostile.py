"""Nothing that stands in a file can crash the reader, or keep it busy."""

from __future__ import annotations

import re
import sys
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dataset import yaml_reader
from bazhanov_cli.dataset.checking import check_dataset
from bazhanov_cli.facts import Fact
from support.hostile import HOSTILE
from support.packaged import PACKAGED, ROOT
from support.reading import parts_of, problems_of, source_of

ANTIQUITY = (ROOT / "tests" / "data" / "antiquity.yaml").read_bytes()
SECONDS = 1 if sys.gettrace() is None else 10
"""A second; more while each line is traced to measure what the tests cover."""
PARSERS = ["CSafeLoader", "SafeLoader"]
PLACED = re.compile(r"\d+:\d+: .+")

# Pieces of which files are made that are nearly right, and so come further than random ones.
PIECES = st.sampled_from(
    ["facts", "id", "text", "events", "date", "people", "name", "questions", "sequences", "items",
     "topics", "eras", "via", "needs", "wrong", "1", "2", "1923", "1923-02-30", "Lenin", "yes", "",
     "é", "\x1b", "\u202e", "\0", "\ud7ff", "a: b", "# c", "'", '"', "\n", "\n  ", "\n- ", "\t",
     ": ", "- ", "[", "]", "{", "}", ", ", "|", ">-", "&a ", "*a", "!!str ", "---", "? "]
)  # fmt: skip
KEYS = st.sampled_from(
    ["id", "text", "events", "people", "places", "topics", "notes", "questions", "see", "sources",
     "date", "label", "basis", "facet", "ask", "answer", "kind", "wrong", "needs", "pepole", ""]
)  # fmt: skip
VALUES = st.recursive(
    st.sampled_from(["1", "2", "1923", "1924/1923", "a", "lenin", "", "yes", "date", "\x07", "é"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_within_a_second(
    name: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_reader, "Parser", getattr(yaml, parser))
    source = source_of(HOSTILE[name])
    start = time.process_time()
    problems, _ = check_dataset(source)
    assert time.process_time() - start < SECONDS
    assert all(problem.describe("file").isprintable() for problem in problems)


@pytest.mark.parametrize("parser", PARSERS)
def test_a_dataset_may_be_cut_off_anywhere(parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "Parser", getattr(yaml, parser))
    whole = len(ANTIQUITY)
    for length in range(0, whole, whole // 60):
        assert all(map(PLACED.fullmatch, problems_of(ANTIQUITY[:length])))


@given(pieces=st.lists(PIECES, max_size=60), parser=st.sampled_from(PARSERS))
def test_no_file_of_likely_pieces_raises_an_error(pieces: list[str], parser: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "Parser", getattr(yaml, parser))
        assert all(map(PLACED.fullmatch, problems_of("".join(pieces))))


@given(fact=st.dictionaries(KEYS, VALUES, max_size=8), sections=st.dictionaries(KEYS, VALUES))
def test_no_values_under_known_keys_raise_an_error(
    fact: dict[str, object], sections: dict[str, object]
) -> None:
    parts, problems = parts_of(yaml.safe_dump({**sections, "facts": [fact, fact]}))
    assert all(map(PLACED.fullmatch, problems))
    assert problems or any(isinstance(part, Fact) for part in parts)


@given(content=st.binary(max_size=200))
def test_no_bytes_raise_an_error(content: bytes) -> None:
    assert all(map(PLACED.fullmatch, problems_of(content)))
    assert problems_of(content)


@given(st.data())
def test_no_slip_in_a_good_file_raises_an_error(data: st.DataObject) -> None:
    """A byte lost, changed or put in anywhere in the packaged dataset."""
    content = PACKAGED.read_bytes()[:20_000]
    place = data.draw(st.integers(0, len(content)))
    lost = data.draw(st.integers(0, 3))
    put_in = data.draw(st.binary(max_size=3))
    assert all(
        map(PLACED.fullmatch, problems_of(content[:place] + put_in + content[place + lost :]))
    )
