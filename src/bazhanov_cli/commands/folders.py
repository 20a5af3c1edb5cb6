"""Where each system lets a program keep its files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "bazhanov"


def cache_folder() -> Path | None:
    """Where compiled datasets are kept, or None for a user without a home."""
    return _folder("BAZHANOV_CACHE_DIR", "XDG_CACHE_HOME", ".cache", "user_cache_dir")


def state_folder() -> Path | None:
    """Where the quiz's memory is kept, or None for a user without a home."""
    return _folder("BAZHANOV_STATE_DIR", "XDG_STATE_HOME", ".local/state", "user_state_dir")


def _folder(override: str, variable: str, default: str, function: str) -> Path | None:
    """The user's own choice, or the place that the system has for it.

    The rule of the XDG Base Directory Specification is written out here: importing platformdirs
    costs every command as much as reading the dataset does.
    """
    chosen = os.environ.get(override)
    if chosen:
        return Path(chosen)
    if sys.platform in {"win32", "darwin"}:
        import platformdirs

        return Path(getattr(platformdirs, function)(NAME, appauthor=False))
    base = Path(os.environ.get(variable, ""))
    if not base.is_absolute():
        try:
            base = Path.home() / default
        except RuntimeError:
            return None
    return base / NAME if base.is_absolute() else None
