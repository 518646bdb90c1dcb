"""Faults of text, encoding and layout: the right values, written in an unexpected way or place."""

from openpyxl import Workbook

from tests.faults.fault import Fault, Files, altered, cells, plans, saved, texts, workbook

PLANS = "child_protection_plans"
ZOE = {"child_id": "C1", "team": "Zoë O’Brien’s team"}
TEAM = ZOE["team"]


def encoded(encoding: str) -> Files:
    return altered(plans(ZOE, {}), lambda text: text.encode(encoding))


def separated(separator: str) -> Files:
    return altered(plans(ZOE, {}), lambda text: text.replace(",", separator))


def lines(alter) -> Files:
    """Alter the lines of a file of four plans."""
    return altered(plans({}, {}, {}, {}), lambda text: "\n".join(alter(text.rstrip("\n").split("\n"))) + "\n")


def renamed(**names: str) -> Files:
    return [("p.csv", texts(PLANS, {}).rename(columns=names).to_csv(index=False).encode())]


def with_columns(**more: str) -> Files:
    return [("p.csv", texts(PLANS, {}).assign(**more).to_csv(index=False).encode())]


def twice() -> Files:
    return lines(lambda rows: [rows[0] + ",Start Date", *(row + ",2026-10-01" for row in rows[1:])])


def two_row_headings() -> Files:
    rows = cells(texts(PLANS, {}, {}))
    book = Workbook()
    sheet = book.worksheets[0]
    for row in [["The plan", None, None, None, "Abuse"] + [None] * 4, *rows]:
        sheet.append(row)
    sheet.merge_cells("A1:D1")
    sheet.merge_cells("E1:F1")
    return [("plans.xlsx", saved(book))]


def formulas() -> Files:
    rows = cells(texts("children", *[{}] * 12))
    return [("children.xlsx", workbook(("Children", [rows[0], *([*row[:-1], '="N"'] for row in rows[1:])])))]


def excel_errors() -> Files:
    rows = cells(texts("children", {}, {}))
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    cell = book.worksheets[0]["B3"]
    cell.value, cell.data_type = "#REF!", "e"
    return [("children.xlsx", saved(book))]


FIELDS = f"{PLANS}.number_of_fields"
CANNOT_CONTINUE = "nothing after the quotation mark can be told apart, so no other row can be judged"
NO_COLUMN = "without its columns no row of the file can be judged"

FAULTS = [
    *(
        Fault("F16", name, lambda name=name: encoded(name), "A", f"{PLANS}.not_compared", "", 2, 0)
        for name in ("utf-8", "utf-16", "utf-16-le", "cp1252")
    ),
    Fault("F17", "byte order mark", lambda: encoded("utf-8-sig"), "A", accepted=2),
    Fault(
        "F18",
        "control character",
        lambda: plans({"team": "a\x07b"}, {}),
        "B",
        f"{PLANS}.team.readable",
        "team, row 2: 'a\\x07b' holds characters that are not text",
        1,
        1,
    ),
    Fault(
        "F18",
        "NUL byte",
        lambda: plans({"team": "a\0b"}, {}),
        "R",
        "file.not_readable",
        "row 2 holds a character",
        stricter="a NUL byte means a damaged or a binary file",
    ),
    Fault("F19", "semicolons", lambda: separated(";"), "A", accepted=2),
    Fault("F19", "tabs", lambda: separated("\t"), "A", accepted=2),
    Fault(
        "F20",
        "one row with another separator",
        lambda: lines(lambda rows: [*rows[:2], rows[2].replace(",", ";"), *rows[3:]]),
        "B",
        FIELDS,
        "row 3: it has 1 field, expected 16",
        3,
        1,
    ),
    Fault(
        "F21",
        "a comma too many on every row",
        lambda: lines(lambda rows: [rows[0], *(f"{row}," for row in rows[1:])]),
        "B",
        FIELDS,
        "row 2: it has 17 fields, expected 16",
        0,
        4,
    ),
    Fault(
        "F22",
        "short rows",
        lambda: lines(lambda rows: [*rows[:3], rows[3][:-8], rows[4][:-8]]),
        "B",
        FIELDS,
        "none of its values was read",
        2,
        2,
    ),
    Fault(
        "F23",
        "unclosed quotation mark",
        lambda: lines(lambda rows: [*rows[:3], '"' + rows[3], rows[4]]),
        "R",
        "file.not_readable",
        "a quotation mark opened on row 4 is never closed",
        stricter=CANNOT_CONTINUE,
    ),
    *(
        Fault(
            "F23",
            f"a value longer than any cell, {kind}",
            lambda value=value: lines(lambda rows: [*rows[:3], f'"{value}",' + rows[3], rows[4]]),
            "R",
            "file.not_readable",
            "row 4 holds a value of 140,0",
            stricter="a value of that length may be the rest of the file, so no other row can be judged",
        )
        for kind, value in (("on one line", "x" * 140_000), ("on several lines", "x\n" * 70_000))
    ),
    Fault("F24", "title rows", lambda: lines(lambda rows: ["Plans in October", "", *rows]), "A", accepted=4),
    Fault("F24", "headings in two rows", two_row_headings, "A", accepted=2),
    Fault(
        "F24", "no headings", lambda: lines(lambda rows: rows[1:]), "R", "file.not_recognised", "one of the templates"
    ),
    Fault(
        "F25",
        "other capitals, spaces, a no-break space",
        lambda: renamed(start_date="START\xa0 Date", plan_id="Plan-ID"),
        "A",
        accepted=1,
    ),
    Fault("F25", "a listed alias", lambda: renamed(child_id="Child Unique ID"), "A", accepted=1),
    Fault(
        "F25",
        "an unknown heading",
        lambda: renamed(start_date="Strat date"),
        "R",
        f"{PLANS}.columns_missing",
        'start_date (is it "Strat date"?)',
        stricter=NO_COLUMN,
    ),
    Fault(
        "F26",
        "a heading twice",
        twice,
        "R",
        "file.not_readable",
        '"Start Date" appears twice (columns C and Q)',
        stricter="nobody can say which of the two columns is meant",
    ),
    Fault(
        "F27",
        "required columns missing",
        lambda: [("p.csv", texts(PLANS, {}).drop(columns=["team", "category"]).to_csv(index=False).encode())],
        "R",
        f"{PLANS}.columns_missing",
        "2 required columns are missing: category, team",
        stricter=NO_COLUMN,
    ),
    Fault(
        "F28",
        "columns that are not wanted",
        lambda: with_columns(Forename="Femi", Surname="Okafor", Notes="x"),
        "A",
        f"{PLANS}.columns_ignored",
        "3 columns were ignored and not kept: Forename, Surname, Notes",
        1,
        0,
    ),
    Fault(
        "F29",
        "a closing line",
        lambda: lines(lambda rows: [*rows, "", "*** End of report ***"]),
        "A",
        f"{PLANS}.closing_line",
        'row 7: it begins "End of report ***" and is not a row of data',
        4,
        1,
    ),
    Fault(
        "F29",
        "a total in the middle",
        lambda: lines(lambda rows: [*rows[:3], "Total,2,,,,,,,", *rows[3:]]),
        "Q",
        f"{PLANS}.closing_line",
        "Rows follow it",
        4,
        1,
    ),
    Fault(
        "F30",
        "formulas never computed",
        formulas,
        "R",
        "file.not_readable",
        "12 cells contain formulas with no saved value",
        stricter="the library sees nothing where the rows stand",
    ),
    Fault(
        "F30",
        "formulas that failed",
        excel_errors,
        "R",
        "file.not_readable",
        "1 cell holds an Excel error, the first being #REF! in B3",
        stricter="the library sees a blank where the error stands",
    ),
]
