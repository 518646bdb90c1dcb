"""Time a new month of every indicator: what a publish measures, beside one, two and three years of history.

The rows of the month are the same each time, so the cost should be, too. Run `python cli.py ready` first.

python -m benchmarks.new_month
"""

import statistics
import time
from datetime import date

from data.access import LOCAL_USER
from data.extracts import all_extracts
from data.invention import AUTHORITY
from data.invention.prepared_store import open_prepared
from data.ledger.history import months_held
from data.store.store import Store
from indicators.engine.catalogue import all_indicators, measure_everything

RUNS = 5
YEARS = (1, 2, 3)


class Undone(Exception):
    """Carry a measurement out of its transaction, so that the next run finds nothing measured."""


def main() -> None:
    """Print how long the newest month takes beside so many years, and how many rows lie in each store."""
    print(f"A new month of {len(all_indicators())} indicators, median of {RUNS}, beside")
    for years in YEARS:
        store = with_history(12 * years)
        newest = months_held(store, LOCAL_USER, AUTHORITY)[-1]
        taken = [seconds(store, newest) for _ in range(RUNS)]
        print(
            f"{12 * years} months, {_rows(store):>9,} rows: {statistics.median(taken):5.2f} s, best {min(taken):.2f} s"
        )
        store.close()


def with_history(months: int) -> Store:
    """Return the invented borough with its last months only, all of them measured but the newest."""
    store = open_prepared()
    if store is None:
        raise SystemExit("The invented borough is not ready. Run: python cli.py ready")
    held = months_held(store, LOCAL_USER, AUTHORITY)
    with store.change() as cursor:
        for table in _tables():
            cursor.execute(
                f"delete from {table} where load in (select load from store.ledger.loads where month < ?)",
                [held[-months]],
            )
        cursor.execute("delete from store.ledger.loads where month < ?", [held[-months]])
        for table in ("rows", "figures", "measurements"):  # the measurements last: they say which month it was
            cursor.execute(
                f"delete from store.measured.{table} where measurement in "
                "(select measurement from store.measured.measurements where month < ? or month = ?)",
                [held[-months], held[-1]],
            )
    return store


def seconds(store: Store, month: date) -> float:
    """Return how many seconds it takes to measure a month; nothing is kept."""
    began = time.perf_counter()
    try:
        with store.change() as cursor:
            measure_everything(cursor, AUTHORITY, [month])
            raise Undone
    except Undone:
        return time.perf_counter() - began


def _tables() -> list[str]:
    """Name the table of each extract."""
    return [f"store.uploaded.{name}" for name in all_extracts()]


def _rows(store: Store) -> int:
    """Count the rows published."""
    with store.change() as cursor:
        return sum(cursor.execute(f"select count(*) from {table}").fetchall()[0][0] for table in _tables())


if __name__ == "__main__":
    main()
