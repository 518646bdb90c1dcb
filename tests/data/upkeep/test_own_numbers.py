"""A store with pseudonyms that an earlier version published into: what it left of a child's own number is mended."""

from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.lake.address import address_of
from data.ledger.history import published_rows
from data.settings import Settings
from data.store.pseudonyms import PSEUDONYM
from data.store.store import Store
from data.upkeep.carrying_over import carried_to_lake
from data.upkeep.doctor import look_over
from data.upkeep.made_anew import open_with_pseudonyms
from data.upkeep.own_numbers import people_as_written
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures, rows_behind
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

CANARY = "CANARY71"
WORKER = f"{CANARY}-whose-name-is-longer"
PLANS, AUDITS = indicator_called("children_on_a_plan"), indicator_called("audits_graded_good")
EARLIER = """
    update uploaded.child_protection_plans set plan_id = replace(plan_id, child_id, '{canary}');
    update uploaded.audits set audit_id = 'Q-{canary}';
    update uploaded.audit_actions set audit_id = 'Q-{canary}', action_id = 'Q-{canary}/a';
    update uploaded.supervision set supervision_id = replace(supervision_id, worker_id, '{worker}');
    update measured.rows set subject = 'Q-{canary}' where measurement in
        (select measurement from measured.measurements where indicator = 'audits_graded_good');
    update measured.rows set subject = '{canary}-2026-10-01' where measurement in
        (select measurement from measured.measurements where indicator = 'children_on_a_plan');
    alter table ledger.pseudonyms drop column in_records;
    update ledger.house set version = 13;
"""


@pytest.fixture(autouse=True)
def key(tmp_path, monkeypatch) -> Path:
    place = tmp_path / "apart" / "pseudonyms.key"
    monkeypatch.setenv("SLAC_PSEUDONYM_KEY", str(place))
    return place


def published(house: Path) -> None:
    """Publish a child with a plan and an audit, both named after it."""
    audit = {"audit_id": f"Q-{CANARY}", "child_id": CANARY, "grade": "G", "kind": "THEMATIC"}
    written = {
        "child_protection_plans": [{"child_id": CANARY, "plan_id": f"{CANARY}-2026-10-01"}],
        "audits": [{**audit, "audit_date": "2026-10-05"}],
        "audit_actions": [{"audit_id": f"Q-{CANARY}", "action_id": f"Q-{CANARY}/a"}],
        "supervision": [{"worker_id": WORKER, "supervision_id": f"{WORKER}/1"}],
    }
    with closing(Store.create(house)) as store:
        publish_rows(store, {name: example_rows(name, rows) for name, rows in written.items()})
        figures(store, LOCAL, [PLANS, AUDITS], BRENT, [OCTOBER])


@pytest.fixture
def house(tmp_path) -> Path:
    """Return a store as an earlier version left it."""
    house = tmp_path / "house.duckdb"
    published(house)
    with duckdb.connect(house) as connection:
        connection.execute(EARLIER.format(canary=CANARY, worker=WORKER))
    assert CANARY.encode() in house.read_bytes()
    return house


def looked(house: Path, store: Store | None) -> dict:
    """Return what the doctor says, by what it looked at."""
    return {look.what: look for look in look_over(LOCAL, Settings(house, None, None), store, "", house.parent)}


def test_it_is_made_anew_without_any_and_the_copies_must_be_destroyed(house):
    with closing(open_with_pseudonyms(house, None)) as store:
        assert store.made_of is not None and store.pseudonyms.in_records
        assert CANARY.encode() not in house.read_bytes()
        names = "child_protection_plans", "audits", "audit_actions", "supervision"
        plan, audit, action, supervision = (
            published_rows(store, LOCAL, BRENT, OCTOBER, name).iloc[0] for name in names
        )
        assert plan["plan_id"] == f"{plan['child_id']}-2026-10-01"
        assert audit["audit_id"] == action["audit_id"] and PSEUDONYM.fullmatch(audit["audit_id"])
        assert action["action_id"] == f"{audit['audit_id']}/a", "named after its audit, and that after a child"
        assert supervision["supervision_id"] == f"{supervision['worker_id']}/1"
        assert list(rows_behind(store, LOCAL, PLANS, BRENT, OCTOBER)["subject"]) == [plan["plan_id"]]
        assert list(rows_behind(store, LOCAL, AUDITS, BRENT, OCTOBER)["subject"]) == [audit["audit_id"]]
        copies = [path for path in house.parent.glob("house.duckdb.*") if CANARY.encode() in path.read_bytes()]
        assert sorted(path.suffix.split("-")[0] for path in copies) == [".version", ".with"]
        assert all(people_as_written(copy, None) for copy in copies)
        assert "Destroy it" in looked(house, store)["copy"].says and looked(house, store)["pseudonyms"].well
        store.close()
    with closing(open_with_pseudonyms(house, None)) as store:
        assert store.made_of is None, "once"


def test_doctor_fails_while_it_is_not_mended_or_cannot_be(house, key):
    with closing(Store.open_file(house)) as store:
        look = looked(house, store)["pseudonyms"]
        assert not look.well and "Start the dashboard again" in look.says
    key.rename(key.with_name("away"))
    with closing(open_with_pseudonyms(house, None)) as store:
        look = looked(house, store)["pseudonyms"]
        assert not look.well and "may hold a child's own until then" in look.says
        assert [figure.numerator for figure in figures(store, LOCAL, [PLANS], BRENT, [OCTOBER])] == [1]
    assert people_as_written(house, None), "nobody can tell without the key"


def test_one_that_cannot_be_mended_is_carried_to_no_lake(house, key):
    """A lake is never made anew: what is left there of a child's own number would stay."""
    key.rename(key.with_name("away"))
    with pytest.raises(Mendable, match=rf"The key of pseudonyms is not at {key}.*Put it there again"):
        carried_to_lake(LOCAL, house, None, address_of("ducklake:postgres:dbname=none host=/none"), None)


def test_one_in_which_none_is_left_is_noted_and_stays_where_it_is(tmp_path):
    house = tmp_path / "house.duckdb"
    published(house)
    with duckdb.connect(house) as connection:
        connection.execute("update ledger.pseudonyms set in_records = false")
    assert not people_as_written(house, None)
    with closing(open_with_pseudonyms(house, None)) as store:
        assert store.made_of is None and looked(house, store)["pseudonyms"].well
