#!/usr/bin/env bash
# DuckDB 1.5.5: the sum of whole numbers is written to Parquet as a floating number, and compares as equal.
#
# Found:    `sum` of any whole numbers is a HUGEINT, which is exact; Parquet has no such type, and COPY writes a DOUBLE
#           in its place without saying so. A sum of 9,007,199,254,740,995 is read back as ...996, and a comparison of
#           the two says that they are equal, since the exact one is turned into a DOUBLE for it.
# Expected: an error, a DECIMAL, or a warning. Sums of small numbers come to no harm; fingerprints made by adding up hashes
#           (the usual way to compare two copies of a table in any order of rows) no longer tell the copies apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import duckdb

store = duckdb.connect()
exact = "select sum(number) as total from (values (9007199254740993::bigint), (2)) as numbers(number)"
store.execute(f"copy ({exact}) to 'sums.parquet'")
here = store.execute(f"select typeof(total), total from ({exact})").fetchone()
back, kind = store.execute("select total::hugeint, typeof(total) from 'sums.parquet'").fetchone()
equal = store.execute(f"select sums.total = here.total from 'sums.parquet' as sums, ({exact}) as here").fetchone()[0]
print(f"duckdb {duckdb.__version__}: {here} is read back as {kind} {back}; equal: {equal}")
assert here == ("HUGEINT", 9007199254740995)
assert (kind, back, equal) == ("DOUBLE", 9007199254740996, True)
PYTHON
