"""What every test may ask for: the invented borough, and an empty house."""

import gc
import os
from collections.abc import Iterator
from io import BytesIO
from tempfile import TemporaryDirectory

import pytest
from xdist.scheduler import LoadFileScheduling

os.environ["GX_ANALYTICS_ENABLED"] = "false"
for name in ("SLAC_STORE", "SLAC_STORE_KEY", "SLAC_PSEUDONYM_KEY", "SLAC_AUTHORITY"):
    os.environ.pop(name, None)
SETTINGS = TemporaryDirectory(prefix="settings-")
os.environ["XDG_CONFIG_HOME"] = SETTINGS.name  # the key of pseudonyms, for this process and those that it starts

from data.arrivals import file_reading  # noqa: E402 - the settings above come first
from data.invention.configured_store import open_configured_store  # noqa: E402
from data.parsing import process  # noqa: E402
from data.settings import Settings  # noqa: E402
from data.store import attachment  # noqa: E402
from data.store.store import Store  # noqa: E402

# Test processes run beside each other, one to a core; with two threads each, questions cost a fifth more.
attachment.SAFE["threads"] = 1


TOGETHER = ("tests/browser/", "tests/access/", "tests/data/lake/")


class OneBrowser(LoadFileScheduling):
    """Give the tests of a file, or of a room that shares what is dear (a browser, PostgreSQL), to one process."""

    def _split_scope(self, nodeid: str) -> str:
        room = next((room for room in TOGETHER if nodeid.startswith(room)), None)
        return room or super()._split_scope(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log) -> OneBrowser:
    """Give out tests as above, whatever was asked for on the command line."""
    return OneBrowser(config, log)


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
        return BytesIO(b"".join(process.answer({"file_name": file_name, "marks": marks}, BytesIO(contents))))

    if request.node.get_closest_marker("own_process") is None:
        monkeypatch.setattr(file_reading, "_said_by_child", answer_here)
