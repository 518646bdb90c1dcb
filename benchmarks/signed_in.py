"""Measure a warm page for whoever has signed in at a provider and reads in a role, beside one that nobody signs in to.

Two servers of the invented borough run beside each other and are asked in turn, as a browser asks them: by a line, in
which a page runs again at a click. At most 1.15 times is allowed.

python -m benchmarks.signed_in
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.conftest import ARGUMENTS, CHROMIUM, Server, settle
from tests.browser.provider import ANALYST, provider, settings_for, sign_in

TIMES, WARM = 40, 5
ALLOWED = 1.15


def main() -> None:
    """Print the median of each, in milliseconds, and the ratio of both.

    Raises:
        SystemExit: where it is more than is allowed.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}
    with tempfile.TemporaryDirectory() as folder, provider() as at:
        signed_in = Server(kept | settings_for(at, "http://127.0.0.1:{port}", Path(folder)))
        nobody = Server(kept)
        try:
            lines = _opened(signed_in, ANALYST), _opened(nobody, "")
            for _ in range(WARM):
                _ = [_milliseconds(line) for line in lines]
            taken = [[_milliseconds(line) for line in lines] for _ in range(TIMES)]
        finally:
            signed_in.stop()
            nobody.stop()
    with_role, without = (statistics.median(column) for column in zip(*taken, strict=True))
    ratio = with_role / without
    print(f"a warm overview, signed in {with_role:6.1f} ms   nobody signs in {without:6.1f} ms   {ratio:.2f}")
    if ratio > ALLOWED:
        raise SystemExit(f"More than {ALLOWED} times.")


def _opened(server: Server, who: str) -> ClientConnection:
    """Return a line to a server, opened with the cookies of a browser in which somebody signed in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        page.goto(server.address)
        if who:
            sign_in(page, who)
        settle(page)
        cookies = "; ".join(f"{name}={text}" for name, text in _cookies(page).items())
        address = f"{server.address.replace('http', 'ws')}/_stcore/stream"
        line = connect(
            address,
            subprotocols=[Subprotocol(word) for word in _spoken(page)],
            origin=Origin(server.address),
            max_size=None,
            additional_headers={"Cookie": cookies},
        )
        browser.close()
        return line


def _spoken(page: Page) -> list[str]:
    """Return what Streamlit's line is told when it is opened: how both speak, and a proof that our page opens it."""
    return ["streamlit", *(text for name, text in _cookies(page).items() if "xsrf" in name)]


def _cookies(page: Page) -> dict[str, str]:
    """Return the cookies of a browser by their names."""
    return {str(cookie.get("name")): str(cookie.get("value")) for cookie in page.context.cookies()}


def _milliseconds(line: ClientConnection) -> float:
    """Return how long the server takes to run a page again and to send all of it."""
    click = BackMsg()
    click.rerun_script.query_string = ""
    began = time.perf_counter()
    line.send(click.SerializeToString())
    while ForwardMsg.FromString(line.recv(decode=False)).WhichOneof("type") != "script_finished":
        continue
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
