"""What every test may ask for: the invented borough, and an empty house."""

import gc
import os
from collections.abc import Iterator
from io import BytesIO

import pytest

os.environ["GX_ANALYTICS_ENABLED"] = "false"
for name in ("SLAC_STORE", "SLAC_STORE_KEY", "SLAC_AUTHORITY"):
    os.environ.pop(name, None)

from data.arrivals import file_reading  # noqa: E402 - the settings above come first
from data.invention.configured_store import open_configured_store  # noqa: E402
from data.parsing import process  # noqa: E402
from data.settings import Settings  # noqa: E402
from data.store.store import Store  # noqa: E402


def pytest_collection_finish() -> None:
    """Leave alone what the libraries brought and lives to the end: to look through it for garbage takes a tenth."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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


@pytest.fixture(autouse=True)
def read_in_this_process(request, monkeypatch) -> None:
    """Read files by what their own process runs, but here: a test whose subject is that process is marked so."""

    def answer_here(file_name, contents, marks) -> BytesIO:
        return BytesIO(b"".join(process.answer({"file_name": file_name, "marks": marks}, contents)))

    if request.node.get_closest_marker("own_process") is None:
        monkeypatch.setattr(file_reading, "_said_by_child", answer_here)
