"""The policy names the script of the page served, and a request that falls over is answered with a number."""

import base64
from contextlib import suppress
from hashlib import sha256

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.gate.fallen_answer import FallenAnswer
from pages.gate.safe_headers import SafeHeaders, policy, said_to_browser
from pages.kit.frame.served_page import page_served
from tests.pages.frame.test_served_page import Line

PAGE = b"<head><script>one()</script><script src='a.js'></script></head><script>\n  two()\n</script>"


def test_each_script_within_the_page_is_named_and_no_other():
    named = [f"'sha256-{base64.b64encode(sha256(script).digest()).decode()}'" for script in (b"one()", b"\n  two()\n")]
    assert f"script-src 'self' {' '.join(named)};" in policy(PAGE)
    assert "script-src 'self';" in policy(b"<html></html>")


def test_streamlits_page_needs_one_script_and_no_more():
    scripts = next(each for each in policy(page_served()).split("; ") if each.startswith("script-src"))
    assert len(scripts.split()) == 3
    assert "unsafe" not in scripts


def test_an_answer_at_which_we_fell_over_says_a_number_and_no_value_and_has_the_headers():
    async def falls_over(_):
        raise KeyError("Femi Okafor")

    app = Starlette(
        routes=[Route("/", falls_over)],
        middleware=[Middleware(SafeHeaders, page=PAGE)],
        exception_handlers={Exception: FallenAnswer(PAGE)},
    )

    async def logging_the_error(scope, receive, send):
        with suppress(KeyError):
            await app(scope, receive, send)

    answer = Line(logging_the_error).get("/")
    assert answer.status_code == 500
    assert "fault " in answer.text and "Femi" not in answer.text
    assert said_to_browser(PAGE).items() <= answer.headers.items()
    assert answer.headers["cache-control"] == "no-store"
