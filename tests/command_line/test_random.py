"""`bazhanov random`."""

from __future__ import annotations

from support.command_line import bazhanov


def test_the_same_seed_gives_the_same_fact() -> None:
    assert bazhanov("random", "--seed", "7").out == bazhanov("random", "--seed", "7").out


def test_every_fact_is_drawn_by_some_seed() -> None:
    drawn = {bazhanov("random", "--seed", str(seed)).lines[0][0] for seed in range(150)}
    assert drawn == {str(number) for number in range(1, 19)}


def test_several_facts_are_all_different() -> None:
    drawn = [fields[0] for fields in bazhanov("random", "-n", "18").lines]
    assert len(set(drawn)) == 18


def test_more_than_there_are_gives_all_there_are() -> None:
    assert len(bazhanov("random", "-n", "1000").lines) == 18


def test_only_facts_of_the_filters_are_drawn() -> None:
    drawn = bazhanov("random", "-n", "9", "--topic", "pursuit").lines
    assert {fields[0] for fields in drawn} == {"1", "13", "14"}
