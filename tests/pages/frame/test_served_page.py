"""The page that Streamlit serves names one style sheet and one script of ours; nothing else of its answers changes."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from streamlit import config
from streamlit.file_util import get_static_dir
from streamlit.web.server.starlette.starlette_static_routes import create_streamlit_static_assets_routes

from pages.kit.frame import served_page
from pages.kit.frame.contents import scripts
from pages.kit.frame.served_page import KINDS, SERVED, PageServed, name_served

INDEX = (Path(get_static_dir()) / "index.html").read_bytes()
FAVICON = (Path(get_static_dir()) / "favicon.png").read_bytes()
FOREIGN = "<html><head></head><body>A page of another's.</body></html>"


@dataclass(frozen=True)
class Answer:
    status_code: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


class Line:
    """Ask an application as a server does, without one."""

    def __init__(self, app: Starlette):
        self._app = app

    def ask(self, method: str, address: str, headers: dict[str, str]) -> Answer:
        path, _, query = address.partition("?")
        scope = {"type": "http", "http_version": "1.1", "method": method, "path": unquote(path), "root_path": ""}
        scope |= {"raw_path": path.encode(), "query_string": query.encode(), "scheme": "http", "server": ("here", 80)}
        scope["headers"] = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        messages = []
        waiting = [{"type": "http.request", "body": b"", "more_body": False}]

        async def receive():
            if waiting:
                return waiting.pop()
            return await asyncio.Event().wait()

        async def send(message) -> None:
            messages.append(message)

        with ThreadPoolExecutor(1) as beside:  # a browser of this process may have a loop of its own in this thread
            beside.submit(asyncio.run, self._app(scope, receive, send)).result()
        said = {name.decode(): value.decode() for name, value in messages[0]["headers"]}
        return Answer(messages[0]["status"], said, b"".join(message.get("body", b"") for message in messages[1:]))

    def get(self, address: str, headers: dict[str, str] | None = None) -> Answer:
        return self.ask("GET", address, headers or {})


def server(base: str = "") -> Line:
    """Return a server of Streamlit's own files with ours before them, under a path."""

    async def foreign(_) -> HTMLResponse:
        return HTMLResponse(FOREIGN)

    config.set_option("server.baseUrlPath", base)
    own = [Route("/foreign", foreign), *served_page.routes(), *create_streamlit_static_assets_routes(base)]
    return Line(Starlette(routes=own, middleware=[Middleware(PageServed)]))


@pytest.fixture(params=["", "family/help"])
def under(request):
    yield f"/{request.param}" if request.param else "", server(request.param)
    config.set_option("server.baseUrlPath", "")


def test_the_page_names_our_files_and_has_its_own_length(under):
    base, line = under
    for path in ("/", "/index.html", *(f"/{name}" for name in scripts())):
        answer = line.get(base + path)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
        assert "etag" not in answer.headers and "last-modified" not in answer.headers
        assert int(answer.headers["content-length"]) == len(answer.content) > len(INDEX)
        assert all(answer.text.count(f'"./house/{name_served(name)}"') == 1 for name in KINDS)
        assert "<title>Streamlit</title>" not in answer.text


def test_of_the_head_alone_the_same_is_said_as_of_the_page(under):
    base, line = under
    for path in ("/", "/looked_after", "/nowhere"):
        whole, head = line.get(base + path), line.ask("HEAD", base + path, {})
        assert head.content == b""
        assert head.headers == whole.headers


@pytest.mark.parametrize(
    "asked",
    [
        {"If-None-Match": "*"},
        {"If-Modified-Since": "Mon, 30 Nov 2099 00:00:00 GMT"},
        {"Range": "bytes=0-9"},
        {"Accept-Encoding": "gzip"},
    ],
)
def test_no_part_and_no_older_page_is_served(asked):
    answer = server().get("/", headers=asked)
    assert answer.status_code == 200
    assert answer.text == served_page.name_in_page(INDEX).decode()


def test_our_files_are_served_under_the_name_of_what_they_hold(under):
    base, line = under
    for name, kind in KINDS.items():
        answer = line.get(f"{base}/house/{name_served(name)}")
        assert answer.content == (SERVED / name).read_bytes()
        assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        for foreign in (name, f"{name}.map", "served_page.py", name_served(name).upper()):
            refused = line.get(f"{base}/house/{foreign}")
            assert refused.status_code == 404
            assert "cache-control" not in refused.headers


def test_the_names_that_can_be_found_are_served_with_no_figure_among_them(under):
    base, line = under
    answer = line.get(f"{base}/house/names.json")
    entries = json.loads(answer.content)
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert {entry["kind"] for entry in entries} == {"Measure", "Page", "Word"}
    assert len(entries) == len({(entry["kind"], entry["name"]) for entry in entries})
    assert {entry["to"].partition("?")[0] for entry in entries} <= {"", *scripts()}
    again = line.get(f"{base}/house/names.json", {"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_name_changes_with_what_is_held(tmp_path, monkeypatch):
    monkeypatch.setattr(served_page, "SERVED", tmp_path)
    (tmp_path / "look.css").write_text("a{}", encoding="utf-8")
    before = name_served("look.css")
    (tmp_path / "look.css").write_text("a{ }", encoding="utf-8")
    assert before != name_served("look.css")
    assert re.fullmatch(r"look\.[0-9a-f]{12}\.css", before)


def test_all_else_passes_untouched():
    line = server()
    assert line.get("/foreign").text == FOREIGN
    assert line.get("/favicon.png").content == FAVICON
    assert line.get("/static/js/nowhere.js").content == INDEX
    assert line.ask("POST", "/looked_after", {}).status_code == 405


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/nowhere", "./?missing_page=nowhere"),
        ("/nowhere?month=2026-10", "./?missing_page=nowhere&month=2026-10"),
        ("/a/looked_after", "./../?missing_page=a%2Flooked_after"),
        ("/a%26b=c%22", "./?missing_page=a%26b%3Dc%22"),
    ],
)
def test_a_page_that_is_not_there_leads_to_the_overview_which_can_say_so(path, leads):
    answer = server().get(path)
    assert answer.status_code == 307
    assert answer.headers["location"] == leads
