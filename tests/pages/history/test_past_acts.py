"""What happened last comes as acts, the last first by the log's own order: many loads of one moment are one."""

from datetime import timedelta

from data.access import LOCAL_USER as LOCAL
from data.annotations.targets import LOCAL_TARGET, Target, keep_target
from data.ledger.acts import latest_acts
from data.ledger.loads import withdraw
from pages.kit.history.past_acts import what_was_done
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

EXTRACTS = ("children", "child_protection_plans")


def test_many_loads_of_a_moment_are_one_act_and_the_last_act_leads(store):
    loads = publish_rows(store, {name: example_rows(name, [{}, {}]) for name in EXTRACTS}, OCTOBER, BRENT)
    keep_target(store, LOCAL, Target(BRENT, "average_caseload", None, 16.0, OCTOBER, None, LOCAL_TARGET, "A", "B"))
    withdraw(store, LOCAL, loads[0], "A mistake")
    words = [what_was_done(act) for act in latest_acts(store, LOCAL, 5)]
    assert words == [
        "Undone: 1 extract of October 2026, 2 rows",
        "A target kept or ended",
        "Published: 2 extracts of October 2026, 4 rows",
    ]
    assert len(latest_acts(store, LOCAL, 1)) == 1


def test_the_order_is_that_of_the_log_though_a_clock_was_set_back(store, monkeypatch):
    publish_rows(store, {"children": example_rows("children", [{}])}, OCTOBER, BRENT)
    earlier = latest_acts(store, LOCAL, 1)[0].happened_at - timedelta(days=2)
    monkeypatch.setattr("data.ledger.audit_log.this_moment", lambda cursor: earlier)
    keep_target(store, LOCAL, Target(BRENT, "average_caseload", None, 16.0, OCTOBER, None, LOCAL_TARGET, "A", "B"))
    assert [act.what for act in latest_acts(store, LOCAL, 2)] == ["target", "publish"]
