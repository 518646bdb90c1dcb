"""What an address asks for, below the path that the server is told to stand under."""

import re

import streamlit as st
from starlette.requests import HTTPConnection

HOUSE = "house"
"""The folder of the address under which files of ours are served, and people come in."""
COME_IN = f"{HOUSE}/come-in/"
SIGN_IN = f"{HOUSE}/sign-in"
LOG_IN, CALLED_BACK, LOG_OUT = "auth/login", "oauth2callback", "auth/logout"
"""Where Streamlit sends people to the provider, where they come back, and where they leave."""
OF_SIGNING_IN = (LOG_IN, CALLED_BACK, LOG_OUT)
STILL_HERE = f"{HOUSE}/still-here"
"""Where a page asks for how many seconds more it may be shown."""
FILES_UP, FILES_DOWN, MEASURED = "_stcore/upload_file/", "media/", "_stcore/metrics"
FOR_ALL = re.compile(
    r"static/.*|favicon\.png|house/(look|behaviour)\.[0-9a-f]{12}\.(css|js)|_stcore/(health|host-config)"
)
"""What is the same for everybody and holds nothing of anybody's: the program in a browser, before any page."""


def below_base(path: str) -> str | None:
    """Return an address below the path of the server, without the stroke before it; None for one that is not below."""
    under = base()
    if not under:
        return path.removeprefix("/")
    return path[len(under) + 1 :].removeprefix("/") if f"{path}/".startswith(f"/{under}/") else None


def asked_in(connection: HTTPConnection) -> str:
    """Return what a request asks for, below the path of the server; nothing for what is not below."""
    return below_base(connection.scope["path"]) or ""


def base() -> str:
    """Return the path that the server is told to stand under, or nothing."""
    return st.get_option("server.baseUrlPath").strip("/")


def home() -> str:
    """Return the address of the first page, on this server."""
    return "/".join(("", *filter(None, (base(),)), ""))
