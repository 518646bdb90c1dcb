"""Publishing a month lays down the action plan as known at its end, once; its measures read it as they read rows."""

from dataclasses import replace
from datetime import date, datetime

from data.access import LOCAL_USER as LOCAL
from data.annotations.action_plan import keeping
from data.annotations.action_plan.items import Written
from data.annotations.action_plan.keeping import keep_items
from data.annotations.action_plan.laid_down import FILE
from data.extracts import all_extracts
from data.ledger.history import history, published_rows
from data.ledger.loads import withdraw_together
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from tests.data.annotations.test_action_plan import ADVICE, INSPECTED, PLANS
from tests.examples import as_csv, example_texts
from tests.store_filling import BRENT, NOTHING_MEASURED, OCTOBER
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

MEASURES = [indicator_called(f"action_plan_{name}") for name in ("overdue", "on_track", "done_in_time", "evidenced")]


def publish(store: Store, team: str):
    texts = example_texts(all_extracts()["vacancies"], [{"team": team}])
    desk = Desk(store, LOCAL, NOTHING_MEASURED)
    return desk.publish(desk.receive(Submission(BRENT, "2026-10", (("vacancies.csv", as_csv(texts)),))))


def measured(store: Store) -> list[tuple]:
    return [(figure.numerator, figure.denominator) for figure in figures(store, LOCAL, MEASURES, BRENT, [OCTOBER])]


def test_a_month_is_published_with_the_plan_that_was_known_at_its_end(store, monkeypatch):
    monkeypatch.setattr(keeping, "now", lambda: datetime(2026, 10, 31, 23))
    done = replace(PLANS, action="AP2", due=date(2026, 9, 30), progress="DONE", completed=date(2026, 9, 1), evidence="")
    late = replace(PLANS, action="AP3", due=OCTOBER, progress="AT_RISK")
    keep_items(store, LOCAL, BRENT, [INSPECTED, ADVICE, PLANS, done, late])
    monkeypatch.setattr(keeping, "now", lambda: datetime(2026, 11, 2))
    after = replace(late, progress="DONE", completed=date(2026, 10, 30), written=Written(version=1))
    keep_items(store, LOCAL, BRENT, [after])
    (load,) = publish(store, "A")
    assert measured(store) == [(1, None), (1, 2), (1, 2), (0, 1)]
    assert history(store, LOCAL)["file"].tolist() == [FILE, "vacancies.csv"]
    publish(store, "B")
    assert history(store, LOCAL)["extract"].tolist().count("action_plan") == 1
    withdraw_together(store, LOCAL, load, "A mistake")
    assert published_rows(store, LOCAL, BRENT, OCTOBER, "action_plan") is None
    publish(store, "C")
    rows = published_rows(store, LOCAL, BRENT, OCTOBER, "action_plan")
    assert rows is not None and rows["progress"].tolist() == ["ON_TRACK", "DONE", "AT_RISK"]


def test_without_a_plan_a_month_has_none(store):
    publish(store, "A")
    assert published_rows(store, LOCAL, BRENT, OCTOBER, "action_plan") is None
    assert all(
        figure.value is None and "Action plan" in figure.reason
        for figure in figures(store, LOCAL, MEASURES, BRENT, [OCTOBER])
    )
