"""What people write for a date, in English, rewritten as EDTF: `Aug 9th, 1923` as `1923-08-09`.

A text is cut into tokens of one-letter kinds, and the kinds in a row are looked up as a shape.
Nothing here knows the calendar: `30 February 1923` is shaped as a date, and becomes `1923-02-30`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from bazhanov_cli.dates.names import MONTHS, SEASONS, WEEKDAYS

_LONGEST_PHRASE = 80
_LONGEST_YEAR = 11
# A full stop counts only between numbers, as in 9.8.1923.
_WORD = re.compile(r"[0-9]+|[^\W0-9_]+|(?<=[0-9])\.(?=\s*[0-9])|[^\s.]")
_INITIALS = re.compile(r"\b([a-z])\.\s?(?=[a-z]\b)")
_PART_OF = re.compile(r"\b(?:early|mid|late)\b[\s-]*")
_PUNCTUATION = str.maketrans(
    {"–": "-", "—": "-", "−": "-", "'": None, "’": None, "‘": None, ",": " "}
)

# Kinds: D day or other short number, Y year, M month, R month in Roman numerals, S season, X decade
# or century, N name of a weekday, B and A the eras BC and AD, F from, > to, W between, & and, O
# onwards, L later, E earlier; the rest stand for themselves.
_KINDS = {
    **dict.fromkeys(("about", "around", "approximately", "approx", "circa", "c", "ca", "~"), "~"),
    **dict.fromkeys(("perhaps", "possibly", "probably", "maybe"), "?"),
    **dict.fromkeys(("bc", "bce"), "B"),
    **dict.fromkeys(("ad", "ce"), "A"),
    **dict.fromkeys(("from", "since"), "F"),
    **dict.fromkeys(("to", "until", "till", "through"), ">"),
    "between": "W",
    "and": "&",
    **dict.fromkeys(("onwards", "onward"), "O"),
    "later": "L",
    "earlier": "E",
    "-": "-",
    "/": "/",
    ".": ".",
    **{name: "N" for day in WEEKDAYS for name in (day.lower(), day[:3].lower())},
    **dict.fromkeys(("tues", "thur", "thurs"), "N"),
}
_MONTH_NUMBERS = {
    **{name.lower(): number for number, name in MONTHS.items()},
    **{name[:3].lower(): number for number, name in MONTHS.items()},
    "sept": 9,
}
_ROMAN_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SEASON_NUMBERS = {**{name: number for number, name in SEASONS.items()}, "fall": 23}
_UNSPOKEN = frozenset(("in", "on", "during", "the", "of", "year", "or"))
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))

# For each shape, the places of its tokens from year to day, once for every way to read it.
_POINTS: dict[str, tuple[tuple[int, ...], ...]] = {
    **dict.fromkeys(("Y", "X"), ((0,),)),
    **dict.fromkeys(("MY", "SY"), ((1, 0),)),
    **dict.fromkeys(("DMY", "DRY"), ((2, 1, 0),)),
    "MDY": ((2, 0, 1),),
    **dict.fromkeys(("YM", "YS"), ((0, 1),)),
    "YMD": ((0, 1, 2),),
    **dict.fromkeys(("D/D/Y", "D-D-Y"), ((4, 2, 0), (4, 0, 2))),
    **dict.fromkeys(("D.D.Y", "D-M-Y", "D-R-Y", "D/R/Y"), ((4, 2, 0),)),
    **dict.fromkeys(("Y-D-D", "Y/D/D", "Y.D.D"), ((0, 2, 4),)),
    **dict.fromkeys(("D/Y", "D.Y", "D-Y"), ((2, 0),)),
    **dict.fromkeys(("Y-D", "Y/D"), ((0, 2),)),
}
# The season codes of EDTF, 21 to 24, are no months: as such they are read in 1923-21 alone.
_ONLY_A_MONTH = frozenset(("D/Y", "D.Y", "D-Y", "Y/D"))
# Ranges that say their year or month once, as the places of each end.
_RANGES: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "D>DMY": ((4, 3, 0), (4, 3, 2)),
    "DM>DMY": ((5, 1, 0), (5, 4, 3)),
    "MD>DY": ((4, 0, 1), (4, 0, 3)),
    "MD>MDY": ((5, 0, 1), (5, 3, 4)),
    "M>MY": ((3, 0), (3, 2)),
    "S>SY": ((3, 0), (3, 2)),
}


class _Token(NamedTuple):
    kind: str
    edtf: str = ""
    number: int = 0
    era: str = ""


def edtf_candidates(text: str) -> tuple[str, ...]:
    """The EDTF texts that `text` may stand for, likeliest first; none if it is no date.

    Numbers like 09/08/1923 are read day first, then month first. Years of one or two digits are
    read only with their era (44 BC).
    """
    if len(text) > _LONGEST_PHRASE:
        return ()
    tokens = _tokens(text)
    return tuple(dict.fromkeys(_phrases(tokens))) if tokens else ()


def _phrases(tokens: list[_Token]) -> Iterator[str]:
    match tokens[0].kind, tokens[-1].kind:
        case first, "O":
            yield from (f"{point}/.." for point in _qualified(tokens[first == "F" : -1]))
        case "W", _:
            yield from (f"[{start}..{end}]" for start, end in _ranges(tokens[1:], "&"))
        case "F", _:
            yield from (f"{start}/{end}" for start, end in _ranges(tokens[1:], ">-"))
            yield from (f"{point}/.." for point in _qualified(tokens[1:]))
        case ">", _:
            yield from (f"../{point}" for point in _qualified(tokens[1:]))
        case _, "L":
            yield from (f"[{point}..]" for point in _qualified(tokens[:-1]))
        case _, "E":
            yield from (f"[..{point}]" for point in _qualified(tokens[:-1]))
        case _:
            yield from (f"{start}/{end}" for start, end in _ranges(tokens, ">-/"))
            yield from _qualified(tokens)


def _ranges(tokens: list[_Token], separators: str) -> Iterator[tuple[str, str]]:
    """Both ends of a range, for every place where it can be parted; one qualifier serves both."""
    for place, token in enumerate(tokens):
        if token.kind in separators:
            qualifier, first = _without_qualifier(tokens[:place])
            own_qualifier, last = _without_qualifier(tokens[place + 1 :])
            for start, end in _ends(first, last):
                yield start + qualifier, end + (own_qualifier or qualifier)


def _ends(first: list[_Token], last: list[_Token]) -> Iterator[tuple[str, str]]:
    if _shape(first) in ("D", "Y") and _shape(last) == "Y" and last[0].era and not first[0].era:
        first = [_year(first[0].number, last[0].era)]
    if _is_one_winter(first, last):
        yield f"{first[1].edtf}-12", f"{first[1].number + 1:04}-02"
        return
    yield from ((start, end) for start in _points(first) for end in _points(last))
    shape = _shape(first) + ">" + _shape(last)
    if shape in _RANGES:
        joined = [*first, _Token(">"), *last]
        start, end = ("-".join(joined[place].edtf for place in places) for places in _RANGES[shape])
        yield start, end
    if shape == "Y>D" and first[0].era != "B":
        yield first[0].edtf, first[0].edtf[:-2] + last[0].edtf


def _is_one_winter(first: list[_Token], last: list[_Token]) -> bool:
    """Whether a winter is named with the year that it begins in and the one that it ends in."""
    if _shape(first) != "SY" or _shape(last) not in ("D", "Y") or first[1].era or last[0].era:
        return False
    next_year = first[1].number + 1
    return first[0].edtf == "24" and last[0].number in (next_year, next_year % 100)


def _qualified(tokens: list[_Token]) -> Iterator[str]:
    qualifier, bare = _without_qualifier(tokens)
    yield from (point + qualifier for point in _points(bare))


def _points(tokens: list[_Token]) -> Iterator[str]:
    has_weekday = _shape(tokens[:1]) == "N"
    bare = tokens[has_weekday:]
    shape = _shape(bare)
    if shape in _ONLY_A_MONTH and any(token.number in SEASONS for token in bare):
        return
    for places in _POINTS.get(shape, ()):
        if not has_weekday or len(places) == 3:
            yield "-".join(bare[place].edtf for place in places)


def _shape(tokens: list[_Token]) -> str:
    return "".join(token.kind for token in tokens)


def _without_qualifier(tokens: list[_Token]) -> tuple[str, list[_Token]]:
    """The EDTF qualifier that the leading words amount to, and the tokens after them."""
    kinds = _shape(tokens)
    said = len(kinds) - len(kinds.lstrip("~?"))
    both = "~" in kinds[:said] and "?" in kinds[:said]
    return "%" if both else kinds[:said][:1], tokens[said:]


def _tokens(text: str) -> list[_Token]:
    """The text's tokens, numbers joined with their endings and eras; none if a word is unknown."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFKC", text)
    plain = _PART_OF.sub("", text.lower()).translate(_PUNCTUATION)
    tokens: list[_Token] = []
    for word in _WORD.findall(_INITIALS.sub(r"\1", plain)):
        if word in _UNSPOKEN:
            continue
        token = _joined(tokens, word) or _token(word)
        if token is None:
            return []
        tokens.append(token)
    return tokens


def _token(word: str) -> _Token | None:
    if _is_number(word):
        number = int(word)
        if len(word) <= 2:
            return _Token("D", f"{number:02}", number)
        return _Token("Y", f"{number:04}", number)
    if word in _MONTH_NUMBERS:
        return _Token("M", f"{_MONTH_NUMBERS[word]:02}")
    if word in _ROMAN_NUMERALS:
        return _Token("R", f"{_ROMAN_NUMERALS.index(word) + 1:02}")
    if word in _SEASON_NUMBERS:
        return _Token("S", str(_SEASON_NUMBERS[word]))
    return _Token(_KINDS[word]) if word in _KINDS else None


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= _LONGEST_YEAR


def _joined(tokens: list[_Token], word: str) -> _Token | None:
    """The last token made whole by `word`, and taken off the list; None if they do not belong."""
    if not tokens:
        return None
    last = tokens[-1]
    joined: _Token | None = None
    if word in _ORDINAL_ENDINGS and last.kind == "D":
        joined = last
    elif word == "s" and last.kind == "Y":
        century = last.number % 100 == 0
        joined = _Token("X", last.edtf[:2] + "XX" if century else last.edtf[:3] + "X")
    elif word == "century" and last.kind == "D" and last.number:
        joined = _Token("X", f"{last.number - 1:02}XX", last.number)
    elif last.kind == "A" and _is_number(word):
        joined = _year(int(word), "A")
    elif _KINDS.get(word) in ("A", "B"):
        joined = _in_era(last, _KINDS[word])
    if joined:
        tokens.pop()
    return joined


def _in_era(token: _Token, era: str) -> _Token | None:
    if token.kind in "DY" and token.number and not token.era:
        return _year(token.number, era)
    if token.kind == "X" and token.number and era == "B":
        return token._replace(edtf=f"-{token.edtf}")
    return token if token.kind == "X" and token.number else None


def _year(number: int, era: str) -> _Token:
    year = 1 - number if era == "B" else number
    mark = "Y" if abs(year) > 9999 else ""
    return _Token("Y", f"{mark}{'-' * (year < 0)}{abs(year):04}", number, era)
