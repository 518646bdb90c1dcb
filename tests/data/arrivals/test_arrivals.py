"""Whatever an analyst drops is read as it stands, or refused in one sentence that says what to do."""

import io
import zipfile
from datetime import date, datetime

import pandas
import pytest
from openpyxl import Workbook

from data.arrivals import UNREADABLE, read, recognise, typed
from data.arrivals.days import read_date, read_month
from data.arrivals.file_reading import arrival_of
from data.arrivals.headings import columns_of_ours
from data.arrivals.typed_values import read_identifier, read_number, read_text, read_whole
from data.errors import Mendable
from data.extracts import all_extracts, uploaded_extracts
from data.guidance.template import template
from data.parsing.closing_lines import closing_line
from data.parsing.encoding import decoded
from data.parsing.file_kinds import parse
from data.parsing.file_table import letters
from data.parsing.heading_row import spellings
from tests.every_case import by_name, every
from tests.examples import as_csv, example_rows, example_texts

EXTRACTS = list(uploaded_extracts().values())
CHILDREN = uploaded_extracts()["children"]
each_extract = every("declared", EXTRACTS, by_name)


def children(**stated):
    return as_csv(example_texts(CHILDREN, {"child_id": "00012", **stated}, {"child_id": "Zoë"}))


def read_here(contents):
    """Read a csv as `read` does, without a process of its own: for tests of what headings mean."""
    [table] = parse("any.csv", contents)
    return arrival_of("any.csv", table)


def workbook(rows, **sheets):
    book = Workbook()
    for title, cells in {"Sheet": rows, **sheets}.items():
        sheet = book.worksheets[0] if title == "Sheet" else book.create_sheet(title)
        for row in cells:
            sheet.append(row)
    return saved(book)


def saved(book):
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def refusal(name, contents):
    with pytest.raises(Mendable) as refused:
        for arrival in read(name, contents):
            recognise(arrival)
    assert str(refused.value).startswith(name)
    return str(refused.value)


@each_extract
def test_a_csv_round_trips(declared):
    texts = example_texts(declared, {}, {})
    [arrival] = read("any.csv", as_csv(texts))
    found = recognise(arrival)
    assert found.declared is declared
    assert not found.ignored and not found.missing_required and not found.missing_other
    pandas.testing.assert_frame_equal(
        typed(declared, found.rows).filter(declared.column_names), example_rows(declared, {}, {})
    )


@each_extract
def test_every_alias_is_recognised(declared):
    texts = example_texts(declared, {})
    for place in range(max(len(column.aliases) for column in declared.columns)):
        named = {each.name: each.aliases[place].upper() for each in declared.columns if len(each.aliases) > place}
        arrival = read_here(as_csv(texts.rename(columns={name: f" {said} " for name, said in named.items()})))
        assert recognise(arrival).fed_by.items() >= named.items()


@each_extract
def test_a_missing_required_column_is_named_with_all_others(declared):
    required = [column.name for column in declared.columns if column.required]
    dropped = required[-2:] if len(required) > 3 else required[-1:]
    texts = example_texts(declared, {}).drop(columns=dropped)
    found = recognise(read_here(as_csv(texts)))
    assert found.declared is declared
    assert list(found.missing_required) == dropped
    assert all(name in found.missing_sentence() for name in dropped)


@every("heading", ["child_id", "Child Unique ID", "worker_id"])
def test_whose_rows_they_are_tells_no_extract(heading):
    assert not columns_of_ours(read_here(f"{heading},Something of ours\nA1,x\n".encode()))


@each_extract
def test_no_heading_feeds_two_columns(declared):
    known = [name for column in declared.columns for name in spellings(column)]
    assert len(known) == len(set(known))


@each_extract
def test_required_columns_alone_are_enough_to_recognise_it(declared):
    required = [column.name for column in declared.columns if column.required]
    enough = required if required != ["child_id"] else declared.column_names[:2]  # whose rows they are tells no extract
    assert recognise(read_here(as_csv(example_texts(declared, {}).filter(enough)))).declared is declared


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [pytest.param(",", marks=pytest.mark.own_process), ";", "\t"])
def test_encodings_and_separators_make_no_difference(encoding, separator):
    contents = children().decode().replace(",", separator).encode(encoding)
    [arrival] = read("children.csv", contents)
    assert list(recognise(arrival).rows["child_id"]) == ["00012", "Zoë"]
    assert ("read as Windows-1252" in arrival.notes) == (encoding == "cp1252")


def test_titles_blank_rows_and_row_numbers():
    contents = b"Children in October\n\n" + children().replace(b"\n", b"\n,,,,,\n", 1) + b"\n"
    [arrival] = read("children.csv", contents)
    assert list(arrival.rows.index) == [5, 6]
    assert arrival.blank == 2
    assert arrival.notes == ("headings found on row 3",)
    [arrival] = read("children.csv", b"Children in October\n" * 19 + children())
    assert arrival.notes == ("headings found on row 20",)


def test_a_line_of_totals_is_no_child():
    [arrival] = read("children.csv", children() + b"Total,2\nGrand total,2\nSub-totals,2\n")
    assert list(arrival.footers) == [4, 5, 6] and len(arrival.rows) == 2


@pytest.mark.own_process
def test_a_workbook_reads_as_its_csv_does():
    rows = [["child_id", "Date of\xa0Birth", "SEX", "ethnicity", None], ["00012", date(2015, 1, 2), "F", "WBRI"], []]
    morning = datetime.fromisoformat("2015-01-02T09:30")
    rows += [[12345678, 42006, "F", "WBRI"], [7, morning, True, "WBRI"]]
    [arrival] = read("children.xlsx", workbook(rows))
    table = recognise(arrival).rows
    assert list(table["child_id"]) == ["00012", "12345678", "7"]
    assert list(table["date_of_birth"]) == ["2015-01-02", "42006", "2015-01-02 09:30:00"]
    assert list(table["sex"]) == ["F", "F", "TRUE"]
    assert list(table.index) == [2, 4, 5] and arrival.blank == 1
    assert set(typed(CHILDREN, table)["date_of_birth"]) == {pandas.Timestamp(2015, 1, 2)}


def test_visible_sheets_are_arrivals_and_hidden_ones_are_named():
    book = Workbook()
    book.worksheets[0].append(["child_id"])
    book.create_sheet("Empty")
    book.create_sheet("Guidance").append(["not read"])
    hidden = book.create_sheet("Old")
    hidden.append(["child_id"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Two").append(["child_id"])
    arrivals = read("book.xlsx", saved(book))
    assert [arrival.sheet for arrival in arrivals] == ["Sheet", "Two"]
    assert all(arrival.hidden == ("Old",) and not arrival.notes for arrival in arrivals)


def uncached_formula():
    return workbook([["child_id", "sex"], ["=A1", "F"], ["=A1", "F"]])


def bomb():
    file = io.BytesIO(workbook([["child_id"]]))
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr("xl/media/zeros.bin", bytes(301 * 1024**2))
    return file.getvalue()


def far_cell():
    book = Workbook()
    book.worksheets[0]["XFD1048576"] = "x"
    return saved(book)


def entities():
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["child_id"]]))) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, b'<!DOCTYPE a [<!ENTITY b "c">]>' + part if "sheet1" in name else part)
    return file.getvalue()


def archive(name):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        target.writestr(name, "x")
    return file.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("name", "contents", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"\n \n", "only blank rows"),
        ("a.csv", b"a,b\n1,2\n", "none of its headings"),
        ("a.csv", b"%PDF-1.7", "a PDF"),
        ("a.csv", b"MZ\x90", "a Windows program"),
        ("a.csv", b"PAR1xxxx", "a parquet file"),
        ("a.csv", b"12345678DUCK", "a database"),
        ("a.csv", archive("notes.txt"), "a compressed file"),
        ("a.ods", archive("mimetype"), "OpenDocument"),
        ("a.xlsb", archive("xl/workbook.bin"), "binary workbook"),
        ("a.xlsx", OLE, "old Office file"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "password protected"),
        ("a.xlsx", b"<html><table></table></html>", "web page saved with an Excel name"),
        ("a.xlsx", b"child_id,sex\n1,F\n", "saved with an Excel name"),
        ("a.csv", b"child_id,sex\n1,\0\n", "row 2 holds a character"),
        ("a.csv", b'child_id,sex\n1,F\n"2,F\n3,F\n', "opened on row 3 is never closed"),
        ("a.csv", b"child_id,Start date,sex,start_date\n", '"start_date" appears twice (columns B and D)'),
        ("a.csv", b"child_id,start_date,plan id,other la,Kategory\n", "initial_category, category"),
        ("a.csv", b"child,child unique id,dob,sex,ethnicity\n", "are both headings for child_id"),
        ("a.csv", b"child_id,\x81\x8d\n", "encoding"),
        ("a.xlsx", uncached_formula, "2 cells contain formulas with no saved value, the first being A2"),
        ("a.xlsx", bomb, "more than 300 MB"),
        ("a.xlsx", far_cell, "1,048,576 rows by 16,384 columns"),
        ("a.xlsx", entities, "invalid XML"),
        ("a.xlsx", workbook([]), "no visible sheet holds anything"),
    ],
)
def test_refusals_say_what_was_found(name, contents, words):
    assert words in refusal(name, contents() if callable(contents) else contents)


def test_rows_with_other_numbers_of_fields_stand_aside():
    [arrival] = read("a.csv", b"child_id,sex\n1,F\n2\n3,F,\n\nEnd of report\n")
    assert list(arrival.rows["child_id"]) == ["1"]
    assert (arrival.width, arrival.ragged, arrival.footers) == (2, {3: 1, 4: 3}, {6: "End of report"})
    assert arrival.blank == 1


def test_a_cut_workbook_is_incomplete():
    whole = workbook([["child_id"], ["1"]])
    for cut in range(1, 11):
        assert "incomplete" in refusal("a.xlsx", whole[: max(4, len(whole) * cut // 11)])


def test_a_formula_with_a_saved_empty_text_is_a_value():
    cells = b'<row r="1"><c r="A1" t="str"><f>IF(1,"","")</f><v></v></c>'
    cells += b'<c r="B1" t="str"><f>A2</f><v>child_id</v></c></row>'
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([["x"]]))) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            start, end = part.find(b"<row"), part.find(b"</sheetData>")
            target.writestr(name, part[:start] + cells + part[end:] if "sheet1" in name else part)
    [arrival] = read("a.xlsx", file.getvalue())
    assert list(arrival.rows.columns) == ["child_id"]


def test_numbers():
    assert [read_number(text) for text in ("1,234", "0.5", ".5", "-3", "1234567")] == [1234, 0.5, 0.5, -3, 1234567]
    assert read_whole("3.0") == 3
    assert read_number("") is None
    for text in ("1,23", "12%", "1e3", "."):
        with pytest.raises(ValueError):
            read_number(text)
    with pytest.raises(ValueError):
        read_whole("3.5")


def test_blanks_are_read_where_no_value_could_be_spelled_so():
    assert read_date("NULL") is read_number("n/a") is read_month("-") is read_text("#N/A") is None
    assert (read_text("None"), read_text("NA")) == ("None", "NA")
    assert [read_text("-"), *map(read_identifier, ("-", "--", "NA"))] == ["-", None, None, "NA"]


def test_text_is_tidied_and_control_characters_are_kept_aside():
    rows = pandas.DataFrame(
        {"child_id": ["  A\u200b1 ", "Zoe\u0308", "a\x07b", "1.00E+05", "A\xa0 B"]}, index=range(2, 7)
    )
    table = typed(CHILDREN, rows)
    assert table["child_id"].tolist()[:2] == ["A1", "ZOË"]
    assert table["child_id"].tolist()[4] == "A B"
    assert table["child_id"].isna().tolist() == [False, False, True, True, False]
    assert table[f"{UNREADABLE}child_id"].tolist()[2:4] == ["a\x07b", "1.00E+05"]
    for changed in ("1E+10", "1.2E+5", "1,2E+5", "2.E+05", "12e+3"):
        with pytest.raises(ValueError):
            read_text(changed)


@every("mark", "\u200b\u200c\u200e\u200f\u202a\u202c\u2060\u2066\ufeff\u00ad")
def test_a_mark_that_shows_nothing_makes_no_other_team_child_or_day(mark):
    rows = pandas.DataFrame(
        {"team": [f"{mark}North{mark}"], "child_id": [f"A{mark}1"], "start_date": [f"{mark}2026-02-01"]}
    )
    table = typed(all_extracts()["child_protection_plans"], rows)
    assert (table["team"][0], table["child_id"][0]) == ("North", "A1")
    assert table["start_date"][0] == pandas.Timestamp(2026, 2, 1)


def test_codes_become_todays_code_or_stay_as_written():
    rows = pandas.DataFrame({"sex": ["female", " m ", "b) Female", "ZZ", None]})
    assert typed(CHILDREN, rows)["sex"].tolist()[:4] == ["F", "M", "F", "ZZ"]


def test_column_letters():
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@each_extract
def test_the_template_is_recognised_whole(declared):
    [arrival] = read("template.xlsx", template(declared))
    assert recognise(arrival).declared is declared
    assert not recognise(arrival).missing_other and not len(arrival.rows) and not arrival.notes


SMALL_LETTERS = ["Beyoncé – North", "Zoë Müller’s", "Croisère", "São João", "Café Ünal"]


@every("encoding", ["mac_roman", "cp1252", "utf-8"])
def test_letters_are_those_that_were_written_on_a_mac_and_in_windows_alike(encoding):
    contents = "team\n" + "\n".join(SMALL_LETTERS)
    text, notes = decoded("teams.csv", contents.encode(encoding))
    assert text == contents
    assert notes == {"mac_roman": ["read as Mac Roman"], "cp1252": ["read as Windows-1252"], "utf-8": []}[encoding]


@every("word", ["Confidential", "Draft", "North", "*** ENDS ***"])
def test_a_word_that_stands_alone_under_a_table_is_no_row(word):
    assert closing_line(["", word, "", "", ""], 5) and closing_line([word, "", "", "", ""], 5)


@every("cell", ["C0001", "NEG", "12", "Y"])
def test_a_row_of_one_identifier_or_code_stays_a_row(cell):
    assert closing_line([cell, "", "", "", ""], 5) is None


def test_rows_of_what_is_kept_in_the_office_are_refused_with_the_way_they_go():
    texts = example_texts(all_extracts()["action_plan"], [{}])
    with pytest.raises(Mendable, match="any.csv: these are rows of action plan, which is no file to upload any more"):
        recognise(read("any.csv", as_csv(texts))[0])
