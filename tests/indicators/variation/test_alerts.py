"""What calls for attention comes the strongest first, with how much of it chance alone would show."""

import json
from datetime import date

from cli import main
from data.access import LOCAL_USER as LOCAL
from data.invention import AUTHORITY
from data.ledger.history import months_held
from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.variation.alerts import ORDER, Alerts, alerts, alerts_by_team, by_chance
from indicators.variation.signals import RULES
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

CASELOAD = indicator_called("average_caseload")
SOME = (
    "agency_social_workers",
    "newly_qualified_social_workers",
    "caseload_above_20",
    "average_caseload",
    "caseload_above_16",
)


def called(borough, indicators, latest: date) -> Alerts:
    months = [each for each in months_held(borough, LOCAL, AUTHORITY) if each <= latest]
    return alerts(borough, LOCAL, indicators, AUTHORITY, months)


def test_concerns_and_the_strongest_come_first(borough):
    asked = [indicator_called(name) for name in SOME]
    told = called(borough, asked, date(2026, 10, 31))
    found, judged = told.found, told.judged
    ranked = [(ORDER.index(each.changing), RULES.index(each.rule), -(each.sigmas or 0)) for each in found]
    assert ranked == sorted(ranked) and 3 < len(ranked) < judged == len(asked)
    assert {"concern", "improvement"} <= {each.changing for each in found}
    (caseload,) = [each for each in found if each.indicator == CASELOAD]
    assert (caseload.rule, caseload.way, caseload.since) == ("outside", "up", date(2026, 6, 30))
    assert (caseload.sigmas or 0) > 3


def test_a_month_is_judged_by_what_came_before_it(borough):
    assert called(borough, [CASELOAD], date(2025, 10, 31)) == Alerts((), {CASELOAD.id: 1})
    assert called(borough, [CASELOAD], date(2024, 6, 30)) == Alerts((), {CASELOAD.id: 0}), (
        "eight months tell no change from chance"
    )


def test_so_many_would_be_there_by_chance():
    assert [by_chance(many) for many in (0, 10, 100)] == [0, 1, 6]


def test_the_command_line_prints_them(capsys):
    assert main(["alerts", "--indicator", CASELOAD.id, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["judged"], told["by_chance"]) == (1, 0)
    (alert,) = told["alerts"]
    assert (alert["indicator"], alert["changing"], alert["month"], alert["since"]) == (
        CASELOAD.id,
        "concern",
        "2026-10",
        "2026-06",
    )


def test_each_team_is_judged_by_its_own_months(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    told = alerts_by_team(borough, LOCAL, [CASELOAD], AUTHORITY, months)
    found, judged = told.found, told.judged
    teams = {each.group for each in breakdown(borough, LOCAL, [CASELOAD], AUTHORITY, months[-1:], "team")}
    assert 0 < len(found) <= judged <= len(teams)
    assert {each.figure.group for each in found} <= teams
    ranked = [(ORDER.index(each.changing), RULES.index(each.rule), -(each.sigmas or 0)) for each in found]
    assert ranked == sorted(ranked)
    for each in found:
        own = breakdown(borough, LOCAL, [CASELOAD], AUTHORITY, months, "team")
        values = {one.month: one.value for one in own if one.group == each.figure.group}
        assert [figure.value for figure in each.figures] == [values.get(month) for month in months]


def test_a_month_in_which_a_team_counted_nothing_is_a_gap(store):
    months = [month_end("2026-09"), OCTOBER]
    for month, teams in zip(months, (["North"], ["North", "South"]), strict=True):
        rows = [{"team": team, "start_date": "2026-01-05"} for team in teams]
        plans = example_rows("child_protection_plans", rows, month_end=month)
        publish_rows(store, {"child_protection_plans": plans}, month)
    on_a_plan, rate = (indicator_called(name) for name in ("children_on_a_plan", "children_on_a_plan_rate"))
    told = alerts_by_team(store, LOCAL, [on_a_plan, rate], BRENT, months)
    assert told == Alerts((), {on_a_plan.id: 0}), "two months tell nothing, and there is no rate by team"
    assert alerts_by_team(store, LOCAL, [rate], BRENT, months) == Alerts((), {})


def test_the_command_line_prints_them_by_team(capsys):
    assert main(["alerts", "--indicator", CASELOAD.id, "--by", "team", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["judged"] > len(told["alerts"]) > 0
    assert all(each["by"] == "team" and each["group"] for each in told["alerts"])
    assert main(["alerts", "--by", "ward"]) != 0 and "team" in capsys.readouterr().err
