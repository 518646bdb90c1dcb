"""The one style sheet and the one script of ours: served under an address of their own, and named in the page served.

What they hold makes part of their name, so that a browser keeps them for a year and never shows an old one. Neither is
written into a page: a policy that lets scripts come from this server alone admits them.
"""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

from data.program import PROGRAM_NAME
from pages.gate.addresses import HOUSE, base, below_base
from pages.kit.frame import contents
from pages.kit.frame.address import MISSING
from pages.kit.frame.searching import names

SERVED = Path(__file__).with_name("served")
KINDS = {"look.css": "text/css", "behaviour.js": "text/javascript"}
NAMES = "names.json"
STREAMLIT_OWN = ("_stcore", "app", "auth", "component", "media", "oauth2callback", "static", HOUSE)
"""First folders of addresses that are never those of a page."""
ASKED_IN_PART = (b"accept-encoding", b"if-modified-since", b"if-none-match", b"range")
"""Headers by which a browser asks for less than a whole page, or for a packed one: it is changed before it goes out."""


def routes() -> list[BaseRoute]:
    """Return the route of the files of ours, below the path that the server is told to stand under."""
    folder = "/".join(("", *filter(None, (base(), HOUSE))))
    return [Route(f"{folder}/{NAMES}", _send_names), Route(f"{folder}/{{name}}", _send_file)]


def page_served() -> bytes:
    """Return the page that every reader gets, whatever they ask for: Streamlit's, with ours named in its head."""
    return name_in_page(_streamlit_page())


def name_in_page(html: bytes) -> bytes:
    """Return the page that Streamlit serves with the style sheet, the script and the title of ours in its head."""
    look, behaviour = (f"./{address_of(name)}" for name in KINDS)
    page = html.decode().replace("</head>", f'<link rel="stylesheet" href="{look}" />\n  </head>', 1)
    # Scripts run in the order of the page once it is whole: ours comes before Streamlit's.
    ours = f'<script defer src="{behaviour}"></script>\n    <title>{PROGRAM_NAME}</title>'
    return page.replace("<title>Streamlit</title>", ours, 1).encode()


def address_of(name: str) -> str:
    """Return the address of a file of ours, below that of the server."""
    return f"{HOUSE}/{name_served(name)}"


def name_served(name: str) -> str:
    """Return the name under which a file of ours is served: with the first letters of the hash of what it holds."""
    stem, _, kind = name.rpartition(".")
    return f"{stem}.{sha256((SERVED / name).read_bytes()).hexdigest()[:12]}.{kind}"


class PageServed:
    """Stand before Streamlit and change its one page as it goes out; whatever else is asked for passes untouched."""

    def __init__(self, app: ASGIApp):
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        page = _path_of_page(scope) if scope["type"] == "http" else None
        if page is None or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        headers = [header for header in scope["headers"] if header[0] not in ASKED_IN_PART]
        outgoing = _Outgoing(send, lambda body: _answer(body, page, scope))
        await self._app({**scope, "headers": headers, "method": "GET"}, receive, outgoing.take)


class _Outgoing:
    """Hold an answer back until it is whole, where it can be Streamlit's page; let any other through as it comes."""

    def __init__(self, send: Send, answer: Callable[[bytes], Response | None]):
        self._send, self._answer = send, answer
        self._start: Message | None = None
        self._body = b""

    async def take(self, message: Message) -> None:
        """Take a message of the answer."""
        if message["type"] == "http.response.start" and _may_be_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._pass_on(self._start)

    async def _pass_on(self, start: Message) -> None:
        """Send the page of ours, or what came where it is another's."""
        answer = self._answer(self._body)
        if answer is None:
            await self._send(start)
            await self._send({"type": "http.response.body", "body": self._body})
            return
        headers = MutableHeaders(raw=list(start["headers"]))
        for name in ("etag", "last-modified", "accept-ranges", "content-length"):
            del headers[name]
        headers.update(answer.headers)
        await self._send({"type": start["type"], "status": answer.status_code, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": answer.body})


async def _send_file(request: Request) -> Response:
    """Answer with a file of ours, if it is asked for by the name of what it holds now."""
    kinds = {name_served(name): (name, kind) for name, kind in KINDS.items()}
    if (address := request.path_params["name"]) not in kinds:
        return Response("There is no such file.", 404, {"X-Content-Type-Options": "nosniff"}, "text/plain")
    name, kind = kinds[address]
    kept = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
    return Response((SERVED / name).read_bytes(), headers=kept, media_type=kind)


def _send_names(request: Request) -> Response:
    """Answer with what can be found by its name, or that a browser has it as it is."""
    body = json.dumps(names(), ensure_ascii=False, separators=(",", ":")).encode()
    tag = f'"{sha256(body).hexdigest()[:16]}"'
    kept = {"ETag": tag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    if request.headers.get("if-none-match", "").removeprefix("W/") == tag:
        return Response(status_code=304, headers=kept)
    return Response(body, headers=kept, media_type="application/json")


def _answer(body: bytes, path: str, scope: Scope) -> Response | None:
    """Return the page of ours, the way to the overview where no page has that name, or None for what is no page."""
    if body != _streamlit_page():
        return None
    if path not in ("", "index.html", *contents.scripts()):
        query = urlencode([(MISSING, path), *parse_qsl(scope["query_string"].decode("latin-1"))])
        return RedirectResponse(f"./{'../' * path.count('/')}?{query}", headers={"Cache-Control": "no-cache"})
    page = Response(name_in_page(body), headers={"X-Content-Type-Options": "nosniff"}, media_type="text/html")
    if scope["method"] == "HEAD":
        page.body = b""
    return page


def _streamlit_page() -> bytes:
    """Return the page as Streamlit has it on its disk."""
    return (Path(get_static_dir()) / "index.html").read_bytes()


def _may_be_page(start: Message) -> bool:
    """Say whether an answer that begins so can be Streamlit's page, which alone falls back to for any address."""
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _path_of_page(scope: Scope) -> str | None:
    """Return the path of a page that a request asks for, below the path of the server; None for what is no page."""
    path = below_base(scope["path"])
    if path is None:
        return None
    path = path.strip("/")
    return None if path.split("/")[0] in STREAMLIT_OWN else path
