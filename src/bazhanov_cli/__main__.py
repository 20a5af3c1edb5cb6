"""The `bazhanov` program, also as `python -m bazhanov_cli`."""

from __future__ import annotations

import gc
import os
import sys

_INTERRUPTED = 130
_NEW_OBJECTS = 50_000


def main() -> int:
    """Carry out the command line of this process, and return its exit code."""
    # Nearly all that a start makes is kept to the end. Looking through it for garbage, again and
    # again and once more at the end, takes a tenth of the time of a command.
    gc.set_threshold(_NEW_OBJECTS)
    sys.unraisablehook = _leave_if_interrupted
    try:
        # Ctrl-C may come as early as now: most of the time goes by in these imports.
        if sys.argv[1:2] == ["__complete"]:
            from bazhanov_cli.commands.completing import complete

            return complete(sys.argv[2:])
        from bazhanov_cli.commands.app import main as carry_out

        return carry_out()
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        gc.freeze()


def _leave_if_interrupted(unraisable: sys.UnraisableHookArgs) -> None:
    """End on a Ctrl-C that came in a callback, such as the import system's own, and was lost."""
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        os._exit(_INTERRUPTED)
    sys.__unraisablehook__(unraisable)


if __name__ == "__main__":
    sys.exit(main())
