"""Bring what ships of the published figures into a store: nobody pays for it before it is asked for."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from data.published.areas import LOCAL_AUTHORITY, authorities, by_dfe_code, shipped_rows
from data.published.dfe_publication import HALVES
from data.store.attachment import Cursor
from data.store.rehearsal import Readable
from data.store.tables import make_tables

TABLES = Path(__file__).with_name("tables.sql")
SHIPPED = 0
"""The number under which what ships stands among the releases."""


HALF = """
    try_cast({half} as double) as {half},
    case when try_cast({half} as double) is null then {half} else '' end as {half}_missing
"""
"""A word that stands in the place of a number is the reason why there is none."""
FILLING = {
    "areas": f"select {SHIPPED} as release, authority, name, region, level from shipping",
    "published": f"select {SHIPPED} as release, measure, authority, year::integer as year, "
    f"{','.join(HALF.format(half=half) for half in HALVES)} from shipping",
    "neighbours": "select list, authority, place::integer as place, neighbour, closeness from shipping",
}


def bring_in(cursor: Cursor) -> None:
    """Make the tables of published figures and fill those of what ships: figures, areas and neighbours."""
    make_tables(cursor, TABLES.read_text(encoding="utf-8"))
    local = [{**authority, "level": LOCAL_AUTHORITY} for authority in authorities().values()]
    tables = {
        "areas": [*local, *shipped_rows("areas")],
        "published": shipped_rows("published"),
        "neighbours": shipped_rows("neighbours"),
    }
    for table, rows in tables.items():
        cursor.register("shipping", pd.DataFrame(rows))
        cursor.execute(f"insert into reference.{table} by name {FILLING[table]}")
        cursor.unregister("shipping")


def ask_published(store: Readable, question: str, **values: Any) -> pd.DataFrame:
    """Answer a question in SQL on what all may read, once what ships has been brought in; kept until a change.

    Raises:
        PermissionError: where it reads any other table: a fault of ours, not of the reader.
    """

    def read() -> pd.DataFrame:
        store.fill_once(bring_in)
        return store.ask_public(question, **values)

    return store.public.kept((question, repr(values)), read).copy(deep=False)


def population_held() -> Mapping[tuple[str, int], float]:
    """Return the shipped estimates of children aged 0 to 17, by area and year, under the codes that figures have."""
    all_authorities, current = authorities(), by_dfe_code()
    sizes = {}
    for row in shipped_rows("population"):
        three = all_authorities.get(row["authority"], {}).get("dfe_code", "")
        sizes[current.get(three, row["authority"]), int(row["year"])] = float(row["children_0_17"])
    return sizes
