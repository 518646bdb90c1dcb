"""The file handed back: every row as it stood at its own number, what to mend at the right, and never a formula."""

import io
import zipfile

import pytest
from openpyxl import load_workbook

from data.arrivals import read
from data.arrivals.file_reading import marked
from data.errors import Mendable
from data.parsing import marked_file
from data.parsing.text_workbook import Sheet, workbook_of
from tests.faults.fault import Files, altered, cells, one, plans, texts, workbook
from tests.faults.values import P
from validation.check import Known, check
from validation.publishing.marked_workbook import can_be_marked, marked_workbook

FORMULA = '=HYPERLINK("http://x","y")'


def handed_back(files: Files):
    found = check(files, "2026-10", Known())
    ((name, contents),) = files
    return load_workbook(io.BytesIO(marked_workbook(found, name, contents)))


def values(sheet) -> list[list[str]]:
    return [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_row_stands_at_its_own_number_with_what_to_mend_beside_it():
    files = altered(
        plans({}, {"category": "NEGL", "previous_plans": "-1"}, {}),
        lambda text: "Child protection plans\n\n" + text + "\nlonger,than,the,others" + ",x" * 30 + "\nTotal,3\n",
    )
    book = handed_back(files)
    assert book.sheetnames == ["Findings", "Rows"]
    rows = values(book["Rows"])
    original = [line.split(",") for line in files[0][1].decode().splitlines()]
    for number, (ours, theirs) in enumerate(zip(rows, original, strict=True), 1):
        assert [text for text in ours[:-1] if text] == [text for text in theirs if text], number
        assert ours[: len(theirs)] == theirs
    assert rows[2][-1] == "What to mend"
    assert rows[4][-1].splitlines()[0].startswith('To mend: category: "NEGL" is not')
    assert 'To mend: previous_plans: "-1" is below' in rows[4][-1] or "previous_plans" in rows[4][-1]
    assert rows[3][-1] == "" and "it has 34 fields" in rows[7][-1] and "Total" in rows[8][-1]


def test_the_first_sheet_has_the_rules_by_how_often_they_speak():
    rows = values(handed_back(plans({"category": "NEGL"}, {"category": "NEGL"}, {"start_date": ""}))["Findings"])
    assert rows[3] == ["Severity", "Rule", "Column", "Rows", "What was found, and what to do"]
    told = [row[:4] for row in rows[4:] if row[0] == "To mend"]
    assert told == [
        ["To mend", "not among the codes", "category", "2"],
        ["To mend", "missing", "start_date", "1"],
    ]
    assert any(row[3] == "Whole file" for row in rows[4:])


@pytest.mark.parametrize("name", ["plans.csv", "plans.xlsx"])
def test_f50_no_cell_is_a_formula_and_every_cell_is_the_text_it_was(name):
    nasty = [FORMULA, "+1", "-1", "@x", "\t=1", "007", "1E5", "2026-10-01", "<b>&", " two  spaces ", "#REF!"]
    table = texts(P, *[{"team": text, "category": "NEGL"} for text in nasty])
    files = [(name, as_workbook(table) if name.endswith("xlsx") else table.to_csv(index=False).encode())]
    book = handed_back(files)
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds <= {"s", "inlineStr"}
    sheet = book.worksheets[1]
    place = list(table.columns).index("team")
    assert [row[place] for row in values(sheet)[1:]] == nasty
    assert not book.defined_names and all(not each._hyperlinks for each in book)


def as_workbook(table) -> bytes:
    rows = [[("" if text is None else str(text), 0) for text in row] for row in cells(table)]
    return workbook_of([Sheet("Plans", enumerate(rows, 1), {})])


def test_what_excel_would_read_as_another_letter_is_kept_apart():
    made = workbook_of([Sheet("x", [(1, [("_x0041_\x07", 0)])], {})])
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert b">_x005F_x0041__x0007_<" in archive.read("xl/worksheets/sheet1.xml")


def test_the_file_handed_back_reads_as_the_file_that_came():
    files = plans({}, {"category": "NEGL"}, {"team": "Zoë O’Brien \U0001f600"})
    found = check(files, "2026-10", Known())
    again = read("back.xlsx", marked_workbook(found, *files[0]))[1]
    was = read(*files[0])[0]
    assert again.rows.drop(columns="What to mend").equals(was.rows)


def test_of_two_files_of_one_name_each_is_handed_back_with_its_own_findings():
    wrong, right = plans({}, {"category": "NEGL"})[0][1], one("children", {}, {})[0][1]
    found = check([("x.csv", wrong), ("x.csv", right)], "2026-10", Known())
    for contents, to_mend in ((wrong, 1), (right, 0)):
        rows = values(load_workbook(io.BytesIO(marked_workbook(found, "x.csv", contents)))["Rows"])
        assert sum(row[-1].startswith("To mend: category") for row in rows) == to_mend


@pytest.mark.own_process
def test_a_hostile_file_is_refused_by_the_process_that_reads_it():
    with pytest.raises(Mendable, match="incomplete"):
        marked("cut.xlsx", workbook(("Plans", cells(texts(P, {}))))[:900], {"findings": [], "bold": [], "sheets": {}})


def test_a_file_that_cannot_be_read_is_not_offered():
    found = check([("empty.csv", b""), *plans({"category": "NEGL"})], "2026-10", Known())
    assert can_be_marked(found) == ["child_protection_plans.csv"]
    assert can_be_marked(check(plans({}), "2026-10", Known())) == []


def test_too_many_rows_are_listed_by_number(monkeypatch):
    monkeypatch.setattr(marked_file, "MOST_CELLS", 20)
    contents = plans({}, {"category": "NEGL"})[0][1]
    made = marked_file.marked(
        "plans.csv", contents, {"findings": [["x"]], "bold": [], "sheets": {"": {"3": "mend it"}}}
    )
    rows = values(load_workbook(io.BytesIO(made))["Rows"])
    assert "too many rows" in rows[0][0]
    assert rows[1:] == [["Row", "What to mend"], ["3", "mend it"]]


def test_sheets_are_named_as_excel_allows():
    plain = [Sheet(name, [(1, [("x", 0)])], {}) for name in ("Findings", "findings", "a/b:c*d?[e]" + "f" * 40, "'")]
    names = load_workbook(io.BytesIO(workbook_of(plain))).sheetnames
    assert names[:2] == ["Findings", "findings 2"] and len(names[2]) <= 31 and names[3] == "Sheet"
