"""Measure how long DfE's files take to load, and a comparison to answer, beside reading the same files and no more.

python -m benchmarks.published [FOLDER]

Without a folder of DfE's files, files of their layout are made for all authorities.
"""

import csv
import io
import statistics
import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

from data.access import LOCAL_USER
from data.published.areas import authorities
from data.published.dfe_publication import HALVES, POPULATION, Publication, all_publications
from data.published.recognition import PLACE
from data.published.releases import load_file
from data.store.store import Store
from indicators.comparison.comparators import comparator_named
from indicators.comparison.comparison import compare
from indicators.engine.catalogue import indicator_called

BRENT = "E09000005"
YEARS = range(2013, 2026)
TIMES = 15


def made() -> dict[str, bytes]:
    """Return a file for each publication: every authority and year, ten of each hundred."""
    return {f"{name}.csv": _file(each) for name, each in all_publications().items()}


def _file(publication: Publication) -> bytes:
    """Return a file in DfE's layout with all columns and labels that a publication is known by."""
    halves = {half: [getattr(each, half) for each in publication.measures] for half in HALVES}
    numbers = dict.fromkeys(
        part.strip() for columns in halves.values() for column in columns for part in column.split("+") if part.strip()
    )
    numbers.pop(POPULATION, None)
    labels = [dict(each) for each in {tuple(each.where.items()): each.where for each in publication.measures}.values()]
    labels += [{**each.where, **each.out_of} for each in publication.measures if each.out_of]
    kinds = [dict(each) for each in dict.fromkeys(tuple(sorted(each.items())) for each in labels)]
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([*PLACE, *numbers, *(kinds[0] if kinds else ())])
    held = [each for each in authorities().values() if each["dfe_code"]]
    for year, each, kind in product(YEARS, held, kinds):
        where = [year, "Local authority", "E92000001", "England", "E13000002", each["region"]]
        where += [each["dfe_code"], each["authority"], each["name"]]
        writer.writerow([*where, *("10" for _ in numbers), *kind.values()])
    return text.getvalue().encode()


def seconds(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Load every file, then compare and compare again."""
    if len(sys.argv) > 1:
        files = {path.name: path.read_bytes() for path in sorted(Path(sys.argv[1]).glob("*.csv"))}
    else:
        files = made()
    floor = seconds(lambda: [list(csv.reader(io.StringIO(each.decode("utf-8-sig")))) for each in files.values()])
    store = Store.in_memory()
    loading = seconds(lambda: [load_file(store, LOCAL_USER, name, held) for name, held in files.items()])
    rows = sum(each.count(b"\n") for each in files.values())
    print(f"{len(files)} files, {rows:,} rows loaded: {loading:6.2f} s (reading them and no more: {floor:.2f} s)")
    again = seconds(lambda: [load_file(store, LOCAL_USER, name, held) for name, held in files.items()])
    print(f"the same files again, nothing changed: {again:6.2f} s")

    def answer() -> None:
        whom = comparator_named(store, "neighbours", BRENT)
        compare(store, LOCAL_USER, indicator_called("average_caseload"), BRENT, whom)

    first, taken = seconds(answer), [seconds(answer) for _ in range(TIMES)]
    print(f"a comparison over all years: first {first:.2f} s, then {statistics.median(taken) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
