"""Targets and events without a browser: kept once, listed with what they come to, refused in one line."""

import json

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.history import revision
from data.store.command_handover import Asked
from data.store.store import Store
from pages.terminal.run import answer, main

BY = ["--set-by", "The board", "--source", "Plan, page 4"]
CLINICS = [
    "event",
    "add",
    "Saturday clinics",
    "--on",
    "2025-09-06",
    "--told",
    "Held on Saturdays.",
    "--author",
    "A Head",
]


@pytest.fixture
def here(tmp_path):
    path = tmp_path / "house.duckdb"
    Store.create(path).close()
    return ["--store", str(path), "--authority", "E09000005"]


def told(capsys, *words):
    capsys.readouterr()
    assert main([*words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_target_is_set_changed_and_ended(here, capsys):
    asked = ["target", "set", "pathway_plans_in_place"]
    assert main([*asked, "95", "--from", "2026-04", *BY, *here]) == 0
    assert main([*asked, "95", "--from", "2026-04", *BY, *here]) == 0
    assert "held already; nothing changed" in capsys.readouterr().out
    assert main([*asked, "100", "--from", "2026-04", "--national", *BY, *here]) == 0
    assert main(["target", "end", "pathway_plans_in_place", "--from", "2027-04", *BY, *here]) == 0
    kept = told(capsys, "targets", "--all", *here)
    assert [(each["target"], each["least"], each["most"], each["scope"], each["from"]) for each in kept] == [
        (1, 95.0, None, "local", "2026-04"),
        (2, 100.0, None, "national", "2026-04"),
        (3, None, None, "local", "2027-04"),
    ]
    assert main([*asked, "195", "--from", "2026-04", *BY, *here]) == 2
    assert "Pathway plans in place: 195 cannot be a target." in capsys.readouterr().err


def test_those_in_force_say_whether_they_will_be_met(capsys):
    found = {each["indicator"]: each for each in told(capsys, "targets", "--month", "2026-10")}
    caseload = found["average_caseload"]
    assert (caseload["most"], caseload["met"], caseload["answer"], caseload["month"]) == (
        16,
        False,
        "changing",
        "2026-10",
    )
    assert found["re_referrals"]["answer"] == "no limits", "they begin anew where Family Help goes live, months ago"
    answers = {name: each["answer"] for name, each in found.items()}
    assert (answers["permanence_plan_by_second_review"], answers["cp_reviews_in_timescale"]) == ("met", "hit and miss")
    assert 0.4 < found["cp_reviews_in_timescale"]["by_chance"] < 0.8


def test_an_event_is_added_and_taken_back(here, capsys):
    assert main([*CLINICS, "--about", "education", "--anew", "lac_overall_absence", *here]) == 0
    (kept,) = told(capsys, "events", *here)
    assert (kept["event"], kept["about"], kept["begins_anew"]) == (1, ["education"], ["lac_overall_absence"])
    assert main([*CLINICS, "--anew", "education", *here]) == 2
    assert "one figure at a time" in capsys.readouterr().err
    assert main(["event", "take-back", "1", "--why", "It never began", *here]) == 0
    assert told(capsys, "events", *here) == []


def test_a_command_handed_to_the_dashboard_refreshes_its_pages(store):
    before = revision(store, LOCAL)
    given = answer(store, Asked("local", [*CLINICS, "--authority", "E09000005"]))
    assert (given.status, given.out) == (0, "Event 1, Saturday clinics, kept.\n")
    assert revision(store, LOCAL) == before + 1


def test_invented_children_get_neither(capsys):
    assert main(CLINICS) == 2
    assert "Say which store" in capsys.readouterr().err
