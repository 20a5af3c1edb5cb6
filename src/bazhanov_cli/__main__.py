"""`python -m bazhanov_cli` and the `bazhanov` script."""

import sys

from bazhanov_cli.commands.app import main

if __name__ == "__main__":
    sys.exit(main())
