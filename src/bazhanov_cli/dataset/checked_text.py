"""A dataset's bytes, checked while they are read: UTF-8, and nothing that a terminal obeys."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable
from typing import BinaryIO

Progress = Callable[[int], None]
"""Told how many bytes of a dataset have been read so far."""

# Every control but tab and line feed (C0, C1, delete), the line breaks of YAML 1.1 that no editor
# shows (NEL, LS, PS), the bidirectional overrides and isolates, which make a text read otherwise
# than it is stored (CVE-2021-42574), surrogates, noncharacters, and a byte order mark in the midst.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_CHUNK = 1 << 15


class UnreadableText(Exception):
    """A byte or character that no dataset may hold, at a line and column counted from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line, self.column, self.message = line, column, message
        super().__init__(message)


class FileTooLarge(Exception):
    """There are more bytes than were to be read."""


def forbidden_character(text: str) -> str | None:
    """Say which character of a text may not stand in a dataset, or None."""
    found = FORBIDDEN.search(text)
    return (
        None if found is None else f"the character U+{ord(found[0]):04X} is not allowed; delete it"
    )


class CheckedText:
    """A stream of text with a line feed for every line break, over a stream of bytes.

    Raises UnreadableText at the first byte that is no text, once all before it has been read;
    FileTooLarge past `most_bytes`; OSError as the stream does.
    """

    def __init__(self, source: BinaryIO, most_bytes: int, progress: Progress | None = None) -> None:
        self._source = source
        self._progress = progress
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._break_lines = io.IncrementalNewlineDecoder(None, translate=True).decode
        self._most_bytes = most_bytes
        self._bytes_read = 0
        self._line, self._column = 1, 1
        self._refusal = ""
        self.unread = 0
        """The characters given out since whoever reads them last set it to 0."""

    def read(self, _size: int = -1) -> str:
        """The next piece of text, empty at the end."""
        text, ended = "", False
        while not (text or ended or self._refusal):
            data = self._next_bytes()
            text, ended = self._checked(self._decoded(data)), not data
        if not text and self._refusal:
            raise UnreadableText(self._line, self._column, self._refusal)
        self._advance(text)
        self.unread += len(text)
        return text

    def _next_bytes(self) -> bytes:
        data = self._source.read(_CHUNK)
        self._bytes_read += len(data)
        if self._bytes_read > self._most_bytes:
            raise FileTooLarge
        if self._progress:
            self._progress(self._bytes_read)
        return data

    def _decoded(self, data: bytes) -> str:
        try:
            text = self._decode(data, final=not data)
        except UnicodeDecodeError as error:
            byte = error.object[error.start]
            self._refusal = f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8"
            text = error.object[: error.start].decode()
        return self._break_lines(text, final=not data or bool(self._refusal))

    def _checked(self, text: str) -> str:
        found = FORBIDDEN.search(text)
        if found is None:
            return text
        self._refusal = forbidden_character(found[0]) or ""
        return text[: found.start()]

    def _advance(self, text: str) -> None:
        breaks = text.count("\n")
        self._line += breaks
        self._column = len(text) - text.rfind("\n") if breaks else self._column + len(text)
