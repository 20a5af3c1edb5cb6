"""English number words as digits, so that "twenty-third", "23rd" and "23" are one answer."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

_BELOW_TWENTY = {
    word: number for names in (_UNITS, _ORDINAL_UNITS) for number, word in enumerate(names.split())
}
_TENS_ALONE = {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
_VALUES = (
    _BELOW_TWENTY
    | _TENS_ALONE
    | {word: number * 10 for number, word in enumerate(_ORDINAL_TENS.split(), 2)}
)
_ORDINAL_ENDING = re.compile(r"(\d+)(?:st|nd|rd|d|th|e|er|eme|re)")


def with_digits(words: Iterable[str]) -> list[str]:
    """Folded words, with number words below 100 and ordinals in digits as plain digits."""
    read: list[str] = []
    tens = 0
    for word in words:
        unit = _BELOW_TWENTY.get(word)
        if tens and unit and unit < 10:
            read[-1] = str(tens + unit)
        else:
            read.append(_digits(word))
        tens = _TENS_ALONE.get(word, 0)
    return read


def _digits(word: str) -> str:
    if (value := _VALUES.get(word)) is not None:
        return str(value)
    ordinal = _ORDINAL_ENDING.fullmatch(word)
    return ordinal.group(1) if ordinal else word
