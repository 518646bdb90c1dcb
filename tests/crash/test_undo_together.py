"""A publication of many files is undone and redone as one, at one moment, and only it."""

from datetime import datetime, timedelta

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.ledger.history import history, turns
from data.ledger.loads import restore_together, withdraw, withdraw_together
from tests.examples import example_rows
from tests.store_filling import OCTOBER, publish_rows

EXTRACTS = ("child_protection_plans", "children", "contacts")


def publish(store, how_many: int = 1, **stated) -> list[int]:
    return publish_rows(store, {name: example_rows(name, [{}] * how_many) for name in EXTRACTS}, **stated)


def states(store) -> dict[int, str]:
    return dict(history(store, LOCAL).sort_values("load")[["load", "state"]].itertuples(index=False, name=None))


def test_all_of_a_publication_is_undone_and_redone_at_one_moment(store):
    first, second = publish(store), publish(store, 2)
    assert withdraw_together(store, LOCAL, second[1], "the wrong month") == second
    assert states(store) == dict.fromkeys(first, "current") | dict.fromkeys(second, "withdrawn")
    assert restore_together(store, LOCAL, second[2], "it was right") == second
    assert states(store) == dict.fromkeys(first, "superseded") | dict.fromkeys(second, "current")
    told = turns(store, LOCAL)
    assert list(told["load"]) == second * 2 and len(set(told["turned_at"])) == 2
    assert set(told["why"]) == {"the wrong month", "it was right"}


def test_what_was_withdrawn_by_itself_stays_withdrawn(store):
    loads = publish(store)
    withdraw(store, LOCAL, loads[0], "this one is wrong")
    assert withdraw_together(store, LOCAL, loads[1], "all of it") == loads[1:]
    assert restore_together(store, LOCAL, loads[1], "the rest was right") == loads[1:]
    assert states(store) == {loads[0]: "withdrawn", loads[1]: "current", loads[2]: "current"}
    with pytest.raises(Mendable, match=f"Load {loads[0]} is withdrawn already; nothing was changed"):
        withdraw_together(store, LOCAL, loads[0], "again")
    assert len(turns(store, LOCAL)) == 5


def test_another_month_published_by_the_same_person_is_left_alone(store):
    october = publish(store)
    september = publish(store, month=OCTOBER.replace(month=9, day=30))
    withdraw_together(store, LOCAL, october[0], "the wrong month")
    assert [states(store)[load] for load in september] == ["current"] * 3


def test_two_publications_never_bear_one_moment_though_the_clock_was_set_back(store, monkeypatch):
    moment = datetime(2026, 11, 5, 12)
    monkeypatch.setattr("data.ledger.clock.now", lambda: moment)
    first = publish(store)
    monkeypatch.setattr("data.ledger.clock.now", lambda: moment - timedelta(minutes=1))
    second, third = publish(store, 2), publish(store, 3)
    assert len(set(history(store, LOCAL)["published_at"])) == 3
    assert withdraw_together(store, LOCAL, third[0], "the wrong file") == third
    assert [states(store)[load] for load in (first[0], second[0])] == ["superseded", "current"]
