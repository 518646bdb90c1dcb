#!/usr/bin/env bash
# DuckDB 1.5.5: date_diff counts boundaries for days, months, quarters and years, and whole spans for weeks.
#
# Found:    from Saturday 3 to Friday 9 January a Monday is passed, and date_diff('week') says 0; from Sunday 4 to
#           Monday 12 two are passed, and it says 1. From 31 January to 1 February date_diff('month') says 1, and so
#           do quarter and isoyear across one night. For weeks date_diff is date_sub.
# Expected: what the function is documented to give, the number of boundaries of the part between the two. "How many
#           weeks since the last visit" and "how many months" are answered by two different rules under one name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==1.5.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import duckdb


def between(part, start, end, function="date_diff"):
    return duckdb.sql(f"select {function}('{part}', date '{start}', date '{end}')").fetchone()[0]


spans = ("2026-01-03", "2026-01-09"), ("2026-01-04", "2026-01-12")
weeks = tuple(between("week", *span) for span in spans)
subtracted = tuple(between("week", *span, "date_sub") for span in spans)
others = {
    "month": between("month", "2026-01-31", "2026-02-01"),
    "quarter": between("quarter", "2025-12-31", "2026-01-01"),
    "isoyear": between("isoyear", "2025-12-28", "2025-12-29"),
}
print(f"duckdb {duckdb.__version__}: weeks {weeks} where Mondays passed are (1, 2); date_sub gives {subtracted}")
print(f"across one night: {others}")
assert weeks == subtracted == (0, 1)
assert set(others.values()) == {1}
PYTHON
