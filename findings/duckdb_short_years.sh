#!/usr/bin/env bash
# DuckDB 1.5.5: a day written 31/12/15 is read year first: in a file as 2031, in a cast as the year 31.
#
# Found:    read_csv takes a column of days such as 31/12/15, 01/02/16 and 28/02/16 for year, month and day, and says
#           so nowhere: 15 December 2031, 16 February 2001, 16 February 2028. A cast of the same text gives the year
#           31, while 31/12/2015, the same day in full, is refused.
# Expected: text, a question, or the day first. In England, and in the returns that authorities make, a day is written
#           day/month/year. Where every part may be a year, no order is certain.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from pathlib import Path

import duckdb

Path("episodes.csv").write_text("child_id,start_date\nA,31/12/15\nB,01/02/16\nC,28/02/16\n", encoding="utf-8")
read = [str(day) for (day,) in duckdb.sql("select start_date from read_csv('episodes.csv')").fetchall()]
(cast,) = duckdb.sql("select cast('31/12/15' as date)::varchar").fetchone()
(full,) = duckdb.sql("select try_cast('31/12/2015' as date)").fetchone()
print(f"duckdb {duckdb.__version__}: read_csv {read}; cast of 31/12/15 {cast}; of 31/12/2015 {full}")
assert read == ["2031-12-15", "2001-02-16", "2028-02-16"]
assert (cast, full) == ("0031-12-15", None)
PYTHON
