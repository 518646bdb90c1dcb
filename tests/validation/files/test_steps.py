"""Whoever waits is told each step in words, and how much is done; it only ever grows."""

from data.access import LOCAL
from indicators.engine.catalogue import measure_everything
from tests.faults.fault import one, plans
from tests.store_filling import BRENT, OCTOBER
from validation.check import check
from validation.publishing.gate import let_in
from validation.publishing.store_context import known_of


def test_checking_and_publishing_tell_their_steps(store):
    steps: list[tuple[str, float]] = []
    files = [*plans({}), *one("children", {})]
    known = known_of(store, LOCAL, BRENT, OCTOBER, None)
    found = check(files, "2026-10", known, lambda step, done: steps.append((step, done)))
    assert [step for step, _ in steps] == [
        "Reading child_protection_plans.csv (1 of 2)",
        "Reading children.csv (2 of 2)",
        "Recognised: Child protection plans; Children",
        "Checking Child protection plans (1 of 2)",
        "Checking Children (2 of 2)",
        "Comparing between extracts",
    ]
    assert [done for _, done in steps] == sorted(done for _, done in steps) and 0 <= steps[0][1] <= steps[-1][1] <= 1
    steps.clear()
    let_in(store, LOCAL, BRENT, found, measure_everything, {"": "it is so"}, None, lambda *step: steps.append(step))
    assert [step for step, _ in steps] == [
        "Writing rows",
        "Measuring the month's figures",
        "Keeping rows and figures together",
        "Done",
    ]
    assert steps[-1][1] == 1
