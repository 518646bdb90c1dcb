"""Faults of published months: gaps, months out of order, months published again, and withdrawals."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.ledger.history import history, published_rows
from data.ledger.loads import withdraw
from data.months import month_end
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

ON_A_PLAN = "children_on_a_plan"
AUGUST, SEPTEMBER, OCTOBER = (month_end(f"2026-{month:02}") for month in (8, 9, 10))


def months_of(*counts_by_month: tuple[date, int]) -> Store:
    """Publish so many plans for each month, in the order given."""
    store = Store.in_memory()
    for month, count in counts_by_month:
        rows = [{"child_id": f"C{number}", "start_date": "2026-07-01"} for number in range(count)]
        publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", rows)}, month)
    return store


def values(store: Store, *months: date) -> list[float | None]:
    return [each.value for each in figures(store, LOCAL, [indicator_called(ON_A_PLAN)], BRENT, list(months))]


def test_f52_a_month_that_is_missing_is_a_gap_and_never_nought():
    store = months_of((AUGUST, 3), (OCTOBER, 4))
    found = figures(store, LOCAL, [indicator_called(ON_A_PLAN)], BRENT, [AUGUST, SEPTEMBER, OCTOBER])
    assert [each.value for each in found] == [3, None, 4]
    assert "September 2026" in str(found[1].reason)
    store.close()


def test_f53_months_published_in_any_order_give_the_same_figures_and_versions():
    told = []
    for order in ([AUGUST, SEPTEMBER, OCTOBER], [OCTOBER, AUGUST, SEPTEMBER], [SEPTEMBER, OCTOBER, AUGUST]):
        store = months_of(*((month, month.month) for month in order))
        versions = history(store, LOCAL).set_index("month")["version"].sort_index().tolist()
        told.append((values(store, AUGUST, SEPTEMBER, OCTOBER), versions))
        store.close()
    assert told == [([8, 9, 10], [1, 1, 1])] * 3


def test_f54_and_f62_a_month_published_again_is_a_new_version_and_withdrawing_it_brings_back_the_first():
    store = months_of((OCTOBER, 4), (OCTOBER, 5))
    assert values(store, OCTOBER) == [5]
    assert history(store, LOCAL)["version"].tolist() == [2, 1]
    withdraw(store, LOCAL, 2, "the wrong file")
    assert values(store, OCTOBER) == [4]
    rows = published_rows(store, LOCAL, BRENT, OCTOBER, "child_protection_plans")
    assert rows is not None and len(rows) == 4
    assert history(store, LOCAL)["state"].tolist() == ["withdrawn", "current"]
    noted = store.ask(LOCAL, "select what, load from ledger.events order by event")
    assert noted.values.tolist() == [["publish", 1], ["publish", 2], ["withdraw", 2]]
    store.close()
