"""Time the committee report of 36 months and its 30 charts, as Word and PDF together, and the digest.

The floor beside them is the figures of the same indicators and months alone, as any page of them reads them.

python -m benchmarks.report
"""

import time
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from data.access import LOCAL_USER
from data.invention import AUTHORITY
from data.invention.configured_store import open_configured_store
from data.ledger.history import months_held
from data.settings import Settings
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from pages.kit.digest.digest import printed
from pages.kit.frame.audience import all_audiences
from pages.report.committee import committee_report, report_read
from pages.report.formats.written import written
from pages.report.officers_words import UNWRITTEN
from pages.report.subjects import all_subjects

TIMES = 3
GOAL, DIGEST_GOAL = 10.0, 1.0
"""Seconds: for the report as Word and PDF together, and for the digest, on two cores."""
AT = datetime(2026, 11, 30)  # noqa: DTZ001 - what stands in a file's properties has no zone
Result = TypeVar("Result")


def timed(what: str, work: Callable[[], Result]) -> tuple[Result, float]:
    """Do a piece of work so many times; print the slowest in seconds, which counts; return what it gave and that."""
    taken, results = [], []
    for _ in range(TIMES):
        began = time.perf_counter()
        results.append(work())
        taken.append(time.perf_counter() - began)
    print(f"{what:58} {max(taken):6.2f} s")
    return results[-1], max(taken)


def main() -> None:
    """Print how long each step takes, what both files take together, and whether that is within the goals."""
    store = open_configured_store(Settings(None, None, None))
    months = months_held(store, LOCAL_USER, AUTHORITY)
    measures = [indicator_called(name) for subject in all_subjects() for name in subject.indicators]
    timed(
        f"Floor: figures of {len(measures)} indicators, {len(months)} months",
        lambda: figures(store, LOCAL_USER, measures, AUTHORITY, months),
    )
    read, first = timed("The report, read", lambda: report_read(store, LOCAL_USER, AUTHORITY, months))
    document, second = timed("The report, laid out", lambda: committee_report(read, UNWRITTEN))
    charts = len(list(document.charts()))
    _, third = timed(f"As Word, {charts} charts", lambda: written(document, "report.docx", AT))
    _, fourth = timed(f"As PDF, {charts} charts", lambda: written(document, "report.pdf", AT))
    together = first + second + third + fourth
    print(f"{'Word and PDF together':58} {together:6.2f} s, {'within' if together < GOAL else 'OVER'} {GOAL:.0f} s")
    director = all_audiences()["director"]
    _, one = timed(
        "The digest, as its command hands it out", lambda: printed(store, LOCAL_USER, AUTHORITY, months, director)
    )
    print(f"{'':58} {'within' if one < DIGEST_GOAL else 'OVER'} {DIGEST_GOAL:.0f} s")


if __name__ == "__main__":
    main()
