"""Measure what is read of a month as it is kept, beside working it out, and beside the plain question for its text.

The invented borough: 36 months, every indicator, every team.

python -m benchmarks.readings
"""

import statistics
import time
from collections.abc import Callable

from data.access import LOCAL_USER
from data.invention import AUTHORITY
from data.invention.configured_store import open_configured_store
from data.ledger.history import months_held
from data.ledger.stored_answers import kept_answer
from data.settings import Settings
from indicators.change.month_readings import CHANGED, TEAMS, WHOLE, alerts_read, changed_read, read_ahead
from indicators.change.what_changed import what_changed
from indicators.engine.catalogue import all_indicators
from indicators.variation.alerts import alerts, alerts_by_team

TIMES = 9


def milliseconds(work: Callable[[], object], times: int = TIMES) -> float:
    """Return the median of how many milliseconds something takes."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return 1000 * statistics.median(taken)


def main() -> None:
    """Print, of each reading, how long it takes to work out, to read as it is kept, and to ask for its text alone."""
    store = open_configured_store(Settings(None, None, None))
    every, months = list(all_indicators().values()), months_held(store, LOCAL_USER, AUTHORITY)
    read_ahead(store, LOCAL_USER, AUTHORITY)
    asked = (store, LOCAL_USER, every, AUTHORITY)
    readings: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
        WHOLE: (lambda: alerts(*asked, months), lambda: alerts_read(*asked, months)),
        TEAMS: (lambda: alerts_by_team(*asked, months), lambda: alerts_read(*asked, months, by_team=True)),
        CHANGED: (lambda: what_changed(*asked, months[-1]), lambda: changed_read(*asked, months[-1])),
    }
    print("                   worked out      read   text alone   worked out / read")
    for name, (work_out, read) in readings.items():
        floor = milliseconds(lambda name=name: kept_answer(store, LOCAL_USER, AUTHORITY, months[-1], name))
        out, kept = milliseconds(work_out, 3), milliseconds(read)
        print(f"{name:16} {out:9.0f} ms {kept:6.0f} ms {floor:9.0f} ms {out / kept:12.0f}")
    store.close()


if __name__ == "__main__":
    main()
