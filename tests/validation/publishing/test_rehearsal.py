"""A rehearsal shows what publishing would do, to the figure, and keeps nothing of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.clock import now
from data.ledger.history import history
from data.ledger.loads import met_since
from data.months import month_end
from data.store.store import Store
from indicators.change.measuring import EVERY_INDICATOR
from indicators.change.month_readings import alerts_read, changed_read
from indicators.change.moved_figures import every_figure, moved
from indicators.change.restatements import restatements
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.due_soon import HORIZONS, falling_due, with_a_day
from indicators.figures.measured_figures import figures, rows_behind
from indicators.figures.one_child import counts_in
from indicators.figures.uncounted_rows import left_out
from tests.examples import example_rows
from tests.faults.fault import plans
from tests.store_filling import BRENT, OCTOBER, publish_rows
from validation.publishing.delivery import delivery_of
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

SEPTEMBER = month_end("2026-09")
PATIENCE = 30.0
"""Seconds after which whoever waits is taken to wait for good."""


def desk_of(store, figures=every_figure) -> Desk:
    return Desk(store, LOCAL, replace(EVERY_INDICATOR, figures=figures))


def received(store, *rows):
    return desk_of(store).receive(Submission(BRENT, "2026-10", tuple(plans(*rows))), note_attempt=False)


def kept(store: Store) -> str:
    """Return a hash of every row of every table of the store."""
    digest = sha256()
    with store.change() as cursor:
        tables = cursor.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where database_name = 'store' order by 1"
        ).fetchall()
        for (name,) in tables:
            rows = cursor.execute(f"select * from store.{name} order by all").fetchall()
            digest.update(repr((name, rows)).encode())
    return digest.hexdigest()


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    store = Store.in_memory() if request.param == "memory" else Store.create(tmp_path / "house.duckdb")
    desk_of(store).publish(received(store, {"child_id": "Femi", "start_date": "2024-10-01"}, {"child_id": "Gwen"}))
    yield store
    store.close()


def test_what_is_rehearsed_is_what_comes_and_nothing_is_kept(store):
    corrected = received(store, {"child_id": "Femi", "start_date": "2024-10-01"}, {"child_id": "Hana"}, {})
    before, hashed = every_figure(store, LOCAL, BRENT, OCTOBER), kept(store)
    seen_meanwhile = []

    def look(*asked):
        seen_meanwhile.append(meanwhile(lambda: every_figure(store, LOCAL, BRENT, OCTOBER)))
        return every_figure(*asked)

    change = desk_of(store, look).rehearse(corrected)
    assert change.before == before
    assert seen_meanwhile == [before, before], "readers go on reading what stands"
    assert kept(store) == hashed
    assert every_figure(store, LOCAL, BRENT, OCTOBER) == before
    desk_of(store).publish(corrected)
    assert every_figure(store, LOCAL, BRENT, OCTOBER) == change.after
    told = {each.after.indicator: (each.before.value, each.after.value) for each in moved(before, change.after)}
    assert told["children_on_a_plan"] == (2, 3)


def test_who_reads_what_was_measured_waits_for_no_writer(store):
    desk_of(store).publish(received(store, {"child_id": "Hana"}))
    every, on_a_plan, months = list(all_indicators().values()), indicator_called("children_on_a_plan"), [OCTOBER]
    moment = now()
    ours = delivery_of(received(store, {"child_id": "Ines"}))
    questions = [
        lambda: figures(store, LOCAL, every, BRENT, months),
        lambda: figures(store, LOCAL, every, BRENT, months, known_on=moment),
        lambda: breakdown(store, LOCAL, every, BRENT, months, "team"),
        lambda: restatements(store, LOCAL, every, BRENT, months),
        lambda: rows_behind(store, LOCAL, on_a_plan, BRENT, OCTOBER).to_dict("records"),
        lambda: left_out(store, LOCAL, on_a_plan, BRENT, OCTOBER).to_dict("records"),
        lambda: counts_in(store, LOCAL, every, BRENT, OCTOBER, "Hana"),
        lambda: falling_due(store, LOCAL, with_a_day(every), BRENT, OCTOBER, HORIZONS[-1]),
        lambda: alerts_read(store, LOCAL, every, BRENT, months),
        lambda: changed_read(store, LOCAL, every, BRENT, OCTOBER),
        lambda: [f"{part}" for part in met_since(store, LOCAL, ours)[1]],
        lambda: history(store, LOCAL).to_dict("records"),
    ]
    before = [f"{question()}" for question in questions[:8]]
    for at_work in (store.change, store.rehearsal):
        with at_work():
            during = [meanwhile(question) for question in questions]
        assert [f"{answer}" for answer in during[:8]] == before
        assert [f"{question()}" for question in questions] == [f"{answer}" for answer in during]


def test_what_was_never_measured_is_measured_once_the_writer_is_done(store):
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", [{}])}, SEPTEMBER)
    with ThreadPoolExecutor(1) as elsewhere:
        with store.rehearsal():
            asked = elsewhere.submit(every_figure, store, LOCAL, BRENT, SEPTEMBER)
        told = {each.indicator: each.value for each in asked.result(PATIENCE)}
    assert told["children_on_a_plan"] == 1


def meanwhile(question):
    """Ask a question in a thread of its own, as another person's page does; it may not wait for who asks it here."""
    elsewhere = ThreadPoolExecutor(1)
    try:
        return elsewhere.submit(question).result(PATIENCE)
    finally:
        elsewhere.shutdown(wait=False)


def test_a_rehearsal_that_breaks_off_keeps_nothing_and_the_next_change_works(store):
    hashed = kept(store)

    def look(*_):
        raise KeyError("a fault of ours")

    with pytest.raises(KeyError):
        desk_of(store, look).rehearse(received(store, {}))
    assert kept(store) == hashed
    desk_of(store).publish(received(store, {}))
    assert kept(store) != hashed


def test_children_and_rows_added_taken_away_and_changed(store):
    ours = received(
        store,
        {"plan_id": "PLAN-2", "child_id": "Femi", "start_date": "2024-10-02"},
        {"plan_id": "PLAN-9", "child_id": "Hana"},
        {"plan_id": "PLAN-10", "child_id": "Idris"},
    )
    (told,) = desk_of(store).differences(ours)
    assert (told.standing, told.ours) == (2, 3)
    assert (told.rows.added, told.rows.removed, told.rows.changed) == (2, 1, 1)
    assert told.children is not None
    assert (told.children.added, told.children.removed, told.children.changed) == (2, 1, 1)
