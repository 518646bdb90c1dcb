"""Processes on a lake that are to be killed: one publishes for ever, one reads, and both say what they were told."""

import time
from contextlib import suppress
from itertools import count
from multiprocessing.connection import Connection

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.lake.address import address_of
from data.lake.lake import Lake
from data.ledger.delivery import Delivery
from data.ledger.history import revision
from data.ledger.loads import store_loads
from tests.crash.publisher import measure, whole_month
from tests.store_filling import BRENT, OCTOBER


def opened(where: str) -> Lake:
    """Open a lake as soon as PostgreSQL lets us in."""
    while True:
        try:
            return Lake.open_at(address_of(where))
        except Mendable:
            time.sleep(0.2)


def publish_for_ever(where: str, says: Connection, seed: int) -> None:
    """Publish until killed, and say when which loads were acknowledged; who is refused tries the next."""
    lake = opened(where)
    for number in count(seed * 1000 + 1):
        try:
            loads = store_loads(lake, LOCAL, Delivery(BRENT, OCTOBER, whole_month(number)), measure)
            says.send((time.monotonic(), list(loads)))
        except Mendable:
            time.sleep(0.05)


def read_for_ever(where: str, says: Connection, _seed: int) -> None:
    """Ask for the revision until killed, and say what it was and when it was asked for; not what was told before."""
    lake = opened(where)
    while True:
        asked = time.monotonic()
        with suppress(Mendable):
            told = revision(lake, LOCAL)
            if not lake.silent:
                says.send((asked, [told]))
        time.sleep(0.2)
