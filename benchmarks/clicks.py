"""A click as the server sees it: a page that runs again, asked for by a line that a browser has opened."""

import time
from collections.abc import Callable
from contextlib import suppress
from ssl import SSLContext

from playwright.sync_api import Page, sync_playwright
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.browser.conftest import ARGUMENTS, CHROMIUM, Server, settle

_RAN = ForwardMsg.ScriptFinishedStatus.FINISHED_SUCCESSFULLY


def opened(server: Server, come_in: Callable[[Page], object]) -> ClientConnection:
    """Return a line to a server, opened with the cookies of a browser in which somebody came in."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_page()
        come_in(page)
        settle(page)
        line = line_of(page, server.address)
        browser.close()
        return line


def line_of(page: Page, address: str, trust: SSLContext | None = None) -> ClientConnection:
    """Return a line to a server with the cookies of a page; one that speaks TLS is trusted by those named."""
    cookies = {str(cookie.get("name")): str(cookie.get("value")) for cookie in page.context.cookies()}
    proof = (text for name, text in cookies.items() if "xsrf" in name)  # that our page opens it
    return connect(
        f"{address.replace('http', 'ws', 1)}/_stcore/stream",
        subprotocols=[Subprotocol(word) for word in ("streamlit", *proof)],
        origin=Origin(address),
        max_size=None,
        ssl=trust,
        additional_headers={"Cookie": "; ".join(f"{name}={text}" for name, text in cookies.items())},
    )


def milliseconds(line: ClientConnection, page: str = "") -> float:
    """Return how long the server takes to run a page again, the first unless one is named, and to send all of it.

    Raises:
        RuntimeError: where an error was drawn, or the page fell over.
    """
    click = BackMsg()
    click.rerun_script.query_string = ""
    click.rerun_script.page_name = page
    with suppress(TimeoutError):  # what was sent unasked, such as a page drawn anew after a publication
        while line.recv(timeout=0):
            continue
    began = time.perf_counter()
    line.send(click.SerializeToString())
    while (told := ForwardMsg.FromString(line.recv(decode=False))).script_finished != _RAN or not told.HasField(
        "script_finished"
    ):
        drawn = told.delta.new_element
        if drawn.HasField("exception") or (drawn.HasField("alert") and drawn.alert.format == Alert.ERROR):
            raise RuntimeError(drawn.exception.message or drawn.alert.body)
    return (time.perf_counter() - began) * 1000
