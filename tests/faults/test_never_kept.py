"""What must never be kept is not in the store, and what looks like a formula stays text on every way out."""

import io
import zipfile

from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.guidance.template import template
from data.ledger.history import published_rows
from data.months import month_end
from data.store.store import Store
from pages.terminal.run import main
from tests.faults.fault import cells, plans, texts, workbook
from tests.faults.text import with_columns
from tests.faults.values import P
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

FORMULA = '=HYPERLINK("http://x","y")'


def publish(store, files, reasons=None):
    desk = Desk(store, LOCAL, NOTHING_MEASURED)
    desk.publish(desk.receive(Submission(BRENT, "2026-10", tuple(files), reasons=reasons or {})))


def test_f28_columns_that_are_not_wanted_are_nowhere_in_the_store(tmp_path):
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    publish(store, with_columns(Forename="Femithecanary", Notes="canaryinthenotes"))
    store.close()
    written = path.read_bytes()
    assert b"Femithecanary" not in written and b"canaryinthenotes" not in written
    assert b"Team A" in written


def test_f50_a_formula_is_kept_as_the_text_it_is(store):
    publish(store, plans({"team": FORMULA}), {"": "the team is called so"})
    rows = published_rows(store, LOCAL, BRENT, month_end("2026-10"), P)
    assert rows is not None and rows["team"].tolist() == [FORMULA]


def test_f50_no_template_holds_a_formula():
    for declared in all_extracts().values():
        book = load_workbook(io.BytesIO(template(declared)))
        kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
        assert "f" not in kinds


CANARIES = ("CANARYCHILD7", "Femithecanary", "Canaryheading", "canaryfile", "canarysheet")


def canary_book(folder):
    """Write a workbook whose child, name, odd column, sheet and own name are canaries; it draws a query."""
    plans_of = texts(P, {"child_id": CANARIES[0], "previous_plans": 6}, {})
    rows = cells(plans_of.assign(Forename=CANARIES[1], Canaryheading="1"))
    path = folder / f"{CANARIES[3]}.xlsx"
    path.write_bytes(workbook((CANARIES[4], rows)))
    return path


def test_a_canary_child_is_in_no_file_that_is_made_of_what_was_uploaded(tmp_path, caplog, capsys):
    folder, store = tmp_path / "uploads", tmp_path / "house.duckdb"
    folder.mkdir()
    book = canary_book(folder)

    def run(*words):
        status = main([*map(str, words), "--store", str(store)])
        return status, capsys.readouterr().out

    month = ("--month", "2026-10", "--authority", BRENT)
    assert run("init")[0] == 0
    assert run("publish", book, *month)[0] == 1, "a query wants a reason"
    assert run("publish", book, *month, "--reason", "six it is")[0] == 0
    assert run("figures", "--month", "2026-10", "--authority", BRENT, "--out", tmp_path / "figures.xlsx")[0] == 0
    assert run("backup", tmp_path / "copy.duckdb")[0] == 0
    told = [run(*words)[1] for words in (("loads", "--json"), ("people", "children_on_a_plan", *month), ("doctor",))]
    made = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path != book}
    assert {"house.duckdb", "copy.duckdb", "figures.xlsx"} <= set(made)
    with zipfile.ZipFile(tmp_path / "figures.xlsx") as book_of_figures:
        opened = [book_of_figures.read(part) for part in book_of_figures.namelist()]
    for canary in CANARIES:
        assert not [name for name, held in made.items() if canary.encode() in held or canary.upper().encode() in held]
        assert not [part for part in (*opened, *map(str.encode, told), caplog.text.encode()) if canary.encode() in part]
