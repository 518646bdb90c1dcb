"""A number of twelve months beside single ones: what is hidden of one is not worked out of the other eleven."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.months import months_before
from data.store.store import Store
from indicators.disclosure.month_audit import audited
from indicators.disclosure.on_demand import decide_on_demand
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

MONTH, YEAR = indicator_called("contacts_made"), indicator_called("contacts_rate")
NORTH = (6, 7, 6, 8, 9, 6, 7, 6, 6, 8, 7)
"""Contacts of a team in the eleven months before, the last first."""
OCTOBERS = {"North": 3, "South": 30, "West": 40}


def told_before(store: Store, verdicts: dict[date, str]) -> None:
    """Keep what was decided of each month before: what stands for `verdicts`, or shown."""
    rows = [
        (BRENT, month, MONTH.id, "team", "North", float(number), None, 0, verdicts.get(month, "shown"), True, OCTOBER)
        for month, number in zip((months_before(OCTOBER, ago) for ago in range(1, 12)), NORTH, strict=True)
    ]
    with store.change() as cursor:
        cursor.executemany(f"insert into store.measured.verdicts values ({', '.join('?' * 11)})", rows)


def publish(store: Store) -> None:
    """Publish a year of contacts, of which North had three in October."""
    contacts = [
        {"child_id": f"{team}{ago}-{number}", "team": team, "contact_date": months_before(OCTOBER, ago).replace(day=5)}
        for team, october in OCTOBERS.items()
        for ago, many in enumerate((october, *(NORTH if team == "North" else (20,) * 11)))
        for number in range(many)
    ]
    rows = example_rows("contacts", [each | {"contact_date": f"{each['contact_date']}"} for each in contacts])
    publish_rows(store, {"contacts": rows}, OCTOBER)


@pytest.fixture
def told(store) -> Store:
    publish(store)
    store.decide = decide_on_demand
    return store


def by_team(store: Store, indicator) -> dict[str, float | None]:
    """Return what the public is told of each team in October."""
    return {
        figure.group: figure.numerator for figure in breakdown(store, PUBLIC, [indicator], BRENT, [OCTOBER], "team")
    }


def test_the_year_is_hidden_where_eleven_months_told_would_give_the_twelfth(told):
    told_before(told, {})
    assert by_team(told, MONTH)["North"] is None
    assert by_team(told, YEAR)["North"] is None
    assert by_team(told, YEAR)["West"] == sum((40, *(20,) * 11))


def test_the_year_is_told_where_nothing_is_known_of_the_months_before(told):
    assert by_team(told, MONTH)["North"] is None
    assert by_team(told, YEAR)["North"] == 3 + sum(NORTH)


def test_an_earlier_month_that_is_hidden_is_not_given_away_by_a_later_one(told):
    told_before(told, {months_before(OCTOBER, 4): "primary", months_before(OCTOBER, 7): "secondary"})
    assert by_team(told, YEAR)["North"] == 3 + sum(NORTH), "three numbers are hidden, and nobody knows which is which"


def test_a_planted_leak_over_months_is_found(told):
    assert by_team(told, YEAR)["North"] is not None, "it was told"
    told_before(told, {})
    [found] = audited(told, LOCAL, BRENT, [OCTOBER])
    exposed = {each.cell: each for each in found.attack.exposed}
    [leak] = [each for (number, place), each in exposed.items() if number[0] == MONTH.id and place == ("team", "North")]
    assert leak.pinned and leak.interval.least == pytest.approx(3)
