"""The same work without a browser: `python cli.py --help` says what there is."""

import sys
from collections.abc import Sequence

from data.unforeseen import Unforeseen, foreseen


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; a program that cannot even start says so in one line, too."""
    try:
        with foreseen("starting"):
            from pages.terminal import run
    except Unforeseen as why:
        print(f"Error: {why}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
    return run.main(arguments)


if __name__ == "__main__":
    sys.exit(main())
