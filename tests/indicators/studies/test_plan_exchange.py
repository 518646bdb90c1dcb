"""A plan goes out as a workbook and comes back: nothing changes by itself; all that is wrong is named by its cell."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.annotations.action_plan.items import NO_OVERALL, Action, Written
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.plan_workbook import columns_of, workbook
from data.annotations.action_plan.reading import plan_known
from data.errors import Mendable
from data.invention.place import AUTHORITY
from indicators.studies.plan_exchange import as_taken_away, plan_arrived, take_plan
from tests.data.annotations.test_action_plan import ADVICE, INSPECTED, PLANS
from tests.store_filling import BRENT


@pytest.fixture
def planned(store):
    """Give a store with a plan of one action, without evidence, upon one inspection without an overall grade."""
    keep_items(store, LOCAL, BRENT, [INSPECTED, ADVICE, PLANS])
    return store


def changed(store, *changes: tuple[str, str, object], authority=BRENT) -> bytes:
    """Return the workbook of a plan with some cells changed: sheet, cell, value."""
    book = load_workbook(BytesIO(workbook(as_taken_away(store, LOCAL, authority), "")))
    for sheet, cell, value in changes:
        book[sheet][cell] = value
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_what_comes_back_as_it_went_changes_nothing(borough):
    arrived = plan_arrived(borough, LOCAL, AUTHORITY, "plan.xlsx", changed(borough, authority=AUTHORITY))
    assert (arrived.changes, arrived.problems) == ((), ())
    assert any(
        note.endswith("Action AP0001 has no owner yet. Name one when it is next changed.") for note in arrived.notes
    )
    assert all("plan.xlsx, sheet Actions, row " in note for note in arrived.notes)


def column(name: str) -> str:
    """Return the letter of a column of the sheet of actions."""
    return "ABCDEFGHIJKLMNOP"[columns_of(Action).index(name)]


def test_a_new_row_and_changed_cells_are_taken(planned):
    row = {"action": "AP2", "recommendation": "4.13", "title": "Ask", "owner": "Head of care planning"}
    row |= {"agreed": "3 June 2026", "due": "2027-01-31", "progress": "NOT_STARTED"}
    contents = changed(
        planned,
        ("Actions", f"{column('evidence')}2", "no evidence"),
        ("Actions", f"{column('due')}2", "31/12/2026"),
        ("Figures", "C2", "Hold"),
        *(("Actions", f"{column(name)}3", value) for name, value in row.items()),
    )
    arrived = plan_arrived(planned, LOCAL, BRENT, "plan.xlsx", contents)
    assert arrived.problems == () and [(change.item.key, change.stands is None) for change in arrived.changes] == [
        ("AP1", False),
        ("AP2", True),
    ]
    assert len(plan_known(planned, LOCAL, BRENT).actions) == 1
    take_plan(planned, LOCAL, BRENT, arrived)
    first, second = plan_known(planned, LOCAL, BRENT).actions
    assert (first.evidence, f"{first.due}", first.moves[0].direction, first.moves[0].expected) == (
        *("", "2026-12-31", "hold", 90.0),
    )
    assert (second.owner, second.written.version) == ("Head of care planning", 1)
    assert plan_known(planned, LOCAL, BRENT).sources[0].overall == NO_OVERALL
    late = plan_arrived(planned, LOCAL, BRENT, "plan.xlsx", contents)
    assert late.changes == () and len(late.problems) == 0


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "says"),
    [
        ("Actions", ("owner", 2), None, "sheet Actions, row 2: Action AP1 has no owner"),
        (
            "Actions",
            ("agreed", 2),
            "31/02/2026",
            "row 2, column agreed: “31/02/2026” is no day. Write it as",
        ),
        ("Actions", ("progress", 2), "FINE", 'row 2: Action AP1: "FINE" is no progress'),
        ("Actions", ("title", 2), "Ask the 3 children in the home", "row 2: Action AP1: Everybody reads this"),
        ("Actions", ("action", 3), "AP1", "row 3: Action AP1 stands in plan.xlsx, sheet Actions, row 2 already"),
        ("Actions", ("due", 1), "when", "sheet Actions: the columns due are missing"),
        ("Figures", "D2", "soon", "sheet Figures, row 2, column by_month: “soon” is no month. Write it as 2026-03"),
        ("Figures", "E2", "many", "sheet Figures, row 2, column expected: “many” is no number"),
        ("Figures", "B2", "no_such_thing", "row 2: Action AP1: There is no indicator"),
        ("Figures", "A2", "AP9", "sheet Figures, row 2: “AP9” is not in the sheet Actions"),
        ("Sources", "F2", None, 'row 2: Source ILACS-2026: its overall grade is .* or "no overall grade"'),
    ],
)
def test_what_is_wrong_is_named_by_sheet_row_and_column_and_nothing_is_taken(planned, sheet, cell, value, says):
    at = cell if isinstance(cell, str) else f"{column(cell[0])}{cell[1]}"
    arrived = plan_arrived(planned, LOCAL, BRENT, "plan.xlsx", changed(planned, (sheet, at, value)))
    assert any(re.search(says, problem) for problem in arrived.problems), arrived.problems
    with pytest.raises(Mendable, match="Nothing was taken in"):
        take_plan(planned, LOCAL, BRENT, arrived)
    assert plan_known(planned, LOCAL, BRENT).actions[0].written.version == 1


def test_what_somebody_else_wrote_since_the_workbook_was_taken_away_is_not_overwritten(planned):
    contents = changed(planned, ("Actions", f"{column('owner')}2", "Head of care planning"))
    keep_items(planned, LOCAL, BRENT, [replace(PLANS, progress="AT_RISK", written=Written(version=1))])
    arrived = plan_arrived(planned, LOCAL, BRENT, "plan.xlsx", contents)
    (problem,) = arrived.problems
    assert "row 2: Action AP1 was written upon version 1, and version 2 stands, by local of" in problem


def test_a_file_that_is_no_plan_is_refused(planned):
    with pytest.raises(Mendable, match=r"a\.csv holds none of the sheets Sources, Recommendations, Actions"):
        plan_arrived(planned, LOCAL, BRENT, "a.csv", b"a,b\n1,2\n")
