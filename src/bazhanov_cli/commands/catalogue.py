"""The commands there are."""

from __future__ import annotations

COMMANDS = {
    "list": "List the facts, in the order of the dataset.",
    "show": "Show whole fact cards: dates, names, notes, sources.",
    "search": "Search the facts by words, names and dates.",
    "timeline": "Show the facts in order of time.",
    "index": "List people, places and topics, as at the back of a book.",
    "today": "Show what happened on this day of the year.",
    "random": "Show a fact at random.",
    "quiz": "Ask questions, and remember what you know.",
    "progress": "Show what the quiz has learnt about you.",
    "new": "Start a dataset of your own.",
    "check": "Check a dataset, and list its problems.",
    "completion": "Print a completion script for your shell.",
}
"""Every command with its summary, which is also the first line of its own help."""
