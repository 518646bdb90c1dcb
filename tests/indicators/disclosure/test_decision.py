"""What the public may be told is decided once and kept: what was told stays told, what was hidden stays hidden."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.store.store import Store
from indicators.disclosure.month_audit import audited
from indicators.disclosure.on_demand import decide_on_demand
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

SEPTEMBER = date(2026, 9, 30)
PLANS, NEGLECT = indicator_called("children_on_a_plan"), indicator_called("cp_plans_for_neglect")


def publish(store: Store, month: date = OCTOBER, **teams: int) -> None:
    """Publish so many children on a plan in each team."""
    store.decide = decide_on_demand
    plans = [
        {"child_id": f"{team}{number}", "team": team, "category": "NEG" if number % 2 else "EMO"}
        for team, many in teams.items()
        for number in range(many)
    ]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", plans)}, month)


def by_team(store: Store, indicator=PLANS, month=OCTOBER) -> dict[str, float | None]:
    """Return what the public is told of each team."""
    return {figure.group: figure.numerator for figure in breakdown(store, PUBLIC, [indicator], BRENT, [month], "team")}


def kept(store: Store) -> list[tuple]:
    """Return every verdict that is kept."""
    with store.reading() as cursor:
        return cursor.execute(
            "select indicator, breakdown, part, numerator, verdict from store.measured.verdicts order by all"
        ).fetchall()


def test_it_is_decided_when_the_public_asks_and_kept_with_its_reason(store):
    publish(store, North=3, South=20, West=30)
    assert kept(store) == []
    assert by_team(store) == {"North": None, "South": None, "West": 30}
    verdicts = {(part, verdict) for name, by, part, _, verdict in kept(store) if (name, by) == (PLANS.id, "team")}
    assert verdicts == {("North", "primary"), ("South", "secondary"), ("West", "shown")}
    before = kept(store)
    assert by_team(store) == {"North": None, "South": None, "West": 30} and kept(store) == before


def test_what_is_hidden_in_one_indicator_is_not_told_by_the_other(store):
    publish(store, North=3, South=20, West=30)
    (whole,) = figures(store, PUBLIC, [NEGLECT], BRENT, [OCTOBER])
    assert whole.denominator == 53
    assert by_team(store, NEGLECT) == {"North": None, "South": None, "West": 15}, "its denominator would tell of South"


def test_every_pack_that_was_decided_stands_every_attack(store):
    publish(store, North=3, South=20, West=30, East=2, Centre=9)
    (month,) = audited(store, LOCAL, BRENT, [OCTOBER])
    assert month.attack.hidden and (month.attack.pinned, month.attack.narrowed) == (0, 0)


def test_what_was_told_stays_told_and_is_part_of_what_comes_next(store):
    publish(store, North=6, South=20, West=30)
    assert by_team(store) == {"North": 6, "South": 20, "West": 30}
    publish(store, North=6, South=20, West=30, East=2)
    assert by_team(store) == {"North": 6, "South": 20, "West": 30, "East": None}, "as they were told, so they stay"
    assert [figure.numerator for figure in figures(store, PUBLIC, [PLANS], BRENT, [OCTOBER])] == [None]


def test_what_was_hidden_stays_hidden_when_it_is_restated(store):
    publish(store, North=3, South=20, West=30)
    assert by_team(store)["South"] is None
    publish(store, North=8, South=21, West=30)
    assert by_team(store) == {"North": None, "South": None, "West": 30}
    assert len({row for row in kept(store) if row[:3] == (PLANS.id, "team", "North")}) == 2, "both are kept"


def test_a_number_of_a_team_is_not_told_where_it_moved_by_few(store):
    publish(store, SEPTEMBER, North=20, South=30, West=40, East=50)
    assert by_team(store, month=SEPTEMBER) == {"North": 20, "South": 30, "West": 40, "East": 50}
    publish(store, North=23, South=30, West=47, East=59)
    told = by_team(store)
    assert told["North"] is None and None in (told["South"], told["West"], told["East"]), "the whole less the others"
    assert {row[4] for row in kept(store) if row[1:3] == ("team", "North") and row[3] == 23} == {"change"}


def test_who_sees_every_number_has_nothing_decided(store):
    publish(store, North=3, South=20)
    assert {each.group: each.value for each in breakdown(store, LOCAL, [PLANS], BRENT, [OCTOBER], "team")} == {
        "North": 3,
        "South": 20,
    }
    assert kept(store) == []
