"""Figures already counted, judged by the indicators there are."""

import pytest

from data.extracts import all_extracts
from tests.examples import as_csv, example_texts
from validation.check import Known, check
from validation.rules.severity import BLOCK, INFO

UNITS = {"children_on_a_plan": "count", "long_plans": "percent", "average_caseload": "average", "plan_rate": "rate"}
GOOD = {"indicator": "long_plans", "team": "All", "breakdown_value": "All", "numerator": 12, "denominator": 329}


def found(*rows, units=UNITS):
    texts = example_texts(all_extracts()["aggregates"], [{**GOOD, **row} for row in rows])
    checked = check([("aggregates.csv", as_csv(texts))], "2026-10", Known(units=lambda: units))
    return {finding.rule: finding for finding in checked.findings}


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"numerator": 329},
        {"indicator": "average_caseload", "numerator": 2201, "denominator": 135.5},
        {"indicator": "children_on_a_plan", "denominator": None},
        {"indicator": "plan_rate", "denominator": None},
        {"team": "North"},
        {"breakdown": "SEX", "breakdown_value": "Female"},
        *({"breakdown": text} for text in ("none", "None", "no breakdown", "Overall", "total", "Not broken down")),
    ],
)
def test_a_figure_that_can_be_is_accepted(row):
    assert found(row) == {}


@pytest.mark.parametrize(
    ("row", "rule", "says"),
    [
        (
            {"indicator": "long_plan"},
            "indicator.unknown",
            'indicator, row 2: "long_plan" is not an indicator. Is it long_plans? '
            "Each has its identifier on the definitions page.",
        ),
        ({"indicator": "zzz"}, "indicator.unknown", '"zzz" is not an indicator. Each has'),
        ({"numerator": 330}, "numerator.above_all", "330 is more than the 329 it is out of, and long_plans is a perc"),
        ({"denominator": None}, "denominator.needed", "long_plans is a percentage, so it needs what it is out of"),
        (
            {"indicator": "average_caseload", "denominator": None},
            "denominator.needed",
            "average_caseload is an average",
        ),
        ({"breakdown_value": "Female"}, "breakdown_value.amiss", "ALL and All go together"),
        ({"breakdown": "SEX"}, "breakdown_value.amiss", "ALL and All go together"),
    ],
)
def test_a_figure_that_cannot_be_is_named(row, rule, says):
    finding = found(row)[f"aggregates.{rule}"]
    assert finding.severity == BLOCK and says in finding.message


def test_the_same_figure_twice_but_for_capitals_is_named():
    assert found({}, {"team": "ALL", "numerator": 13})["aggregates.team.twice"].row == 3


def test_what_will_not_be_read_is_told():
    told = found({}, {"period": "2026-09"}, {"team": "North", "breakdown": "SEX", "breakdown_value": "Female"})
    assert {finding.severity for finding in told.values()} == {INFO}
    assert "1 row is of other months than October 2026" in told["aggregates.period.other_months"].message
    assert "1 row is of a team and a group at once" in told["aggregates.breakdown.of_a_team"].message


def test_nothing_is_asked_where_nobody_knows_the_indicators():
    assert found({"indicator": "zzz", "numerator": 400}, units={}) == {}
