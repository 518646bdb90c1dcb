"""What calls for attention comes the strongest first, with how much of it chance alone would show."""

import json
from datetime import date

from cli import main
from data.invention import AUTHORITY
from data.ledger import months_held
from data.reader import LOCAL
from indicators.alerts import ORDER, Alert, alerts, by_chance
from indicators.catalogue import indicator_called
from indicators.signals import RULES

CASELOAD = indicator_called("average_caseload")
SOME = (
    "agency_social_workers",
    "newly_qualified_social_workers",
    "caseload_above_20",
    "average_caseload",
    "caseload_above_16",
)


def called(borough, indicators, latest: date) -> tuple[list[Alert], int]:
    months = [each for each in months_held(borough, LOCAL, AUTHORITY) if each <= latest]
    return alerts(borough, LOCAL, indicators, AUTHORITY, months)


def test_concerns_and_the_strongest_come_first(borough):
    asked = [indicator_called(name) for name in SOME]
    found, judged = called(borough, asked, date(2026, 10, 31))
    ranked = [(ORDER.index(each.changing), RULES.index(each.rule), -(each.sigmas or 0)) for each in found]
    assert ranked == sorted(ranked) and 3 < len(ranked) < judged == len(asked)
    assert {"concern", "improvement"} <= {each.changing for each in found}
    (caseload,) = [each for each in found if each.indicator == CASELOAD]
    assert (caseload.rule, caseload.way, caseload.since) == ("outside", "up", date(2026, 6, 30))
    assert (caseload.sigmas or 0) > 3


def test_a_month_is_judged_by_what_came_before_it(borough):
    assert called(borough, [CASELOAD], date(2025, 10, 31)) == ([], 1)
    assert called(borough, [CASELOAD], date(2024, 6, 30)) == ([], 0), "eight months tell no change from chance"


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
