#!/usr/bin/env bash
# openpyxl 3.1.5 and python-calamine 0.9.1: a cell that Excel shows as 00/01/1900 is read as midnight, the time of
# day.
#
# Found:    a formula that finds nothing gives 0, and under a date format Excel shows 00/01/1900. Both libraries read
#           it as the time 00:00, and not as a day, a number or a blank. Days 59 and 60, which Excel shows as 28 and
#           29 February 1900, are one day in both. Of -1, which Excel shows as ######, openpyxl makes 29 December
#           1899, and calamine midnight again.
# Expected: the number that stands in the cell, where it is no day of the calendar, so that whoever reads can say so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date, time
from importlib.metadata import version

import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
for place, number in enumerate((0, 59, 60, -1, 46054), 1):
    book.active.cell(place, 1, number).number_format = "dd/mm/yyyy"
book.save("ends.xlsx")
by_openpyxl = [cell.value for cell in openpyxl.load_workbook("ends.xlsx").active["A"]]
by_calamine = [row[0] for row in CalamineWorkbook.from_path("ends.xlsx").get_sheet_by_index(0).to_python()]
print(f"openpyxl {version('openpyxl')}: {[str(value) for value in by_openpyxl]}")
print(f"python-calamine {version('python-calamine')}: {[str(value) for value in by_calamine]}")
assert by_openpyxl[0] == by_calamine[0] == time(0, 0)
assert by_openpyxl[1] == by_openpyxl[2] and by_calamine[1] == by_calamine[2] == date(1900, 2, 28)
assert by_openpyxl[3].date() == date(1899, 12, 29) and by_calamine[3] == time(0, 0)
assert by_openpyxl[4].date() == by_calamine[4] == date(2026, 2, 1)
PYTHON
