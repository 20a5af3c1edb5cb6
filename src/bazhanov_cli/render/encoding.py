"""What to write in place of a letter that the output's encoding does not have."""

from __future__ import annotations

import codecs
from typing import TextIO

HANDLER = "bazhanov-nearest"

_NEAREST = str.maketrans(
    {
        "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "…": "...", "·": "-",
        "‘": "'", "’": "'", "‚": ",", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "│": "|", "─": "-", "•": "*", "●": "*", "○": "o", "→": "->", "←": "<-",
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
        "Æ": "AE", "Œ": "OE", "Ø": "O", "Ł": "L", "Đ": "D",
    }
)  # fmt: skip


def has_every_letter(stream: TextIO) -> bool:
    """Whether a stream can be written in every script there is."""
    return (stream.encoding or "").lower().startswith("utf")


def encodable(text: str, stream: TextIO) -> str:
    """A text as a stream will write it."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, stream.errors or "strict").decode(encoding)


def register() -> None:
    """Let the codecs use the handler by its name."""
    codecs.register_error(HANDLER, _nearest)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    import unicodedata

    from bazhanov_cli.romanisation import romanised

    missing = error.object[error.start : error.end]
    plain = unicodedata.normalize("NFKD", romanised(missing.translate(_NEAREST)))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "".join(letter if letter.isascii() else "?" for letter in kept), error.end
