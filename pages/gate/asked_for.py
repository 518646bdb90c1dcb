"""The page that somebody asked for before they were let in: once they are, they are led to it.

A browser keeps it for as long as signing in takes. It is an address on this server, whatever a browser says of it.
"""

from urllib.parse import quote, unquote

import streamlit as st
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pages.gate import addresses

SECONDS = 600
"""How long it is kept: while somebody signs in."""
LONGEST = 1500
"""Letters of an address that is kept."""
NO_PAGE = (f"{addresses.HOUSE}/", "auth/", "_stcore/", addresses.FILES_DOWN, addresses.CALLED_BACK)
"""How addresses begin that are no pages."""


def keep_asked(request: Request, answer: Response) -> None:
    """Have a browser that is refused a page keep which one it asked for."""
    path, query = addresses.asked_in(request), request.url.query
    is_page = request.method == "GET" and _wants_page(request) and not path.startswith(NO_PAGE)
    address = f"{path}?{query}"
    if is_page and (path or query) and len(address) <= LONGEST:
        answer.set_cookie(
            _cookie(),
            quote(address, safe=""),
            max_age=SECONDS,
            path=addresses.home(),
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="lax",  # the provider sends people back from another site
        )


def to_what_was_asked(request: Request) -> Response | None:
    """Return the way to the page that a browser asked for before, to whoever comes to the first page; once."""
    address = request.cookies.get(_cookie())
    if address is None or request.method != "GET" or addresses.asked_in(request) or request.url.query:
        return None
    path, _, query = unquote(address).partition("?")
    # Strokes at the beginning would name another server.
    page = addresses.home() + quote(path.lstrip("/\\"), safe="/")
    answer = RedirectResponse(f"{page}?{query}" if query else page, 303)
    answer.delete_cookie(_cookie(), path=addresses.home())
    return answer


def _wants_page(request: Request) -> bool:
    """Tell whether whoever asks would be shown a page."""
    return "text/html" in request.headers.get("accept", "")


def _cookie() -> str:
    """Return what the cookie is called on this server."""
    return f"house_asked_{st.get_option('server.port')}"
