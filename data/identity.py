"""Who somebody says they are, as a provider of sign-in vouches for it: nothing of what they may."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from data.errors import Mendable

SLACK = timedelta(minutes=2)
"""By so much the clocks of two computers may differ."""
LONGEST_NAME = 200


@dataclass(frozen=True)
class Identity:
    """Name who signed in, what the provider says of them, and from when until when that holds; moments have a zone.

    A claim is a text, a list of texts, or something else that no role is given by, such as a number.
    """

    who: str
    claims: Mapping[str, object]
    signed_in_at: datetime
    expires_at: datetime

    def must_hold(self, now: datetime) -> None:
        """Refuse an identity that does not hold at a moment.

        Raises:
            Mendable: where it has expired, begins later than now, ends before it begins, or names nobody.
        """
        if not isinstance(self.who, str) or not self.who.strip() or len(self.who) > LONGEST_NAME:
            raise Mendable("This sign-in names nobody. Sign in again.")
        if not self.who.isprintable():
            raise Mendable("The name of this sign-in holds signs that cannot be printed. Sign in again.")
        if None in (self.signed_in_at.tzinfo, self.expires_at.tzinfo) or self.expires_at <= self.signed_in_at:
            raise Mendable(f"The sign-in of {self.who} ends before it begins. Sign in again.")
        if now + SLACK < self.signed_in_at:
            raise Mendable(
                f"By this computer's clock {self.who} signed in later than now: the clock has gone back. Ask an "
                "administrator to set it, then sign in again."
            )
        if now >= self.expires_at:
            raise Mendable(f"The sign-in of {self.who} has expired. Sign in again.")

    def holds(self, claim: str, value: str) -> bool:
        """Tell whether a claim is this value, or a list with it; an address of mail in small letters or great.

        An address that the provider says was not verified is none.
        """
        claimed = self.claims.get(claim)
        values = [claimed] if isinstance(claimed, str) else claimed if isinstance(claimed, list | tuple) else []
        if claim != "email":
            return value in values
        is_refuted = self.claims.get("email_verified", True) not in (True, "true")
        return not is_refuted and value.casefold() in [one.casefold() for one in values if isinstance(one, str)]


def account_here() -> str:
    """Return the account of this computer that this process runs under, as the system knows it and no variable says."""
    if os.name != "posix":
        return os.getlogin()
    import pwd

    return pwd.getpwuid(os.getuid()).pw_name


def this_moment() -> datetime:
    """Return the present moment, with its zone."""
    return datetime.now(UTC)
