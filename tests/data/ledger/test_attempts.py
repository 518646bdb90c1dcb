"""Every attempt is noted without a value of a cell, and compared with the one before."""

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.ledger.attempts import attempts
from data.months import month_end
from data.store.store import Store
from tests.faults.fault import plans
from tests.faults.text import with_columns
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.check import Check
from validation.publishing.attempts import mended, note
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission


def tried(store: Store, files) -> Check:
    submission = Submission(BRENT, "2026-10", tuple(files))
    return Desk(store, LOCAL, NOTHING_MEASURED).receive(submission, note_attempt=False).check


def test_an_attempt_accounts_for_its_rows_and_rules(store):
    found = tried(store, plans({}, {"category": "NEGL"}, {"category": "NEGL"}, {"previous_plans": "9"}))
    assert note(store, LOCAL, BRENT, found) == 1
    told = attempts(store, LOCAL).iloc[0]
    assert (told["decision"], told["rows"], told["accepted"], told["set_aside"], told["blank"]) == ("block", 4, 2, 2, 0)
    assert (told["to_mend"], told["to_explain"], told["checked_by"]) == (2, 1, "local")
    assert told["month"].date() == month_end("2026-10")


def test_a_file_that_cannot_be_read_is_an_attempt_too(store):
    note(store, LOCAL, BRENT, tried(store, [("empty.csv", b""), *plans({})]))
    told = attempts(store, LOCAL)
    assert sorted(told["decision"]) == ["accept", "refuse"]
    assert list(told["submission"]) == [1, 1]


def test_41_errors_then_3(store):
    first = tried(store, plans(*[{"category": "NEGL"}] * 40, {"start_date": ""}, {}))
    assert mended(store, LOCAL, BRENT, first) == []
    note(store, LOCAL, BRENT, first)
    second = tried(store, plans(*[{"category": "NEGL"}] * 2, {"team": "x" * 200}, {}))
    (told,) = mended(store, LOCAL, BRENT, second)
    assert told.errors == (41, 3)
    assert told.before["child_protection_plans.start_date.required"] == 1
    assert "child_protection_plans.start_date.required" not in told.now
    assert told.now == {"child_protection_plans.category.in_set": 2, "child_protection_plans.team.longest": 1}
    note(store, LOCAL, BRENT, second)
    (again,) = mended(store, LOCAL, BRENT, second)
    assert again.errors == (41, 3), "the same bytes again are compared with what was before them"


def test_no_cell_of_a_refused_file_is_in_the_store(tmp_path):
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    ((name, contents),) = with_columns(Forename="Femithecanary")
    found = tried(store, [(name, contents.replace(b"Team A", b"\x07canaryteam" + b"y" * 150))])
    assert found.decision == "block"
    note(store, LOCAL, BRENT, found)
    store.close()
    written = path.read_bytes()
    assert b"canary" not in written and name.encode() not in written and b"child_protection_plans" in written


def test_attempts_are_shown_to_those_who_may_see_their_authority(store):
    note(store, LOCAL, BRENT, tried(store, plans({})))
    other = Reader("other", ("information_governance",), ("E09000009",), ("*",))
    assert attempts(store, other).empty
