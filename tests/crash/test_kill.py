"""A publisher killed at any moment leaves the old month whole or the new one, and loses nothing it acknowledged.

A killed process is not a power cut: what it had handed to the operating system is still written.
"""

import multiprocessing
import random
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from data.store.store import Store
from tests.crash.publisher import EXTRACTS, MARKED, publish_for_ever

ROUNDS = [pytest.param(15, id="15 kills"), pytest.param(200, id="200 kills", marks=pytest.mark.soak)]
LONGEST = 0.3
"""Seconds a publisher may live after the last word that is waited for: about as long as a publish takes."""

pytestmark = pytest.mark.skipif(
    "forkserver" not in multiprocessing.get_all_start_methods(), reason="this system cannot fork a process to kill"
)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_f66_a_killed_publisher_leaves_a_whole_store(rounds, tmp_path, monkeypatch):
    path, chance, acknowledged = tmp_path / "house.duckdb", random.Random(17), []
    Store.create(path).close()
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # a page that was tried may stand there
    forge = multiprocessing.get_context("forkserver")
    forge.set_forkserver_preload(["tests.crash.publisher"])
    for number in range(1, rounds + 1):
        acknowledged += work_and_be_killed(forge, path, number, chance.randint(0, 3), chance.uniform(0, LONGEST))
        store = Store.open_file(path)
        try:
            look_at(store, acknowledged)
        finally:
            store.close()
    assert len([what for what, _ in acknowledged if what == "publish"]) > rounds / 2


def work_and_be_killed(forge, path: Path, seed: int, words: int, lives: float) -> list[tuple[str, list[int]]]:
    """Let a publisher say so many words and live for a while, kill it, and return what it acknowledged.

    Its first word is that the store is open: with no words it is killed while it opens the store.
    """
    hears, says = forge.Pipe(duplex=False)
    publisher = forge.Process(target=publish_for_ever, args=(path, says, seed))
    publisher.start()
    says.close()
    heard = []
    try:
        for _ in range(words):
            assert hears.poll(60), "the publisher fell silent"
            heard.append(hears.recv())
        time.sleep(lives)
        publisher.kill()
        publisher.join()
        while hears.poll():
            heard.append(hears.recv())
    except EOFError:
        publisher.join()
    hears.close()
    assert publisher.exitcode == -9, "it ended by itself"
    return [each for each in heard if each[1]]


def look_at(store: Store, acknowledged: list[tuple[str, list[int]]]) -> None:
    """Look for anything that is half there, lost, or belongs to nothing."""
    with store.change() as cursor:

        def one(question: str):
            return cursor.execute(question).fetchall()[0][0]

        loads = cursor.execute("select load, extract, rows from store.ledger.loads order by load").fetchall()
        numbers = [load for load, _, _ in loads]
        assert numbers == list(range(1, len(loads) + 1)) and len(loads) % len(EXTRACTS) == 0, "half a publish"
        published = [load for what, made in acknowledged if what == "publish" for load in made]
        assert set(published) <= set(numbers), "an acknowledged publish is lost"
        assert one("select count(*) from store.ledger.events where what = 'publish'") == len(loads)
        assert one("select count(*) from store.ledger.events where what in ('withdraw', 'restore')") == one(
            "select count(*) from store.ledger.turns"
        )
        turned = cursor.execute("select load, what from store.ledger.turns order by turn").fetchall()
        said = {(made[0], what) for what, made in acknowledged if what != "publish"}
        assert said <= set(turned), "an acknowledged turn is lost"
        for extract in EXTRACTS:
            stored = cursor.execute(
                f"select load, count(*), count(distinct {MARKED[extract]}) from store.uploaded.{extract} group by load"
            ).fetchall()
            expected = sorted((load, rows, 1) for load, name, rows in loads if name == extract)
            assert sorted(stored) == expected, "rows are missing, mixed, or of no load"
        for table in ("rows", "figures"):
            orphans = f"select count(*) from store.measured.{table} where measurement not in "
            assert one(orphans + "(select measurement from store.measured.measurements)") == 0
        measurements = one("select count(*) from store.measured.measurements")
        assert measurements == one("select count(*) from store.measured.figures")
        standing = cursor.execute("select load from loads_known(timestamp '9999-01-01')").fetchall()
        assert len(standing) <= len(EXTRACTS)
