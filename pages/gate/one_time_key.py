"""The key by which the user of this computer comes in: it is printed where only they can read it, and fits once."""

import hmac
from threading import Lock

from pages.gate.visits import new_key


class OneTimeKey:
    """Keep at most one key that fits: a new one takes the place of the one before."""

    def __init__(self) -> None:
        """Begin without a key."""
        self._key = ""
        self._one_at_a_time = Lock()

    def new(self) -> str:
        """Return a new key."""
        with self._one_at_a_time:
            self._key = new_key()
            return self._key

    def take(self, key: str) -> bool:
        """Tell whether a key fits; it never fits again."""
        with self._one_at_a_time:
            fits = bool(self._key) and hmac.compare_digest(self._key.encode(), key.encode())
            if fits:
                self._key = ""
            return fits
