"""The three doors, one for each way in: what lets somebody in at each, and what is said to whoever is not."""

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from datetime import timedelta

import streamlit as st
from itsdangerous import BadSignature, TimestampSigner
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.identity import Identity, this_moment
from pages.gate import addresses
from pages.gate.claims import identity_in, owner_of, sign_in_of
from pages.gate.one_time_key import OneTimeKey
from pages.gate.visits import UNKNOWN, NotLetIn, Visit, Visits, new_key

Cookies = Mapping[str, str]
ASK_FOR_AN_ADDRESS = "Open the address that the command `python cli.py address` prints on this computer: it opens once."


class Door(ABC):
    """Let people in by a way."""

    remedy = ""
    """What whoever is not let in can do, and it needs no link."""
    link = ""
    """Where whoever is not let in can go to be, from the first page on."""

    def __init__(self, visits: Visits):
        """Take where visits are kept."""
        self.visits = visits

    @abstractmethod
    def visit(self, cookies: Cookies) -> Visit:
        """Return the visit of a browser by its cookies.

        Raises:
            NotLetIn: where it has none.
        """

    @abstractmethod
    def left(self, cookies: Cookies) -> timedelta:
        """Return how long the visit of a browser goes on if nothing more is done in it.

        Raises:
            NotLetIn: where it has none.
        """

    def answered(self, request: Request) -> Response | None:  # noqa: ARG002 - some doors have addresses
        """Answer at an address of the door's own; None for any other."""
        return None

    def welcome(self, request: Request, answer: Message) -> Message:  # noqa: ARG002 - one door gives something
        """Return the beginning of an answer to a request that passes for a page, with what the door adds."""
        return answer

    def let_out(self, cookies: Cookies) -> Visit | None:
        """End the visit of a browser, and return it where there was one."""
        try:
            return self.visits.end(self.visit(cookies).key)
        except NotLetIn:
            return None


class CookieDoor(Door):
    """Let people in by a cookie of ours: signed, expiring, for this server alone, and out of reach of any script."""

    def __init__(self, visits: Visits, secret: bytes):
        """Take where visits are kept, and what cookies are signed with."""
        super().__init__(visits)
        self._signer = TimestampSigner(secret, salt="house visit")
        self._seconds = int(visits.longest.total_seconds())

    def visit(self, cookies: Cookies) -> Visit:
        """Return the visit that a cookie names."""
        return self.visits.seen(self._named(cookies))

    def left(self, cookies: Cookies) -> timedelta:
        """Return how long the visit goes on that a cookie names."""
        return self.visits.left(self._named(cookies))

    def _named(self, cookies: Cookies) -> str:
        """Return the key of the visit that a cookie names."""
        if (cookie := cookies.get(_cookie())) is None:
            raise NotLetIn(UNKNOWN)
        try:
            return self._signer.unsign(cookie, max_age=self._seconds).decode()
        except BadSignature as why:
            raise NotLetIn("What your browser said of who is signed in was altered, or has expired.") from why

    def answered(self, request: Request) -> Response | None:
        """Answer whoever signs out."""
        if addresses.asked_in(request) != addresses.LOG_OUT:
            return None
        answer = RedirectResponse(addresses.home(), 303)
        answer.delete_cookie(_cookie(), path=addresses.home())
        return answer

    def give_cookie(self, request: Request, answer: Response, visit: Visit) -> None:
        """Give a browser the cookie of a visit with an answer."""
        answer.set_cookie(
            _cookie(),
            self._signer.sign(visit.key).decode(),
            max_age=self._seconds,
            path=addresses.home(),
            secure=request.url.scheme == "https",
            httponly=True,
            samesite="strict",
        )


class KeyDoor(CookieDoor):
    """Let the user of this computer in who has the key of the moment: at its address, once."""

    remedy = ASK_FOR_AN_ADDRESS

    def __init__(self, visits: Visits, secret: bytes, key: OneTimeKey, who: str):
        """Take where visits are kept, what cookies are signed with, the key, and whom it lets in."""
        super().__init__(visits, secret)
        self._key, self._who = key, who

    def answered(self, request: Request) -> Response | None:
        """Answer whoever comes in by the key, or signs out.

        Raises:
            NotLetIn: where the key does not fit, or not any more.
        """
        path = addresses.asked_in(request)
        if not path.startswith(addresses.COME_IN):
            return super().answered(request)
        if request.method != "GET" or not self._key.take(path.removeprefix(addresses.COME_IN)):
            raise NotLetIn("This address has been opened before, or a newer one was made.")
        answer = RedirectResponse(addresses.home(), 303)
        self.give_cookie(request, answer, self.visits.begin(self._who, self._who))
        return answer


class ProviderDoor(Door):
    """Let in whomever the provider of sign-in vouches for, as Streamlit's own cookie says."""

    remedy = "Sign in by your council's account."
    link = addresses.SIGN_IN

    def visit(self, cookies: Cookies) -> Visit:
        """Return the visit of the identity in Streamlit's cookie."""
        claims = _claims(cookies)
        return self.visits.taken(sign_in_of(claims), identity_in(claims), owner_of(claims))

    def left(self, cookies: Cookies) -> timedelta:
        """Return how long the visit of the identity in Streamlit's cookie goes on."""
        return self.visits.left(sign_in_of(_claims(cookies)))

    def answered(self, request: Request) -> Response | None:
        """Send whoever wants to sign in to the provider."""
        if addresses.asked_in(request) != addresses.SIGN_IN:
            return None
        return RedirectResponse(generate_login_redirect_url("default"), 303)


class OpenDoor(CookieDoor):
    """Let everybody in who is at this computer and sees invented children; yet what each hands in is their own."""

    def __init__(self, visits: Visits, secret: bytes, who: str):
        """Take where visits are kept, what cookies are signed with, and as whom everybody is let in."""
        super().__init__(visits, secret)
        self._who = who

    def visit(self, cookies: Cookies) -> Visit:
        """Return the visit of a browser, or one of nobody, which can hand nothing in."""
        try:
            return super().visit(cookies)
        except NotLetIn:
            moment = this_moment()
            return Visit("", "", Identity(self._who, {}, moment, moment), moment)

    def left(self, cookies: Cookies) -> timedelta:  # noqa: ARG002 - whoever they are
        """Return how long anybody may look."""
        return self.visits.longest

    def welcome(self, request: Request, answer: Message) -> Message:
        """Return the beginning of an answer, with a cookie where the browser has none."""
        if self.visit(request.cookies).key:
            return answer
        cookie = Response()
        self.give_cookie(request, cookie, self.visits.begin(self._who, new_key()))
        headers = [header for header in cookie.raw_headers if header[0] == b"set-cookie"]
        return {**answer, "headers": [*answer.get("headers", ()), *headers]}


def _claims(cookies: Cookies) -> Mapping[str, object]:
    """Return what Streamlit's signed cookie says of somebody who came back from the provider to this server."""
    secret = get_cookie_secret()

    def signed(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies[name].encode("latin-1")) if name in cookies else None

    cookie = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    if cookie is None:
        altered = USER_COOKIE_NAME in cookies
        raise NotLetIn("What your browser said of who is signed in was altered." if altered else UNKNOWN)
    claims = json.loads(cookie)
    if claims.get("origin") != get_origin_from_redirect_uri() or claims.get("is_logged_in") is not True:
        raise NotLetIn("You signed in at another address of the dashboard.")
    return claims


def _cookie() -> str:
    """Return what our cookie is called: browsers do not tell the servers of one computer apart by their ports."""
    return f"house_visit_{st.get_option('server.port')}"
