"""The seals of the audit log: each is the hash of the seal before it and of its own entry, so that no entry can change.

With the key that SLAC_AUDIT_KEY names a seal is an HMAC, which nobody makes who has the store alone.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from duckdb import DuckDBPyConnection

from data.settings import audit_key
from data.store.keys import secret

ENTRIES = """
    select event, happened_at, who, what, load, moves, about
    from store.ledger.events
    where event > ?
    order by event
"""
INTO_THE_LOG = "insert into store.ledger.seals values (?, ?, ?)"


class Entry(NamedTuple):
    """Hold one entry of the audit log, as it stands in the store."""

    event: int
    moment: datetime
    reader: str
    deed: str
    load: int | None
    moves: bool
    about: str


class Seal(NamedTuple):
    """Hold the seal of an entry: its hash, and by which key, or none."""

    event: int
    hash: str
    key: str


NONE_BEFORE = Seal(0, "", "")


def key_bytes() -> bytes:
    """Return what seals are keyed by; nothing where no key is named.

    Raises:
        Mendable: where the key named is missing or too short.
    """
    path = audit_key()
    return b"" if path is None else bytes.fromhex(secret(path))


def called(key: bytes) -> str:
    """Return what a key is called in the log, from which it cannot be told; nothing for none."""
    return hashlib.sha256(b"name of an audit key" + key).hexdigest()[:16] if key else ""


def hash_of(entry: Entry, previous: str, key: bytes) -> str:
    """Return the hash of the seal before an entry, and of the entry in its one form."""
    plain = {**entry._asdict(), "moment": entry.moment.isoformat(timespec="microseconds"), "key": called(key)}
    text = json.dumps([previous, plain], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    return hmac.new(key, text, hashlib.sha256).hexdigest() if key else hashlib.sha256(text).hexdigest()


def last_seal(cursor: DuckDBPyConnection) -> Seal:
    """Return the seal of the last entry: the head of the log."""
    rows = cursor.execute("select event, hash, key from store.ledger.seals order by event desc limit 1").fetchall()
    return Seal(*rows[0]) if rows else NONE_BEFORE


def seal(cursor: DuckDBPyConnection, entry: Entry) -> None:
    """Seal an entry that was added last."""
    key = key_bytes()
    cursor.execute(INTO_THE_LOG, [entry.event, hash_of(entry, last_seal(cursor).hash, key), called(key)])


def seal_what_stands(cursor: DuckDBPyConnection, after: int = 0) -> None:
    """Seal all entries of a log after the last that has a seal: of an earlier version, or written beside it."""
    key, previous, seals = key_bytes(), last_seal(cursor).hash, []
    for entry in entries_after(cursor, after):
        previous = hash_of(entry, previous, key)
        seals.append(Seal(entry.event, previous, called(key)))
    if seals:
        cursor.execute(
            "insert into store.ledger.seals select unnest(?::integer[]), unnest(?::varchar[]), unnest(?::varchar[])",
            [list(column) for column in zip(*seals, strict=True)],
        )


def entries_after(cursor: DuckDBPyConnection, event: int) -> Iterator[Entry]:
    """Yield the entries after one, in their order."""
    return map(Entry._make, cursor.execute(ENTRIES, [event]).fetchall())


def seals_in_order(cursor: DuckDBPyConnection) -> list[Seal]:
    """List all seals, in the order of their entries."""
    return [
        Seal(*row)
        for row in cursor.execute("select event, hash, key from store.ledger.seals order by event").fetchall()
    ]
