"""What lies behind a figure: who is left out and why, what one child counts in, and what blank dates decide."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.errors import Mendable
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.best_and_worst_case import IfKnown, dates_it_can_miss, if_known
from indicators.figures.one_child import counts_in, records_held
from indicators.figures.uncounted_rows import BY_DEFINITION, NOT_HELD, left_out, not_held
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PLANS, IN_PLACE = indicator_called("cp_plans_two_years_or_more"), indicator_called("pathway_plans_in_place")
CEASED = indicator_called("cp_plans_two_years_or_more_at_ceasing")


def publish(store, **extracts):
    publish_rows(store, {name: example_rows(name, rows) for name, rows in extracts.items()})


def plan(child, **stated):
    return {"plan_id": f"P-{child}", "child_id": child, "start_date": "2026-01-05"} | stated


@pytest.fixture
def plans(store):
    publish(
        store,
        children=[{"child_id": name} for name in ("Femi", "Gwen", "Hana")],
        child_protection_plans=[
            plan("Femi"),
            plan("Gwen", end_date="2026-10-31"),
            plan("Hana", other_authority="Y"),
            plan("Idris"),
            plan("Jo", other_authority="Y"),
        ],
    )
    return store


def test_whoever_is_left_out_is_listed_with_the_reason_that_the_row_shows(plans):
    told = left_out(plans, LOCAL, PLANS, BRENT, OCTOBER)
    assert told[["record", "reason"]].values.tolist() == [
        ["P-Gwen", "Ended on 31 Oct 2026"],
        ["P-Hana", BY_DEFINITION],
        ["P-Jo", NOT_HELD],
    ]
    assert not_held(plans, LOCAL, PLANS, BRENT, OCTOBER) == ["Idris"], "counted, of no known age"


def test_an_end_is_no_reason_where_endings_are_what_is_counted(store):
    both = [plan("Femi", end_date="2026-09-10"), plan("Gwen", start_date="2020-01-01", end_date="2025-10-31")]
    publish(store, child_protection_plans=both)
    told = left_out(store, LOCAL, CEASED, BRENT, OCTOBER)
    assert told[["record", "reason"]].values.tolist() == [["P-Gwen", BY_DEFINITION]]


def test_what_is_counted_and_what_is_left_out_are_all_there_is(borough):
    from data.invention import AUTHORITY
    from data.ledger.history import published_rows
    from indicators.figures.measured_figures import rows_behind

    every = set(published_rows(borough, LOCAL, AUTHORITY, OCTOBER, "child_protection_plans")["plan_id"])
    counted = set(rows_behind(borough, LOCAL, PLANS, AUTHORITY, OCTOBER)["subject"])
    out = set(left_out(borough, LOCAL, PLANS, AUTHORITY, OCTOBER)["record"])
    assert counted | out == every and not counted & out


def test_a_child_is_found_in_every_figure_that_counts_it_and_in_every_record(plans):
    everything = list(all_indicators().values())
    told = {each.indicator: each for each in counts_in(plans, LOCAL, everything, BRENT, OCTOBER, "Femi")}
    assert {"children_on_a_plan", "cp_plans_two_years_or_more"} <= set(told)
    assert (told[PLANS.id].subject, told[PLANS.id].numerator, told[PLANS.id].denominator) == ("P-Femi", 0, 1)
    assert records_held(plans, LOCAL, BRENT, OCTOBER, "Femi") == {"child_protection_plans": 1, "children": 1}
    assert counts_in(plans, LOCAL, everything, BRENT, OCTOBER, "Nobody") == []
    assert records_held(plans, LOCAL, BRENT, OCTOBER, "Nobody") == {}


def test_whoever_may_see_no_lists_is_refused(plans):
    for ask in (
        lambda: left_out(plans, PUBLIC, PLANS, BRENT, OCTOBER),
        lambda: counts_in(plans, PUBLIC, [PLANS], BRENT, OCTOBER, "Femi"),
        lambda: records_held(plans, PUBLIC, BRENT, OCTOBER, "Femi"),
    ):
        with pytest.raises(Mendable, match="may not see lists"):
            ask()


def test_blank_dates_give_the_best_and_the_worst_case(store):
    young = {"eligibility": "FORMER", "eligible_from": "2024-01-01"}
    dates = ["2024-06-01", None, None, "2024-07-01"]
    people = [{"child_id": f"YP{place}", "plan_date": day} | young for place, day in enumerate(dates)]
    not_due = {"child_id": "YP4", "eligibility": "ELIGIBLE", "eligible_from": "2026-09-30", "plan_date": None}
    born = [{"child_id": f"YP{place}", "date_of_birth": "2007-01-01"} for place in range(4)]
    born.append({"child_id": "YP4", "date_of_birth": "2010-09-30"})
    publish(store, care_leavers=[*people, not_due], children=born)
    assert if_known(store, LOCAL, IN_PLACE, BRENT, OCTOBER) == IfKnown(2, 4, 50.0, 100.0)


def test_a_figure_that_hangs_on_no_blank_date_has_no_best_and_no_worst_case(plans):
    assert dates_it_can_miss(PLANS) == {}, "the end of an open plan is not missing"
    assert if_known(plans, LOCAL, PLANS, BRENT, OCTOBER) is None
    assert if_known(plans, LOCAL, IN_PLACE, BRENT, OCTOBER) is None, "nothing was published"
