"""Measure how long a browser takes until a page stands still, for the first visitor and for one who comes again.

A page stands still when nothing of it has changed for a second, nothing runs and every picture is there; that second is
not counted. Beside the pages stands the one that draws least: what Streamlit and the browser need for any page. Where
the folder of another version is named, both are measured in turn, and the ratio of their times is printed. At the end
stands how soon a click is answered.

python -m benchmarks.in_a_browser [FOLDER]
"""

import os
import statistics
import sys
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from pages.kit.frame.contents import HOME, SECTIONS, SERVICES
from tests.browser.conftest import ARGUMENTS, CHROMIUM, PATIENCE, ROOT, Server, wait_until

LEAST, TIMES = "child", 3
WATCH = """
    window.changedAt = 0;
    new MutationObserver(() => { window.changedAt = performance.now(); })
        .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
"""
STANDS_STILL = """
    document.querySelector("h1") !== null
    && document.querySelector("[data-testid=stApp][data-test-script-state=notRunning]") !== null
    && document.querySelector("[data-testid=stSkeleton]") === null
    && [...document.images].every((picture) => picture.complete)
    && performance.now() - window.changedAt > 1000
"""
ANSWER = """([clicked, answering]) => new Promise((answer) => {
    const said = () => document.querySelector(answering)?.textContent ?? "";
    const [before, begun] = [said(), performance.now()];
    new MutationObserver((_, watching) => {
        if (!said() || said() === before) return;
        watching.disconnect();
        answer(performance.now() - begun);
    }).observe(document, { subtree: true, childList: true, characterData: true });
    document.querySelector(clicked).click();
})"""
CLICKS = {
    "a measure's name": (".measure-row .measure-name", "h1"),
    "a fold": ("[data-testid=stExpander] summary", "[data-testid=stExpander] [data-testid=stExpanderDetails]"),
}
"""What is clicked on the overview, and where the answer stands."""


class Measured(NamedTuple):
    """Hold how many seconds a page took the first visitor and one who comes again, and what was drawn."""

    first: float
    again: float
    elements: int
    charts: int

    def __str__(self) -> str:
        """Write them for a line."""
        return f"{self.first:5.2f} s {self.again:5.2f} s {self.elements:6,} elements {self.charts:3} charts"


def main() -> None:
    """Print a line for each page and version, and below it the ratio of their times."""
    houses = [ROOT, *(Path(folder).resolve() for folder in sys.argv[1:2])]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
    servers = [Server(kept, root=house) for house in houses]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for server in servers:
                _measured(browser, f"{server.address}/{LEAST}")  # whoever comes first waits for the store
            for name in (LEAST, HOME, *SECTIONS[SERVICES]):
                both = [_measured(browser, f"{server.address}/{'' if name == HOME else name}") for server in servers]
                for house, measured in zip(("this version", "the other"), both, strict=False):
                    print(f"{name:18} {house:12} {measured}", flush=True)
                if len(both) > 1:
                    now, then = both
                    print(
                        f"{name:18} {'ratio':12} {now.first / then.first:5.2f}   {now.again / then.again:5.2f}",
                        flush=True,
                    )
            for name, (clicked, answering) in CLICKS.items():
                took = _answered(browser, servers[0].address, clicked, answering)
                print(f"a click on {name} is answered after {took:,.0f} ms", flush=True)
            browser.close()
    finally:
        for server in servers:
            server.stop()


def _measured(browser: Browser, address: str) -> Measured:
    """Return the time of a first visit and the median of those after it, each in a window of its own."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    context.add_init_script(WATCH)
    first, *again = [_visited(context, address) for _ in range(TIMES + 1)]
    context.close()
    return Measured(first[0], statistics.median(seconds for seconds, _, _ in again), *again[-1][1:])


def _answered(browser: Browser, address: str, clicked: str, answering: str) -> float:
    """Return the median milliseconds from a click on the overview to the first word of its answer."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, bypass_csp=True)
    context.add_init_script(WATCH)
    times = []
    for _ in range(TIMES):
        page = context.new_page()
        page.goto(address)
        page.wait_for_function(STANDS_STILL, polling=100)
        times.append(page.evaluate(ANSWER, [clicked, answering]))
        page.close()
    context.close()
    return statistics.median(times)


def _visited(context: BrowserContext, address: str) -> tuple[float, int, int]:
    """Return the seconds until the page stood still, its elements and its interactive charts."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    wait_until(page, STANDS_STILL)
    seconds = page.evaluate("window.changedAt") / 1000
    elements, charts = (page.locator(kind).count() for kind in ("*", ".js-plotly-plot"))
    page.close()
    return seconds, elements, charts


if __name__ == "__main__":
    main()
