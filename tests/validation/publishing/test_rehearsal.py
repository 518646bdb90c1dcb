"""A rehearsal shows what publishing would do, to the figure, and keeps nothing of it."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest

from data.access import LOCAL
from data.ledger.clock import now
from data.ledger.history import history, published_rows
from data.ledger.loads import met_since
from data.months import month_end
from data.store.store import Store
from indicators.change.month_readings import alerts_read, changed_read
from indicators.change.moved_figures import every_figure, moved
from indicators.change.restatements import restatements
from indicators.engine.catalogue import all_indicators, indicator_called, measure_everything
from indicators.figures.breakdown import breakdown
from indicators.figures.due_soon import HORIZONS, falling_due, with_a_day
from indicators.figures.measured_figures import figures, rows_behind
from indicators.figures.one_child import counts_in
from indicators.figures.uncounted_rows import left_out
from tests.examples import example_rows
from tests.faults.fault import plans
from tests.store_filling import BRENT, OCTOBER, publish_rows
from validation.check import check
from validation.publishing.gate import incoming_of, let_in, rehearse
from validation.publishing.store_context import known_of
from validation.publishing.version_differences import differences

SEPTEMBER = month_end("2026-09")
PATIENCE = 30.0
"""Seconds after which whoever waits is taken to wait for good."""


def checked(store, *rows):
    return check(plans(*rows), "2026-10", known_of(store, LOCAL, BRENT, OCTOBER, None))


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
    first = checked(store, {"child_id": "Femi", "start_date": "2024-10-01"}, {"child_id": "Gwen"})
    let_in(store, LOCAL, BRENT, first, measure_everything)
    yield store
    store.close()


def test_what_is_rehearsed_is_what_comes_and_nothing_is_kept(store):
    corrected = checked(store, {"child_id": "Femi", "start_date": "2024-10-01"}, {"child_id": "Hana"}, {})
    before, hashed = every_figure(store, LOCAL, BRENT, OCTOBER), kept(store)
    seen_meanwhile = []

    def look(as_it_would_be):
        seen_meanwhile.append(meanwhile(lambda: every_figure(store, LOCAL, BRENT, OCTOBER)))
        return every_figure(as_it_would_be, LOCAL, BRENT, OCTOBER)

    seen, rehearsed = rehearse(store, LOCAL, BRENT, corrected, measure_everything, look)
    assert seen == before
    assert seen_meanwhile == [before, before], "readers go on reading what stands"
    assert kept(store) == hashed
    assert every_figure(store, LOCAL, BRENT, OCTOBER) == before
    let_in(store, LOCAL, BRENT, corrected, measure_everything)
    assert every_figure(store, LOCAL, BRENT, OCTOBER) == rehearsed
    told = {each.after.indicator: (each.before.value, each.after.value) for each in moved(before, rehearsed)}
    assert told["children_on_a_plan"] == (2, 3)


@pytest.mark.parametrize("at_work", [Store.change, Store.rehearsal], ids=["change", "rehearsal"])
def test_who_reads_what_was_measured_waits_for_no_writer(store, at_work):
    let_in(store, LOCAL, BRENT, checked(store, {"child_id": "Hana"}), measure_everything)
    every, on_a_plan, months = list(all_indicators().values()), indicator_called("children_on_a_plan"), [OCTOBER]
    moment = now()
    ours = incoming_of(checked(store, {"child_id": "Ines"}))
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
        lambda: [f"{part}" for part in met_since(store, LOCAL, BRENT, OCTOBER, ours, 1)[1]],
        lambda: history(store, LOCAL).to_dict("records"),
    ]
    before = [f"{question()}" for question in questions[:8]]
    with at_work(store):
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

    def look(_):
        raise KeyError("a fault of ours")

    with pytest.raises(KeyError):
        rehearse(store, LOCAL, BRENT, checked(store, {}), measure_everything, look)
    assert kept(store) == hashed
    let_in(store, LOCAL, BRENT, checked(store, {}), measure_everything)
    assert kept(store) != hashed


def test_children_and_rows_added_taken_away_and_changed(store):
    ours = checked(
        store,
        {"plan_id": "plan-2", "child_id": "Femi", "start_date": "2024-10-02"},
        {"plan_id": "plan-9", "child_id": "Hana"},
        {"plan_id": "plan-10", "child_id": "Idris"},
    )
    (told,) = differences(ours, lambda name: published_rows(store, LOCAL, BRENT, OCTOBER, name))
    assert (told.standing, told.ours) == (2, 3)
    assert (told.rows.added, told.rows.removed, told.rows.changed) == (2, 1, 1)
    assert told.children is not None
    assert (told.children.added, told.children.removed, told.children.changed) == (2, 1, 1)
