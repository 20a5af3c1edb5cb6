"""One key for all ways to write a Cyrillic name in Latin letters: Trotsky, Trotskii, Trotzki."""

from __future__ import annotations

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "ye", "ж": "zh",
    "з": "z", "и": "i", "і": "i", "ї": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n",
    "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
}  # fmt: skip
# Longer groups first: each is what one system of romanisation writes for the letters on the right.
_SAME_SOUND = (
    *(("shch", "sc"), ("sch", "s"), ("tsch", "c"), ("tch", "c"), ("sh", "s"), ("ch", "c")),
    *(("zh", "z"), ("kh", "h"), ("tz", "c"), ("ts", "c"), ("ph", "f"), ("ff", "f"), ("x", "ks")),
    *(("w", "v"), ("ou", "u"), ("iy", "i"), ("yi", "i"), ("ii", "i"), ("ij", "i"), ("yj", "i")),
    *(("j", "y"), ("ye", "e"), ("yu", "iu"), ("ya", "ia"), ("yo", "io"), ("y", "i")),
)
_SHORTEST_KEY = 4


def romanised(word: str) -> str:
    """A folded word with its Cyrillic letters written in Latin ones."""
    return "".join(_LATIN.get(letter, letter) for letter in word)


def sound_key(word: str) -> str:
    """A key that spellings of one name share, or the word itself where it is too short to tell."""
    key = romanised(word)
    for written, sound in _SAME_SOUND:
        key = key.replace(written, sound)
    return key if len(key) >= _SHORTEST_KEY else word
