#!/usr/bin/env bash
# DuckDB 1.5.5: the median of two decimals is cut to their scale; the average of the same two is not.
#
# Found:    published rates have one decimal. The median of 0.6 and 0.7 as DECIMAL(3, 1) is 0.6, and of 15.8 and 15.9
#           it is 15.8: the middle is cut, not rounded. As doubles it is 0.65 and 15.85, and avg gives that of
#           decimals, too.
# Expected: 0.65, or where the scale must be kept 0.7, as people round. A median that depends on how the column is
#           typed is lower by half a step in every second group of even number.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import duckdb


def median(typed, *values):
    rows = ", ".join(f"({value}::{typed})" for value in values)
    numbers = duckdb.sql(f"select median(v), quantile_cont(v, 0.5), avg(v) from (values {rows}) t(v)").fetchone()
    return [round(float(number), 6) for number in numbers]


decimals = median("decimal(3, 1)", 0.6, 0.7), median("decimal(3, 1)", 15.8, 15.9)
doubles = median("double", 0.6, 0.7), median("double", 15.8, 15.9)
print(f"duckdb {duckdb.__version__}: decimals {decimals}; doubles {doubles}")
assert decimals[0][:2] == [0.6, 0.6] and decimals[1][:2] == [15.8, 15.8]
assert decimals[0][2:] + doubles[0] == [0.65] * 4
assert doubles[1] == [15.85] * 3
PYTHON
