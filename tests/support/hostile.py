"""Files that were made to break a reader."""

from __future__ import annotations

import random

MEBIBYTE = 1 << 20
BEGINNING = b"facts:\n- id: 1\n  text: "

_BOMB = "".join(
    f"{letter}: &{letter} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, letter in zip("abcdefghijkl", "bcdefghijklm", strict=True)
)


def _names_that_are_nearly_alike() -> bytes:
    """Names of two letters only, and references to others that nobody declared."""
    letters = random.Random(1)
    ids = ["".join(letters.choices("ab", k=100)) for _ in range(2_200)]
    declared = "".join(f"  {name}: {{name: x}}\n" for name in ids[:2_000])
    facts = "".join(
        f"- {{id: {n}, text: x, people: {name}}}\n" for n, name in enumerate(ids[2_000:], 1)
    )
    return f"people:\n{declared}facts:\n{facts}".encode()


HOSTILE: dict[str, bytes] = {
    "2,000 names that are nearly alike": _names_that_are_nearly_alike(),
    "a name listed 10,000 times": (
        f"people:\n  a: {{name: word}}\nfacts:\n- id: 1\n  text: {'é' * 20_000} Wörd\n"
        f"  people: [{'a,' * 10_000}]\n"
    ).encode(),
    "a name of 8,000 forms": (
        f"people:\n  a:\n    name: z\n    forms: [{', '.join(map(str, range(8_000)))}, WORD]\n"
        "facts:\n" + "".join(f"- {{id: {n}, text: A word, people: a}}\n" for n in range(1, 1_000))
    ).encode(),
    "100,000 opening brackets": b"[" * 100_000,
    "100,000 opening braces": b"{" * 100_000,
    "100,000 lists in lists": b"- " * 100_000,
    "100,000 keys in keys": b"? " * 100_000,
    "100,000 brackets in a fact": b"facts:\n- " + b"[" * 100_000,
    "100,000 closing brackets": b"]" * 100_000,
    "deep indentation": b"".join(b" " * depth + b"a:\n" for depth in range(1_000)),
    "an alias bomb": b"a: &a [x, x, x, x, x, x, x, x, x]\n" + _BOMB.encode(),
    "an alias of itself": b"facts: &a [*a]\n",
    "a merge bomb": b"a: &a {x: y}\nfacts:\n- {<<: *a, <<: *a}\n",
    "anchors without end": b"&a " * 100_000,
    "tags without end": b"facts: [" + b"!!python/object/apply:os.system {a: b}, " * 1_000,
    "a scalar of 50 MB": BEGINNING + b"x" * (50 * MEBIBYTE),
    "a scalar of 50 MB of words": BEGINNING + b"word " * (10 * MEBIBYTE),
    "a scalar of 50 MB of lines": BEGINNING + b"|\n" + b"    a line\n" * (5 * MEBIBYTE),
    "a quote of 50 MB that is not closed": BEGINNING + b'"' + b"x" * (50 * MEBIBYTE),
    "a quote of 50 MB of line breaks": BEGINNING + b"'" + b"\n" * (50 * MEBIBYTE),
    "a comment of 50 MB": b"#" * (50 * MEBIBYTE),
    "50 MB of blanks": b" " * (50 * MEBIBYTE),
    "50 MB of line breaks": b"\n" * (50 * MEBIBYTE),
    "a key of 50 MB": b"k" * (50 * MEBIBYTE) + b": a",
    "50 MB of facts that are none": b"facts:\n" + b"- a\n" * (12 * MEBIBYTE),
    "the same fact for 50 MB": b"facts:\n" + b"- {id: 1, text: a}\n" * (3 * MEBIBYTE),
    "a number of 40,000 digits": b"facts: [{id: " + b"9" * 40_000 + b", text: a}]",
    "a date of 40,000 digits": b"facts: [{id: 1, text: a, events: [" + b"9" * 40_000 + b"]}]",
    "a date of 8,000 parts": b"facts: [{id: 1, text: a, events: [" + b"1923-" * 8_000 + b"]}]",
    "20,000 accents": f'facts: [{{id: 1, text: "e{chr(0x301) * 20_000}"}}]'.encode(),
    "NUL for 50 MB": b"\0" * (50 * MEBIBYTE),
    "nothing": b"",
    "a lone byte order mark": b"\xef\xbb\xbf",
    "two byte order marks": b"\xef\xbb\xbf\xef\xbb\xbffacts: [{id: 1, text: a}]",
    "UTF-16": "facts: [{id: 1, text: a}]".encode("utf-16"),
    "UTF-16 without its mark": "facts: [{id: 1, text: a}]".encode("utf-16-be"),
    "UTF-32": "facts: [{id: 1, text: a}]".encode("utf-32"),
    "half a character": "facts: [{id: 1, text: é}]".encode()[:-3],
    "a surrogate": b"facts: [{id: 1, text: \xed\xa0\x80}]",
    "an escaped surrogate": b'facts: [{id: 1, text: "\\ud800"}]',
    "an escape past Unicode": b'facts: [{id: 1, text: "\\UFFFFFFFF"}]',
    "an escape sequence": b"facts: [{id: 1, text: \x1b]0;title\x07}]",
    "an escaped escape sequence": b'facts: [{id: 1, text: "\\x1b[2J\\x07"}]',
    "an escape sequence as a key": b'"\\x1b[2J\\x9b": a\nfacts: [{id: 1, text: a}]',
    "an escape sequence as a tag": b'facts: [{id: 1, text: !<"\x1b[2J"> a}]',
    "overriding directions": "facts: [{id: 1, text: a\u202egnp.exe}]".encode(),
    "a directive": b"%YAML 1.1\n%TAG ! tag:x,2000:\n%FOO bar\n---\nfacts: [{id: 1, text: a}]\n",
    "many documents": b"--- {}\n" * 100_000,
    "an executable": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 64,
    "an archive": b"PK\x03\x04" + bytes(range(255, -1, -1)) * 64,
    **{f"random bytes {seed}": random.Random(seed).randbytes(100_000) for seed in range(3)},
    **{
        f"random YAML {seed}": "".join(
            random.Random(seed).choices("\n\n  :-[]{},'\"|>&*!#?%@`~0aé", k=20_000)
        ).encode()
        for seed in range(9)
    },
}
"""Name and content of each file."""
