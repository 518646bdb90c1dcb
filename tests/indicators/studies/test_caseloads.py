"""The spread of caseloads is that of the very workers and cases that the average caseload counts, and names nobody."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures, rows_behind
from indicators.studies.caseloads import EVEN, LIMITS, caseloads, cases_of, spread, spreads
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

MONTHS = [month_end("2025-03"), month_end("2026-10")]


@pytest.fixture(scope="module")
def held(borough):
    return caseloads(borough, LOCAL, AUTHORITY, MONTHS)


@pytest.mark.parametrize("month", MONTHS)
def test_it_adds_up_to_the_average_and_to_those_above_each_limit(borough, held, month):
    everyone = spread("All", held[held["month"].dt.date == month], EVEN)
    names = ["average_caseload", *(f"caseload_above_{limit}" for limit in LIMITS)]
    average, *above = figures(borough, LOCAL, [indicator_called(name) for name in names], AUTHORITY, [month])
    assert (everyone.cases, everyone.posts) == (average.numerator, pytest.approx(average.denominator))
    assert everyone.over == tuple(each.numerator for each in above)
    assert {each.denominator for each in above} == {everyone.workers}


def test_the_median_and_the_tail_are_those_of_the_rows_behind_the_average(borough, held):
    behind = rows_behind(borough, LOCAL, indicator_called("average_caseload"), AUTHORITY, MONTHS[1])
    now = held[held["month"].dt.date == MONTHS[1]]
    for each in spreads(now, "team", EVEN):
        cases = sorted(behind.loc[behind["team"] == each.group, "numerator"])
        place, share = divmod(0.9 * (len(cases) - 1), 1)
        between = cases[int(place)] * (1 - share) + cases[min(int(place) + 1, len(cases) - 1)] * share
        assert each.ninetieth == pytest.approx(between)


def test_nobody_is_named(held):
    assert not {"worker_id", "supervisor_id", "child_id", "post_id"} & set(held.columns)


def test_fewer_than_three_have_no_spread(held):
    assert spread("Two", held.head(2), EVEN).median is None
    assert spread("Two", held.head(2), EVEN).over == ()
    assert spread("Three", held.head(3), EVEN).median is not None


def test_types_weigh_what_they_are_said_to(store):
    rows = {
        "social_workers": example_rows("social_workers", [{"worker_id": "W1", "fte": 1.0}], month_end=OCTOBER),
        "case_allocations": example_rows(
            "case_allocations",
            [
                {"worker_id": "W1", "child_id": "A", "case_type": "CP", "start_date": "2026-05-01"},
                {"worker_id": "W1", "child_id": "B", "case_type": "CIN", "start_date": "2026-05-01"},
                {"worker_id": "W1", "child_id": "B", "case_type": "CIN", "start_date": "2026-06-01"},
                {"worker_id": "W1", "child_id": "C", "case_type": "CP", "allocated_as": "SECOND"},
            ],
            month_end=OCTOBER,
        ),
        "supervision": example_rows(
            "supervision",
            [
                {"worker_id": "W1", "supervision_date": "2026-10-01", "kind": "ONE"},
                {"worker_id": "W1", "supervision_date": "2026-09-30", "kind": "ONE"},
                {"worker_id": "W1", "supervision_date": "2026-10-20", "kind": "GROUP"},
            ],
            month_end=OCTOBER,
        ),
    }
    publish_rows(store, rows)
    found = caseloads(store, LOCAL, BRENT, [OCTOBER])
    assert list(cases_of(found, EVEN)) == [2.0]
    assert list(cases_of(found, EVEN | {"CP": 2.5})) == [3.5]
    assert found["sessions"].tolist() == [1]
