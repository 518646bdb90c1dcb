"""Measure what the dashboard keeps in memory while ten people look at one borough of 36 months.

Each opens the overview and then a page of his or her own, and stays. What is counted is what the server's processes
hold by themselves or share (proportional set size), now and at their most; and whether scipy, which no page needs at
first, was loaded by then. At most 350 MB are allowed. Where the folder of another version is named, it is measured
after this one, the same way. Linux only.

python -m benchmarks.memory_of_ten [FOLDER]
"""

import os
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, sync_playwright

from benchmarks.held_memory import PROCESSES, family, held_now, kilobytes
from pages.kit.frame.contents import SECTIONS, SERVICES
from tests.browser.conftest import ARGUMENTS, CHROMIUM, ROOT, Server, visit

PEOPLE, ALLOWED = 10, 350.0


class Memory(NamedTuple):
    """Hold how many MB a server's processes hold, the most they held, and whether scipy is among what they loaded."""

    now: float
    most: float
    has_scipy: bool

    def __str__(self) -> str:
        """Write them for a line."""
        return f"{self.now:5.0f} MB, at most {self.most:5.0f} MB, scipy {'loaded' if self.has_scipy else 'not loaded'}"


def main() -> None:
    """Print what is held when the first figures stand, and when ten people look at pages of their own.

    Raises:
        SystemExit: where this version holds more than is allowed.
    """
    houses = [ROOT, *(Path(folder).resolve() for folder in sys.argv[1:2])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        held = [_of_house(browser, house) for house in houses]
        browser.close()
    if held[0].most > ALLOWED:
        raise SystemExit(f"More than {ALLOWED:.0f} MB.")


def _of_house(browser: Browser, house: Path) -> Memory:
    """Return what the server of a folder holds while ten look."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
    server = Server(kept, root=house)
    try:
        people = [browser.new_page() for _ in range(PEOPLE)]
        visit(people[0], server.address)
        print(f"{house.name}: one on the overview   {_memory(server.process)}", flush=True)
        for place, page in enumerate(people):
            visit(page, server.address)
            services = list(SECTIONS[SERVICES])
            visit(page, f"{server.address}/{services[place % len(services)]}")
        memory = _memory(server.process)
        print(f"{house.name}: ten, each on a page   {memory}", flush=True)
        for page in people:
            page.close()
        return memory
    finally:
        server.stop()


def _memory(process: int) -> Memory:
    """Return what a process and those it started hold."""
    processes = family(process)
    most = sum(kilobytes(each, "status", "VmHWM") for each in processes)
    loaded = "".join((PROCESSES / str(each) / "maps").read_text() for each in processes)
    return Memory(held_now(process) / 1024, most / 1024, "/scipy/" in loaded)


if __name__ == "__main__":
    main()
