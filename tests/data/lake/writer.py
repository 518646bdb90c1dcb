"""Processes that publish on a lake at the same time."""

import sys
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier, Lock

from data.access import Reader
from data.errors import Overtaken
from data.lake.address import address_of
from data.lake.lake import Lake
from data.ledger.delivery import Delivery
from data.ledger.history import revision
from data.ledger.loads import store_loads
from tests.examples import example_rows
from tests.store_filling import OCTOBER, incoming, measure_when_asked

PLANS = "child_protection_plans"


def publish(lake: Lake, who: str, authority: str, times: int) -> list[str]:
    """Publish a month so many times, each time what no one has; return, in order, what became of each."""
    reader, ended = Reader(who, ("analyst",), ("*",), ("*",)), []
    for number in range(times):
        rows = example_rows(PLANS, [{"child_id": f"{who}-{number}"}])
        what = replace(incoming(PLANS, rows), sha256=f"{who} {number}")
        delivery = Delivery(authority, OCTOBER, [what], revision(lake, reader))
        try:
            ended.append(f"load {store_loads(lake, reader, delivery, measure_when_asked)[0]}")
        except Overtaken as why:
            ended.append(f"overtaken: {why}")
    return ended


def work(where: str, who: str, authority: str, times: int, at_once: Barrier, speaking: Lock) -> None:
    """Publish once all are ready, and say what became of it."""
    with closing(Lake.open_at(address_of(where))) as lake:
        at_once.wait(60)
        ended = publish(lake, who, authority, times)
    with speaking:
        print("\n".join(ended), flush=True)


if __name__ == "__main__":
    where, times, *pairs = sys.argv[1:]
    context = get_context("fork")  # so that libraries are read once; nobody has opened a database yet
    at_once, speaking = context.Barrier(len(pairs)), context.Lock()
    for pair in pairs:
        context.Process(target=work, args=(where, *pair.split("@"), int(times), at_once, speaking)).start()
