"""Open the house: the store that the settings name, or, with none named, the invented borough in memory."""

from data.lake.address import address_of
from data.settings import Settings
from data.store.store import Store
from data.upkeep.made_anew import open_with_pseudonyms


def open_configured_store(chosen: Settings) -> Store:
    """Return the store to work on; with no store named it holds Example Borough and says it is invented.

    The borough is opened as it was made ready, or published anew and each figure measured when it is asked for.

    Raises:
        Mendable: where the store named is missing, in use, locked by another key or not a store.
    """
    if chosen.store is not None:
        return open_with_pseudonyms(chosen.store, chosen.key)
    if chosen.lake is not None:
        from data.lake.lake import Lake

        return Lake.open_at(address_of(chosen.lake), chosen.folder, chosen.key)
    from data.invention import prepared_store
    from data.invention.sample_store import fill

    store = prepared_store.open_prepared()
    if store is None:
        store = Store.in_memory(invented=True)
        fill(store)
    return store
