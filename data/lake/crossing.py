"""Every table of a store carried from one attached database to another, in the caller's transaction, and compared."""

from collections.abc import Mapping, Sequence

from data.errors import Mendable
from data.store.attachment import Cursor
from data.store.tables import tables_declared, without_keys

LAKE = "store"
"""The name under which a lake is attached; a file beside it bears another."""


def carry(cursor: Cursor, origin: str, target: str, declarations: Sequence[str]) -> dict[str, int]:
    """Make the tables of one database in another, which has none, and fill them; return the rows of each.

    `declarations` is the SQL that declares tables: in a file they guard the keys that it names.

    Raises:
        Mendable: where a table holds other rows afterwards.
    """
    declared, rows = tables_declared("\n".join(declarations)), {}
    for table, columns in _tables(cursor, origin).items():
        written = declared.get(table) or f"({', '.join(columns.values())})"
        cursor.execute(f"create schema if not exists {target}.{table.split('.')[0]}")
        cursor.execute(f"create table {target}.{table} {without_keys(written) if target == LAKE else written}")
        cursor.execute(f"insert into {target}.{table} by name from {origin}.{table}")
        rows[table] = _same_rows(cursor, table, columns, (origin, target))
    return rows


def _tables(cursor: Cursor, database: str) -> dict[str, Mapping[str, str]]:
    """Return the tables of an attached database, and each column as it is written where a table is made."""
    rows = cursor.execute(
        """
        select schema_name || '.' || table_name, column_name, data_type, is_nullable
        from duckdb_columns()
        where database_name = ? and not internal
        order by schema_name, table_name, column_index
        """,
        [database],
    ).fetchall()
    tables: dict[str, dict[str, str]] = {}
    for table, column, kind, may_be_blank in rows:
        tables.setdefault(table, {})[column] = f'"{column}" {kind}{"" if may_be_blank else " not null"}'
    return dict(tables)


def _same_rows(cursor: Cursor, table: str, columns: Mapping[str, str], databases: Sequence[str]) -> int:
    """Return how many rows a table has, which are the same in both databases, in whatever order."""
    names = ", ".join(f'"{name}"' for name in columns)
    counts = [
        cursor.execute(
            "select count(*), sum(hash(whole)::hugeint)::varchar "
            f"from (select {names} from {database}.{table}) as whole"
        ).fetchall()[0]
        for database in databases
    ]
    if counts[0] != counts[1]:
        raise Mendable(f"{table} would hold other rows than it does now. Nothing was kept; try again.")
    return counts[0][0]
