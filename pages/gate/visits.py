"""Who has been let in, kept by the server: when they signed in, when they were last seen, which sessions are theirs.

A visit ends where its identity expires, eight hours after signing in, a quarter of an hour after anything was last done
in it, and where somebody signs out. What a browser holds says which visit, and nothing else of it is believed.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import RLock

from data.errors import Mendable
from data.identity import SLACK, Identity, this_moment

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
AT_THIS_COMPUTER = "local"
"""The name of whoever is let in without saying who they are."""
UNKNOWN = "Nobody is signed in here."


class NotLetIn(Mendable):
    """Say why somebody is not let in, or no longer, and what they can do.

    It is noted in the audit log where something was shown that should have let them in, and did not.
    """

    @property
    def is_to_note(self) -> bool:
        """Tell whether somebody tried to come in, rather than had not come in yet."""
        return str(self) != UNKNOWN


@dataclass
class Visit:
    """Hold one sign-in: the name that a browser knows it by, whose it is, when it was last seen, and its sessions.

    `owner` is what nobody else is called: what is handed in belongs to them. A name may be another's as well.
    """

    key: str
    owner: str
    identity: Identity
    seen_at: datetime
    is_over: bool = False
    noted: set[str] = field(default_factory=set)
    """What of it stands in the audit log already."""
    sessions: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)
    """What was made for it to take away, by the last part of its address."""

    @property
    def who(self) -> str:
        """Return the name of whoever signed in."""
        return self.identity.who


class Visits:
    """Keep all visits of this process."""

    def __init__(self, now: Callable[[], datetime] = this_moment, idle: timedelta = IDLE, longest: timedelta = LONGEST):
        """Take the clock, which gives moments with a zone, how long a visit may stand still, and how long go on."""
        self._now, self._idle, self.longest = now, idle, longest
        self._visits: dict[str, Visit] = {}
        self._owners: dict[str, str] = {}
        self._began = self._latest = now()
        self._one_at_a_time = RLock()

    def begin(self, who: str, owner: str) -> Visit:
        """Begin a visit of somebody whom this computer itself lets in, under a key that nobody can guess.

        Raises:
            NotLetIn: where the clock went back.
        """
        with self._one_at_a_time:
            moment = self._moment()
            visit = Visit(new_key(), owner, Identity(who, {}, moment, moment + self.longest), moment)
            self._keep(visit, moment)
            return visit

    def taken(self, key: str, identity: Identity, owner: str) -> Visit:
        """Return the visit of an identity that a provider vouches for, begun here where it is a new one.

        `owner` is what the provider calls whoever it is, who alone may bear their name.

        Raises:
            NotLetIn: where the identity has not been used for too long, was never seen here and is no new one, or
                bears the name of another; and as `seen` does.
        """
        with self._one_at_a_time:
            if key not in self._visits:
                self._take(key, identity, owner)
            return self.seen(key)

    def seen(self, key: str) -> Visit:
        """Return a visit that goes on, and note that it was seen now.

        Raises:
            NotLetIn: where there is no such visit, it is over, or the clock went back.
        """
        with self._one_at_a_time:
            moment = self._moment()
            visit = self._going_on(key, moment)
            visit.seen_at = max(visit.seen_at, moment)
            return visit

    def end(self, key: str) -> Visit | None:
        """End a visit, for all of its windows and for good; return it where there was one to end."""
        with self._one_at_a_time:
            visit = self._visits.get(key)
            if visit is None or visit.is_over:
                return None
            visit.is_over = True
            return visit

    def bring(self, key: str, session: str) -> None:
        """Note that a session of Streamlit's belongs to a visit."""
        with self._one_at_a_time:
            if key in self._visits:
                self._visits[key].sessions.add(session)

    def is_of(self, session: str, owner: str) -> bool:
        """Tell whether a session of Streamlit's belongs to somebody."""
        with self._one_at_a_time:
            return any(session in visit.sessions for visit in self._visits.values() if visit.owner == owner)

    def hand_over(self, session: str, file: str) -> None:
        """Note that a file, by the last part of its address, was made for a session of Streamlit's."""
        with self._one_at_a_time:
            for visit in self._visits.values():
                if session in visit.sessions:
                    visit.files.add(file)

    def is_handed(self, file: str, owner: str) -> bool:
        """Tell whether a file was made for somebody, by the last part of its address."""
        with self._one_at_a_time:
            return any(file in visit.files for visit in self._visits.values() if visit.owner == owner)

    def left(self, key: str) -> timedelta:
        """Return how long a visit goes on if nothing more is done in it; to ask does not make it longer.

        Raises:
            NotLetIn: as `seen` does.
        """
        with self._one_at_a_time:
            moment = self._moment()
            visit = self._going_on(key, moment)
            ends = (visit.seen_at + self._idle, visit.identity.signed_in_at + self.longest, visit.identity.expires_at)
            return min(ends) - moment

    def _take(self, key: str, identity: Identity, owner: str) -> None:
        """Keep a new visit of an identity that is not older than a visit may stand still."""
        moment = self._moment()
        signed_in = identity.signed_in_at
        if signed_in < self._began - SLACK or moment - signed_in > self._idle:
            raise NotLetIn(
                f"{identity.who} signed in at {signed_in:%H:%M} (UTC) and was not seen since the dashboard started, or "
                f"not for {_minutes(self._idle)}. Sign in again."
            )
        if self._owners.setdefault(identity.who, owner) != owner:
            raise NotLetIn(
                f"Somebody else with the name {identity.who} was here before, and it could not be told who did what. "
                "Ask an administrator to have the provider give each a name of their own."
            )
        self._keep(Visit(key, owner, identity, min(moment, signed_in)), moment)

    def _keep(self, visit: Visit, now: datetime) -> None:
        """Keep a visit, and let go of those whose identity has expired: it is not taken again."""
        self._visits = {name: visit for name, visit in self._visits.items() if now < visit.identity.expires_at}
        self._visits[visit.key] = visit

    def _going_on(self, key: str, now: datetime) -> Visit:
        """Return a visit that goes on; one that has ended by itself is over from now on."""
        visit = self._visits.get(key)
        if visit is None:
            raise NotLetIn(UNKNOWN)
        if visit.is_over:
            raise NotLetIn(f"The visit of {visit.who} is over. Sign in again.")
        try:
            self._must_go_on(visit, now)
        except NotLetIn:
            visit.is_over = True
            raise
        return visit

    def _must_go_on(self, visit: Visit, now: datetime) -> None:
        """Refuse a visit that has ended by itself."""
        if now - visit.seen_at > self._idle:
            raise NotLetIn(
                f"Nothing was done here for {_minutes(self._idle)}, so {visit.who} was signed out. Sign in again."
            )
        if now - visit.identity.signed_in_at >= self.longest:
            raise NotLetIn(f"{visit.who} signed in {_minutes(self.longest)} ago, the longest allowed. Sign in again.")
        try:
            visit.identity.must_hold(now)
        except Mendable as why:
            raise NotLetIn(str(why)) from why

    def _moment(self) -> datetime:
        """Return the present moment.

        Raises:
            NotLetIn: where it lies before one that was seen already.
        """
        moment = self._now()
        if moment + SLACK < self._latest:
            raise NotLetIn(
                f"The clock of this computer went back, from {self._latest:%H:%M} to {moment:%H:%M} (UTC), so nobody "
                "can tell whose sign-in still holds. Ask an administrator to set it and to start the dashboard again."
            )
        self._latest = max(self._latest, moment)
        return moment


def new_key() -> str:
    """Return a key of 256 bits that nobody can guess."""
    return secrets.token_urlsafe(32)


def _minutes(span: timedelta) -> str:
    """Say a span of time in minutes or hours."""
    minutes = int(span.total_seconds() // 60)
    return f"{minutes} minutes" if minutes < 120 else f"{minutes // 60} hours"
