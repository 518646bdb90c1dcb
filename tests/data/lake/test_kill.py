"""Whoever is killed on a lake, at any moment: every acknowledged publication is there, none half, and all go on."""

import multiprocessing
import random
import sys
import time
from types import ModuleType

import pytest

from tests.crash.test_kill import look_at
from tests.data.lake.killed import publish_for_ever, read_for_ever

KILLS = [20, 200]
VICTIMS = ("publisher", "worker", "postgres", "postgres")
LONGEST = 0.3
"""Seconds that all live on after one was killed: about as long as a publication takes."""


class Mortal:
    """A process on a lake that is killed and begun anew, and what it has said."""

    def __init__(self, forge, work, where: str):
        self._forge, self._work, self._where, self.heard, self._begun = forge, work, where, [], 0
        self.begin()

    def begin(self) -> None:
        self._begun += 1
        self._hears, says = self._forge.Pipe(duplex=False)
        self._process = self._forge.Process(target=self._work, args=(self._where, says, self._begun), daemon=True)
        self._process.start()
        says.close()

    def listen(self, wait: float = 0) -> None:
        try:
            while self._hears.poll(wait):
                self.heard.append(self._hears.recv())
                wait = 0
        except EOFError:
            return

    def kill(self) -> None:
        self._process.kill()
        self._process.join()
        self.listen()
        assert self._process.exitcode == -9, "it ended by itself"

    def must_go_on(self) -> None:
        """Wait for a word that is newer than all that were said."""
        self.listen()
        before, until = len(self.heard), time.monotonic() + 60
        while len(self.heard) == before and time.monotonic() < until:
            self.listen(1)
        assert len(self.heard) > before, "it did not recover by itself"


@pytest.mark.soak
@pytest.mark.parametrize("kills", KILLS)
def test_killed_at_any_moment_a_lake_is_whole_and_all_go_on(lake, postgres, kills, monkeypatch):
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # a page that was tried may stand there
    forge, chance = multiprocessing.get_context("forkserver"), random.Random(17)
    forge.set_forkserver_preload(["tests.data.lake.killed"])
    where = str(lake.address)
    mortals = {"publisher": Mortal(forge, publish_for_ever, where), "worker": Mortal(forge, read_for_ever, where)}
    try:
        for number in range(kills):
            if number % 3 == 0:  # so that some are acknowledged, however slow the computer is
                mortals["publisher"].must_go_on()
            time.sleep(chance.uniform(0, LONGEST))
            victim = chance.choice(VICTIMS)
            if victim == "postgres":
                postgres.kill()
                postgres.start()
            else:
                mortals[victim].kill()
                mortals[victim].begin()
        for mortal in mortals.values():
            mortal.must_go_on()
    finally:
        for mortal in mortals.values():
            mortal.kill()
    acknowledged, read = mortals["publisher"].heard, mortals["worker"].heard
    look_at(lake, [("publish", loads) for _, loads in acknowledged])
    assert len(acknowledged) > kills / 3
    for asked, (seen,) in read:
        known = max((loads[-1] for at, loads in acknowledged if at < asked), default=0)
        assert seen >= known, "a worker read an older revision than one that was acknowledged before"
