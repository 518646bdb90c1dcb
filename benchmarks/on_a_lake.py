"""Time a month that is measured and published, and a warm page, on a lake beside the same in a file, in one run.

Both stores hold two months of the invented borough; the third is published by a process that has just opened its store,
and a page is then run again and again. At most 1.5 times a file's time is allowed for the month, and 1.3 times for the
page. It needs PostgreSQL, which it starts for itself.

python -m benchmarks.on_a_lake
"""

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from data.access import LOCAL_USER
from data.extracts import all_extracts
from data.invention import AUTHORITY, sample_store
from data.invention.configured_store import open_configured_store
from data.lake.address import address_of
from data.lake.lake import Lake
from data.ledger.delivery import Delivery
from data.ledger.history import months_held, published_rows
from data.ledger.loads import store_loads
from data.settings import LAKE, settings
from data.store.store import Store
from indicators.change.measuring import EVERY_INDICATOR
from tests.data.lake.conftest import Server
from tests.store_filling import incoming

ROUNDS, PAGES = 3, 20
MONTH_WITHIN, PAGE_WITHIN = 1.5, 1.3
ROOT = Path(__file__).parents[1]


def main() -> None:
    """Print the medians of file and lake, and the ratios.

    Raises:
        SystemExit: where one is more than is allowed.
    """
    *before, last = _deliveries()
    months: dict[str, list[float]] = {"file": [], "lake": []}
    pages: dict[str, list[float]] = {"file": [], "lake": []}
    for number in range(ROUNDS):
        with _places(number) as places:
            for kind, place in places.items():
                for delivery in before:
                    _anew(_published, place, delivery)
                months[kind].append(_anew(_published, place, last))
                pages[kind].append(_anew(_warm_page, place))
    over = [
        _is_over("a month measured and published", "s", months, MONTH_WITHIN),
        _is_over("a warm page", "ms", pages, PAGE_WITHIN),
    ]
    if any(over):
        raise SystemExit("More than is allowed.")


@contextmanager
def _places(number: int) -> Iterator[dict[str, str]]:
    """Give an empty store in a file and one on a lake, both of which are gone in the end."""
    with tempfile.TemporaryDirectory() as folder:
        postgres = Server(Path(tempfile.mkdtemp(prefix="postgres-")))
        try:
            place, files = Path(folder, f"{number}.duckdb"), Path(folder, "lake")
            files.mkdir()
            Store.create(place).close()
            address = postgres.database()
            Lake.begin_at(address, files).close()
            yield {"file": str(place), "lake": str(address)}
        finally:
            postgres.stop()
            shutil.rmtree(postgres.folder)


def _deliveries() -> list[Delivery]:
    """Return the last three months of the invented borough, as they are handed in."""
    with closing(Store.in_memory(invented=True)) as borough:
        sample_store.fill(borough)
        deliveries = []
        for month in months_held(borough, LOCAL_USER, AUTHORITY)[-3:]:
            held = {name: published_rows(borough, LOCAL_USER, AUTHORITY, month, name) for name in all_extracts()}
            extracts = [
                replace(incoming(name, rows.set_axis(range(2, len(rows) + 2))), sha256=f"{name} {month}")
                for name, rows in held.items()
                if rows is not None and len(rows)
            ]
            deliveries.append(Delivery(AUTHORITY, month, extracts))
        return deliveries


def _anew(work: Callable[..., float], *given: Any) -> float:
    """Have a new process do something, and return how long it took."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(work, *given).result()


def _published(place: str, delivery: Delivery) -> float:
    """Return how many seconds it takes to publish and measure a month, once the store is open."""
    with closing(Lake.open_at(address_of(place)) if place.startswith(LAKE) else Store.open_file(Path(place))) as store:
        began = time.perf_counter()
        store_loads(store, LOCAL_USER, delivery, EVERY_INDICATOR.measure)
        return time.perf_counter() - began


def _warm_page(place: str) -> float:
    """Return the median of the milliseconds that the first page takes to run again."""
    from streamlit.testing.v1 import AppTest

    os.environ |= {"SLAC_STORE": place, "SLAC_AUTHORITY": AUTHORITY}
    open_configured_store(settings()).close()
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run()
    taken = []
    for _ in range(PAGES):
        began = time.perf_counter()
        app.run()
        taken.append((time.perf_counter() - began) * 1000)
    assert not app.exception
    return statistics.median(taken)


def _is_over(what: str, unit: str, taken: dict[str, list[float]], within: float) -> bool:
    """Print the medians of both kinds of store and their ratio; tell whether it is more than is allowed."""
    file, lake = (statistics.median(taken[kind]) for kind in ("file", "lake"))
    print(f"{what:32} file {file:8.2f} {unit}, lake {lake:8.2f} {unit}: {lake / file:.2f}, {within} allowed")
    return lake / file > within


if __name__ == "__main__":
    main()
