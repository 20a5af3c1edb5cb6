"""A dataset's bytes become text, or the place of the first that is none."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bazhanov_cli.dataset import checked_text
from bazhanov_cli.dataset.checked_text import (
    FORBIDDEN,
    CheckedText,
    FileTooLarge,
    UnreadableText,
    forbidden_character,
)

LARGE = 1 << 40
ALLOWED = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t\r")
).filter(lambda text: not FORBIDDEN.search(text.replace("\r", "")))


def read_all(text: CheckedText) -> str:
    return "".join(iter(text.read, ""))


@pytest.fixture(params=[1, 2, 3, 1 << 15])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read a few bytes at a time, so that every character and line break is cut somewhere."""
    monkeypatch.setattr(checked_text, "_CHUNK", request.param)


@given(content=ALLOWED, size=st.integers(1, 9))
def test_text_comes_out_as_it_went_in_with_one_kind_of_line_break(content: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checked_text, "_CHUNK", size)
        text = read_all(CheckedText(io.BytesIO(content.encode()), LARGE))
    assert text == content.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (b"\xff", 1, 1, "byte 0xff is not UTF-8"),
        (b"ab\n\xe9\nx", 2, 1, "byte 0xe9 is not UTF-8"),
        (b"ab\r\n\r\rcd\xc3", 4, 3, "byte 0xc3 is not UTF-8"),
        ("éé\0".encode(), 1, 3, "the character U+0000 is not allowed"),
        ("\r\n\n\r😀\x1b".encode(), 4, 2, "the character U+001B is not allowed"),
        (b"\xef\xbb\xbfa\x07", 1, 2, "the character U+0007 is not allowed"),
        (b"\xef\xbb\xbf\xff", 1, 1, "byte 0xff is not UTF-8"),
        (b"\r\xff", 2, 1, "byte 0xff is not UTF-8"),
        (b"a\r\0", 2, 1, "the character U+0000 is not allowed"),
    ],
)
def test_the_place_of_what_is_no_text_is_told_once_all_before_it_is_read(
    content: bytes, line: int, column: int, message: str, chunk: None
) -> None:
    text = CheckedText(io.BytesIO(content), LARGE)
    read: list[str] = []
    with pytest.raises(UnreadableText, match=re.escape(message)) as raised:
        read.extend(iter(text.read, ""))
    before = "".join(read)
    assert (raised.value.line, raised.value.column) == (line, column)
    assert (before.count("\n") + 1, len(before) - before.rfind("\n")) == (line, column)
    with pytest.raises(UnreadableText):
        text.read()


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(chunk: None) -> None:
    assert read_all(CheckedText(io.BytesIO(b"12345"), 5)) == "12345"
    with pytest.raises(FileTooLarge):
        read_all(CheckedText(io.BytesIO(b"123456"), 5))


def test_progress_is_told_in_bytes() -> None:
    told: list[int] = []
    read_all(CheckedText(io.BytesIO("é".encode() * 20_000), LARGE, told.append))
    assert told == sorted(told)
    assert told[-1] == 40_000


@pytest.mark.parametrize(
    "character",
    [*map(chr, range(0x09)), "\x0b", "\x0c", "\r", *map(chr, range(0x0E, 0x20)), "\x7f",
     *map(chr, range(0x80, 0xA0)), "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069",
     "\ud800", "\ufeff", "\ufffe", "\uffff"],
)  # fmt: skip
def test_what_a_terminal_or_a_reader_would_stumble_over_is_forbidden(character: str) -> None:
    assert forbidden_character(f"a{character}b") == (
        f"the character U+{ord(character):04X} is not allowed; delete it"
    )


@pytest.mark.parametrize("letter", ["\t", "\n", "\xa0", "\xad", "é", "ع", "\u200f", "\u200d", "😀"])
def test_letters_of_any_script_are_allowed(letter: str) -> None:
    assert forbidden_character(letter) is None
