"""A real server on a loopback port and a real browser; skipped, with a reason, where there is no Chromium."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ports import free_port

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OPEN_FOLDS = """() => {
    const folds = [...document.querySelectorAll("[data-testid=stMain] details:not([open]) > summary")];
    folds.forEach((fold) => fold.click());
    return folds.length;
}"""
"""Opens what is folded away, and says how many folds that were."""
FOOT = "document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join()"
"""What stands below each sheet of paper."""
TELL_OF_THE_POLICY = """addEventListener("securitypolicyviolation", (event) =>
    console.error(`against the policy: ${event.violatedDirective} ${event.blockedURI}`))"""
OWN_PROBES = ("/_stcore/health", "/_stcore/host-config")
"""On a deep link Streamlit looks for its server beside the page first; the two misses are no errors of ours."""
UNDRAWN = "[data-testid=stSkeleton]"
MUST_RUN = "SLAC_BROWSER_MUST_RUN"
"""Set where a browser test that is skipped is a failure, as it is for every submission."""
PATIENCE = 90_000
"""Milliseconds to wait for a page: the first visitor of a cold server pays for opening the store."""

from data.access import LOCAL_USER  # noqa: E402 - as below
from data.store.command_handover import Asked, hand_over  # noqa: E402

if not os.environ.get(MUST_RUN):
    pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright  # noqa: E402 - only where it is installed


class Server:
    """Hold a running server: its address, and how to end it."""

    def __init__(self, environment: dict[str, str], log: Path | None = None, root: Path = ROOT):
        """Start the server of a folder and wait until it is healthy; what it logs is kept where a file is named."""
        port = free_port()
        self._command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
        self._command += ["--server.port", str(port)]
        self._environment, self._root = environment, root
        self.address = f"http://127.0.0.1:{port}"
        self._log = log or os.devnull
        self.start()

    @property
    def process(self) -> int:
        """Return the number of its process."""
        return self._process.pid

    def start(self) -> None:
        """Start it, again at the same address where it was stopped, and wait until it is healthy."""
        with open(self._log, "wb") as kept:
            self._process = subprocess.Popen(
                self._command, cwd=self._root, env=self._environment, stdout=kept, stderr=kept
            )
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if self._process.poll() is not None:
                    raise RuntimeError("the server ended before it was healthy") from None
                time.sleep(0.1)
        raise TimeoutError("the server did not become healthy within a minute")

    def come_in(self, page: "Page") -> None:
        """Come in as the user of this computer, at an address that opens once, as `cli.py address` prints it."""
        store, until = Path(self._environment["SLAC_STORE"]), time.monotonic() + PATIENCE / 1000
        while (answer := hand_over(store, Asked(LOCAL_USER.who, ["address"]))) is None:
            if time.monotonic() > until:
                raise TimeoutError("the dashboard did not open its store")
            time.sleep(0.1)
        page.goto(answer.out.strip())

    def stop(self) -> None:
        """End the server that this test started."""
        self._process.terminate()
        self._process.wait(timeout=20)


def must_be_there(chromium: str | None) -> None:
    """Skip a browser test with its reason where there is no Chromium, or fail where it must run."""
    if chromium is None:
        because = "no chromium on this computer: the browser tests were not run"
        if os.environ.get(MUST_RUN):
            pytest.fail(because)
        pytest.skip(because)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Start a real browser, and end it with the last browser test: one that is left open works on."""
    must_be_there(CHROMIUM)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def browser(chromium) -> Iterator[Browser]:
    """Give a real browser; pages of a file are closed with it, since each goes on looking for its server."""
    yield chromium
    for context in chromium.contexts:
        context.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    """Give a way to start servers; they are ended with the test."""
    started: list[Server] = []

    def start(log: Path | None = None, **settings: str) -> Server:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
        started.append(Server(kept | settings, log))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="package")
def invented() -> Iterator[Server]:
    """Give a server of the invented borough."""
    server = Server({name: value for name, value in os.environ.items() if not name.startswith("SLAC_")})
    yield server
    server.stop()


def visit(page: Page, address: str) -> None:
    """Open an address and wait until the page stands still."""
    page.set_default_timeout(PATIENCE)
    page.goto(address)
    settle(page)


def listen(page: Page) -> list[str]:
    """Note what a page will say that is an error or against its policy; what is noted grows in the list."""
    page.add_init_script(TELL_OF_THE_POLICY)
    errors: list[str] = []
    page.on("console", lambda said: errors.append(f"{page.url}: {said.text}") if _is_error(said) else None)
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    return errors


def _is_error(said: ConsoleMessage) -> bool:
    """Tell whether a browser says an error that is not one of Streamlit's own probes."""
    return said.type == "error" and not said.location["url"].endswith(OWN_PROBES)


def unfold(page: Page) -> None:
    """Open whatever a page has folded away, and what is folded away in that."""
    while page.evaluate(OPEN_FOLDS):
        settle(page)


def turn_to(page: Page, menu: str, title: str) -> None:
    """Choose a page from a menu of the bar."""
    page.locator("header").get_by_text(menu, exact=True).click()
    page.get_by_role("menuitem", name=title, exact=True).click()


def choose_month(page: Page, month: str) -> None:
    """Say on the upload page which month the files are of: what it proposes depends on the day of the test."""
    settle(page)  # what is typed while the page is still drawn would be lost
    months = page.get_by_role("combobox", name="The month they are of")
    months.press_sequentially(month)
    page.keyboard.press("Enter")
    expect(months).to_have_attribute("aria-expanded", "false")
    expect(months).to_have_value(month)


def wait_for_month(page: Page, month: str) -> None:
    """Wait until a month is the one that is chosen."""
    expect(page.get_by_role("combobox", name="Month")).to_have_value(month)


def settle(page: Page) -> None:
    """Wait until the page has stood still for a second: nothing runs and nothing is still to be drawn."""
    page.wait_for_selector("h1")
    still = 0
    while still < 5:
        page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
        wait_until(page, f"document.querySelectorAll('{UNDRAWN}').length === 0")
        page.wait_for_timeout(200)
        still = still + 1 if page.locator(UNDRAWN).count() == 0 else 0


def wait_until(page: Page, holds: str) -> None:
    """Wait until an expression holds in a page, asked from outside: within it, the policy lets no text be run."""
    until = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(f"Boolean({holds})"):
        if time.monotonic() > until:
            raise TimeoutError(f"it never came to hold: {holds}")
        page.wait_for_timeout(100)
