"""The action plan goes out as a workbook and comes in by the command line, which says what page and report say."""

from contextlib import closing
from dataclasses import replace

from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.reading import plan_known
from data.store.store import Store
from tests.data.annotations.test_action_plan import ADVICE, INSPECTED, PLANS
from tests.pages.conftest import BOROUGH, publish_plans
from tests.pages.report.tagged_pdf import TaggedPdf
from tests.store_filling import OCTOBER


def test_a_plan_goes_out_is_changed_shown_and_taken_in(run, tmp_path):
    place, file = tmp_path / "house.duckdb", tmp_path / "plan.xlsx"
    with closing(Store.create(place)) as store:
        publish_plans(store, OCTOBER, 3)
        keep_items(store, LOCAL, BOROUGH, [replace(item, authority=BOROUGH) for item in (INSPECTED, ADVICE, PLANS)])
    assert run("action-plan-out", file, "--store", place)[0] == 0
    book = load_workbook(file)
    book["Actions"]["E2"] = "Head of care planning"
    book.save(file)
    status, out, _ = run("action-plan-in", file, "--store", place)
    assert status == 0 and "Action AP1: owner: Head of leaving care → Head of care planning" in out
    assert "Nothing was taken in yet" in out
    assert run("action-plan-in", file, "--take", "--store", place)[0] == 0
    book["Actions"]["E2"] = None
    book.save(file)
    status, out, err = run("action-plan-in", file, "--take", "--store", place)
    assert status == 2 and "plan.xlsx, sheet Actions, row 2: Action AP1 has no owner" in out + err
    with closing(Store.open_file(place)) as store:
        (action,) = plan_known(store, LOCAL, BOROUGH).actions
    assert (action.owner, action.written.version) == ("Head of care planning", 2)


def test_a_sheet_is_written_and_invented_data_takes_no_plan(run, tmp_path):
    status, out, _ = run("action-plan", "--partner", "Health", "--out", tmp_path / "health.html")
    page = (tmp_path / "health.html").read_text()
    assert status == 0 and "the part of Health" in page and "AP0064" in page and "AP0063" not in page
    assert run("action-plan", "--out", tmp_path / "meeting.pdf")[0] == 0
    sheet = TaggedPdf((tmp_path / "meeting.pdf").read_bytes()).root()
    assert len(list(sheet.all("Table"))) == 3 and all(figure.alt for figure in sheet.all("Figure"))
    assert "meeting.pptx ends in none" in run("action-plan", "--out", tmp_path / "meeting.pptx")[2]
    assert run("action-plan-in", tmp_path / "plan.xlsx")[0] == 2
    assert "does not end in .xlsx" in run("action-plan-out", tmp_path / "plan.csv")[2]
