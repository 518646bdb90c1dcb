"""Every fault of files and values has the outcome it should, says where and what to do, and stores nothing.

It is handed in on the upload page and on the command line, as one hands files in there: both give the same answer.
"""

import re
from contextlib import closing
from dataclasses import replace

import pytest

from data.access import LOCAL_USER
from data.errors import Mendable
from data.ledger.history import revision
from data.store.store import Store
from tests.faults import cells, container, months, text, values
from tests.faults.faces import on_the_command_line, on_the_page, read_and_judged_once, stands
from tests.faults.fault import DECISIONS, SEVERITIES
from tests.store_filling import NOTHING_MEASURED
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

FAULTS = [*container.FAULTS, *text.FAULTS, *values.FAULTS, *months.FAULTS, *cells.FAULTS]
ELSEWHERE = {
    "F52": "tests/faults/test_published_months.py",
    "F53": "tests/faults/test_published_months.py",
    "F59": "tests/faults/test_published_figures.py",
    "F60": "tests/faults/test_published_figures.py",
    "F62": "tests/faults/test_published_months.py",
}
REMEDY = re.compile(r"[.]\s*$")


@pytest.fixture(scope="module")
def store():
    with closing(Store.in_memory()) as store:
        yield store


@pytest.fixture(autouse=True)
def on_both_faces(store, monkeypatch):
    """Show the store on the page, and do once what does not differ by who asks."""
    monkeypatch.setattr("pages.kit.frame.session._open", lambda _: store)
    read_and_judged_once(monkeypatch)


def own_process(number, fault):
    """Have files that are no tables, or harm who opens them, read by the process that is there for them."""
    return pytest.param(number, fault, marks=pytest.mark.own_process if fault in container.FAULTS else ())


@pytest.mark.parametrize(
    ("number", "fault"), [own_process(number, fault) for number, fault in enumerate(FAULTS)], ids=map(str, FAULTS)
)
def test_a_fault_has_the_outcome_it_should_on_the_page_and_on_the_command_line(number, fault, store):
    whose = stands(store, fault, f"X{number:08}")
    before, files = revision(store, LOCAL_USER), tuple(fault.files())
    handed_in = Submission(whose, fault.month, files, nil_return=fault.known.nil_return or "")
    submission, shown = on_the_page(handed_in, store)
    found = submission.checked
    assert found is not None
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
            Desk(store, LOCAL_USER, NOTHING_MEASURED).publish(replace(submission, nil_return=""))
    assert on_the_command_line(submission, store) == shown
    assert revision(store, LOCAL_USER) == before


def test_every_fault_of_the_catalogue_is_made():
    made = {fault.id for fault in FAULTS if fault.id.startswith("F")}
    every = {f"F{number:02}" for number in range(1, 63)}
    assert made | set(ELSEWHERE) == every
