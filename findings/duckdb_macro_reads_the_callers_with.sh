#!/usr/bin/env bash
# DuckDB 1.5.5: a table macro reads the WITH of whoever calls it instead of the table that it was written for.
#
# Found:    the names in a macro are looked up where it is called. A query that calls one of its steps `children` and
#           then uses a macro over the table `children` has the macro count its step: 400 for 4,000. No error, no
#           warning; a WITH inside the macro itself is safe.
# Expected: a macro that means what it meant when it was made. A vocabulary of populations that many queries share is
#           right or wrong by the names that each query happens to give its steps; naming the table with its schema helps.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import duckdb

store = duckdb.connect()
store.execute("create table children as select range as child from range(4000)")
store.execute("create macro known() as table select child from children")
store.execute("create macro known_by_schema() as table select child from main.children")


def counted(query):
    return store.execute(query).fetchone()[0]


plain = counted("select count(*) from known()")
step = "with children as (select child from main.children where child < 400) select count(*) from "
under_a_step, by_schema = counted(step + "known()"), counted(step + "known_by_schema()")
print(f"duckdb {duckdb.__version__}: {plain}; beside a step of that name {under_a_step}; by schema {by_schema}")
assert (plain, under_a_step, by_schema) == (4000, 400, 4000)
PYTHON
