"""The auditor on the command line: what it counts, and the exit status that stops a publication."""

import json

import pytest

from cli import main
from data.store.store import Store
from indicators.disclosure import decision
from pages.terminal.parts import store_access
from tests.examples import example_rows
from tests.store_filling import publish_rows


@pytest.fixture
def run(capsys, monkeypatch):
    """Audit a small store; return the exit status and what was printed."""
    store = Store.in_memory()
    plans = [{"child_id": f"{team}{each}", "team": team} for team, many in TEAMS.items() for each in range(many)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", plans)})
    monkeypatch.setattr(store_access, "open_configured_store", lambda _: store)

    def audit() -> tuple[int, dict]:
        status = main(["disclosure", "audit", "--json"])
        return status, json.loads(capsys.readouterr().out)

    return audit


TEAMS = {"North": 3, "South": 20, "West": 30}


def test_what_was_decided_on_stands_the_attack(run):
    status, told = run()
    assert (status, told["pinned"], told["narrowed"]) == (0, 0, 0) and told["attacked"] and told["hidden"]


def test_what_is_hidden_too_little_of_is_named_without_a_number_and_refused(run, monkeypatch):
    monkeypatch.setattr(decision, "suppress", lambda _: {})  # only what is small by itself is hidden
    status, told = run()
    assert status == 1 and told["pinned"]
    exposed = told["months"][0]["exposed"]
    found = next(each for each in exposed if (each["indicator"], each["group"]) == ("children_on_a_plan", "North"))
    assert found == {
        "indicator": "children_on_a_plan",
        "number": "numerator",
        "by": "team",
        "group": "North",
        "pinned": True,
    }
