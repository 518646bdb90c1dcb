"""What must never be kept is not in the store, and what looks like a formula stays text on every way out."""

import io

from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.guidance.template import template
from data.ledger.history import published_rows
from data.months import month_end
from data.store.store import Store
from tests.faults.fault import plans
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
