#!/usr/bin/env bash
# pandas 3.1.1: with dayfirst=True, 2026-02-01 is 2 January, without a warning.
#
# Found:    dayfirst is what one says in England, so that 01/02/2026 is 1 February. It turns round days that are
#           written year first, too: 2026-02-01 becomes 2 January 2026. Of a column that mixes both, as copies from
#           two systems do, the days up to the 12th are turned, and with errors="coerce" the others are lost. Nothing
#           is warned of.
# Expected: ISO 8601 means one thing. Nowhere is a day written year, day, month.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import warnings

import pandas

with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    british = pandas.to_datetime("01/02/2026", dayfirst=True)
    iso = pandas.to_datetime("2026-02-01", dayfirst=True)
    column = pandas.to_datetime(pandas.Series(["2026-02-01", "2026-02-13"]), dayfirst=True, errors="coerce")
print(f"pandas {pandas.__version__}: 01/02/2026 is {british:%d %B}, 2026-02-01 is {iso:%d %B}; {len(heard)} warnings")
print(f"a column of 2026-02-01 and 2026-02-13: {column.tolist()}")
assert (british.month, british.day) == (2, 1)
assert (iso.month, iso.day) == (1, 2)
assert (column[0].month, column[0].day) == (1, 2) and pandas.isna(column[1])
assert not heard
PYTHON
