"""Measure how soon a page answers while a month is checked and published, beside the same page in a quiet store.

A store of a year of the invented borough is held by a running dashboard, and a page is asked again and again, as a
browser asks at a click. In between a month of every extract is handed over to the dashboard and published. At most 1.5
times the quiet time, and one second, are allowed.

python -m benchmarks.while_publishing
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.clicks import milliseconds, opened
from tests.browser.conftest import ROOT, Server

BEFORE, LAST = "2026-09", "2026-10"
TIMES, WARM = 40, 5
ALLOWED, AT_MOST = 1.5, 1000


def main() -> None:
    """Print the median and the slowest of each, in milliseconds, and the ratio of the medians.

    Raises:
        SystemExit: where it is more than is allowed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
    with tempfile.TemporaryDirectory() as folder:
        surroundings = kept | {"SLAC_STORE": f"{folder}/house.duckdb", "SLAC_AUTHORITY": "X09000001"}
        _command(surroundings, "init")
        _command(kept, "invent", "--out", f"{folder}/months", "--months", "2")
        subprocess.run(_publishing(folder, BEFORE, "--backfill"), cwd=ROOT, env=surroundings, check=True)
        server = Server(surroundings)
        try:
            line = opened(server, server.come_in)
            for _ in range(WARM):
                milliseconds(line)
            quiet = [milliseconds(line) for _ in range(TIMES)]
            publishing = subprocess.Popen(_publishing(folder, LAST), cwd=ROOT, env=surroundings)
            busy = [milliseconds(line)]
            while publishing.poll() is None:
                busy.append(milliseconds(line))
        finally:
            server.stop()
    ratio = statistics.median(busy) / statistics.median(quiet)
    print(f"published with {publishing.returncode} while {len(busy)} clicks were answered")
    print(f"a page of a quiet store {statistics.median(quiet):6.1f} ms, the slowest {max(quiet):6.1f}")
    print(f"while it is published   {statistics.median(busy):6.1f} ms, the slowest {max(busy):6.1f}   {ratio:.2f}")
    if publishing.returncode or ratio > ALLOWED or max(busy) > AT_MOST:
        raise SystemExit(f"More than {ALLOWED} times, more than {AT_MOST} ms, or not published.")


def _command(surroundings: dict[str, str], *words: str) -> None:
    """Give a command, which must succeed."""
    subprocess.run(
        [sys.executable, "cli.py", *words], cwd=ROOT, env=surroundings, check=True, stdout=subprocess.DEVNULL
    )


def _publishing(folder: str, month: str, *further: str) -> list[str]:
    """Return the command that publishes every extract of a month."""
    files = [str(path) for path in sorted(Path(folder, "months").glob(f"*_{month}.csv"))]
    return [sys.executable, "cli.py", "publish", *files, "--month", month, "--reason", "Invented so.", *further]


if __name__ == "__main__":
    main()
