"""What is read of a month is worked out once and kept: it is what would be worked out now, or it is not read."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC, Reader
from data.invention import AUTHORITY
from data.ledger import stored_answers
from data.ledger.history import months_held
from data.ledger.stored_answers import kept_answer
from indicators.change.month_readings import CHANGED, TEAMS, WHOLE, alerts_read, changed_read, read_ahead
from indicators.change.what_changed import what_changed
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.variation.alerts import Alerts, alerts, alerts_by_team
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

SOME = [indicator_called(name) for name in ("children_on_a_plan", "cp_plans_two_years_or_more", "average_caseload")]
SEPTEMBER = date(2026, 9, 30)


def publish_plans(store, month: date, many: int) -> None:
    rows = example_rows("child_protection_plans", [{"start_date": "2026-01-05"}] * many, month_end=month)
    publish_rows(store, {"child_protection_plans": rows}, month)


@pytest.fixture
def read(store):
    """Give a house of two months, read ahead."""
    publish_plans(store, SEPTEMBER, 3)
    publish_plans(store, OCTOBER, 5)
    read_ahead(store, LOCAL, BRENT)
    return store


def kept(store) -> list[bool]:
    return [kept_answer(store, LOCAL, BRENT, OCTOBER, asked) is not None for asked in (WHOLE, TEAMS, CHANGED)]


def plant(store) -> None:
    """Put an answer in place of the kept ones that nobody would work out."""
    with store.change() as cursor:
        cursor.execute(
            "update store.measured.answers set answer = ? where asked <> ?",
            ['{"found": [], "judged_of": {"children_on_a_plan": 7}}', CHANGED],
        )
        cursor.execute("update store.measured.answers set answer = '[]' where asked = ?", [CHANGED])


def test_what_is_kept_of_the_borough_is_what_would_be_worked_out(borough):
    months = months_held(borough, LOCAL, AUTHORITY)
    read_ahead(borough, LOCAL, AUTHORITY)
    told = alerts_read(borough, LOCAL, SOME, AUTHORITY, months)
    assert told == alerts(borough, LOCAL, SOME, AUTHORITY, months) and told.found
    by_team = alerts_read(borough, LOCAL, SOME, AUTHORITY, months, by_team=True)
    assert by_team == alerts_by_team(borough, LOCAL, SOME, AUTHORITY, months) and by_team.found
    changed = changed_read(borough, LOCAL, SOME, AUTHORITY, months[-1])
    assert changed == what_changed(borough, LOCAL, SOME, AUTHORITY, months[-1]) and len(changed) == len(SOME)


def test_what_is_kept_is_read_and_not_worked_out_again(read):
    assert kept(read) == [True, True, True]
    assert len(changed_read(read, LOCAL, SOME, BRENT, OCTOBER)) == 2
    plant(read)
    assert alerts_read(read, LOCAL, SOME, BRENT, [SEPTEMBER, OCTOBER]).judged == 7
    assert not changed_read(read, LOCAL, SOME, BRENT, OCTOBER)


def test_nothing_is_read_that_was_kept_before_something_was_published(read):
    plant(read)
    publish_plans(read, OCTOBER, 6)
    assert kept(read) == [False, False, False]
    assert changed_read(read, LOCAL, SOME, BRENT, OCTOBER)[0].now.value == 6


def test_nothing_is_read_that_another_program_kept(read, monkeypatch):
    monkeypatch.setattr(stored_answers, "fingerprint", lambda: "another")
    assert kept(read) == [False, False, False]


def test_whoever_may_not_see_everything_is_told_what_they_may_see(read):
    plant(read)
    few = Reader("a head", ("analyst",), (BRENT,), ("child_protection",))
    for reader in (PUBLIC, few):
        assert alerts_read(read, reader, SOME[:2], BRENT, [SEPTEMBER, OCTOBER]) == Alerts((), dict.fromkeys(ids(), 0))


def ids() -> list[str]:
    return [each.id for each in SOME[:2]]


def test_few_that_are_asked_for_are_not_kept_for_all(store):
    publish_plans(store, OCTOBER, 5)
    alerts_read(store, LOCAL, SOME, BRENT, [OCTOBER])
    assert kept(store) == [False, False, False]
    alerts_read(store, LOCAL, list(all_indicators().values()), BRENT, [OCTOBER])
    assert kept(store) == [True, False, False]


def test_an_answer_is_kept_from_whoever_may_not_read_its_authority(read):
    elsewhere = Reader("an analyst", ("analyst",), ("E09000007",), ("*",))
    assert kept_answer(read, elsewhere, BRENT, OCTOBER, WHOLE) is None
