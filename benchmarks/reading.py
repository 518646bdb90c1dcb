"""Measure what it costs to read a file in a process of its own, beside reading the same bytes within this one.

python benchmarks/reading.py
"""

import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

sys.path.insert(0, str(Path(__file__).parents[1]))

from data.arrivals import read
from data.extracts import all_extracts
from data.parsing.file_kinds import parse

ROW = {
    "plan_id": "",
    "child_id": "",
    "start_date": "12/03/2025",
    "end_date": "",
    "initial_category": "NEG",
    "category": "EMO",
    "previous_plans": "0",
    "other_authority": "N",
    "team": "Team A",
}
COLUMNS = [name for name in all_extracts()["child_protection_plans"].column_names if name in ROW]
REST = list(ROW.values())[2:]
TIMES = 5


def a_csv(rows: int) -> bytes:
    """Return a csv of so many child protection plans."""
    lines = [COLUMNS, *([f"P{n}", f"C{n:06}", *REST] for n in range(rows))]
    return "\n".join(",".join(line) for line in lines).encode()


def a_workbook(rows: int, columns: int) -> bytes:
    """Return a workbook of so many plans, widened by columns that no extract knows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Plans")
    more = columns - len(COLUMNS)
    sheet.append([*COLUMNS, *(f"More {n}" for n in range(more))])
    for number in range(rows):
        sheet.append([f"P{number}", f"C{number:06}", *REST, *([f"value {number}"] * more)])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def seconds(reading: Callable[[str, bytes], object], name: str, contents: bytes, times: int) -> float:
    """Return the median time of reading a file."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        reading(name, contents)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def main() -> None:
    """Print for each file what reading it costs, and the floor: the same parsing without a process of its own."""
    files = {
        "csv, 10 rows": ("a.csv", a_csv(10), TIMES),
        "csv, 10,000 rows": ("a.csv", a_csv(10_000), TIMES),
        "csv, 1,000,000 rows": ("a.csv", a_csv(1_000_000), 1),
        "xlsx, 10 rows": ("a.xlsx", a_workbook(10, 9), TIMES),
        "xlsx, 30,000 rows of 30": ("a.xlsx", a_workbook(30_000, 30), 1),
    }
    for what, (name, contents, times) in files.items():
        alone, within = seconds(read, name, contents, times), seconds(parse, name, contents, times)
        size = len(contents) / 1024**2
        print(f"{what:26} {size:5.1f} MB {alone:7.3f} s in a process of its own (parsing alone: {within:.3f} s)")


if __name__ == "__main__":
    main()
