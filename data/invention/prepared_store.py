"""The invented borough, published and measured once and kept, so that every later start opens on it at once.

What is kept is only ever copied. A copy is worked on as a store in memory is, and is gone with the process.
"""

from collections.abc import Callable
from pathlib import Path

from data.invention.sample_store import fill
from data.program import LOCAL_FOLDER, fingerprint
from data.store.store import Store


def keep(measure: Callable[[Store], None], folder: Path = LOCAL_FOLDER) -> Path:
    """Publish the sample in a store of its own, have it measured and keep it in a folder; what was kept goes."""
    place = kept_at(folder)
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    store = Store.create(unfinished, invented=True)
    try:
        fill(store)
        measure(store)
    finally:
        store.close()
    for earlier in folder.glob("invented-*.duckdb"):
        earlier.unlink()
    return unfinished.replace(place)


def open_prepared(folder: Path = LOCAL_FOLDER) -> Store | None:
    """Open a copy of what was kept in a folder, or nothing where the program or the sample is another since."""
    place = kept_at(folder)
    return Store.copied(place) if place.exists() else None


def kept_at(folder: Path = LOCAL_FOLDER) -> Path:
    """Return where what is made of this program and this sample is kept."""
    return folder / f"invented-{fingerprint()}.duckdb"
