"""A store of many London boroughs, to measure and to look at: each of them is a part of Example Borough's people.

A borough keeps a share of the children and of the workers, by a hash of identifier and borough, so that no two are
alike; identifiers begin with the borough's code. It stands for the size of a region, and for no difference
between boroughs.

python -m benchmarks.many_boroughs BOROUGHS MONTHS FILE
"""

import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from data.access import LOCAL_USER
from data.extract import Declared
from data.extracts import all_extracts
from data.invention.place import AUTHORITY
from data.invention.sample_store import fill
from data.ledger.history import months_held
from data.published.areas import authorities
from data.store.attachment import Cursor
from data.store.store import Store
from indicators.engine.catalogue import measure_everything

CHILDREN, WORKERS = (55, 100), (70, 100)
"""Between which shares of its people, in per cent, a borough keeps."""


def main() -> None:
    """Fill a new store in a file with so many boroughs and months, measure them, and print what it took.

    Raises:
        SystemExit: where there are not so many boroughs or months, or the file is there already.
    """
    many, months, place = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    if place.exists():
        raise SystemExit(f"{place} is there already.")
    store = Store.create(place)
    began = time.perf_counter()
    fill_boroughs(store, london()[:many], months)
    filled = time.perf_counter()
    for code in london()[:many]:
        measure_borough(store, code)
    measured = time.perf_counter()
    store.close()
    megabytes = place.stat().st_size / 1e6
    print(
        f"{many} boroughs, {months} months: filled {filled - began:.1f} s, measured {measured - filled:.1f} s, ", end=""
    )
    print(f"{megabytes:.0f} MB")


def london() -> list[str]:
    """Return the codes of the 33 authorities of London, in their order."""
    return [code for code, row in authorities().items() if row["region"] in ("Inner London", "Outer London")]


def fill_boroughs(store: Store, codes: Sequence[str], months: int) -> None:
    """Publish the last months of the sample for each borough."""
    sample = Store.in_memory(invented=True)
    fill(sample)
    held = months_held(sample, LOCAL_USER, AUTHORITY)[-months:]
    with sample.reading() as cursor:
        rows = {name: _of_months(cursor, f"uploaded.{name}", held) for name in all_extracts()}
        loads = _of_months(cursor, "ledger.loads", held)
    sample.close()
    numbered = 0
    for code in codes:
        with store.change() as cursor:
            numbered = _publish(cursor, code, rows, loads, numbered)


def measure_borough(store: Store, code: str) -> None:
    """Measure every indicator of a borough's months."""
    months = months_held(store, LOCAL_USER, code)
    with store.change() as cursor:
        measure_everything(cursor, code, months)


def _of_months(cursor: Cursor, table: str, months: Sequence[date]):
    """Return the rows of some months as they lie in a table of the sample."""
    loads = "select load from store.ledger.loads where list_contains($months, month)"
    return cursor.execute(
        f"select * from store.{table} where load in ({loads})", {"months": list(months)}
    ).to_arrow_table()


def _publish(cursor: Cursor, code: str, rows: dict, loads, numbered: int) -> int:
    """Store a borough's part of the rows, its loads numbered on without a gap; return the last number."""
    cursor.register("sample_loads", loads)
    cursor.execute(
        """
        create or replace temp table renumbered as
        select load, $numbered + row_number() over (order by load) as renumbered
        from sample_loads
        """,
        {"numbered": numbered},
    )
    for name, declared in all_extracts().items():
        cursor.register("sample_rows", rows[name])
        cursor.execute(_part_of(name, declared, code))
        cursor.unregister("sample_rows")
    counted = " union all ".join(
        f"select load, count(*) as rows from store.uploaded.{name} where load > {numbered} group by load"
        for name in all_extracts()
    )
    cursor.execute(
        f"""
        insert into store.ledger.loads by name
        select
            sample_loads.* replace (
                renumbered.renumbered as load, '{code}' as authority, coalesce(counted.rows, 0) as rows
            )
        from sample_loads
        join renumbered on renumbered.load = sample_loads.load
        left join ({counted}) as counted on counted.load = renumbered.renumbered
        """
    )
    cursor.unregister("sample_loads")
    (last,) = cursor.execute("select max(renumbered) from renumbered").fetchall()[0]
    return last


def _part_of(name: str, declared: Declared, code: str) -> str:
    """Write what stores a borough's part of an extract."""
    identifiers = [column for column in declared.column_names if column.endswith("_id")]
    marked = "".join(f", '{code}-' || {column} as {column}" for column in identifiers)
    kept = [
        f"hash(sample_rows.{column} || '{code}') % 100 < {_share(code, *shares)}"
        for column, shares in (("child_id", CHILDREN), ("worker_id", WORKERS))
        if column in identifiers
    ]
    return f"""
        insert into store.uploaded.{name} by name
        select sample_rows.* replace (renumbered.renumbered as load{marked})
        from sample_rows
        join renumbered on renumbered.load = sample_rows.load
        {f"where {kept[0]}" if kept else ""}
    """


def _share(code: str, least: int, most: int) -> int:
    """Return a borough's share between two, spread by its code."""
    return least + int(code[1:]) * 37 % (most - least + 1)


if __name__ == "__main__":
    main()
