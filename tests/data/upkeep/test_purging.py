"""Rows taken out for good: two people, no byte left, figures that go on, and a child who does not come back."""

from contextlib import closing
from datetime import date

import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.identities.identifier_table import identifier_table
from data.ledger.history import history, published_rows
from data.ledger.loads import restore
from data.months import month_end
from data.store.keys import make_key
from data.store.store import Store
from data.upkeep.purge_requests import ask_for, oldest_month_kept, requests, would_go
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.measured_figures import figures
from indicators.figures.without_rows import purge_keeping_figures
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

PLANS, CANARY = "child_protection_plans", "CANARYCHILD7"
OLD, LATE = month_end("2023-09"), month_end("2026-10")
ANN, BEN = (Reader(who, ("information_governance",), ("*",), ("*",)) for who in ("Ann", "Ben"))
COUNT = indicator_called("children_on_a_plan")


def rows(*children, month=LATE):
    stated = [{"plan_id": f"P-{child}", "child_id": child, "team": "North"} for child in children]
    return {PLANS: example_rows(PLANS, stated, month_end=month)}


@pytest.fixture
def house(tmp_path, monkeypatch):
    """Give a store of two months in a file, and the table that leads back; one child is in both months."""
    path = tmp_path / "house.duckdb"
    monkeypatch.setenv("SLAC_IDENTIFIERS", str(tmp_path / "identifiers.duckdb"))
    monkeypatch.setenv("SLAC_IDENTIFIERS_KEY", str(make_key(tmp_path / "identifiers.key")))
    table = identifier_table()
    assert table is not None
    table.make()
    with closing(Store.create(path)) as store:
        for month, children in ((OLD, (CANARY, "C1", "C2")), (LATE, ("C1", "C3"))):
            publish_rows(store, rows(*children, month=month), month)
        pairs = [(BRENT, "child", store.pseudonyms.of_person(BRENT, "child", each), each) for each in (CANARY, "C1")]
        table.enter(pairs)
        counts(store)
    return path


def counts(store):
    months = [OLD, LATE]
    of_all = [figure.numerator for figure in figures(store, LOCAL, [COUNT], BRENT, months)]
    of_teams = [(figure.group, figure.numerator) for figure in breakdown(store, LOCAL, [COUNT], BRENT, months, "team")]
    return of_all, of_teams


def asked(path, **what):
    with closing(Store.open_file(path)) as store:
        return ask_for(store, ANN, BRENT, "the schedule says so", **what)


def pseudonym(path, child):
    with closing(Store.open_file(path)) as store:
        return store.pseudonyms.of_person(BRENT, "child", child)


def test_a_purge_takes_one_person_to_ask_and_another_to_confirm(house):
    with closing(Store.open_file(house)) as store:
        before = would_go(store, ANN, BRENT, before=LATE)
        assert before["rows"].tolist() == [3] and len(history(store, LOCAL)) == 2, "looking changes nothing"
        with pytest.raises(Mendable, match="local may not read the log of attempts, or have data deleted"):
            would_go(store, LOCAL, BRENT, before=LATE)
        with pytest.raises(Mendable, match="nothing to take out"):
            ask_for(store, ANN, BRENT, "tidy", before=OLD)
    number, held = asked(house, before=LATE), house.read_bytes()
    for reader, why in ((ANN, "Ann asked for purge 1, and another person"), (LOCAL, "may not")):
        with pytest.raises(Mendable, match=why):
            purge_keeping_figures(reader, house, None, None, number)
    assert house.read_bytes() == held
    purge_keeping_figures(BEN, house, None, None, number)
    with pytest.raises(Mendable, match="was done on .* by Ben"):
        purge_keeping_figures(BEN, house, None, None, number)
    with closing(Store.open_file(house)) as store:
        (request,) = requests(store, ANN)
        assert (request.asked_by, request.done_by, request.before) == ("Ann", "Ben", pd.Timestamp(LATE))


def test_of_months_without_rows_figures_go_on_and_no_byte_of_a_child_does(house, tmp_path):
    with closing(Store.open_file(house)) as store:
        were = counts(store)
    child = pseudonym(house, CANARY).encode()
    assert child in house.read_bytes()
    purge_keeping_figures(BEN, house, None, None, asked(house, before=LATE))
    assert not [path.name for path in tmp_path.iterdir() if child in path.read_bytes()]
    table = identifier_table()
    assert table is not None and set(table.behind([child.decode(), pseudonym(house, "C1")])) == {pseudonym(house, "C1")}
    with closing(Store.open_file(house)) as store:
        assert counts(store) == were
        assert published_rows(store, LOCAL, BRENT, OLD, PLANS) is None
        assert len(published_rows(store, LOCAL, BRENT, LATE, PLANS)) == 2
        with pytest.raises(Mendable, match="rows of load 1 were taken out for good"):
            restore(store, LOCAL, 1, "back")


def test_a_child_who_was_erased_does_not_come_back_with_any_month(house, tmp_path):
    with closing(Store.open_file(house)) as store:
        were = counts(store)
        held = would_go(store, ANN, BRENT, child_id="c1")
        assert held[["extract", "rows"]].values.tolist() == [[PLANS, 1], [PLANS, 1]], "what a subject may ask"
    child = pseudonym(house, "C1").encode()
    purge_keeping_figures(BEN, house, None, None, asked(house, child_id="C1"))
    assert not [path.name for path in tmp_path.iterdir() if child in path.read_bytes()]
    with closing(Store.open_file(house)) as store:
        assert counts(store) == were, "figures stay as they were published"
        assert would_go(store, ANN, BRENT, child_id="C1").empty
        publish_rows(store, rows("C1", "C4", "C3"))
        publish_rows(store, rows("C1", "C9", month=date(2026, 9, 30)), date(2026, 9, 30))
        assert would_go(store, ANN, BRENT, child_id="C1").empty
        assert len(published_rows(store, LOCAL, BRENT, LATE, PLANS)) == 2
        reasons = history(store, LOCAL)["reason"].dropna()
        assert reasons.str.contains("1 of its rows are of children who were erased").sum() == 2
    assert child not in house.read_bytes()


def test_a_purge_that_is_stopped_leaves_the_store_as_it_was(house, monkeypatch):
    number = asked(house, before=LATE)
    held = house.read_bytes()

    def stop(*_):
        raise OSError("no space left on device")

    for step in ("_taken_out", "_people_left", "copy_into", "_must_hold_the_rest"):
        with monkeypatch.context() as here, pytest.raises(OSError, match="no space"):
            here.setattr(f"data.upkeep.purging.{step}", stop)
            purge_keeping_figures(BEN, house, None, None, number)
        assert house.read_bytes() == held and not list(house.parent.glob("*unfinished*"))


def test_for_how_long_rows_are_kept_is_a_setting(monkeypatch):
    assert oldest_month_kept(date(2026, 11, 30)) == date(2023, 11, 30)
    monkeypatch.setenv("SLAC_RETENTION_MONTHS", "24")
    assert oldest_month_kept(date(2026, 11, 30)) == date(2024, 11, 30)
    monkeypatch.setenv("SLAC_RETENTION_MONTHS", "for ever")
    with pytest.raises(Mendable, match="SLAC_RETENTION_MONTHS is for ever. Say for how many months"):
        oldest_month_kept(date(2026, 11, 30))
