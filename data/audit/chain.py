"""Whether the audit log is whole: the first entry that was altered, removed, put in or moved is named."""

from dataclasses import dataclass
from typing import Any

from data.access import Act, Reader
from data.errors import Mendable
from data.store.attachment import Cursor
from data.store.rehearsal import Readable
from data.store.seals import Entry, Seal, called, entries_after, hash_of, key_bytes, seals_in_order

SHORTEST = 16
"""Letters of a head that tell one entry from all others."""


@dataclass(frozen=True)
class ChainState:
    """Hold what became of the log: its entries and head, how many lie aside, and what is wrong, if anything.

    `keyed` is how many entries are sealed with the key that is named; `broken` is the number of the first bad entry.
    """

    entries: int
    head: str
    aside: int
    keyed: int
    broken: int | None = None
    why: str = ""


def verify(store: Readable, reader: Reader, heads: tuple[str, ...] = ()) -> ChainState:
    """Follow the log from its first entry on; `heads` are heads that stood in exports, each of which must be in it.

    Raises:
        Mendable: where the reader neither governs nor administers, or the key named cannot be used.
    """
    if not reader.may(Act.ADMINISTER):
        reader.must(Act.GOVERN)
    with store.reading() as cursor:
        entries, seals = list(entries_after(cursor, 0)), seals_in_order(cursor)
        aside = _one(cursor, "select count(*) from store.ledger.reads_aside")
        unlogged = _load_of_no_entry(cursor)
    broken, why = _first_break(entries, seals)
    if broken is None and unlogged is not None:
        broken, why = len(entries) + 1, f"load {unlogged} was published or turned, and no entry says so"
    hashes = [seal.hash for seal in seals]
    if broken is None and any(not _is_among(head, hashes) for head in heads):
        broken, why = len(entries) + 1, "a head that stood in an export is no longer in the log: its end was taken off"
    name = called(key_bytes())
    keyed = sum(bool(name) and seal.key == name for seal in seals)
    return ChainState(len(entries), seals[-1].hash if seals else "", aside, keyed, broken, why)


def _is_among(head: str, hashes: list[str]) -> bool:
    """Tell whether a head, as a foot shows the beginning of it, is that of an entry.

    Raises:
        Mendable: where it is too short to tell one entry from another.
    """
    if len(head) < SHORTEST:
        raise Mendable(f'"{head}" is too short for a head of the log. Copy it whole from the foot of the export.')
    return any(full.startswith(head.lower()) for full in hashes)


def in_words(state: ChainState) -> str:
    """Say what became of the log, in a sentence or two."""
    if state.broken is not None:
        return f"The audit log is broken at entry {state.broken} of {state.entries}: {state.why}."
    keyed = f", {state.keyed} of them with the key of SLAC_AUDIT_KEY" if state.keyed else ""
    aside = f" {state.aside} more lie aside until the next is entered." if state.aside else ""
    head = f" Its head is {state.head}." if state.head else ""
    return f"The audit log is whole: {state.entries} entries, each sealed with the one before it{keyed}.{head}{aside}"


def _first_break(entries: list[Entry], seals: list[Seal]) -> tuple[int | None, str]:
    """Return the number of the first entry that is not as it was sealed, and why; None where all are."""
    key, previous, keyed = key_bytes(), "", False
    for place in range(1, max(len(entries), len(seals)) + 1):
        entry, seal = _at(entries, place), _at(seals, place)
        if entry is None or entry.event != place:
            return place, "it was removed"
        if seal is None or seal.event != place:
            return place, "it was put in without a seal, or its seal was removed"
        if seal.key and seal.key != called(key):
            return place, "it is sealed with another key than SLAC_AUDIT_KEY names: name the key it was sealed with"
        if keyed and not seal.key:
            return place, "it is sealed without the key that entries before it are sealed with"
        if hash_of(entry, previous, key if seal.key else b"") != seal.hash:
            return place, "it, or its seal, was altered"
        previous, keyed = seal.hash, bool(seal.key)
    return None, ""


def _at(rows: list[Any], place: int) -> Any:
    """Return what stands at a place that is counted from one; None behind the end."""
    return rows[place - 1] if place <= len(rows) else None


def _load_of_no_entry(cursor: Cursor) -> int | None:
    """Return the first load that was published or turned more often than entries say, if there is one."""
    return _one(
        cursor,
        """
        with done as (
            select load
            from store.ledger.loads
            union all
            select load
            from store.ledger.turns
        ),
        counted as (
            select load, count(*) as times
            from done
            group by load
        ),
        entered as (
            select load, count(*) as times
            from store.ledger.events
            where load is not null
            group by load
        )
        select min(counted.load)
        from counted
        left join entered on entered.load = counted.load
        where counted.times > coalesce(entered.times, 0)
        """,
    )


def _one(cursor: Cursor, question: str) -> Any:
    """Return the one answer to a question."""
    return cursor.execute(question).fetchall()[0][0]
