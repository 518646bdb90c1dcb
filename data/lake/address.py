"""Where a lake is: its catalogue in PostgreSQL, in the words of PostgreSQL's own clients, and never with a password."""

import re
from dataclasses import dataclass

from data.errors import Mendable
from data.settings import LAKE

FORM = f"{LAKE}dbname=lake host=/run/postgresql"
WORD = re.compile(r"(\w+)=('[^'\\]*'|[^\s'\\]+)(?:\s+|$)")
SECRET = re.compile("pass(?!file)|pwd|secret", re.IGNORECASE)
"""Names of what must stay unsaid, of PostgreSQL's own or not: what it does not know it repeats with its value."""


@dataclass(frozen=True)
class Address:
    """Hold the words that a catalogue is reached by."""

    words: str

    def __str__(self) -> str:
        """Write it as SLAC_STORE has it."""
        return f"{LAKE}{self.words}"

    @property
    def in_sql(self) -> str:
        """Write the words within a text of SQL."""
        return self.words.replace("'", "''")


def address_of(text: str) -> Address:
    """Read what SLAC_STORE says of a lake.

    Raises:
        Mendable: where it is not in PostgreSQL's words, names no database, or holds a password.
    """
    if not text.startswith(LAKE):
        raise Mendable(f"SLAC_STORE begins like a lake and is none that this program knows. Write it as {FORM}.")
    words = text.removeprefix(LAKE).strip()
    settings = dict(WORD.findall(words))
    if secret := next((name for name in settings if SECRET.search(name)), None):
        raise Mendable(
            f"SLAC_STORE holds a {secret}, which every message would show. Write it into the file that PGPASSFILE "
            "names, and leave it out here."
        )
    if WORD.sub("", words) or "dbname" not in settings:
        raise Mendable(f"SLAC_STORE does not say which database of PostgreSQL is the catalogue. Write it as {FORM}.")
    return Address(words)
