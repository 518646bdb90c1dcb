"""A rehearsal shows what publishing would do, to the figure, and keeps nothing of it."""

from hashlib import sha256

import pytest

from data.access import LOCAL
from data.ledger.history import published_rows
from data.store.store import Store
from indicators.change.moved_figures import every_figure, moved
from indicators.engine.catalogue import measure_everything
from tests.faults.fault import plans
from tests.store_filling import BRENT, OCTOBER
from validation.check import check
from validation.publishing.gate import let_in, rehearse
from validation.publishing.store_context import known_of
from validation.publishing.version_differences import differences


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
    with store._root.cursor() as reader_meanwhile:
        seen_meanwhile = []

        def look(as_it_would_be):
            seen_meanwhile.append(reader_meanwhile.execute("select count(*) from store.ledger.loads").fetchall())
            return every_figure(as_it_would_be, LOCAL, BRENT, OCTOBER)

        seen, rehearsed = rehearse(store, LOCAL, BRENT, corrected, measure_everything, look)
    assert seen == before
    assert seen_meanwhile == [[(1,)], [(1,)]], "readers go on reading what stands"
    assert kept(store) == hashed
    assert every_figure(store, LOCAL, BRENT, OCTOBER) == before
    let_in(store, LOCAL, BRENT, corrected, measure_everything)
    assert every_figure(store, LOCAL, BRENT, OCTOBER) == rehearsed
    told = {each.after.indicator: (each.before.value, each.after.value) for each in moved(before, rehearsed)}
    assert told["children_on_a_plan"] == (2, 3)


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
