"""The action plan is kept version by version, as known on any day; nothing is lost, or taken without an owner."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Reader
from data.annotations.action_plan import keeping
from data.annotations.action_plan.items import (
    ATTACHED,
    BETTER,
    DOWN,
    INSPECTION,
    NO_OVERALL,
    OBJECTIVE,
    UP,
    Action,
    Judgement,
    Move,
    Recommendation,
    Source,
    Written,
)
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.laid_down import plan_of_month
from data.annotations.action_plan.namelessness import SHOWN
from data.annotations.action_plan.reading import plan_known, versions
from data.errors import Mendable
from data.ledger.clock import end_of
from data.ledger.history import revision
from data.months import month_end
from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

SEPTEMBER = month_end("2026-09")
INSPECTED = Source(
    BRENT,
    "ILACS-2026",
    INSPECTION,
    "Inspection by Ofsted",
    date(2026, 5, 12),
    NO_OVERALL,
    (Judgement("Children who need help and protection", "good"),),
)
ADVICE = Recommendation(BRENT, "4.13", "ILACS-2026", "Pathway plans should be in place in time")
PLANS = Action(
    BRENT,
    "AP1",
    "4.13",
    "Train personal advisers in planning",
    "Head of leaving care",
    "Health",
    "Leaving Care 2",
    date(2026, 6, 3),
    date(2026, 11, 30),
    "ON_TRACK",
    moves=(Move("pathway_plans_in_place", UP, month_end("2027-03"), 90.0),),
)
OFFICER = Reader("an officer", ("analyst",), ("*",), ("*",))


def kept(store: Store, *items):
    return keep_items(store, LOCAL, BRENT, items)


def seen(item, version: int):
    return replace(item, written=Written(version=version))


def test_it_is_kept_with_who_and_when_and_the_same_again_is_no_version(store):
    before = revision(store, LOCAL)
    new = kept(store, PLANS, ADVICE, INSPECTED)
    assert [(item.key, item.written.version, item.written.by) for item in new] == [
        ("ILACS-2026", 1, "local"),
        ("4.13", 1, "local"),
        ("AP1", 1, "local"),
    ]
    assert list(plan_known(store, LOCAL, BRENT).items) == new and revision(store, LOCAL) == before + 1
    assert kept(store, PLANS, ADVICE, INSPECTED) == [] and len(versions(store, LOCAL, BRENT)) == 3


def test_every_version_stays_and_the_plan_is_as_known_on_any_day(store, monkeypatch):
    monkeypatch.setattr(keeping, "now", lambda: datetime(2026, 9, 30, 23, 59, 59))
    kept(store, INSPECTED, ADVICE, PLANS)
    monkeypatch.setattr(keeping, "now", lambda: datetime(2026, 10, 1))
    kept(store, seen(replace(PLANS, progress="AT_RISK", evidence=""), 1))
    assert [item.progress for item in versions(store, LOCAL, BRENT) if isinstance(item, Action)] == [
        "ON_TRACK",
        "AT_RISK",
    ]
    assert plan_known(store, LOCAL, BRENT, end_of(SEPTEMBER)).actions[0].progress == "ON_TRACK"
    assert plan_known(store, LOCAL, BRENT).actions[0].progress == "AT_RISK"
    assert not plan_known(store, LOCAL, BRENT, end_of(date(2026, 9, 29))).items


def test_of_two_who_write_upon_one_version_the_second_is_told_of_the_first_and_nothing_is_lost(store):
    kept(store, INSPECTED, ADVICE, PLANS)
    keep_items(store, OFFICER, BRENT, [seen(replace(PLANS, owner="Head of care planning"), 1)])
    late = [seen(replace(ADVICE, title="In time and in substance"), 1), seen(replace(PLANS, progress="AT_RISK"), 1)]
    with pytest.raises(Mendable, match=r"Action AP1 was written by an officer on .* UTC, after you saw it .*version 2"):
        kept(store, *late)
    stands = plan_known(store, LOCAL, BRENT)
    assert stands.actions[0].owner == "Head of care planning" and stands.recommendations[0].title == ADVICE.title
    kept(store, seen(replace(PLANS, owner="Head of care planning", progress="AT_RISK"), 2))
    with pytest.raises(Mendable, match="Action AP1 was written by"):
        kept(store, replace(PLANS, title="Another under a number that is taken"))


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (replace(PLANS, owner=" "), "Action AP1 has no owner. Name the post"),
        (replace(PLANS, title=""), "does not say what is to be done"),
        (replace(PLANS, recommendation="9.9"), 'answers recommendation "9.9", which is not in this plan'),
        (replace(PLANS, due=date(2026, 6, 2)), "before it was agreed"),
        (replace(PLANS, progress="FINE"), '"FINE" is no progress. Use one of NOT_STARTED'),
        (replace(PLANS, progress="DONE"), "has no day on which it was done"),
        (replace(PLANS, completed=date(2026, 6, 4)), "is not DONE, and has a day"),
        (
            replace(PLANS, progress="DONE", completed=date(2999, 1, 1)),
            "between the one on which it was agreed and today",
        ),
        (replace(PLANS, moves=(Move("x", "sideways"),)), '"sideways" is no direction'),
        (replace(PLANS, moves=(Move("x", UP), Move("x", DOWN))), "names a figure twice"),
        (replace(PLANS, moves=(Move("x", UP, date(2026, 5, 31)),)), "before the action was agreed"),
        (replace(PLANS, action="AP 1"), '"AP 1" is no number'),
        (
            replace(ADVICE, source="Nowhere"),
            'answers "Nowhere", which is no source of this plan. Use one of CYPP-3, ILACS-2026',
        ),
        (replace(ADVICE, title=" "), "has no words"),
        (replace(INSPECTED, overall=""), 'or "no overall grade", which is what an inspection says since April 2026'),
        (replace(INSPECTED, judgements=()), "has neither an overall grade nor judgements"),
        (replace(INSPECTED, judgements=(Judgement("Help", "fair"),)), 'Help: "fair" is no grade'),
        (replace(INSPECTED, kind="rumour"), 'inspection or objective, and "rumour" is neither'),
        (replace(INSPECTED, day=None), "has no day"),
    ],
)
def test_what_says_too_little_is_refused_with_its_name_and_all_that_came_with_it(store, item, says):
    kept(store, INSPECTED, ADVICE)
    objective = Source(BRENT, "CYPP-3", OBJECTIVE, "Every plan is a good plan", date(2026, 4, 1))
    with pytest.raises(Mendable, match=says):
        kept(store, objective, seen(item, 0 if isinstance(item, Action) else 1))
    assert len(plan_known(store, LOCAL, BRENT).items) == 2


def test_what_is_taken_back_is_no_action_of_the_plan_and_stays_in_its_history(store):
    kept(store, INSPECTED, ADVICE, PLANS)
    kept(store, seen(replace(PLANS, taken_back="Merged with AP2"), 1))
    assert not plan_known(store, LOCAL, BRENT).actions and not plan_known(store, PUBLIC, BRENT).actions
    assert versions(store, LOCAL, BRENT)[-1].taken_back == "Merged with AP2"


def test_the_public_reads_no_owner_no_evidence_and_nobody_who_wrote(store):
    kept(store, INSPECTED, ADVICE, replace(PLANS, evidence="Audit by Ada Byron"))
    (told,) = plan_known(store, PUBLIC, BRENT).actions
    assert (told.owner, told.written.by) == (SHOWN, "") and "Ada" not in repr(versions(store, PUBLIC, BRENT))
    with pytest.raises(Mendable, match="the public may not keep"):
        keep_items(store, PUBLIC, BRENT, [ADVICE])


def test_a_month_is_laid_down_as_the_plan_was_known_at_its_end(store, monkeypatch):
    monkeypatch.setattr(keeping, "now", lambda: datetime(2026, 9, 30, 12))
    old = {"agreed": date(2025, 1, 6), "due": date(2025, 9, 29), "progress": "DONE", "moves": ()}
    kept(
        store,
        INSPECTED,
        ADVICE,
        replace(PLANS, evidence=""),
        replace(PLANS, action="AP2", completed=date(2025, 9, 30), **old),
        replace(PLANS, action="AP3", completed=date(2025, 10, 1), evidence="Audit", **old),
    )
    monkeypatch.setattr(keeping, "now", lambda: datetime(2026, 11, 2))
    kept(store, seen(replace(PLANS, progress="DONE", completed=date(2026, 9, 29)), 1))
    laid_down = plan_of_month(store, LOCAL, BRENT, SEPTEMBER)
    assert laid_down is not None
    cells = laid_down.rows[["action_id", "progress", "evidence", "indicator"]].fillna("").to_dict("records")
    assert [tuple(row.values()) for row in cells] == [
        ("AP1", "ON_TRACK", "N", "pathway_plans_in_place"),
        ("AP3", "DONE", "Y", ""),
    ]
    assert laid_down.rows["completed_date"].notna().tolist() == [False, True]
    assert plan_of_month(store, LOCAL, BRENT, month_end("2026-08")) is None


def test_an_older_stores_published_months_become_the_plan_once_and_no_row_is_lost(tmp_path):
    path = tmp_path / "house.duckdb"
    with_store = Store.create(path, invented=True)
    action = {"action_id": "AP1", "recommendation": "4.13", "agreed_date": "2026-06-03", "due_date": "2026-11-30"}
    done = {"progress": "DONE", "completed_date": "2026-10-20", "evidence": "Y", "indicator": "pathway_plans_in_place"}
    months = [month_end("2026-08"), SEPTEMBER, OCTOBER]
    for month, changed in zip(months, ({}, {}, done), strict=True):
        rows = example_rows("action_plan", [{"progress": "ON_TRACK"} | action | changed], month_end=month)
        publish_rows(with_store, {"action_plan": rows}, month, at=datetime(2026, month.month, 1) + timedelta(35))
    with_store.close()
    tables = ("plan_sources", "plan_judgements", "plan_recommendations", "plan_actions", "plan_moves")
    with duckdb.connect(path) as connection:
        for table in tables:
            connection.execute(f"drop table office.{table}")
        connection.execute("update ledger.house set version = 11")
    opened = Store.open_file(path)
    first, last = (item for item in versions(opened, LOCAL, BRENT) if isinstance(item, Action))
    assert (first.progress, first.written.at, first.owner, first.evidence) == (
        "ON_TRACK",
        datetime(2026, 9, 5),
        "",
        None,
    )
    assert (last.progress, last.completed, last.evidence) == ("DONE", date(2026, 10, 20), ATTACHED)
    assert last.moves == (Move("pathway_plans_in_place", BETTER),) and last.written.version == 2
    assert plan_known(opened, LOCAL, BRENT).recommendations[0].key == "4.13"
    with opened.reading() as cursor:
        assert cursor.execute("select count(*) from store.uploaded.action_plan").fetchall() == [(3,)]
    with pytest.raises(Mendable, match="has no owner|does not say"):
        keep_items(opened, LOCAL, BRENT, [replace(last, progress="DONE", evidence="Audit")])
    opened.close()
