"""A team manager takes the own team away from what is told of all: what is left tells of no sister team."""

from contextlib import closing
from datetime import date

import pytest

from data.access import LOCAL_USER, Reader
from data.store.store import Store
from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.figure import SHOWN, Figure
from indicators.figures.verdicts import PRIMARY, SECONDARY, without_what_tells_of_sisters
from tests.every_case import every
from tests.store_filling import BRENT

OCTOBER = date(2026, 10, 31)
PLANS, SHARE = "children_on_a_plan", "cp_visits_in_timescale"
MANAGER = Reader("Max", ("team_manager",), (BRENT,), ("*",), ("North",))


@pytest.fixture(scope="module")
def store():
    with closing(Store.in_memory()) as made:
        yield made


def figure(indicator, numerator, denominator=None, by="", group=""):
    unit = indicator_called(indicator).unit
    value = numerator if denominator is None else 100 * numerator / denominator
    return Figure(
        indicator=indicator,
        authority=BRENT,
        month=OCTOBER,
        unit=unit,
        by=by,
        group=group,
        value=value,
        numerator=numerator,
        denominator=denominator,
        not_yet_due=None,
        load=1,
    )


def told(store, reader, teams, whole):
    """Return whether a reader is told a whole, whose teams were decided on so: who is counted, out of how many, why."""
    with store.change() as cursor:
        cursor.execute("delete from store.measured.verdicts")
        for team, (numerator, denominator, verdict) in teams.items():
            cursor.execute(
                "insert into store.measured.verdicts (authority, month, indicator, breakdown, part, numerator, "
                "denominator, verdict, rest_shown, decided_at) values (?, ?, ?, 'team', ?, ?, ?, ?, true, now())",
                [BRENT, OCTOBER, whole.indicator, team, numerator, denominator, verdict],
            )
    (seen,) = without_what_tells_of_sisters(store, reader, [whole])
    assert seen == whole or (seen.numerator is None and seen.reason == CONFIDENTIAL)
    return seen == whole


@every(
    "case",
    [
        ("one sister is left", {"North": (9, SECONDARY), "South": (3, PRIMARY), "East": (20, SHOWN)}, False),
        ("two hide one another", {"North": (9, SECONDARY), "South": (3, PRIMARY), "East": (20, SECONDARY)}, True),
        ("two of three children", {"North": (9, SECONDARY), "South": (1, PRIMARY), "East": (2, PRIMARY)}, False),
        ("the own team is told", {"North": (9, SHOWN), "South": (3, PRIMARY), "East": (20, SECONDARY)}, True),
        ("no sister is hidden", {"North": (3, PRIMARY), "South": (9, SHOWN)}, True),
        ("nothing was decided", {}, True),
    ],
)
def test_a_total_is_told_where_what_is_left_of_it_hides_the_others(store, case):
    _, teams, is_told = case
    of_teams = {team: (numerator, None, verdict) for team, (numerator, verdict) in teams.items()}
    whole = figure(PLANS, sum(number for number, _ in teams.values()) or 30)
    assert told(store, MANAGER, of_teams, whole) == is_told
    for reader in (
        LOCAL_USER,
        Reader("Gwen", ("member",), ("*",), ("*",)),
        Reader("Hal", ("senior_manager",), (BRENT,), ("*",)),
    ):
        assert told(store, reader, of_teams, whole), "who knows all, or none, learns nothing by taking away"


def test_of_a_share_both_who_is_counted_and_who_is_not_must_stay_hidden(store):
    hidden = {"North": (9, 12, PRIMARY), "South": (11, 12, PRIMARY), "East": (30, 31, SECONDARY)}
    assert not told(store, MANAGER, hidden, figure(SHARE, 50, 55)), "two of three are left that are not counted"
    hidden |= {"East": (30, 40, SECONDARY)}
    assert told(store, MANAGER, hidden, figure(SHARE, 50, 64))


def test_a_part_by_service_is_told_only_where_no_sister_is_hidden_and_all_else_as_the_whole(store):
    hidden = {"North": (9, None, SECONDARY), "South": (3, None, PRIMARY), "East": (20, None, SECONDARY)}
    assert not told(store, MANAGER, hidden, figure(PLANS, 32, by="service", group="child_protection"))
    assert told(store, MANAGER, hidden, figure(PLANS, 32, by="sex", group="Girls"))
    hidden["East"] = (20, None, SHOWN)
    assert not told(store, MANAGER, hidden, figure(PLANS, 32, by="sex", group="Girls"))
    assert told(store, MANAGER, hidden, figure(PLANS, 3, by="team", group="South")), (
        "teams are decided on by themselves"
    )
