"""The server answers to this computer's own names alone, so that no page elsewhere can speak to it by another name."""

from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import visit

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
OURS = ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"]
FOREIGN = ["rebound.example", "127.0.0.1.rebound.example", "localhost.rebound.example", "0.0.0.0", "192.0.2.1", ""]


def status_of(server, path: str, host: str, headers: dict[str, str]) -> int:
    """Ask for something by the name of a host, which the browser would write, and return the status."""
    port = urlsplit(server.address).port
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.putrequest("GET", path, skip_host=True)
        line.putheader("Host", f"{host}:{port}" if host else "")
        for name, value in headers.items():
            line.putheader(name, value)
        line.endheaders()
        return line.getresponse().status


@pytest.mark.parametrize("host", OURS)
def test_by_our_own_names_pages_and_sessions_are_served(invented, host):
    assert status_of(invented, "/", host, {}) == 200
    assert status_of(invented, "/_stcore/health", host, {}) == 200
    assert status_of(invented, "/_stcore/stream", host, UPGRADE) == 101


@pytest.mark.parametrize("host", FOREIGN)
def test_by_a_foreign_name_nothing_is_served(invented, host):
    for path in ("/", "/_stcore/health", "/_stcore/host-config", "/_stcore/upload_file/x/y", "/media/x.csv"):
        assert status_of(invented, path, host, {}) == 400
    assert status_of(invented, "/_stcore/stream", host, UPGRADE) in (400, 403)


def test_a_page_opens_by_the_name_of_this_computer(invented, browser):
    page = browser.new_page()
    visit(page, invented.address.replace("127.0.0.1", "localhost"))
    page.get_by_text("What needs attention").first.wait_for()
    page.close()
