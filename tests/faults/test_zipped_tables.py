"""A zip of csv files: each is a table, one that cannot be read waits, and a zip that may do harm is not opened."""

import io
import zipfile

import pytest

from data.errors import Mendable
from data.parsing import file_kinds, zipped_tables
from data.parsing.file_kinds import parse
from data.parsing.marked_file import marked
from pages.terminal.run import main
from tests.validation.files.test_returns import made, said
from tests.validation.files.test_ssd import PERSON, TEAMS
from validation.check import Known, check

VISITS = (
    "ssd_cp_visits.csv",
    b"cppv_cp_visit_id,cppv_person_id,cppv_cp_visit_date,cppv_cp_visit_seen\n1,1,2026-03-02,Y\n2,1,soon,Y\n",
)


def zipped(*files, compression=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, contents in files:
            archive.writestr(name, contents)
    return target.getvalue()


def test_a_zip_of_tables_is_what_its_tables_are_and_one_that_cannot_be_read_waits():
    parts = [("ssd/" + name, contents) for name, contents in (PERSON, TEAMS, VISITS)]
    ours = zipped(
        *parts, ("ssd/broken.csv", b'pers_person_id,"\n'), ("ssd/notes.pdf", b"%PDF"), ("__MACOSX/a.csv", b"")
    )
    result = check([("ssd.zip", ours)], "2026-03", Known())
    assert len(made(result, "children").table) == 3 and len(made(result, "visits").table) == 1
    aside = {finding.sheet: finding for finding in said(result, "table_set_aside")}
    assert aside.keys() == {"broken.csv", "notes.pdf"}
    assert {finding.severity for finding in aside.values()} == {"query"}
    assert "ssd.zip, sheet broken.csv: a quotation mark opened on row 1" in aside["broken.csv"].message
    [wrong] = [finding for finding in result.findings if finding.severity == "block"]
    assert (wrong.file, wrong.sheet, wrong.row) == ("ssd.zip", "ssd_cp_visits.csv", 3)


def test_what_is_to_be_mended_in_a_zip_is_handed_back_sheet_by_sheet():
    ours = zipped(PERSON, VISITS, ("broken.csv", b'a,"\n'))
    sheets = {"ssd_cp_visits.csv": {"3": "write a day"}}
    about = {"files": [{"name": "ssd.zip", "size": len(ours), "sheets": sheets}], "about": ["x"], "findings": []}
    tables = parse("back.xlsx", marked(lambda _: ours, about))
    assert [table.sheet for table in tables] == ["ssd_person.csv", "ssd_cp_visits.csv"]


def test_files_of_one_name_in_two_folders_keep_their_folders():
    tables = parse("a.zip", zipped(("one/ssd.csv", PERSON[1]), ("two/ssd.csv", TEAMS[1])))
    assert [table.sheet for table in tables] == ["one/ssd.csv", "two/ssd.csv"]


def test_a_zip_beyond_its_limits_names_the_command(monkeypatch):
    ours = zipped(PERSON, TEAMS)
    monkeypatch.setattr(file_kinds, "MOST_BYTES", len(ours) - 1)
    with pytest.raises(Mendable, match=r"selected zip must be smaller than .*python cli\.py publish FOLDER"):
        parse("a.zip", ours)
    monkeypatch.undo()
    monkeypatch.setattr(zipped_tables, "MOST_UNPACKED", 100)
    with pytest.raises(Mendable, match=r"come to more than .*python cli\.py publish FOLDER"):
        parse("a.zip", ours)
    monkeypatch.undo()
    monkeypatch.setattr(zipped_tables, "MOST_MEMBERS", 1)
    with pytest.raises(Mendable, match="it holds 2 files"):
        parse("a.zip", ours)


def test_a_zip_that_packs_tighter_than_any_table_is_not_opened(monkeypatch):
    monkeypatch.setattr(zipped_tables, "SMALL_BYTES", 1000)
    with pytest.raises(Mendable, match="expands to more than 100 times its size"):
        parse("a.zip", zipped(("ssd.csv", b"0" * 200_000)))


def test_a_damaged_file_of_a_zip_waits():
    ours = bytearray(zipped(PERSON, ("later.csv", TEAMS[1]), compression=zipfile.ZIP_STORED))
    at = ours.index(b"North Team")
    ours[at : at + 5] = b"South"
    whole, cut = parse("a.zip", bytes(ours))
    assert not whole.refusal and "is damaged" in cut.refusal


def test_a_folder_is_read_table_by_table_by_the_command(tmp_path, capsys):
    for name, contents in (TEAMS, PERSON, ("notes.txt", b"x")):
        (tmp_path / name).write_bytes(contents)
    assert main(["check", str(tmp_path), "--month", "2026-03"]) == 0, capsys.readouterr()
    assert "ssd_person.csv" in capsys.readouterr().out
    (tmp_path / "empty").mkdir()
    assert main(["check", str(tmp_path / "empty"), "--month", "2026-03"]) == 2
    assert "no csv file in the folder" in capsys.readouterr().err
