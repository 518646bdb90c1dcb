"""Whom the provider vouches for is let in while that holds, and what a browser alters of it lets nobody in."""

import json
import time

import pytest
from streamlit import config
from streamlit.auth_util import set_cookie_with_chunks
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages.gate.doors import ProviderDoor
from pages.gate.gate import Gate
from pages.gate.visits import NotLetIn, Visits
from pages.gate.way_in import take_settings_from
from tests.pages.frame.test_served_page import Line
from tests.pages.gate.test_gate import House, server

SECRET = "a secret of the council that is long enough"
HERE = "https://dashboard.example"


@pytest.fixture
def door(tmp_path):
    """Give a door with a provider's settings; Streamlit's are as they were after the test."""
    before = config.get_option("secrets.files")
    file = tmp_path / "sign_in.toml"
    said = {"redirect_uri": f"{HERE}/oauth2callback", "cookie_secret": SECRET, "client_id": "x", "client_secret": "y"}
    said["server_metadata_url"] = "https://provider.example/.well-known/openid-configuration"
    file.write_text("[auth]\n" + "".join(f'{name} = "{value}"\n' for name, value in said.items()))
    secrets_singleton._reset()
    take_settings_from(file)
    yield ProviderDoor(Visits())
    config.set_option("secrets.files", before)
    secrets_singleton._reset()


def cookies(secret: str = SECRET, **said: object) -> dict[str, str]:
    """Return the cookies that Streamlit gives to somebody of whom a provider says so, moments in seconds from now."""
    claims = {"iss": "https://provider.example", "sub": "a1", "iat": 0, "exp": 3600, "nonce": "n1"}
    claims |= {"preferred_username": "femi@council.example", "origin": HERE, "is_logged_in": True} | said
    for moment in ("iat", "exp"):
        if isinstance(claims[moment], int):
            claims[moment] += int(time.time())
    given: dict[str, str] = {}
    set_cookie_with_chunks(
        lambda name, value: given.update({name: create_signed_value(secret, name, value).decode()}),
        lambda name, value: create_signed_value(secret, name, value),
        USER_COOKIE_NAME,
        {name: claim for name, claim in claims.items() if claim is not None},
        cookie_attr_size=100,
    )
    return given


def test_one_sign_in_is_one_visit(door):
    assert door.visit(cookies()).who == "femi@council.example"
    assert door.visit(cookies(groups=["x" * 6000])).key == door.visit(cookies()).key, "also in several cookies"
    assert door.visit(cookies(nonce="n2")).key != door.visit(cookies()).key
    assert door.visit(cookies(nonce="n2")).owner == door.visit(cookies()).owner


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"exp": -5, "iat": -60}, "has expired"),
        ({"iat": -3600}, "was not seen since"),
        ({"iat": 3600, "exp": 7200}, "the clock has gone back"),
        ({"sub": None}, 'lacks the claim "sub"'),
        ({"exp": None}, 'lacks the claim "exp"'),
        ({"iat": "yesterday"}, 'lacks the claim "iat"'),
        ({"origin": "https://elsewhere.example"}, "at another address"),
        ({"is_logged_in": False}, "at another address"),
        ({"secret": "a secret of somebody else's, as long as ours"}, "was altered"),
        ({"preferred_username": "fe\nmi"}, "cannot be printed"),
    ],
    ids=str,
)
def test_what_does_not_hold_lets_nobody_in(door, said, why):
    with pytest.raises(NotLetIn, match=why):
        door.visit(cookies(**said))


def test_a_cookie_that_a_browser_altered_is_none(door):
    (name, said), *_ = cookies().items()
    for altered in (said[:-2], f"{said}x", said.replace(".", ".x", 1), json.dumps({"sub": "a1"}), ""):
        with pytest.raises(NotLetIn, match="was altered"):
            door.visit({name: altered})
    with pytest.raises(NotLetIn, match="Nobody is signed in here"):
        door.visit({})


def test_signing_out_ends_what_a_browser_kept(door):
    kept = cookies()
    key = door.visit(kept).key
    assert door.let_out(kept).key == key
    with pytest.raises(NotLetIn, match="is over"):
        door.visit(kept)


def test_whoever_is_refused_is_sent_to_the_provider_and_nowhere_else(door):
    pytest.importorskip("joserfc", reason="Authlib, which streamlit[auth] brings along, is not installed")
    line = Line(Gate(server, door, "house/look.css", House()))
    answer = line.get("/looked_after", {"accept": "text/html"})
    assert answer.status_code == 403 and '<a href="/house/sign-in">Sign in</a>' in answer.text
    sent = line.get("/house/sign-in")
    assert sent.status_code == 303 and sent.headers["location"].startswith("/auth/login?provider=")
    assert [line.get(path).status_code for path in ("/auth/login", "/oauth2callback", "/auth/logout")] == [200] * 3
    assert line.get("/auth/loginx").status_code == line.get("/auth").status_code == 403
