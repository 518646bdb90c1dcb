"""Whether a store is whole: its numbers without a gap, every row of every load there, and every block readable."""

from pathlib import Path

from data.errors import Mendable
from data.store.attachment import Cursor
from data.store.tables import SCHEMA, all_columns, keys_declared

NUMBERED = {
    "ledger.loads": "load",
    "ledger.turns": "turn",
    "ledger.events": "event",
    "ledger.seals": "event",
    "ledger.attempts": "attempt",
    "ledger.purges": "purge",
    "measured.measurements": "measurement",
    "office.comments": "comment",
    "office.targets": "target",
    "office.events": "event",
    "office.plan_sources": "plan_source",
    "office.plan_recommendations": "plan_recommendation",
    "office.plan_actions": "plan_action",
}
"""Tables whose rows are numbered from 1 without a gap: what is missing or stands twice shows."""


def must_be_of_one_moment(cursor: Cursor, path: Path) -> None:
    """Refuse a copy that was taken while something was published, be it of the file alone or with its journal.

    DuckDB reads a journal that is not the file's own, and of a file that was torn in two whatever its older half names.

    Raises:
        Mendable: naming the first number that is missing or stands twice, or a load that has not all its rows.
    """
    if odd := odd_number(cursor):
        raise Mendable(
            f"{path} and its journal are of different moments: {odd}. It is a copy taken while something was "
            "published. Restore it from another, made with: python cli.py backup"
        )
    _must_hold_rows_of_loads(cursor, path)


def odd_number(cursor: Cursor) -> str:
    """Say which number is missing or stands twice; nothing where none is."""
    tables = all_columns(cursor)
    looks = " union all ".join(
        f"select '{table}', '{number}', count(*), count(distinct {number}), coalesce(max({number}), 0) "
        f"from store.{table}"
        for table, number in NUMBERED.items()
        if table in tables
    )
    for table, number, rows, distinct, last in cursor.execute(looks).fetchall():
        if not rows == distinct == last:
            return f"a {number} of {table} stands twice" if rows > distinct else f"a {number} of {table} is missing"
    return ""


def doubled_key(cursor: Cursor) -> str:
    """Say which key stands twice, nothing where none does: a file guards its keys by itself, a lake does not."""
    looks = " union all ".join(
        f"select '{table}', '{key}' from store.{table} group by {key} having count(*) > 1"
        for table, key in keys_declared(SCHEMA.read_text(encoding="utf-8")).items()
    )
    return "".join(f"a {key} of {table} stands twice" for table, key in cursor.execute(looks).fetchall()[:1])


def rows_held(cursor: Cursor) -> dict[str, int]:
    """Count the rows of every table of a store, by its name."""
    return {
        table: cursor.execute(f"select count(*) from store.{table}").fetchall()[0][0] for table in all_columns(cursor)
    }


def read_through(cursor: Cursor) -> dict[str, int]:
    """Read every block that holds anything, with its checksum, and count the rows of every table.

    Columns are read one at a time, since DuckDB can fall over a damaged one that is read beside others.

    Raises:
        Mendable: where a block cannot be read.
        duckdb.Error: where a block cannot be read, for the caller to put in words.
    """
    cursor.execute("set index_scan_percentage = 1")
    cursor.execute("set index_scan_max_count = 4294967295")
    for table, columns in all_columns(cursor).items():
        for column in columns:
            cursor.execute(f'select max(hash("{column}")) from store.{table}').fetchall()
    for table, number in NUMBERED.items():
        if table in all_columns(cursor):
            cursor.execute(f"select max(hash({number})) from store.{table} where {number} >= 0").fetchall()
    return rows_held(cursor)


def _must_hold_rows_of_loads(cursor: Cursor, path: Path) -> None:
    """Refuse a store in which a load has more or fewer rows than its entry in the ledger says."""
    extracts = [table.removeprefix("uploaded.") for table in all_columns(cursor) if table.startswith("uploaded.")]
    counts = " union all ".join(
        f"select '{name}' as extract, load, count(*) as rows from store.uploaded.{name} group by load"
        for name in extracts
    )
    odd = cursor.execute(
        f"""
        select coalesce(held.load, loads.load), loads.extract, coalesce(held.rows, 0), loads.rows
        from store.ledger.loads as loads
        full join ({counts}) as held on held.load = loads.load and held.extract = loads.extract
        where coalesce(held.rows, 0) is distinct from loads.rows
        order by 1
        limit 1
        """
    ).fetchall()
    for load, extract, rows, entered in odd:
        raise Mendable(
            f"{path} is not whole: load {load} ({extract or 'of no entry'}) has {rows} rows, and its entry says "
            f"{entered}. A copy taken while something was published can be so. Restore it from another, made with: "
            "python cli.py backup"
        )
