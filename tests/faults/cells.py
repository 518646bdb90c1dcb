"""Faults of cells that other people's files had: habits of systems and of Excel, read where certain, else named."""

from datetime import datetime

from openpyxl import Workbook

from tests.faults.fault import Fault, Files, altered, cells, one, plans, saved, texts

P = "child_protection_plans"


def times_in_a_workbook() -> Files:
    rows = cells(texts(P, {}, {}))
    rows[1][rows[0].index("start_date")] = datetime.fromisoformat("2026-10-01 14:30")
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    return [("plans.xlsx", saved(book))]


def hidden_by_a_filter(filtered: bool) -> Files:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [[None] * 3, *([None, *row] for row in cells(texts(P, {}, {}, {})))]:
        sheet.append(row)
    if filtered:
        sheet.auto_filter.ref = "B2:J5"
        sheet.auto_filter.add_filter_column(0, ["x"])
    for row in (1, 3, 5):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["B"].hidden = True
    return [("plans.xlsx", saved(book))]


def merged(*ranges: str, **stated: str) -> Files:
    book = Workbook()
    for row in [["Plans"], [], *cells(texts(P, stated, {}, {}))]:
        book.worksheets[0].append(row)
    for cells_merged in ("A1:C2", *ranges):
        book.worksheets[0].merge_cells(cells_merged)
    return [("plans.xlsx", saved(book))]


def closed_by(*rows: str) -> Files:
    """Return plans with rows between the first and the second, and after them."""
    between, *after = rows

    def closing(text: str) -> str:
        headings, first, *others = text.splitlines()
        return "\n".join([headings, first, between, *others, *after]) + "\n"

    return altered(plans({}, {}), closing)


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
    Fault(
        "C01",
        "vertical bars",
        lambda: altered(plans({}, {}), lambda text: text.replace(",", "|")),
        "A",
        f"{P}.how_read",
        "it was read so: separated by vertical bars",
        2,
    ),
    Fault(
        "C02",
        "a text kept from Excel as a formula",
        lambda: plans({"child_id": '="00012"', "start_date": '="01/10/2026"'}, {}),
        "A",
        f"{P}.child_id.as_formula",
        '="00012" on row 2 was read as "00012"',
        2,
    ),
    Fault(
        "C09",
        "a byte of another encoding",
        lambda: altered(
            plans(*[{"team": "Care – North"}] * 2, {"team": "Care @ North"}),
            lambda text: text.encode().replace(b"@", b"\x96"),
        ),
        "B",
        f"{P}.team.readable",
        'row 4: "Care \ufffd North" has lost a letter',
        2,
        1,
    ),
    Fault(
        "C09",
        "letters read in a wrong encoding before",
        lambda: plans({"team": "Care – North".encode().decode("cp1252")}, {}),
        "Q",
        f"{P}.team.misread",
        'is it "Care – North"?',
        2,
    ),
    Fault(
        "C08",
        "filters that were applied",
        lambda: [(name, text + b'\n"Applied filters:\nTeam is North"\n') for name, text in plans({}, {})],
        "A",
        f"{P}.closing_line",
        'row 5: it begins "Applied filters: Team is North" and is not a row of data',
        2,
        1,
    ),
    Fault(
        "C70",
        "subtotals",
        lambda: closed_by("North total,,,,,,2" + "," * 9, "Grand Total,,,,,,3" + "," * 9),
        "A",
        f"{P}.closing_line",
        'row 3: it begins "North total" and is a total',
        2,
        2,
    ),
    Fault(
        "C71",
        "a line alone among rows",
        lambda: closed_by("South and East" + "," * 15),
        "Q",
        f"{P}.closing_line",
        "Rows follow it",
        2,
        1,
    ),
    Fault(
        "C71",
        "headings printed on each page",
        lambda: closed_by(plans({})[0][1].decode().splitlines()[0]),
        "A",
        f"{P}.closing_line",
        'row 3: it begins "plan_id" and repeats the headings',
        2,
        1,
    ),
    Fault(
        "C51",
        "a heading merged over two columns",
        lambda: merged("O3:P3", worker_id="W1"),
        "B",
        f"{P}.merged_headings",
        "O3:P3 is one merged cell over several columns, so this one has no heading",
    ),
    Fault(
        "C20",
        "rows and columns out of sight",
        lambda: hidden_by_a_filter(False),
        "A",
        f"{P}.hidden_rows",
        "2 rows are hidden, and were read: row 3 and 5",
        3,
    ),
    Fault(
        "C20",
        "rows hidden by a filter",
        lambda: hidden_by_a_filter(True),
        "A",
        f"{P}.hidden_rows",
        "2 rows are hidden by a filter, and were read: row 3 and 5",
        3,
    ),
    Fault("C20", "hidden columns", lambda: hidden_by_a_filter(True), "A", f"{P}.hidden_columns", "1 column is hidden"),
    Fault(
        "C51",
        "merged cells",
        lambda: merged("B4:B6"),
        "B",
        f"{P}.merged_cells",
        "B4:B6 is one merged cell: write it on each row",
    ),
    Fault(
        "C69",
        "what is left of merged cells in a csv",
        lambda: plans({"worker_id": "W1"}, *[{"worker_id": ""}] * 2),
        "Q",
        f"{P}.worker_id.like_merged_cells",
        "Write it on each row",
        3,
    ),
]
