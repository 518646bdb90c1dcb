"""Measure what fifty people wait for a page of four workers that share one lake, also while a month comes in.

The last three months of the invented borough lie on a lake; each person signs in through nginx, looks at the overview
or at the page of a service, and asks for it anew every five seconds, as a browser does at a click. Whatever is drawn as
an error is one. Meanwhile a second authority publishes a month, again and again. Of quiet waits 95 in 100 are to be
under a second, without an error, and publishing may make half of all waits at most a fifth longer.

python -m benchmarks.region_load [SECONDS]
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from ssl import create_default_context

from playwright.sync_api import sync_playwright
from websockets.sync.client import ClientConnection

from benchmarks.clicks import line_of, milliseconds
from benchmarks.held_memory import held_now
from data.invention import AUTHORITY
from data.lake.lake import Lake
from tests.browser.conftest import ARGUMENTS, CHROMIUM, PATIENCE, ROOT, settle
from tests.browser.conftest import Server as Worker
from tests.browser.provider import ANALYST, provider, settings_for, sign_in
from tests.browser.test_behind_nginx import nginx
from tests.data.lake.conftest import Server as Postgres
from tests.ports import free_port

PEOPLE, WORKERS, EVERY, MONTHS = 50, 4, 5.0, 3
PAGES = ("", "child_protection", "looked_after", "leaving_care", "region")
SECOND = "E09000005"
"""The authority that publishes meanwhile; nobody looks at it."""
AT_MOST, SLOWER = 1000.0, 1.2


def main() -> None:
    """Print the waits of a quiet minute and of one in which a month comes in, the errors, and what the workers hold.

    Raises:
        SystemExit: where more is waited than is allowed, or an error was drawn.
    """
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        surroundings = running.enter_context(_lake(folder))
        at, tls = running.enter_context(provider()), free_port()
        here = f"https://localhost:{tls}"
        workers = [Worker(surroundings | settings_for(at, here, folder)) for _ in range(WORKERS)]
        for worker in workers:
            running.callback(worker.stop)
        ports = [int(worker.address.rpartition(":")[2]) for worker in workers]
        running.enter_context(nginx(folder, tls, free_port(), ports))
        people = _signed_in(here, folder)
        _asked(people, 2 * EVERY)
        quiet, errors = _asked(people, seconds)
        held = _held(workers)
        with _publishing(folder, surroundings) as published:
            busy, further = _asked(people, seconds)
        _print("quiet", quiet)
        _print(f"while {len(published)} publications came in", busy)
        slower = statistics.median(busy) / statistics.median(quiet)
        print(f"{slower:.2f} times as long   {len(errors + further)} errors {sorted(set(errors + further))}")
        print(f"the workers hold {held:.0f} MB, and {_held(workers):.0f} MB in the end")
    if errors or further or _of_a_hundred(quiet, 95) > AT_MOST or slower > SLOWER:
        raise SystemExit(f"An error, over {AT_MOST:.0f} ms of 95 in 100, or over {SLOWER} times while publishing.")


@contextmanager
def _lake(folder: Path) -> Iterator[dict[str, str]]:
    """Publish the last months of the invented borough on a lake; give what names it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
    postgres = Postgres(Path(tempfile.mkdtemp(prefix="postgres-")))
    try:
        (folder / "lake").mkdir()
        address = postgres.database()
        Lake.begin_at(address, folder / "lake").close()
        kept |= {"SLAC_AUTHORITY": AUTHORITY, "SLAC_STORE": str(address)}
        _command(kept, "invent", "--out", str(folder / "months"), "--months", f"{MONTHS}")
        for month in _months(folder):
            _publish(folder, kept, month, AUTHORITY)
        yield kept
    finally:
        postgres.stop()
        shutil.rmtree(postgres.folder)


def _signed_in(here: str, folder: Path) -> list[ClientConnection]:
    """Have everybody sign in, each in a browser of his or her own; return their lines."""
    trust, lines = create_default_context(cafile=str(folder / "own.crt")), []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for _ in range(PEOPLE):
            context = browser.new_context(ignore_https_errors=True)
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(here)
            sign_in(page, ANALYST)
            settle(page)
            lines.append(line_of(page, here, trust))
            context.close()
        browser.close()
    return lines


def _asked(people: Sequence[ClientConnection], seconds: float) -> tuple[list[float], list[str]]:
    """Let everybody ask for a page every few seconds for so long; return what was waited, in ms, and the errors."""
    until = time.monotonic() + seconds
    waits: list[float] = []
    errors: list[str] = []

    def ask(person: int, line: ClientConnection) -> None:
        due = time.monotonic() + random.Random(person).uniform(0, EVERY)
        while due < until:
            time.sleep(max(due - time.monotonic(), 0.0))
            try:
                waits.append(milliseconds(line, PAGES[person % len(PAGES)]))
            except RuntimeError as drawn:
                errors.append(str(drawn))
            due += EVERY

    with ThreadPoolExecutor(len(people)) as all_of_them:
        list(all_of_them.map(ask, range(len(people)), people))
    return waits, errors


@contextmanager
def _publishing(folder: Path, surroundings: dict[str, str]) -> Iterator[list[str]]:
    """Publish months of a second authority, one after the other, as long as this lasts; give those that came in."""
    published: list[str] = []
    ended = threading.Event()

    def publish() -> None:
        for month in _months(folder):
            if not ended.is_set():
                _publish(folder, surroundings, month, SECOND)
                published.append(month)

    publishing = threading.Thread(target=publish)
    publishing.start()
    yield published
    ended.set()
    publishing.join()


def _months(folder: Path) -> list[str]:
    """Return the months that were invented, the first of them first."""
    return sorted({path.stem.rpartition("_")[2] for path in (folder / "months").glob("*.csv")})


def _publish(folder: Path, surroundings: dict[str, str], month: str, authority: str) -> None:
    """Publish every extract of a month for an authority."""
    files = [str(path) for path in sorted((folder / "months").glob(f"*_{month}.csv"))]
    words = ("--month", month, "--authority", authority, "--reason", "Invented so.")
    _command(surroundings, "publish", *files, *words)


def _command(surroundings: dict[str, str], *words: str) -> None:
    """Give a command, which must succeed."""
    subprocess.run(
        [sys.executable, "cli.py", *words], cwd=ROOT, env=surroundings, check=True, stdout=subprocess.DEVNULL
    )


def _held(workers: Sequence[Worker]) -> float:
    """Return how many MB all workers hold."""
    return sum(held_now(worker.process) for worker in workers) / 1024


def _of_a_hundred(waits: Sequence[float], place: int) -> float:
    """Return what so many in a hundred waits are under, in ms."""
    return statistics.quantiles(waits, n=100)[place - 1]


def _print(when: str, waits: Sequence[float]) -> None:
    half, most = statistics.median(waits), _of_a_hundred(waits, 95)
    print(f"{when:40} {len(waits)} pages: half under {half:6.0f} ms, 95 in 100 under {most:6.0f}", flush=True)


if __name__ == "__main__":
    main()
