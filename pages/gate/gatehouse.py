"""The gatehouse of this process: by which way people come in, its door, and who is here now."""

import secrets
from datetime import timedelta
from functools import cache

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.errors import Mendable
from data.identity import Identity, this_moment
from data.settings import Settings, settings
from pages.gate import addresses
from pages.gate.doors import Door, KeyDoor, OpenDoor, ProviderDoor
from pages.gate.gate import Behind, Gate
from pages.gate.one_time_key import OneTimeKey
from pages.gate.visits import AT_THIS_COMPUTER, UNKNOWN, NotLetIn, Visit, Visits
from pages.gate.way_in import CALLBACK, Way, refuse_to_start, sign_in_settings, take_settings_from, way_in

NAMED_BY_GATE = "house_visit"
"""Where `st.user` holds the key of a visit: `server.trustedUserHeaders` of .streamlit/config.toml says so."""
NEVER = timedelta(days=3650)


class Gatehouse:
    """Keep the door of a way in, and whoever came through it."""

    def __init__(self, way: Way):
        """Open the door of a way."""
        self.way = way
        self.visits = Visits(idle=NEVER, longest=NEVER) if way is Way.OPEN else Visits()
        self._key = OneTimeKey()
        self.door = self._door()

    def new_address(self) -> str:
        """Return the address of the dashboard; where a key is needed, with a new one that opens it once.

        Raises:
            Mendable: where people sign in at a provider, and nobody needs an address.
        """
        if self.way is Way.PROVIDER:
            raise Mendable("People sign in here by a provider, and need no address from the command line.")
        place = f"{_host()}:{st.get_option('server.port')}{addresses.home()}"
        return f"http://{place}{addresses.COME_IN}{self._key.new()}" if self.way is Way.KEY else f"http://{place}"

    def here(self) -> Visit:
        """Return the visit of whoever runs a page now; asked anew on every run, from what the gate says in `st.user`.

        Raises:
            NotLetIn: where nobody is let in any more.
        """
        key, session = st.user.to_dict().get(NAMED_BY_GATE), get_script_run_ctx()
        if self.way is Way.OPEN and not key:
            return _nobody_in_particular("" if key is None or session is None else session.session_id)
        if not isinstance(key, str) or not key:
            raise NotLetIn(UNKNOWN)
        visit = self.visits.seen(key)
        if session is not None:
            self.visits.bring(key, session.session_id)
        return visit

    def _door(self) -> Door:
        """Return the door of the way."""
        if self.way is Way.PROVIDER:
            return ProviderDoor(self.visits)
        secret = secrets.token_bytes(32)
        if self.way is Way.KEY:
            return KeyDoor(self.visits, secret, self._key, AT_THIS_COMPUTER)
        return OpenDoor(self.visits, secret, AT_THIS_COMPUTER)


def gatehouse() -> Gatehouse:
    """Return the gatehouse of this process, for its settings."""
    return _of(settings())


def guarded(sheet: str, behind: Behind) -> Middleware:
    """Return the gate to put before the server's own addresses, or end the program where it may not serve.

    Raises:
        SystemExit: with a sentence, where strangers could come in or nobody could.
    """
    try:
        chosen = settings()
        take_settings_from(chosen.sign_in)
        refuse_to_start(chosen)
        return Middleware(Gate, door=gatehouse().door, sheet=sheet, behind=behind)
    except Mendable as why:
        raise SystemExit(f"Error: {why}") from why


def said_at_start() -> str:
    """Return what is printed when the server starts: where it is, and how to come in."""
    house = gatehouse()
    if house.way is Way.PROVIDER:
        return f"The dashboard is running at {sign_in_settings()['redirect_uri']}".removesuffix(CALLBACK)
    once = " This address opens once: `python cli.py address` prints another." if house.way is Way.KEY else ""
    return f"Open the dashboard at {house.new_address()}{once}"


@cache
def _of(chosen: Settings) -> Gatehouse:
    """Return the one gatehouse of some settings."""
    return Gatehouse(way_in(chosen))


def _nobody_in_particular(owner: str) -> Visit:
    """Return a visit of whoever is at this computer and sees invented children, and may be anybody."""
    moment = this_moment()
    return Visit("", owner, Identity(AT_THIS_COMPUTER, {}, moment, moment + NEVER), moment)


def _host() -> str:
    """Return the host by which this computer reaches the server."""
    host = str(st.get_option("server.address"))
    return f"[{host}]" if ":" in host else host
