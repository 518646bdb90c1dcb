"""The tables of a store: one for each extract, made from its declaration, and columns added as they are declared.

A store that lies on a lake is written in the same words. Where it can do less than a file, or at another price, is said
here and nowhere else: it guards no key, and every statement that writes rows makes a file of them.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from duckdb import DuckDBPyConnection as Cursor

from data import extract
from data.extracts import all_extracts

SCHEMA = Path(__file__).with_name("schema.sql")
DECLARED = re.compile(r"create table if not exists store\.(\w+\.\w+) (\(.*?\));$", re.DOTALL | re.MULTILINE)
KEY = re.compile(r" primary key(?! *\()")
KEY_OF_SEVERAL = re.compile(r",\s*primary key \([^)]*\)")
COLUMNS_OF_KEY = re.compile(r"(\w+) \w+ primary key|primary key \(([^)]*)\)")
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


def on_a_lake(cursor: Cursor) -> bool:
    """Tell whether the store lies on a lake, and not in a file or in memory."""
    return cursor.execute("select type from duckdb_databases() where database_name = 'store'").fetchall() == [
        ("ducklake",)
    ]


def make_tables(cursor: Cursor, written: str) -> None:
    """Run SQL that makes tables. On a lake they guard no keys: who gives a number there has the lock to write."""
    cursor.execute(without_keys(written) if on_a_lake(cursor) else written)


def without_keys(written: str) -> str:
    """Write tables without the keys that they guard; what was a key is never missing, still."""
    return KEY_OF_SEVERAL.sub("", KEY.sub(" not null", written))


def tables_declared(written: str) -> dict[str, str]:
    """Return the tables that SQL makes where they are missing, each with its columns as they are written."""
    return dict(DECLARED.findall(written))


def keys_declared(written: str) -> dict[str, str]:
    """Return the columns that are the key of each table that SQL declares, of those that have one."""
    keys = {table: COLUMNS_OF_KEY.search(columns) for table, columns in tables_declared(written).items()}
    return {table: key[1] or key[2] for table, key in keys.items() if key}


@contextmanager
def gathered_for(cursor: Cursor, table: str) -> Iterator[str]:
    """Give the name of a table to write rows into that many statements bring; in the end they stand in `table`."""
    if not on_a_lake(cursor):
        yield table
        return
    cursor.execute(f"create or replace temporary table gathered as from {table} limit 0")
    yield "temp.gathered"
    cursor.execute(f"insert into {table} from temp.gathered")
    cursor.execute("drop table temp.gathered")


def rows_at_hand(cursor: Cursor, loads: Mapping[str, Collection[str]]) -> str:
    """Return where to find the rows of loads of extracts that many questions are about to be asked of.

    Loads are numbers as SQL has them. On a lake their rows are fetched once, from files that every question would open.
    """
    if not on_a_lake(cursor):
        return "store.uploaded"
    for name, numbers in loads.items():
        cursor.execute(
            f"create or replace temporary table {name} as from store.uploaded.{name} where load in "
            f"({', '.join(sorted(numbers))})"
        )
    return "temp.main"


def column_list(declared: extract.Declared) -> str:
    """Write the columns of an extract as SQL."""
    return ", ".join(f"{column.name} {KINDS[type(column)]}" for column in declared.columns)


def all_columns(cursor: Cursor) -> dict[str, list[str]]:
    """Return the tables of a store with their columns; the names are those of our own declarations."""
    rows = cursor.execute(
        """
        select schema_name || '.' || table_name, list(column_name order by column_index)
        from duckdb_columns()
        where database_name = 'store' and not internal
        group by 1
        order by 1
        """
    ).fetchall()
    return dict(rows)


def is_complete(cursor: Cursor) -> bool:
    """Tell whether a store lacks no table, and no column of an extract, that this program knows."""
    columns = all_columns(cursor)
    return set(tables_declared(SCHEMA.read_text(encoding="utf-8"))) <= set(columns) and all(
        set(declared.column_names) <= set(columns.get(f"uploaded.{name}", ()))
        for name, declared in all_extracts().items()
    )


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
