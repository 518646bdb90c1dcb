"""What a provider of sign-in says of somebody, as claims, read as an identity; where one is missing there is none."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256

from data.identity import Identity
from pages.gate.visits import LONGEST, NotLetIn

NAMES = ("preferred_username", "email", "sub")
"""Claims that a name is taken from, in this order."""
OF_ONE_SIGN_IN = ("iss", "sub", "iat", "exp", "nonce")
"""Claims that together no other sign-in has."""
STREAMLITS_OWN = ("is_logged_in", "origin", "provider", "tokens")
"""What Streamlit adds to the claims."""


def identity_in(claims: Mapping[str, object]) -> Identity:
    """Read claims as an identity, which holds as long as they say, and eight hours at the longest.

    Raises:
        NotLetIn: where a claim is missing or is not what it should be.
    """
    signed_in_at = _moment(claims, "iat")
    who = next(name for name in (*_names(claims), _text(claims, "sub")) if name)
    _text(claims, "iss")
    claimed = {name: value for name, value in claims.items() if name not in STREAMLITS_OWN}
    return Identity(who, claimed, signed_in_at, min(_moment(claims, "exp"), signed_in_at + LONGEST))


def sign_in_of(claims: Mapping[str, object]) -> str:
    """Return a name for one sign-in, by which its visit is known."""
    return sha256(json.dumps([claims.get(name) for name in OF_ONE_SIGN_IN], default=str).encode()).hexdigest()


def owner_of(claims: Mapping[str, object]) -> str:
    """Return what the provider calls somebody, which never changes and is nobody else's."""
    return json.dumps([claims.get("iss"), claims.get("sub")], default=str)


def _names(claims: Mapping[str, object]) -> list[str]:
    """Return the names that claims give, an address of mail only where it is not said to be unverified."""
    refuted = claims.get("email_verified", True) not in (True, "true")
    named = [name for name in NAMES if name in claims and not (name == "email" and refuted)]
    return [str(claims[name]).strip() for name in named if isinstance(claims[name], str)]


def _text(claims: Mapping[str, object], name: str) -> str:
    """Return a claim that is a text."""
    claim = claims.get(name)
    if not isinstance(claim, str) or not claim.strip():
        raise NotLetIn(_lacks(name))
    return claim.strip()


def _moment(claims: Mapping[str, object], name: str) -> datetime:
    """Return a claim that is a moment, in seconds."""
    claim = claims.get(name)
    if isinstance(claim, bool) or not isinstance(claim, int | float):
        raise NotLetIn(_lacks(name))
    try:
        return datetime.fromtimestamp(claim, UTC)
    except (OverflowError, ValueError, OSError) as why:
        raise NotLetIn(_lacks(name)) from why


def _lacks(name: str) -> str:
    """Say which claim there is not."""
    return (
        f'This sign-in lacks the claim "{name}", without which nobody can be let in. Sign in again, or ask an '
        "administrator to have the provider say it."
    )
