"""Why a text is no EDTF date: the likely cause, and what to write instead."""

from __future__ import annotations

import re

from bazhanov_cli.dates.edtf import read_each
from bazhanov_cli.dates.historical import Precision

_LONGEST_SHOWN = 40
_UNKNOWN = ("unknown", "undated", "no date", "n.d.", "nd", "?", "??", "-", "none", "null")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}").fullmatch
_OPEN_ENDED = {"before": "../{}", "until": "../{}", "by": "../{}", "after": "{}/.."}


def why_refused(text: str) -> str:
    """One line for a text that has not the shape of an EDTF date."""
    reason = _likely_cause(text)
    meant = " or ".join(map(_to_write, _likely_meant(text)))
    if not reason and not meant:
        reason = "not a date that can be read"
        meant = "1923, 1923-08, 1923-08-09 or another EDTF date"
    advice = f"write {meant}" if meant else ""
    return f"{_shown(text)}: {'; '.join(filter(None, (reason, advice)))}"


def _likely_cause(text: str) -> str:
    digits = text.lstrip("-")
    causes = {
        "an empty date; write 1923, 1923-08 or 1923-08-09": not text,
        "leave out a date that is not known": text.lower() in _UNKNOWN,
        "a time of day is not read": text[:4].isdigit() and "T" in text,
        "a year has four digits": (digits.isdigit() and len(digits) < 4) or bool(_SHORT_YEAR(text)),
        "of the sets only [1926..1928], [1926..] and [..1928] are read": text[:1] in tuple("[{"),
        "% stands for both ? and ~": "?~" in text or "~?" in text,
    }
    return next((cause for cause, holds in causes.items() if holds), "")


def _likely_meant(text: str) -> list[str]:
    """The EDTF dates that the writer of a faulty text may have meant."""
    if not text or len(text) > _LONGEST_SHOWN:
        return []
    from bazhanov_cli.dates.phrases import edtf_candidates

    word, _, rest = text.partition(" ")
    if open_ended := _OPEN_ENDED.get(word.lower()):
        ends = read_each((rest, *edtf_candidates(rest)))
        return [
            open_ended.format(end.edtf) for end in ends if end.precision is not Precision.INTERVAL
        ]
    joined = text.replace(" or ", "..").replace(" ", "")
    if ".." in joined and joined[0] != "[" and "/" not in joined:
        return [date.edtf for date in read_each([f"[{joined}]"])]
    digits = text.lstrip("-")
    repaired = (
        text.strip("\"'“”„‘’«»"),
        text.upper(),
        joined,
        text.partition("T")[0],
        text.replace("?~", "%").replace("~?", "%"),
        text.replace(digits, f"{digits:0>4}") if digits.isdigit() else text,
    )
    return [date.edtf for date in read_each((*repaired, *edtf_candidates(text)))]


def _to_write(edtf: str) -> str:
    return f'"{edtf}" in quotes' if edtf.startswith("[") else edtf


def _shown(text: str) -> str:
    """The text, cut to a length for one line, with nothing in it that a terminal would obey."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return short if short and short.isprintable() else ascii(short)
