"""How many slips of the pen lie between two words."""

from __future__ import annotations


def slips_between(one: str, other: str, most: int) -> int:
    """The letters to add, drop, change or swap with the next; `most + 1` for more than `most`.

    The optimal string alignment distance (Damerau 1964), row by row.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, match in enumerate(other, 1):
            slips = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != match))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == match:
                slips = min(slips, before[j - 2] + 1)
            row.append(slips)
        if min(row) > most:
            return most + 1
        before, above = above, row
    return min(above[-1], most + 1)
