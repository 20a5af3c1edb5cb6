"""A dataset's bytes, checked while they are read: UTF-8, no controls, no endless token."""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

from bazhanov_cli.errors import DatasetError

LONGEST_TOKEN = 1 << 20

# C0 and C1 controls but tab and line breaks, the bidirectional overrides and isolates, which can
# make a text read otherwise than it is stored (CVE-2021-42574), surrogates and noncharacters.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CHUNK = 1 << 16


class UnreadableText(Exception):  # noqa: N818 - carries a place, and becomes a Problem
    """A byte or character that no dataset may hold, at a line and column counted from 1."""

    def __init__(self, line: int, column: int, message: str) -> None:
        self.line, self.column, self.message = line, column, message
        super().__init__(message)


def forbidden_character(text: str) -> str | None:
    """Say which character of a text may not stand in a dataset, or None."""
    found = FORBIDDEN.search(text)
    if found is None:
        return None
    return f"the character U+{ord(found[0]):04X} is not allowed; delete it"


class CheckedText:
    """A stream of text for the YAML parser, over a stream of bytes.

    Raises UnreadableText where the bytes are no text, and DatasetError past `most_bytes`.
    """

    def __init__(self, source: BinaryIO, most_bytes: int) -> None:
        self._source = source
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._most_bytes = most_bytes
        self._line, self._column = 1, 1
        self._since_token = 0
        self.bytes_read = 0

    def token_ended(self) -> None:
        """Tell that the parser has made sense of what it was given so far."""
        self._since_token = 0

    def read(self, _size: int = -1) -> str:
        """The next piece of text, empty at the end."""
        data = self._source.read(_CHUNK)
        self.bytes_read += len(data)
        if self.bytes_read > self._most_bytes:
            mebibytes = self._most_bytes / (1 << 20)
            raise DatasetError(
                f"the file is larger than {mebibytes:g} MiB; BAZHANOV_MAX_MIB raises the limit"
            )
        self._since_token += len(data)
        if self._since_token > LONGEST_TOKEN + 2 * _CHUNK:
            raise UnreadableText(
                self._line,
                self._column,
                "a single text is longer than 1 MiB; is a quote not closed?",
            )
        try:
            text = self._decode(data, final=not data)
        except UnicodeDecodeError as error:
            self._advance(error.object[: error.start].decode("utf-8", "replace"))
            byte = error.object[error.start]
            raise UnreadableText(
                self._line, self._column, f"byte 0x{byte:02x} is not UTF-8; save the file as UTF-8"
            ) from None
        found = FORBIDDEN.search(text)
        if found:
            self._advance(text[: found.start()])
            message = forbidden_character(found[0]) or ""
            raise UnreadableText(self._line, self._column, message)
        self._advance(text)
        return text if text or not data else self.read()

    def _advance(self, text: str) -> None:
        breaks = text.count("\n")
        if breaks:
            self._line += breaks
            self._column = len(text) - text.rfind("\n")
        else:
            self._column += len(text)
