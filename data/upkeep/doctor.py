"""Look over an installation: the store, its key, the disk and the server's settings, each in one sentence."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from data.access import Act, Reader
from data.errors import Mendable
from data.lake.lake import Lake
from data.ledger.clock import clock_set_back
from data.settings import Settings, backups_named
from data.store.keys import open_to_others
from data.store.migrations import VERSION
from data.store.pseudonyms import pseudonym_key_of
from data.store.reading_through import contents_of
from data.store.store import Store, is_of_a_store
from data.store.tables import all_columns
from data.store.wholeness import doubled_key, odd_number, rows_held
from data.upkeep.backup import copied_by_another, must_hold, unfinished
from data.upkeep.drives import why_no_place
from data.upkeep.log_looks import log_looks
from data.upkeep.look import Look
from data.upkeep.made_anew import WITH_IDENTIFIERS, copies_beside
from data.upkeep.own_numbers import people_as_written
from data.upkeep.server_looks import server_looks

ENOUGH_FREE = 2**30
AS_WRITTEN = "holds identifiers of people as they were written. Destroy it, once you have looked at the new store."
SECONDS_OF_A_DAY = 86400


def look_over(reader: Reader, chosen: Settings, store: Store | None, trouble: str, folder: Path) -> list[Look]:
    """Look at everything; `trouble` says why there is no open store, `folder` is where the dashboard is installed.

    Raises:
        Mendable: where the reader does not look after the dashboard.
    """
    reader.must(Act.ADMINISTER)
    looks = [_opened(store, trouble)]
    if store is not None:
        looks.append(Look("version", True, f"The store is of version {VERSION}, as this program keeps it."))
        looks += [_encrypted(store), *_pseudonyms(store, chosen.key), _clock(store), *log_looks(store, reader)]
    if chosen.key is not None:
        looks.append(_key(chosen.key, chosen.store))
    if chosen.store is not None and chosen.store.is_file():
        looks += [_private(chosen.store), _place(chosen.store), _room(chosen.store), *_lock(chosen.store)]
        looks += [*_copies(chosen.store, chosen.key), *_backups(chosen.key, datetime.now(UTC))]
    return [*looks, *server_looks(folder), Look("browser", True, "No browser is needed here: people use their own.")]


def look_through(reader: Reader, chosen: Settings, store: Store | None) -> list[Look]:
    """Read every block of a store's file, in a copy of it that is taken away again, since the store may be in use.

    Raises:
        Mendable: where the reader does not look after the dashboard.
    """
    reader.must(Act.ADMINISTER)
    if isinstance(store, Lake):
        return [_files(store)]
    if store is None or store.path is None:
        return []
    with unfinished(store.path) as copy:
        try:
            with store.standing_still() as rows:
                copied_by_another(store.path, copy)
            contents = contents_of(copy, chosen.key)
            must_hold(contents, rows, store.path)
        except Mendable as why:
            return [Look("blocks", False, str(why).replace(str(copy), str(store.path)))]
    return [Look("blocks", True, f"Every block can be read: {contents}.")]


def _files(lake: Lake) -> Look:
    """Read every file of a lake, and look that no number is missing or stands twice: a lake guards none by itself."""
    try:
        with lake.reading() as cursor:
            for table in all_columns(cursor):
                cursor.execute(f"select max(hash(whole)) from (from store.{table}) as whole").fetchall()
            rows, odd = rows_held(cursor), odd_number(cursor) or doubled_key(cursor)
    except Mendable as why:
        return Look("files", False, str(why))
    if odd:
        return Look(
            "files", False, f"{lake.where} is not whole: {odd}. Publish nothing, and look for a backup that is."
        )
    return Look("files", True, f"Every file can be read: {sum(rows.values()):,} rows in {len(rows)} tables.")


def _opened(store: Store | None, trouble: str) -> Look:
    """Say whether the store can be reached."""
    if store is None:
        return Look("store", False, trouble)
    if store.invented:
        return Look("store", True, "No store is named, so the dashboard shows invented children.")
    return Look("store", True, f"{store.where} is open and answers.")


def _encrypted(store: Store) -> Look:
    """Say whether the store is encrypted, or holds nothing real."""
    if store.invented:
        return Look("encryption", True, "Nothing is kept: invented children live in memory.")
    if store.encrypted:
        return Look("encryption", True, "The store is encrypted.")
    return Look(
        "encryption", False, "The store is not encrypted. For real children's data make one with init --new-key FILE."
    )


def _pseudonyms(store: Store, key: Path | None) -> Iterator[Look]:
    """Say whether people are pseudonyms in a store that is kept, and whether their key is there, private and apart."""
    if not store.is_kept:
        return
    if store.pseudonyms.key_id is None:
        says = (
            f"{store.where} holds identifiers of people as they were written. Make a new store with: python cli.py init"
        )
        yield Look("pseudonyms", False, says)
        return
    try:
        store.pseudonyms.must_have_key()
    except Mendable as why:
        more = "" if store.pseudonyms.in_records else " Identifiers of records may hold a child's own until then."
        yield Look("pseudonyms", False, f"{why}{more}")
        return
    if not store.pseudonyms.in_records:
        says = "Identifiers of records may hold a child's own. Start the dashboard again: the store is made anew then."
        yield Look("pseudonyms", False, says)
        return
    apart = _key(pseudonym_key_of(key), store.path)
    yield Look("pseudonyms", apart.well, f"People are pseudonyms, under key {store.pseudonyms.key_id}. {apart.says}")


def _clock(store: Store) -> Look:
    """Say whether the clock stands before what was recorded last."""
    says = clock_set_back(store)
    return Look("clock", not says, says or "The clock of this computer stands after all that was recorded.")


def _key(key: Path, store: Path | None) -> Look:
    """Say whether the key is for its owner alone, and apart from the store."""
    if open_to_others(key):
        return Look("key", False, f"Others on this computer can read {key}. Allow its owner alone: chmod 600 {key}")
    if store is not None and key.resolve().parent == store.resolve().parent:
        return Look("key", False, f"{key} lies beside the store, so that one copy takes both. Keep the key elsewhere.")
    return Look("key", True, f"Only its owner can read {key}.")


def _private(store: Path) -> Look:
    """Say whether the store's file is for its owner alone."""
    if open_to_others(store):
        return Look(
            "file", False, f"Others on this computer can read {store}. Allow its owner alone: chmod 600 {store}"
        )
    return Look("file", True, f"Only its owner can read {store}.")


def _place(store: Path) -> Look:
    """Say whether the store lies where other computers write, too."""
    reason = why_no_place(store)
    return Look("place", reason is None, reason or f"{store} lies on a disk of this computer.")


def _room(store: Path) -> Look:
    """Say whether the disk has room for the store to grow and to be copied."""
    free, needed = shutil.disk_usage(store.parent).free, max(ENOUGH_FREE, 2 * store.stat().st_size)
    sentence = f"{free / 2**30:.1f} GB are free on the disk of the store"
    if free < needed:
        return Look("disk", False, f"{sentence}; {needed / 2**30:.1f} GB are wanted. Make room there.")
    return Look("disk", True, f"{sentence}.")


def _copies(store: Path, key: Path | None) -> Iterator[Look]:
    """Name the copies beside the store, and those that must be destroyed, since people stand in them as written."""
    moments = {
        "version": "it was brought up to date",
        "before": "a backup was put in its place",
        WITH_IDENTIFIERS: "people were given pseudonyms",
    }
    for copy in copies_beside(store):
        kind = next(name for name in moments if copy.name.startswith(f"{store.name}.{name}-"))
        says = f"{copy} is the store as it was before {moments[kind]}. Delete it once it is not needed."
        if people_as_written(copy, key):
            yield Look("copy", False, f"{copy} {AS_WRITTEN}")
        else:
            yield Look("copy", True, says)


def _backups(key: Path | None, now: datetime) -> Iterator[Look]:
    """Name the backups that are older than they may become, or hold people as they were written."""
    folder, days = backups_named()
    if folder is None:
        return
    if not folder.is_dir():
        yield Look("backups", False, f"SLAC_BACKUPS names {folder}, and there is no such folder. Name that of backups.")
        return
    backups = [path for path in sorted(folder.iterdir()) if is_of_a_store(path)]
    ages = {path: (now.timestamp() - path.stat().st_mtime) / SECONDS_OF_A_DAY for path in backups}
    for path, age in ages.items():
        if age > days:
            yield Look("backup", False, f"{path} is older than {days} days. Destroy it: what was purged is in it.")
        elif people_as_written(path, key):
            yield Look("backup", False, f"{path} {AS_WRITTEN}")
    if not backups:
        yield Look("backups", False, f"There is no backup in {folder}. Make one with: python cli.py backup")
    elif max(ages.values()) <= days:
        last = f"the last is {min(ages.values()):.0f} days old"
        yield Look("backups", True, f"No backup in {folder} is older than {days} days, and {last}.")


def _lock(store: Path) -> Iterator[Look]:
    """Name what was left half finished beside the store, by a process that was ended while it wrote."""
    leftovers = sorted(path for path in store.parent.glob(f"{store.name}*.unfinished*") if path.is_file())
    for path in leftovers:
        says = f"{path} was left by what was ended half way; nobody reads it. Delete it while no backup is being made."
        yield Look("lock", False, says)
    if not leftovers:
        yield Look("lock", True, "This process holds the lock of the store, and nothing half finished lies beside it.")
