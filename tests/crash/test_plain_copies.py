"""A copy of the store file, taken as a backup job would take it, holds all that was acknowledged, or is refused."""

import multiprocessing
import random
import re
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import ModuleType

import pytest

from data.errors import Mendable
from data.store.journal import journal_of
from data.store.reading_through import read_each
from data.store.store import Store
from tests.crash.publisher import publish_for_ever
from tests.crash.test_kill import look_at

COPIES = [pytest.param(10, id="10 copies"), pytest.param(100, id="100 copies", marks=pytest.mark.soak)]
REFUSED = "is damaged and part of it cannot be read|is not a store|of different moments|is not whole"

pytestmark = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork a publisher"
)


@pytest.mark.parametrize("how_many", COPIES)
def test_a_plain_copy_holds_all_that_was_acknowledged_when_it_began(how_many, tmp_path, monkeypatch):
    path, chance = tmp_path / "house.duckdb", random.Random(29)
    Store.create(path).close()
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # a page that was tried may stand there
    forge = multiprocessing.get_context("forkserver")
    forge.set_forkserver_preload(["tests.crash.publisher"])
    hears, says = forge.Pipe(duplex=False)
    publisher = forge.Process(target=publish_for_ever, args=(path, says, 1))
    publisher.start()
    says.close()
    acknowledged, taken = [], []
    try:
        assert hears.poll(60) and hears.recv()[0] == "opened"
        for number in range(how_many):
            assert hears.poll(60), "the publisher fell silent"
            time.sleep(chance.uniform(0, 0.1))
            while hears.poll():
                acknowledged.append(hears.recv())
            taken.append((copied(path, tmp_path / f"copy-{number}", number % 3), list(acknowledged)))
    finally:
        publisher.kill()
        publisher.join()
        hears.close()
    answers = read_each([copy for copy, _ in taken], None)
    for (copy, promised), answer in zip(taken, answers, strict=True):
        holds(copy, promised, answer)
    assert len(acknowledged) >= how_many
    assert sum(not isinstance(answer, Mendable) for answer in answers) > how_many / 2


def copied(path: Path, folder: Path, which: int) -> Path:
    """Copy the store file alone, or with its journal after or before it, where there is one at that moment."""
    folder.mkdir()
    for each in ([path], [path, journal_of(path)], [journal_of(path), path])[which]:
        with suppress(FileNotFoundError):  # there is a journal for moments only
            shutil.copyfile(each, folder / each.name)
    return folder / path.name


def holds(copy: Path, promised: list, answer) -> None:
    """Look that a copy holds everything; one that was torn in two by what was written meanwhile has to say so."""
    if isinstance(answer, Mendable):
        assert re.search(REFUSED, str(answer)), answer
        return
    store = Store.open_file(copy)
    look_at(store, [each for each in promised if each[1]])
    store.close()
    shutil.rmtree(copy.parent)
