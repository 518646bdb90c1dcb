"""By which of three ways people come in: a provider of sign-in, a key printed for this computer's user, or none needed.

Decided once, when the server starts. Without a provider it listens to this computer alone, or does not start at all.
"""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config
from streamlit.auth_util import get_redirect_uri, get_secrets_auth_section
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from data.errors import Mendable
from data.settings import OF_PROVIDER, OF_THIS_COMPUTER, Settings

CALLBACK = "/oauth2callback"
LEAST_SECRET = 32
"""Letters of the secret by which the browser's cookie is signed."""


class Way(Enum):
    """Name a way in."""

    OPEN = "invented children: whoever is at this computer"
    KEY = "a store: the user of this computer, by a key that is printed at the start"
    PROVIDER = "whoever a provider of sign-in vouches for"


def way_in(chosen: Settings) -> Way:
    """Return by which way people come in."""
    if sign_in_settings():
        return Way.PROVIDER
    return Way.OPEN if chosen.invented else Way.KEY


def take_settings_from(file: Path | None) -> None:
    """Have Streamlit read its settings of sign-in from a file, rather than from `.streamlit/secrets.toml`.

    Raises:
        Mendable: where there is no such file.
    """
    if file is not None:
        if not file.is_file():
            raise Mendable(f"SLAC_SIGN_IN names {file}, and there is no such file. Put the settings of sign-in there.")
        config.set_option("secrets.files", [str(file)])


def sign_in_settings() -> Mapping[str, object]:
    """Return what is set of the provider of sign-in, or nothing."""
    section = get_secrets_auth_section()
    address = get_redirect_uri(section) if isinstance(section.get("redirect_uri"), str) else None
    return section.to_dict() | ({"redirect_uri": address} if address else {})


def refuse_to_start(chosen: Settings) -> None:
    """Refuse to serve where strangers could come in, or nobody could.

    Raises:
        Mendable: saying what is set and what to set.
    """
    address = str(st.get_option("server.address") or "every address")
    if way_in(chosen) is not Way.PROVIDER:
        if address not in OF_THIS_COMPUTER:
            raise Mendable(
                f"The server is set to listen on {address} (server.address), and nobody would have to sign in. Set it "
                "to 127.0.0.1, or set a provider of sign-in: docs/operations.md says how."
            )
        return
    _refuse_provider(sign_in_settings())
    if chosen.roles is None:
        raise Mendable("People sign in, and no file says who may do what. Name one in SLAC_ROLES.")


def _refuse_provider(said: Mapping[str, object]) -> None:
    """Refuse settings of a provider by which people could not sign in, or could be let in by a guess."""
    lacking = [name for name in OF_PROVIDER if not isinstance(said.get(name), str) or not said[name]]
    if lacking:
        raise Mendable(f"The settings of sign-in lack {', '.join(lacking)} in [auth]. Add them.")
    if len(str(said["cookie_secret"])) < LEAST_SECRET:
        raise Mendable(f"cookie_secret in [auth] is shorter than {LEAST_SECRET} letters. Put a random one there.")
    back = urlsplit(str(said["redirect_uri"]))
    if not back.path.endswith(CALLBACK):
        raise Mendable(f"redirect_uri in [auth] must be the address of the dashboard and {CALLBACK} after it.")
    if back.scheme != "https" and back.hostname not in OF_THIS_COMPUTER:
        raise Mendable("redirect_uri in [auth] is not https, so that sign-ins could be read on their way. Set https.")
    if not is_host_allowed(back.netloc):
        raise Mendable(
            f"redirect_uri in [auth] names {back.hostname}, by which the server does not answer. Add it to "
            "server.allowedHosts."
        )
