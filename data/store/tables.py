"""The tables of a store: one for each extract, made from its declaration, and columns added as they are declared."""

from data import extract
from data.store.attachment import Cursor

KINDS: dict[type[extract.Column], str] = {
    extract.Text: "varchar",
    extract.Identifier: "varchar",
    extract.Code: "varchar",
    extract.Codes: "varchar",
    extract.YesNo: "varchar",
    extract.Date: "date",
    extract.Month: "date",
    extract.Number: "double",
    extract.Whole: "integer",
}


def column_list(declared: extract.Declared) -> str:
    """Write the columns of an extract as SQL."""
    return ", ".join(f"{column.name} {KINDS[type(column)]}" for column in declared.columns)


def columns_held(cursor: Cursor) -> dict[str, set[str]]:
    """Return the columns of each extract's table that the store has already."""
    rows = cursor.execute(
        "select table_name, list(column_name) from duckdb_columns() "
        "where database_name = 'store' and schema_name = 'uploaded' group by table_name"
    ).fetchall()
    return {table: set(columns) for table, columns in rows}


def make_table(cursor: Cursor, declared: extract.Declared, columns: set[str] | None) -> None:
    """Make the table of an extract, or add the columns declared since it was made."""
    table = f"store.uploaded.{declared.name}"
    if columns is None:
        cursor.execute(f"create table {table} (load integer not null, row integer, {column_list(declared)})")
        return
    for column in declared.columns:
        if column.name not in columns:
            cursor.execute(f"alter table {table} add column {column.name} {KINDS[type(column)]}")
