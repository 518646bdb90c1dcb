"""A click as the server sees it: a page that runs again, asked for by a line that a browser has opened."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.conftest import ARGUMENTS, CHROMIUM, Server, settle


def opened(server: Server, come_in: Callable[[Page], object]) -> ClientConnection:
    """Return a line to a server, opened with the cookies of a browser in which somebody came in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        come_in(page)
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


def milliseconds(line: ClientConnection) -> float:
    """Return how long the server takes to run a page again and to send all of it."""
    click = BackMsg()
    click.rerun_script.query_string = ""
    began = time.perf_counter()
    line.send(click.SerializeToString())
    while ForwardMsg.FromString(line.recv(decode=False)).WhichOneof("type") != "script_finished":
        continue
    return (time.perf_counter() - began) * 1000
