"""What a writer has most likely done, where the parser says that a file is not YAML."""

from __future__ import annotations

from typing import Any

_BACKSLASH = "in double quotes write \\\\ for a backslash, or use single quotes"
_LIKELY_CAUSES = {
    "mapping values are not allowed": "a text that contains ': ' must stand in quotes, a key at "
    "the indent of its neighbours, and a blank after '-'",
    "found character '\\t'": "indent with blanks, not with tabs",
    "found a tab character": "indent with blanks, not with tabs",
    "found character": "indent with blanks, not with tabs, and put a text that begins with @, ` or "
    "% in quotes",
    "could not find expected ':'": "did you forget the ':' after a key, or to indent the line?",
    "expected <block end>": "is the line indented like its neighbours, every quote closed?",
    "did not find expected key": "is the line indented like its neighbours, every quote closed?",
    "did not find expected '-' indicator": "every item of a list begins with '- ', and its keys "
    "stand under one another",
    "found unexpected end of stream": "a quote is not closed",
    "but got '?'": "between brackets, a text that holds a ? must stand in quotes",
    "expected ',' or": "a bracket is not closed, or a comma is missing",
    "sequence entries are not allowed": "a text that begins with '- ' must stand in quotes; a list "
    "begins on the line below its key",
    "mapping keys are not allowed": "a text that begins with '? ' must stand in quotes",
    "expected alphabetic or numeric": "a text that begins with & or * must stand in quotes",
    "line break": "after > or | a text begins on the next line; to begin with this sign, it must "
    "stand in quotes",
    "unknown escape character": _BACKSLASH,
    "expected hexdecimal number": _BACKSLASH,
    "expected escape sequence": _BACKSLASH,
}


def place(error: Any) -> Any:
    """Where to look: for a quote that is never closed, where it was opened."""
    opened, noticed = error.context_mark, error.problem_mark
    is_open_at_end = opened and "end of stream" in str(error.problem)
    return opened if is_open_at_end else noticed or opened


def explain(error: Any, last: Any) -> str:
    """What is wrong and what to do, by the parser's error and the last event before it."""
    problem = " ".join(str(error.problem or error.context or "it cannot be read").split())
    opened, noticed = error.context_mark, error.problem_mark
    if noticed and last and last.end_mark.line == noticed.line and "expected" in problem:
        if getattr(last, "style", None) in ("'", '"'):
            quote = f"the quote that begins on line {last.start_mark.line + 1} ends before this"
            return f"{quote}; close it elsewhere, or put the whole text in other quotes"
        ends = type(last).__name__.endswith("EndEvent")
        if ends and last.end_mark.column > last.start_mark.column:
            return "a bracket ends before this; a text that begins with [ or { must stand in quotes"
    if opened and noticed and opened.line != noticed.line:
        problem = f"{problem} {error.context}, which begins on line {opened.line + 1}"
    likely = next((cause for sign, cause in _LIKELY_CAUSES.items() if sign in problem), None)
    return f"{problem}; {likely}" if likely else problem
