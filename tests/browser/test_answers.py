"""Every answer of the server tells the browser what to hold; and the browser holds it."""

import re
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

from pages.gate.safe_headers import said_to_browser
from pages.kit.frame.served_page import page_served
from tests.browser.conftest import visit, wait_until

ASKED = [
    ("GET", "/"),
    ("HEAD", "/"),
    ("GET", "/looked_after"),
    ("GET", "/nowhere"),
    ("GET", "/house/names.json"),
    ("GET", "/house/nothing"),
    ("GET", "/static/js/nowhere.js"),
    ("GET", "/media/nothing.csv"),
    ("GET", "/component/nothing"),
    ("GET", "/_stcore/health"),
    ("OPTIONS", "/_stcore/health"),
    ("GET", "/_stcore/host-config"),
    ("GET", "/_stcore/metrics"),
    ("GET", "/_stcore/nothing"),
    ("PUT", "/_stcore/upload_file/a/b"),
    ("GET", "/_stcore/stream"),
    ("GET", "/_stcore/agent/openapi.json"),
    ("GET", "/auth/login"),
    ("GET", "/auth/logout"),
    ("GET", "/oauth2callback"),
    ("DELETE", "/"),
]
STRANGERS = {"Host": "elsewhere.example"}


def test_every_answer_says_it(invented):
    said = said_to_browser(page_served())
    for method, path in ASKED:
        for asked in ({}, STRANGERS):
            headers = answered(invented, method, path, asked)
            assert {name: headers.get(name) for name in said} == said, (method, path, asked)
            assert headers["cache-control"] == ("no-cache" if "etag" in headers else "no-store"), (method, path)


def test_what_is_the_same_for_all_may_be_kept(invented):
    page = page_served().decode()
    for path in (*re.findall(r'"\.(/house/[^"]+)"', page), *re.findall(r'src="\.(/static/[^"]+)"', page)):
        headers = answered(invented, "GET", path, {})
        assert headers["cache-control"].startswith("public, ")
        assert headers["x-content-type-options"] == "nosniff"


def test_the_browser_runs_no_script_of_anothers_and_draws_no_other_site(invented, browser):
    page = browser.new_page()
    visit(page, invented.address)
    page.evaluate("""() => {
        window.violated = [];
        addEventListener("securitypolicyviolation", (event) => window.violated.push(event.violatedDirective));
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.head.append(script);
        document.body.append(document.createElement("iframe"));
        document.querySelector("iframe").src = location.href;
        setTimeout(() => { try { eval("window.ran = true") } catch { window.refused = true } });
    }""")
    wait_until(page, "window.violated.length >= 3")
    assert page.evaluate("window.violated.sort()") == ["frame-src", "script-src", "script-src-elem"]
    assert page.evaluate("[window.ran, window.refused]") == [None, True]
    page.close()


def answered(server, method: str, path: str, headers: dict[str, str]) -> dict[str, str]:
    """Ask for something and return the headers of the answer."""
    with closing(HTTPConnection("127.0.0.1", urlsplit(server.address).port, timeout=20)) as line:
        line.request(method, path, headers=headers)
        return {name.lower(): value for name, value in line.getresponse().getheaders()}
