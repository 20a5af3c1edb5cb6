"""Randomness that depends on a seed and on what it is for, and on nothing else."""

from __future__ import annotations

from random import Random


def random_for(*parts: object) -> Random:
    """A generator of its own for what the parts name, the same in every process."""
    return Random(":".join(map(str, parts)))  # noqa: S311 - a quiz is no secret
