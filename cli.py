"""The same work without a browser: `python cli.py --help` says what there is."""

import sys

from pages.terminal.run import main

if __name__ == "__main__":
    sys.exit(main())
