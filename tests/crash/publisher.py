"""A publisher to be killed: it publishes, withdraws, restores and reopens a store for ever, and says what is done."""

import random
from datetime import date
from pathlib import Path

from data.access import LOCAL_USER as LOCAL
from data.ledger.delivery import Delivery
from data.ledger.loads import restore, store_loads, withdraw
from data.store.attachment import Cursor
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.engine.measure import measure_missing
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, incoming

MARKED = {"child_protection_plans": "team", "children": "ethnicity"}
EXTRACTS = tuple(MARKED)
ROWS = {name: example_rows(name, [{}] * 400) for name in EXTRACTS}
FIGURE = indicator_called("children_on_a_plan")


def measure(cursor: Cursor, authority: str, months: list[date]) -> None:
    """Measure one figure in the publish, as a publish does."""
    measure_missing(cursor, [FIGURE], authority, months)


def whole_month(number: int) -> list:
    """Return the extracts of one publish: in every row of them stands its number."""
    rows = {name: ROWS[name].head(1 + number * 37 % 400) for name in EXTRACTS}
    return [incoming(name, rows[name].assign(**{MARKED[name]: f"publish {number}"})) for name in EXTRACTS]


def publish_for_ever(path: Path, done, seed: int) -> None:
    """Work on the store until killed; what the ledger has acknowledged is said through `done`."""
    chance = random.Random(seed)
    store = Store.open_file(path)
    done.send(("opened", []))
    number = seed * 1000
    while True:
        number += 1
        loads = store_loads(store, LOCAL, Delivery(BRENT, OCTOBER, whole_month(number)), measure)
        done.send(("publish", list(loads)))
        if chance.random() < 0.3:
            withdraw(store, LOCAL, loads[0], "tried")
            done.send(("withdraw", [loads[0]]))
            if chance.random() < 0.5:
                restore(store, LOCAL, loads[0], "tried")
                done.send(("restore", [loads[0]]))
        if chance.random() < 0.2:
            store.close()  # writes the journal into the file, and may be killed doing so
            store = Store.open_file(path)
