"""What whoever is not let in is answered with: a page of one sentence and a way in, or the sentence alone."""

from html import escape
from pathlib import Path
from string import Template

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from data.program import PROGRAM_NAME
from pages.gate import addresses
from pages.gate.doors import Door

PAGE = Template(Path(__file__).with_name("refused.html").read_text(encoding="utf-8"))
REFUSED = 403


def refusal(request: Request, why: str, door: Door, sheet: str) -> Response:
    """Return the answer to a request that a door refuses; `sheet` is the address of its style."""
    remedy, link = door.remedy, door.link
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{why} {remedy}".strip(), REFUSED)
    home = addresses.home()
    on = f'<p><a href="{escape(home + link)}">Sign in</a></p>' if link else ""
    words = {"title": PROGRAM_NAME, "why": why, "remedy": remedy.replace("`", ""), "home": home, "sheet": sheet}
    return HTMLResponse(PAGE.substitute({name: escape(text) for name, text in words.items()}, link=on), REFUSED)
