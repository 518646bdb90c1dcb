"""Every fault of files and values has the outcome it should, says where and what to do, and stores nothing."""

import re

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.ledger.history import history
from data.store.store import Store
from tests.faults import container, months, text, values
from tests.faults.fault import DECISIONS, SEVERITIES
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.check import check
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

FAULTS = [*container.FAULTS, *text.FAULTS, *values.FAULTS, *months.FAULTS]
ELSEWHERE = {
    "F52": "tests/faults/test_published_months.py",
    "F53": "tests/faults/test_published_months.py",
    "F59": "tests/faults/test_published_figures.py",
    "F60": "tests/faults/test_published_figures.py",
    "F62": "tests/faults/test_published_months.py",
}
REMEDY = re.compile(r"[.]\s*$")


@pytest.fixture(scope="module")
def empty():
    store = Store.in_memory()
    yield store
    store.close()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_has_the_outcome_it_should(fault, empty):
    found = check(fault.files(), fault.month, fault.known)
    assert found.decision == DECISIONS[fault.outcome], [each.message for each in found.findings]
    for file in found.files:
        assert file.rows == file.accepted + file.set_aside + file.blank
        assert file.table is None or len(file.table) == file.accepted
    totals = found.totals
    assert fault.accepted in (None, totals["accepted"]) and fault.aside in (None, totals["set_aside"]), totals
    if fault.rule:
        said = [each for each in found.findings if each.rule == fault.rule]
        assert said, {each.rule for each in found.findings}
        assert fault.says in said[0].message and said[0].severity == SEVERITIES[fault.outcome]
        assert REMEDY.search(said[0].message)
        assert said[0].file in said[0].message or f"row {said[0].row}" in said[0].message or said[0].column
    if fault.outcome != "A":
        with pytest.raises(Mendable, match="Nothing was published"):
            Desk(empty, LOCAL, NOTHING_MEASURED).publish(Submission(BRENT, fault.month, (), checked=found))
        assert history(empty, LOCAL).empty


def test_every_fault_of_the_catalogue_is_made():
    made = {fault.id for fault in FAULTS}
    every = {f"F{number:02}" for number in range(1, 63)}
    assert made | set(ELSEWHERE) == every
