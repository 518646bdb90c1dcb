"""A store of two authorities to read in every role: Example Borough's latest months, and another of the same children.

Every identifier of the other begins with THEIRS, so that one that comes out where it may not is known at once.
"""

from datetime import date

from data.extracts import all_extracts
from data.invention.place import AUTHORITY
from data.invention.sample_store import fill
from data.store.store import Store

OURS, THEIRS = AUTHORITY, "E09000009"
SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
MARK, APART = "THEIRS-", 100_000
"""What identifiers of the other authority begin with, and how far its loads are numbered from ours."""


def two_boroughs() -> Store:
    """Make the store."""
    store = Store.in_memory(invented=True)
    fill(store)
    with store.change() as cursor:
        for name, declared in all_extracts().items():
            table = f"store.uploaded.{name}"
            cursor.execute(
                f"delete from {table} where load in (select load from store.ledger.loads where month < ?)", [SEPTEMBER]
            )
            marked = [f"'{MARK}' || {each} as {each}" for each in declared.column_names if each.endswith("_id")]
            replaced = ", ".join([f"load + {APART} as load", *marked])
            cursor.execute(f"insert into {table} select * replace ({replaced}) from {table}")
        cursor.execute("delete from store.ledger.loads where month < ?", [SEPTEMBER])
        copied = f"load + {APART} as load, '{THEIRS}' as authority"
        cursor.execute(f"insert into store.ledger.loads select * replace ({copied}) from store.ledger.loads")
    return store
