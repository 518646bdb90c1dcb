#!/usr/bin/env bash
# DuckLake 1.5.5 (extension of DuckDB 1.5.5): the catalogue names an erased value for good where its whole file went.
#
# Found:    a row is deleted, files are written anew, every earlier snapshot is expired and every old file cleaned away.
#           Where the row shared its file with others, the smallest and the largest value of the table follow suit. Where
#           all rows of its file were deleted, `ducklake_table_column_stats` goes on naming it as the largest of the
#           table, though no file and no row of `ducklake_file_column_stats` does.
# Expected: the same in both cases. Whoever must erase a person has to empty these columns of the catalogue by hand;
#           questions are answered as before without them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    duckdb==1.5.5 duckdb-extensions==1.5.5 duckdb-extension-ducklake==1.5.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from pathlib import Path

import duckdb
from duckdb_extensions import import_extension

import_extension("ducklake")


def after_erasing(name, files):
    """Return whether a data file holds Z9 still, and between which values files and table are said to lie."""
    Path(name).mkdir()
    lake = duckdb.connect()
    lake.execute("load ducklake")
    lake.execute(f"attach 'ducklake:{name}.ducklake' as lake (data_path '{name}/', data_inlining_row_limit 0)")
    lake.execute("create table lake.children (child varchar)")
    for children in files:
        lake.execute("insert into lake.children select unnest(?)", [children])
    lake.execute("delete from lake.children where child = 'Z9'")
    lake.execute("call ducklake_rewrite_data_files('lake', delete_threshold => 0)")
    lake.execute("call ducklake_expire_snapshots('lake', older_than => now()::timestamptz + interval 1 day)")
    lake.execute("call ducklake_cleanup_old_files('lake', cleanup_all => true)")
    assert lake.execute("select child from lake.children order by child").fetchall() == [("A1",), ("B2",)]
    lake.execute("detach lake")
    lake.execute(f"attach '{name}.ducklake' as catalogue (read_only)")
    told = [
        lake.execute(f"select min_value, max_value from catalogue.ducklake_{of}_column_stats").fetchall()
        for of in ("file", "table")
    ]
    return any(b"Z9" in file.read_bytes() for file in Path(name).rglob("*.parquet")), *told


shared = after_erasing("shared", [["A1", "B2", "Z9"]])
alone = after_erasing("alone", [["A1", "B2"], ["Z9"]])
print(f"duckdb {duckdb.__version__}: in a data file, of files, of the table")
print(f"  erased from a file with others: {shared}\n  erased with its whole file:     {alone}")
assert shared == (False, [("A1", "B2")], [("A1", "B2")])
assert alone == (False, [("A1", "B2")], [("A1", "Z9")])
PYTHON
