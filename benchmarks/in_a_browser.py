"""Measure how long a browser takes until a service's page stands still, for the second visitor, and what it draws.

Beside it stands the page that draws least: what Streamlit and the browser need for any page.

python -m benchmarks.in_a_browser
"""

import os
import statistics
import time

from playwright.sync_api import Browser, sync_playwright

from pages.kit.frame.contents import HOME, SECTIONS, SERVICES
from tests.browser.conftest import ARGUMENTS, CHROMIUM, Server, settle, visit

LEAST, TIMES = "child", 2
STANDS_STILL = 1.0
"""Seconds that a page has to stand still before it is taken to be there; they are not counted."""


def main() -> None:
    """Print a line for each page: seconds, elements and charts."""
    server = Server({name: value for name, value in os.environ.items() if not name.startswith("SLAC_")})
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            for name in (LEAST, HOME, *SECTIONS[SERVICES]):
                address = f"{server.address}/{'' if name == HOME else name}"
                print(f"{name:18} {_measured(browser, address)}", flush=True)
            browser.close()
    finally:
        server.stop()


def _measured(browser: Browser, address: str) -> str:
    """Return the median time of visits after the first, and what was drawn."""
    taken = []
    for _ in range(TIMES + 1):
        page = browser.new_page(viewport={"width": 1280, "height": 1600})
        began = time.perf_counter()
        visit(page, address)
        taken.append(time.perf_counter() - began - STANDS_STILL)
        settle(page)
        elements, charts = (page.locator(each).count() for each in ("*", ".js-plotly-plot"))
        page.close()
    return f"{statistics.median(taken[1:]):5.1f} s {elements:7,} elements {charts:3} charts"


if __name__ == "__main__":
    main()
