"""Explore historical facts in a terminal."""

__version__ = "0.1.0"
