"""A store with pseudonyms checks what is written: the same findings, in the same words, and none of them is kept."""

from contextlib import closing

import pytest

from data.access import LOCAL_USER as LOCAL
from data.extracts import all_extracts
from data.ledger.attempts import attempts
from data.ledger.history import history
from data.months import month_end
from data.store.store import Store
from tests.examples import as_csv, example_texts
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

CANARIES = (b"007001", b"CANARY", b"canary", b"Gwenllian")
SEPTEMBER = {
    "children": [{"child_id": "007001"}, {"child_id": "CANARYCHILD7"}, {"child_id": "C-3"}],
    "child_protection_plans": [
        {"plan_id": "P1", "child_id": "007001", "worker_id": "CANARYWORKER", "previous_plans": 6},
        {"plan_id": "P2", "child_id": "CANARYCHILD7"},
    ],
    "care_leavers": [{"child_id": "CANARYCHILD7", "in_touch": "DIED"}],
}
OCTOBER = {
    "children": [{"child_id": "7001"}, {"child_id": "canary child7"}, {"child_id": "C-4"}],
    "child_protection_plans": [
        {"plan_id": "P1", "child_id": "7001", "worker_id": "CANARYWORKER", "previous_plans": 6},
        {"plan_id": "P2", "child_id": "CANARYCHILD7"},
        {"plan_id": "P3", "child_id": "CANARYCHILD9"},
        {"plan_id": "P4", "child_id": "CANARYCHILD9", "start_date": "2026-10-02"},
    ],
    "care_leavers": [{"child_id": "CANARYCHILD7", "in_touch": "YES"}],
}


def received(store, month, extracts):
    files = []
    for name, rows in extracts.items():
        declared = all_extracts()[name]
        texts = example_texts(declared, rows, month_end=month_end(month)).assign(Forename="Gwenllian")
        files.append((f"canary {name}.csv", as_csv(texts)))
    return Desk(store, LOCAL, NOTHING_MEASURED), Submission(BRENT, month, tuple(files), reasons={"": "it is right"})


@pytest.fixture
def stores(tmp_path):
    with closing(Store.in_memory()) as plain, closing(Store.create(tmp_path / "house.duckdb")) as keyed:
        yield plain, keyed


def test_every_finding_is_the_same_and_none_of_it_is_in_the_file(stores, tmp_path):
    told, changes = [], []
    for store in stores:
        desk, submission = received(store, "2026-09", SEPTEMBER)
        desk.publish(desk.receive(submission))
        desk, submission = received(store, "2026-10", OCTOBER)
        checked = desk.receive(submission)
        told.append([(finding.to_json(), str(finding.explained)) for finding in checked.check.findings])
        desk, again = received(store, "2026-09", {"children": OCTOBER["children"]})
        changes.append([change.to_json() for change in desk.differences(desk.receive(again))])
        store.close()
    assert told[0] == told[1] and changes[0] == changes[1] != []
    rules = {finding["rule"].rpartition(".")[2] for finding, _ in told[0]}
    assert {"noughts_lost", "unusual", "died_before"} <= rules, rules
    assert any("Explained on" in why for _, why in told[0]), "a reason goes on under a pseudonym"
    written = b"".join(each.read_bytes() for each in tmp_path.glob("house.duckdb*"))
    assert not [canary for canary in CANARIES if canary in written]


def test_history_and_attempts_name_a_file_by_what_it_was_taken_for(stores):
    _, keyed = stores
    desk, submission = received(keyed, "2026-09", SEPTEMBER)
    desk.publish(desk.receive(submission))
    names = {*history(keyed, LOCAL)["file"], *attempts(keyed, LOCAL)["file"]}
    assert {name.split()[0] for name in names} == set(SEPTEMBER) and not any("canary" in name for name in names)
    assert all(finding.startswith("already") for finding in _again(keyed))


def _again(store):
    desk, submission = received(store, "2026-09", SEPTEMBER)
    return [finding.rule.rpartition(".")[2] for finding in desk.receive(submission).check.findings]
