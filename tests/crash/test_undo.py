"""Undo and redo: whatever is published, withdrawn or restored later, what was known on a past day stays known."""

from datetime import datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.ledger.clock import clock_set_back, end_of
from data.ledger.history import history, revision, turns
from data.ledger.loads import restore, withdraw
from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PLANS = "child_protection_plans"
BEGAN = datetime(2026, 11, 1, 12)
STEP = st.tuples(st.sampled_from(["publish", "publish", "withdraw", "restore"]), st.integers(0, 9), st.integers(0, 3))


def known_on(store: Store, day) -> list[tuple]:
    with store.change() as cursor:
        return cursor.execute("select load, month from loads_known(?) order by load", [end_of(day)]).fetchall()


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=4, max_size=14))
def test_what_was_known_on_a_day_never_changes(steps):
    store, moment, answers, loads = Store.in_memory(), BEGAN, {}, 0
    months = (OCTOBER, OCTOBER.replace(month=8))
    for number, (what, which, days) in enumerate(steps):
        before = moment.date()
        moment += timedelta(days=days, minutes=1)
        for day in range((moment.date() - before).days):
            answers[before + timedelta(days=day)] = known_on(store, before + timedelta(days=day))
        try:
            if what == "publish":
                rows = example_rows(PLANS, [{"child_id": f"child-{number}"}])
                publish_rows(store, {PLANS: rows}, months[which % 2], at=moment)
                loads += 1
            else:
                {"withdraw": withdraw, "restore": restore}[what](store, LOCAL, which % (loads + 1), "because", moment)
        except Mendable as why:
            assert "There is no load 0" in str(why) or "nothing was changed" in str(why)
        assert {day: known_on(store, day) for day in answers} == answers
    store.close()


def test_restoring_is_told_in_full_and_can_be_taken_back(store):
    publish_rows(store, {PLANS: example_rows(PLANS, [{}])})
    seen = [revision(store, LOCAL)]
    for turn, why in ((withdraw, "the wrong file"), (restore, "it was right"), (withdraw, "it was wrong after all")):
        turn(store, LOCAL, 1, why)
        seen.append(revision(store, LOCAL))
    assert seen == [1, 2, 3, 4]
    told = turns(store, LOCAL)
    assert list(told["what"]) == ["withdraw", "restore", "withdraw"]
    assert list(told["why"]) == ["the wrong file", "it was right", "it was wrong after all"]
    assert list(history(store, LOCAL)["state"]) == ["withdrawn"]


def test_restoring_needs_a_reason_a_load_and_a_withdrawal(store):
    publish_rows(store, {PLANS: example_rows(PLANS, [{}])})
    with pytest.raises(Mendable, match="A restoration needs a reason"):
        restore(store, LOCAL, 1, " ")
    with pytest.raises(Mendable, match="There is no load 7"):
        restore(store, LOCAL, 7, "right")
    with pytest.raises(Mendable, match="Load 1 is not withdrawn; nothing was changed"):
        restore(store, LOCAL, 1, "right")


@pytest.mark.parametrize(("back", "is_told"), [(timedelta(minutes=1), False), (timedelta(days=2), True)])
def test_a_clock_set_back_leaves_the_order_of_the_ledger_and_is_told(back, is_told, store, monkeypatch):
    moment = datetime(2026, 11, 5, 12)
    monkeypatch.setattr("data.ledger.clock.now", lambda: moment)
    publish_rows(store, {PLANS: example_rows(PLANS, [{}])})
    assert clock_set_back(store) == ""
    monkeypatch.setattr("data.ledger.clock.now", lambda: moment - back)
    for rows in (2, 3):
        publish_rows(store, {PLANS: example_rows(PLANS, [{}] * rows)})
    withdraw(store, LOCAL, 3, "the wrong file")
    with store.change() as cursor:
        known = cursor.execute("select load from loads_known_each_time(?) order by moment", [BRENT]).fetchall()
    assert [load for (load,) in known] == [1, 2, 3, 2]
    assert list(history(store, LOCAL)["state"]) == ["withdrawn", "current", "superseded"]
    assert [load for load, _ in known_on(store, None)] == [2]
    told = clock_set_back(store)
    assert bool(told) is is_told
    if is_told:
        assert "says 3 November 2026, 12:00 UTC" in told and "recorded on 5 November 2026, 12:00 UTC" in told


def test_f74_a_clock_set_back_a_little_rewrites_nothing(store, monkeypatch):
    midnight = datetime(2026, 11, 5)
    monkeypatch.setattr("data.ledger.clock.now", lambda: midnight + timedelta(minutes=1))
    publish_rows(store, {PLANS: example_rows(PLANS, [{}])})
    before = known_on(store, datetime(2026, 11, 4).date())
    monkeypatch.setattr("data.ledger.clock.now", lambda: midnight - timedelta(minutes=1))
    publish_rows(store, {PLANS: example_rows(PLANS, [{}, {}])})
    assert known_on(store, datetime(2026, 11, 4).date()) == before == []
