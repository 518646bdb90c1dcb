#!/usr/bin/env bash
# gptables 2.0.2: dates in a table for publication come out as numbers such as 46326.
#
# Found:    a column of dates is written as Excel's day number in a cell of format General, so the month that a row is of
#           reads 46326. The workbook also tells its reader that "some cells may refer to notes, which can be found on
#           the notes worksheet" where there are no notes and no such worksheet.
# Expected: a date, as pandas.to_excel writes it, or an error. The package exists to make public tables that everybody
#           can read; most of them are series of months.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check gptables==2.0.2 pandas==2.3.3 openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import warnings
from importlib.metadata import version

import gptables
import openpyxl
import pandas as pd

warnings.simplefilter("ignore")  # it warns that there are no notes, and goes on
months = pd.DataFrame({"Month": pd.to_datetime(["2026-10-31", "2026-09-30"]), "Plans": [41, 44]})
table = gptables.GPTable(
    table=months, table_name="plans", title="Plans", scope="Invented", source="Invented", subtitles=[], index_columns={}
)
gptables.produce_workbook(filename="plans.xlsx", sheets={"Plans": table}, contentsheet_label=None).close()
sheets = openpyxl.load_workbook("plans.xlsx").worksheets
cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
dates = [(cell.value, cell.number_format) for cell in cells if cell.value in (46326, 46295)]
notes = any("notes worksheet" in str(cell.value) for cell in cells)
print(f"gptables {version('gptables')}: {dates}; speaks of notes: {notes}; sheets {[sheet.title for sheet in sheets]}")
assert dates == [(46326, "General"), (46295, "General")]
assert notes and [sheet.title for sheet in sheets] == ["Plans"]
PYTHON
