"""The file handed back: every row as it stood at its own number, what to mend at the right, and never a formula."""

import csv
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
    return load_workbook(io.BytesIO(marked_workbook(check(files, "2026-10", Known()), files)))


def values(sheet) -> list[list[str]]:
    return [["" if cell.value is None else cell.value for cell in row] for row in sheet.iter_rows()]


def test_every_row_stands_at_its_own_number_with_what_to_mend_beside_it():
    files = altered(
        plans({}, {"category": "NEGL", "previous_plans": "-1"}, {}),
        lambda text: "Child protection plans\n\n" + text + "\nlonger,than,the,others" + ",x" * 30 + "\nTotal,3\n",
    )
    book = handed_back(files)
    assert book.sheetnames == ["Findings", "child_protection_plans"]
    rows = values(book.worksheets[1])
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
    assert rows[3] == ["Severity", "Rule", "Sheet", "Column", "Rows", "What was found, and what to do"]
    told = [row[:5] for row in rows[4:] if row[0] == "To mend"]
    assert told == [
        ["To mend", "not among the codes", "child_protection_plans", "category", "2"],
        ["To mend", "missing", "child_protection_plans", "start_date", "1"],
    ]
    assert any(row[4] == "Whole file" for row in rows[4:])


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


def test_the_workbook_reads_as_the_files_that_came_and_what_was_added_is_known():
    """Its own sheet of findings is skipped, and so is the column that says what to mend: neither is told of."""
    notes = cells(texts(P, {}))
    files = [
        *altered(plans({}, {"category": "NEGL"}, {"team": "Zoë O’Brien \U0001f600"}), lambda text: "Plans\n\n" + text),
        *one("children", {}, {}),
        ("two.xlsx", workbook(("Findings", [["what an analyst noted"], ["and more"]]), ("Visits", notes))),
    ]
    back = [("back.xlsx", marked_workbook(check(files, "2026-10", Known()), files))]
    again = {arrival.sheet: arrival for arrival in read(*back[0])}
    assert list(again) == ["child_protection_plans", "Findings 2", "Visits", "children"], "the clean one is last"
    for name, contents in files[:2]:
        (was,) = read(name, contents)
        now = again[name.removesuffix(".csv")]
        assert now.rows.equals(was.rows) and now.blank == was.blank, name
    told = {finding.message for finding in check([*back], "2026-10", Known()).findings}
    assert not any("What to mend" in message or "sheet Findings:" in message for message in told), told
    twice = load_workbook(io.BytesIO(marked_workbook(check(back, "2026-10", Known()), back)))
    assert [str(cell.value) for row in twice["child_protection_plans"].iter_rows(max_row=3) for cell in row].count(
        "What to mend"
    ) == 1, "what was said before is taken out"
    assert twice.sheetnames[0] == "Findings" and len(twice.sheetnames) == len(again) + 1


def test_a_row_that_was_cleared_beside_its_remark_is_blank_and_a_csv_saved_of_it_is_known():
    files = plans({}, {"category": "NEGL"}, {})
    rows = values(load_workbook(io.BytesIO(marked_workbook(check(files, "2026-10", Known()), files))).worksheets[1])
    assert rows[2][-1]
    rows[2][:-1] = [""] * (len(rows[2]) - 1)
    saved = io.StringIO()
    csv.writer(saved).writerows(rows)
    (arrival,) = read("saved.csv", saved.getvalue().encode())
    assert (list(arrival.rows.index), arrival.blank) == ([2, 4], 1) and "What to mend" not in arrival.rows


def test_what_is_wrong_stands_first_and_what_finds_no_room_is_named(monkeypatch):
    files = [*one("children", {}, {}), *plans({}, {"category": "NEGL"}), ("empty.csv", b"")]
    found = check(files, "2026-10", Known())
    book = load_workbook(io.BytesIO(marked_workbook(found, files)))
    assert book.sheetnames == ["Findings", "child_protection_plans", "children"]
    unread = [row for row in values(book["Findings"]) if row[2] == "empty.csv"]
    assert len(unread) == 1 and unread[0][0] == "To mend" and "empty" in unread[0][5]
    monkeypatch.setattr(marked_file, "MOST_CELLS", 3 * len(texts(P, {}).columns))
    small = load_workbook(io.BytesIO(marked_workbook(found, files)))
    assert small.sheetnames == ["Findings", "child_protection_plans"]
    assert values(small["Findings"])[-1][:3] == ["To know", "left out", "children.csv"]


def test_of_two_files_of_one_name_each_is_handed_back_with_its_own_findings():
    files = [("x.csv", plans({}, {"category": "NEGL"})[0][1]), ("x.csv", one("children", {}, {})[0][1])]
    book = load_workbook(io.BytesIO(marked_workbook(check(files, "2026-10", Known()), files)))
    assert book.sheetnames == ["Findings", "x", "x 2"]
    for sheet, to_mend in (("x", 1), ("x 2", 0)):
        assert sum(row[-1].startswith("To mend: category") for row in values(book[sheet])) == to_mend
    about = {row[2] for row in values(book["Findings"]) if row[0] == "To mend"}
    assert about == {"x"}


@pytest.mark.own_process
def test_a_hostile_file_is_refused_by_the_process_that_reads_it():
    cut = workbook(("Plans", cells(texts(P, {}))))[:900]
    with pytest.raises(Mendable, match="incomplete"):
        marked([*plans({}), ("cut.xlsx", cut)], {"about": [], "findings": [], "files": [{}, {}]})
    made = marked([*plans({}), *one("children", {})], {"about": ["x"], "findings": [], "files": [{}, {}]})
    assert load_workbook(io.BytesIO(made)).sheetnames == ["Findings", "child_protection_plans", "children"]


def test_a_file_that_cannot_be_read_is_not_offered():
    found = check([("empty.csv", b""), *plans({"category": "NEGL"})], "2026-10", Known())
    assert can_be_marked(found) == ["child_protection_plans.csv"]
    assert can_be_marked(check(plans({}), "2026-10", Known())) == []


def test_too_many_rows_are_listed_by_number(monkeypatch):
    monkeypatch.setattr(marked_file, "MOST_CELLS", 20)
    files = plans({}, {"category": "NEGL"})
    made = marked(files, {"about": ["x"], "findings": [], "files": [{"": {"3": "mend it"}}]})
    rows = values(load_workbook(io.BytesIO(made)).worksheets[1])
    assert "too many rows" in rows[0][0]
    assert rows[1:] == [["Row", "What to mend"], ["3", "mend it"]]


def test_sheets_are_named_as_excel_allows():
    plain = [Sheet(name, [(1, [("x", 0)])], {}) for name in ("Findings", "findings", "a/b:c*d?[e]" + "f" * 40, "'")]
    names = load_workbook(io.BytesIO(workbook_of(plain))).sheetnames
    assert names[:2] == ["Findings", "findings 2"] and len(names[2]) <= 31 and names[3] == "Sheet"
