"""Time the engine on every month and indicator, and on those written by hand against the same figures in set-wise SQL.

By hand, each indicator is one query for all months, as the engine asks it, but nothing is kept. The last line is the
least that any way could take: all those by hand in one statement that shares what they have in common.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from data.access import LOCAL_USER
from data.invention import AUTHORITY
from data.invention.sample_store import fill
from data.ledger.history import months_held
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.measure import measure_missing
from indicators.figures.measured_figures import figures

RUNS = 7
BY_HAND = (Path(__file__).parent / "by_hand.sql").read_text(encoding="utf-8")


class Undone(Exception):
    """Carry a measurement out of its transaction, so that the next run finds nothing measured."""


def main() -> None:
    """Check that both ways give the same figures, then print both times and their ratio."""
    store = Store.in_memory(invented=True)
    fill(store)
    months = months_held(store, LOCAL_USER, AUTHORITY)
    everything, by_hand = all_indicators(), {(row[0], row[1]): row[2] for row in _by_hand(store, BY_HAND)}
    indicators = [everything[name] for name in dict.fromkeys(name for name, _ in by_hand)]
    engine, floor, least = [], [], []
    for _ in range(RUNS):
        floor.append(_time(lambda: [_by_hand(store, each) for each in _queries()]))
        engine.append(_time(lambda: _measure_and_undo(store, indicators, months)))
        least.append(_time(lambda: _by_hand(store, BY_HAND)))
    one_by_one = _time(lambda: _measure_and_undo(store, indicators, months, set_wise=False))
    whole = _time(lambda: _measure_and_undo(store, list(everything.values()), months))
    told = figures(store, LOCAL_USER, indicators, AUTHORITY, months)
    wrong = [each for each in told if by_hand[each.indicator, each.month] != each.numerator]
    print(f"engine, all {len(everything)} indicators:               {whole * 1000:7.0f} ms")
    print(
        f"{len(indicators)} indicators x {len(months)} months; figures that differ from the hand-written: {len(wrong)}"
    )
    print(f"engine, rows kept and added up:          {statistics.median(engine) * 1000:7.0f} ms")
    print(f"by hand, an indicator at a time:         {statistics.median(floor) * 1000:7.0f} ms")
    pairs = [ours / plain for ours, plain in zip(engine, floor, strict=True)]
    print(f"engine / by hand, median of pairs:       {statistics.median(pairs):7.2f}")
    print(f"engine, month by month:                  {one_by_one * 1000:7.0f} ms")
    print(f"by hand, one statement for everything:   {statistics.median(least) * 1000:7.0f} ms")


def _queries() -> list[str]:
    """Return the hand-written SQL as one query for each indicator."""
    shared, first, rest = BY_HAND.partition("select 'children_on_a_plan' as indicator")
    return [shared + query for query in (first + rest).split("union all")]


def _by_hand(store: Store, query: str) -> list[tuple]:
    """Return indicator, month, numerator and denominator, as written by hand."""
    with store.change() as cursor:
        return cursor.execute(query, {"authority": AUTHORITY}).fetchall()


def _measure_and_undo(store: Store, indicators: list, months: list, set_wise: bool = True) -> None:
    """Measure everything, keep nothing."""
    try:
        with store.change() as cursor:
            measure_missing(cursor, indicators, AUTHORITY, months, set_wise=set_wise)
            raise Undone
    except Undone:
        return


def _time(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
