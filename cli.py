"""The same work without a browser: `python cli.py --help` says what there is."""

import sys
from collections.abc import Sequence

from data.unforeseen import Unforeseen, foreseen

STOPPED = 130
"""The exit status of a command that was stopped by whoever gave it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; a program that cannot even start says so in one line, too."""
    try:
        with foreseen("starting"):
            from pages.terminal import run
        return run.main(arguments)
    except Unforeseen as why:
        print(f"Error: {why}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:  # while commands are made ready; one under way ends likewise
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
