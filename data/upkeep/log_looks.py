"""What the audit log tells of an installation: whether it is whole and keyed, and when a backup was made last."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from data.access import Act, Reader
from data.audit.chain import in_words, verify
from data.errors import Mendable
from data.ledger.clock import now
from data.ledger.deeds import Deed
from data.settings import audit_key
from data.store.keys import open_to_others
from data.store.store import Store
from data.upkeep.look import Look

BACKUP_OF = timedelta(days=7)
"""How old the last backup may be once something was published since."""


def log_looks(store: Store, reader: Reader) -> list[Look]:
    """Return what is found of the log of a store, its key, and the last backup.

    Raises:
        Mendable: where the reader does not look after the dashboard.
    """
    reader.must(Act.ADMINISTER)
    try:
        state = verify(store, reader)
        looks = [Look("audit log", state.broken is None, in_words(state)), *_key(audit_key(), store)]
    except Mendable as why:
        looks = [Look("audit log", False, str(why))]
    return looks if store.invented else [*looks, _backup(store)]


def _key(key: Path | None, store: Store) -> Iterator[Look]:
    """Say whether the log is sealed with a key that is for its owner alone, and apart from the store."""
    if key is None:
        if not store.invented:
            says = "The audit log is sealed without a key: whoever can write the store could seal it anew. Make a file"
            yield Look("audit key", True, f"{says} of 32 random letters elsewhere and name it in SLAC_AUDIT_KEY.")
    elif open_to_others(key):
        yield Look("audit key", False, f"Others can read {key}. Allow its owner alone: chmod 600 {key}")
    elif store.path is not None and key.resolve().parent == store.path.resolve().parent:
        yield Look("audit key", False, f"{key} lies beside the store, so that one copy takes both. Keep it elsewhere.")
    else:
        yield Look("audit key", True, f"Only its owner can read {key}.")


def _backup(store: Store) -> Look:
    """Say when a backup was made last, and whether that is too long ago for what was published since."""
    with store.reading() as cursor:
        question = (
            "select max(happened_at) filter (what = ?), max(happened_at) filter (what = ?) from store.ledger.events"
        )
        ((backed_up, published),) = cursor.execute(question, [Deed.BACKED_UP.value, Deed.PUBLISHED.value]).fetchall()
    if published is None:
        return Look("last backup", True, "Nothing was published yet that a backup would have to hold.")
    if backed_up is None:
        return Look(
            "last backup", now() - published < BACKUP_OF, "No backup was ever made here. Make one: cli.py backup"
        )
    is_behind = published > backed_up and now() - backed_up > BACKUP_OF
    ending = "; more was published since. Make one: cli.py backup" if is_behind else "."
    return Look("last backup", not is_behind, f"The last backup was made on {backed_up.day} {backed_up:%B %Y}{ending}")
