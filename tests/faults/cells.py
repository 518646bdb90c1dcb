"""Faults of cells that other people's files had: habits of systems and of Excel, read where certain, else named."""

from datetime import datetime

from openpyxl import Workbook

from tests.faults.fault import Fault, Files, cells, one, plans, saved, texts

P = "child_protection_plans"


def times_in_a_workbook() -> Files:
    rows = cells(texts(P, {}, {}))
    rows[1][rows[0].index("start_date")] = datetime.fromisoformat("2026-10-01 14:30")
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return [("plans.xlsx", saved(book))]


def nought_as_date(number: int) -> Files:
    rows = cells(texts(P, {}, {}))
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    cell = book.worksheets[0].cell(2, rows[0].index("end_date") + 1, number)
    cell.number_format = "dd/mm/yyyy"
    return [("plans.xlsx", saved(book))]


FAULTS = [
    Fault(
        "C04",
        "an instant of the evening before",
        lambda: plans({"start_date": "2026-09-30T23:00:00Z"}, {"start_date": "2026-10-02T00:00:00+01:00"}),
        "A",
        f"{P}.start_date.instants",
        '2 instants were turned to English time; "2026-09-30T23:00:00Z" on row 2 was read as 01/10/2026.',
        2,
    ),
    Fault(
        "C04",
        "times of day in a csv",
        lambda: plans({"start_date": "2026-10-01 14:30"}, {}),
        "Q",
        f"{P}.start_date.times_of_day",
        "times of day other than midnight",
        2,
    ),
    Fault(
        "C04",
        "times of day in a workbook",
        times_in_a_workbook,
        "Q",
        f"{P}.start_date.times_of_day",
        "only the day was kept",
        2,
    ),
    Fault(
        "C05",
        "a two-figure year",
        lambda: plans({"start_date": "1 Oct 26"}),
        "B",
        f"{P}.start_date.readable",
        '"1 Oct 26" is not a date. Write it as dd/mm/yyyy. Its year has two figures',
    ),
    Fault(
        "C36",
        "a month as Excel shows it",
        lambda: one("vacancies", {"period": "Oct-26"}),
        "A",
        "vacancies.period.short_years",
        '"Oct-26" on row 2 was read as October 2026',
    ),
    Fault(
        "B",
        "a nought formatted as a date",
        lambda: nought_as_date(0),
        "A",
        f"{P}.end_date.read_as_blank",
        "a blank that Excel shows as 00/01/1900",
        2,
    ),
]
