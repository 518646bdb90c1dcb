"""One fault of ours blocks its own file, with a number; the rest is judged, rows add up, and nothing is published."""

import json
import re
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.ledger.history import history
from data.store.command_handover import Asked
from data.store.store import Store
from pages.terminal.run import answer
from tests.every_case import every
from tests.faults.fault import one
from tests.store_filling import BRENT, NOTHING_MEASURED
from tests.validation.files.test_returns import EPISODES, csv, header
from validation.files.refusal import FELL_OVER
from validation.publishing.desk import Desk
from validation.publishing.marked_workbook import can_be_marked
from validation.publishing.submission import Submission

NUMBER = re.compile(
    r"Quote fault [0-9A-F]{4}-[0-9A-F]{4} \(KeyError at tests/validation/publishing/test_fallen.py:\d+\)"
)
SECRET = "Femi Okafor"
PLANS, CHILDREN = "child_protection_plans.csv", "children.csv"
EXTRACTS = (*one("child_protection_plans", {"category": "NEGL"}, {}), *one("children", {}, {}))
LISTS = (header("1", "2"), csv("b.csv", EPISODES, *(f"{child},01/05/2025,S,C2,N1,U1,PR1,,,,,," for child in (1, 2))))


@dataclass(frozen=True)
class Planted:
    """Say where this program falls over: at a function, where what it is given is so, and which files are refused."""

    where: str
    at: Callable[..., bool]
    fallen: tuple[str, ...]
    files: tuple[tuple[str, bytes], ...] = EXTRACTS

    def __str__(self) -> str:
        return self.where


def _always(*_) -> bool:
    return True


STEPS = [
    Planted("validation.files.opened_files.read", lambda name, _: name == CHILDREN, (CHILDREN,)),
    Planted("validation.files.opened_files.recognise", lambda arrival, _: arrival.file == CHILDREN, (CHILDREN,)),
    Planted("validation.files.opened_files.typed", lambda declared, *_: declared.name == "children", (CHILDREN,)),
    Planted("validation.rows.row_findings.broken_rows", lambda declared, *_: declared.name == "children", (CHILDREN,)),
    Planted("validation.check.column_findings", lambda file: file.declared.name == "children", (CHILDREN,)),
    Planted(
        "validation.rules.question.Between.broken_by",
        lambda rule, *_: rule.id == "child_protection_plans.child_id.not_among_children",
        (PLANS, CHILDREN),
    ),
    Planted("validation.check._accounted", lambda file, *_: file.declared.name == "children", (PLANS, CHILDREN)),
    Planted("data.arrivals.lists._candidates", lambda arrival, _: arrival.file == "b.csv", ("a.csv", "b.csv"), LISTS),
    Planted("validation.publishing.desk.note", _always, (PLANS, CHILDREN)),
    Planted("data.arrivals.extracts_from_lists.combined", _always, ("a.csv", "b.csv"), LISTS),
    Planted("data.arrivals.extracts_from_lists._made", _always, ("a.csv", "b.csv"), LISTS),
]


def plant(patch: pytest.MonkeyPatch, planted: Planted) -> None:
    """Have a function fall over, with a value in its error."""
    module, _, name = planted.where.rpartition(".")
    real = vars(pytest.importorskip(module) if module.islower() else _class_of(module))[name]

    def falls_over(*given):
        if planted.at(*given):
            raise KeyError(SECRET)
        return real(*given)

    patch.setattr(planted.where, falls_over)


def _class_of(where: str) -> type:
    module, _, name = where.rpartition(".")
    return getattr(pytest.importorskip(module), name)


@pytest.fixture(scope="module")
def store():
    with closing(Store.in_memory()) as store:
        yield store


@every("planted", STEPS)
def test_the_file_it_was_busy_with_is_refused_with_a_number_and_the_rest_is_judged(planted, store):
    desk = Desk(store, LOCAL, NOTHING_MEASURED)
    with pytest.MonkeyPatch.context() as patch:
        plant(patch, planted)
        received = desk.receive(Submission(BRENT, "2026-10", planted.files))
    check = received.check
    fallen = {finding.file for finding in check.findings if finding.rule == FELL_OVER}
    assert fallen == set(planted.fallen), fallen
    for file in check.files:
        assert file.rows == file.accepted + file.set_aside + file.blank
        assert not file.refused or (file.accepted == 0 and file.table is None)
    for finding in check.findings:
        assert finding.rule != FELL_OVER or NUMBER.search(finding.message), finding.message
        assert finding.rule != FELL_OVER or finding.file in finding.message, finding.message
        assert SECRET not in finding.message
    if PLANS not in planted.fallen and planted.files is EXTRACTS:
        assert [finding.row for finding in check.findings if finding.rule.endswith("in_set")] == [2]
    assert not fallen & set(can_be_marked(check)) or not any(file.refused for file in check.files)
    with pytest.raises(Mendable, match="Nothing was published"):
        desk.publish(received)
    assert history(store, LOCAL).empty


def test_the_command_line_says_one_line_and_ends_with_3_and_its_json_is_whole(store, monkeypatch):
    plant(monkeypatch, next(planted for planted in STEPS if planted.where.endswith("broken_rows")))
    files = dict(EXTRACTS)
    for command in ("check", "publish"):
        ended = answer(store, Asked(LOCAL.who, [command, *files, "--month", "2026-10", "--json"], files, BRENT))
        assert ended.status == 3 and ended.err.count("\n") == 1 and NUMBER.search(ended.err), ended.err
        findings = json.loads(ended.out)["findings"]
        assert [finding["file"] for finding in findings if finding["rule"] == FELL_OVER] == [CHILDREN]
