"""What every test may ask for: the invented borough, and an empty house."""

import os
from collections.abc import Iterator

import pytest

os.environ["GX_ANALYTICS_ENABLED"] = "false"
for name in ("SLAC_STORE", "SLAC_STORE_KEY", "SLAC_AUTHORITY"):
    os.environ.pop(name, None)

from data.invention.configured_store import open_configured_store  # noqa: E402 - the settings above come first
from data.settings import Settings  # noqa: E402
from data.store.store import Store  # noqa: E402


@pytest.fixture(scope="session")
def borough() -> Iterator[Store]:
    """Give Example Borough, whole; nobody may publish into it."""
    store = open_configured_store(Settings(None, None, None))
    yield store
    store.close()


@pytest.fixture
def store() -> Iterator[Store]:
    """Give an empty store in memory."""
    store = Store.in_memory()
    yield store
    store.close()
