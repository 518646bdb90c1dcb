"""Whoever waits is told each step in words, and how much is done; it only ever grows."""

from data.access import LOCAL_USER as LOCAL
from indicators.change.measuring import EVERY_INDICATOR
from tests.faults.fault import one, plans
from tests.store_filling import BRENT
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission


def test_checking_and_publishing_tell_their_steps(store):
    steps: list[tuple[str, float]] = []
    files = [*plans({}), *one("children", {})]
    desk = Desk(store, LOCAL, EVERY_INDICATOR)
    submission = Submission(BRENT, "2026-10", tuple(files), reasons={"": "it is so"})
    received = desk.receive(submission, progress=lambda *step: steps.append(step))
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
    desk.publish(received, lambda *step: steps.append(step))
    assert [step for step, _ in steps] == [
        "Writing rows",
        "Measuring the month's figures",
        "Keeping rows and figures together",
        "Looking for what calls for attention",
        "Looking at each team",
        "Setting two months side by side",
        "Read",
        "Done",
    ]
    assert [done for _, done in steps] == sorted(done for _, done in steps) and steps[-1][1] == 1
