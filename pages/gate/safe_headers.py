"""What every answer tells the browser to hold: whose scripts may run, who may frame a page, and what is not to be kept.

The policy names the one script that Streamlit writes into its page, by the hash of what it says in the page served.
"""

import base64
import re
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SCRIPT_WITHIN = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
"""A script that stands in the page itself, rather than under an address of its own."""
KEPT_FOR_ALL = "public"
"""How the cache header of a file begins that is the same for everybody and named by what it holds."""
NOT_KEPT = {"cache-control": "no-store"}
ANSWERS = ("http.response.start", "websocket.http.response.start")


def policy(page: bytes) -> str:
    """Return the content security policy under which a page works: nothing of other sites, and no other script."""
    scripts = " ".join(["'self'", *(_named(script) for script in SCRIPT_WITHIN.findall(page))])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def said_to_browser(page: bytes) -> dict[str, str]:
    """Return the headers of every answer of a server whose page this is, but for how long an answer may be kept."""
    return {
        "content-security-policy": policy(page),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=()",
    }


class SafeHeaders:
    """Stand before an application and write into each of its answers what the browser is to hold."""

    def __init__(self, app: ASGIApp, page: bytes):
        """Stand before an application whose page this is."""
        self._app = app
        self._said = said_to_browser(page)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or open a line."""

        async def write(message: Message) -> None:
            if message["type"] in ANSWERS:
                message = {**message, "headers": self._headers(message)}
            await send(message)

        await self._app(scope, receive, write)

    def _headers(self, answer: Message) -> list[tuple[bytes, bytes]]:
        """Return the headers of an answer with ours: not kept, unless it is the same for all or is asked for again."""
        headers = MutableHeaders(raw=list(answer.get("headers", ())))
        headers.update(self._said)
        if not headers.get("cache-control", "").startswith(KEPT_FOR_ALL) and "etag" not in headers:
            headers.update(NOT_KEPT)
        return headers.raw


def _named(script: bytes) -> str:
    """Return how a policy names a script that stands in a page."""
    return f"'sha256-{base64.b64encode(sha256(script).digest()).decode()}'"
