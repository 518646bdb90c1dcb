"""Pseudonyms: no identifier of a person is in the file of a store, and every figure is what it is without them."""

import os
import re
from contextlib import closing

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.extract import Identifier
from data.extracts import all_extracts
from data.ledger.history import history, published_rows
from data.store.pseudonyms import PSEUDONYM, pseudonym_key_of
from data.store.records_of_children import records_in, with_another
from data.store.store import Store
from indicators.figures.one_child import records_held
from tests.every_case import every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

CANARY = "CANARYCHILD7"
PEOPLE = {
    "child_id": "child",
    "worker_id": "worker",
    "supervisor_id": "worker",
    "lead_id": "worker",
    "reviewing_officer_id": "worker",
    "auditor_id": "worker",
    "personal_adviser_id": "worker",
    "family_id": "family",
    "adopter_id": "adopter",
    "household_id": "carer",
    "audit_id": "audit",
    "previous_audit_id": "audit",
}


def plans(**stated):
    return {"child_protection_plans": example_rows("child_protection_plans", [stated])}


@pytest.fixture(autouse=True)
def key(tmp_path, monkeypatch):
    place = tmp_path / "apart" / "pseudonyms.key"
    monkeypatch.setenv("SLAC_PSEUDONYM_KEY", str(place))
    return place


@pytest.fixture
def house(tmp_path):
    return tmp_path / "house.duckdb"


def test_where_the_key_lies_is_said_or_is_apart_from_the_store(tmp_path, key, monkeypatch):
    own = tmp_path / "keys" / "store.key"
    assert pseudonym_key_of(own) == pseudonym_key_of(None) == key
    monkeypatch.delenv("SLAC_PSEUDONYM_KEY")
    assert pseudonym_key_of(own) == tmp_path / "keys" / "store.key.pseudonyms"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    assert pseudonym_key_of(None) == tmp_path / "settings" / "slac" / "pseudonyms.key"
    own.parent.mkdir()
    own.write_text("k" * 40)
    with pytest.raises(Mendable, match="cannot be the key of the store and of its pseudonyms"):
        Store.create(tmp_path / "house.duckdb", own, own)
    own.write_text("file")
    with pytest.raises(Mendable, match="cannot be made at .* Name another place for it by SLAC_PSEUDONYM_KEY"):
        Store.create(tmp_path / "other.duckdb", None, own / "below")


def test_whose_identifier_a_column_holds_is_one_answer_in_all_extracts():
    columns = [column for each in all_extracts().values() for column in each.columns if isinstance(column, Identifier)]
    assert {column.name: column.of for column in columns if column.of} == PEOPLE
    places_and_records = {column.name for column in columns if not column.of}
    assert not {name for name in places_and_records if re.search("child|worker|person|famil|carer|adopt", name)}


def test_records_named_after_a_child_bear_the_pseudonym_in_all_extracts_and_are_led_back_to_what_is_written(house):
    record = f"{CANARY}-2026-10-01"
    written = {
        "children": example_rows("children", [{"child_id": CANARY}]),
        "child_protection_plans": example_rows("child_protection_plans", [{"child_id": CANARY, "plan_id": record}]),
        "cp_reviews": example_rows(
            "cp_reviews", [{"child_id": CANARY, "plan_id": record, "review_id": f"R/{record}-{CANARY}"}]
        ),
    }
    with closing(Store.create(house)) as store:
        publish_rows(store, written)
        held = b"".join(each.read_bytes() for each in house.parent.glob("house.duckdb*"))
        assert CANARY.encode() not in held
        pseudonym = store.pseudonyms.of_person(BRENT, "child", CANARY)
        rows = {name: published_rows(store, LOCAL, BRENT, OCTOBER, name) for name in written}
        plan, review = (rows[name].iloc[0] for name in ("child_protection_plans", "cp_reviews"))
        assert plan["plan_id"] == review["plan_id"] == f"{pseudonym}-2026-10-01"
        assert review["review_id"] == f"R/{pseudonym}-2026-10-01-{pseudonym}"
        lead = store.pseudonyms.led_back_by(BRENT, [(all_extracts()[name], of) for name, of in written.items()])
        back = lead(all_extracts()["cp_reviews"], rows["cp_reviews"]).iloc[0]
        assert (back["plan_id"], back["review_id"]) == (record, f"R/{record}-{CANARY}")


@every(
    "case",
    [
        ("C1", "C1", "P"),
        ("C1-2026", "C1", "P-2026"),
        ("V-C1-C1", "C1", "V-P-C1"),
        ("V-C100-C100", "C100", "V-P-P"),
        ("C12", "C1", "C12"),
        ("XC1", "C1", "XC1"),
        ("C034821", "C03482", "P1"),
        ("VC03482", "C03482", "VP"),
        ("01-2026-01-01", "01", "P-2026-01-01"),
        ("A_C100", "C100", "A_P"),
        (None, "C1", None),
        ("R1", None, "R1"),
    ],
)
def test_a_part_that_is_the_childs_identifier_is_another_and_no_more(case):
    record, child, kept = case
    assert with_another(record, child, "P") == kept


def test_what_extracts_without_children_name_is_one_text_in_both(house):
    assert records_in(all_extracts()["audits"]) == [] and records_in(all_extracts()["audit_actions"]) == ["action_id"]
    assert records_in(all_extracts()["cp_reviews"]) == ["review_id", "plan_id"]
    assert records_in(all_extracts()["exclusions"]) == ["exclusion_id"], "a school is a place"
    audit = {"audit_id": f"Q-{CANARY}-1"}
    written = {
        "audits": example_rows("audits", [{**audit, "child_id": CANARY}]),
        "audit_actions": example_rows("audit_actions", [{**audit, "action_id": f"Q-{CANARY}-1/a"}]),
        "supervision": example_rows("supervision", [{"worker_id": "CANARYWORKER", "supervision_id": "CANARYWORKER/1"}]),
    }
    with closing(Store.create(house)) as store:
        publish_rows(store, written)
        held = b"".join(each.read_bytes() for each in house.parent.glob("house.duckdb*"))
        assert b"CANARY" not in held
        rows = {name: published_rows(store, LOCAL, BRENT, OCTOBER, name).iloc[0] for name in written}
        assert rows["audits"]["audit_id"] == rows["audit_actions"]["audit_id"]
        assert rows["audit_actions"]["action_id"] == f"{rows['audits']['audit_id']}/a"
        worker = rows["supervision"]["worker_id"]
        assert PSEUDONYM.fullmatch(worker) and rows["supervision"]["supervision_id"] == f"{worker}/1"


def test_no_identifier_of_a_person_is_in_a_store_file_and_all_extracts_name_them_alike(house):
    with closing(Store.create(house)) as store:
        publish_rows(
            store,
            plans(child_id=CANARY, worker_id=CANARY) | {"children": example_rows("children", [{"child_id": CANARY}])},
        )
        held = b"".join(each.read_bytes() for each in house.parent.glob("house.duckdb*"))
        rows = {
            name: published_rows(store, LOCAL, BRENT, OCTOBER, name) for name in ("children", "child_protection_plans")
        }
    assert CANARY.encode() not in held + house.read_bytes()
    (child,) = rows["children"]["child_id"]
    (plan,) = rows["child_protection_plans"].to_dict("records")
    assert PSEUDONYM.fullmatch(child) and plan["child_id"] == child
    assert PSEUDONYM.fullmatch(plan["worker_id"]) and plan["worker_id"] != child
    assert plan["plan_id"] == example_rows("child_protection_plans", [{}])["plan_id"].iloc[0]


def test_another_authority_and_another_key_make_another_pseudonym(tmp_path):
    seen = set()
    for name in ("one", "other"):
        with closing(Store.create(tmp_path / name, pseudonym_key=tmp_path / f"{name}.key")) as store:
            for authority in (BRENT, "E09000009"):
                seen.add(store.pseudonyms.of_person(authority, "child", CANARY))
                assert store.pseudonyms.of_person(authority, "child", " canarychild7 ") in seen
    assert len(seen) == 4


def test_a_lost_or_another_key_leaves_figures_and_refuses_what_needs_it(house, key, tmp_path):
    with closing(Store.create(house)) as store:
        publish_rows(store, plans(child_id=CANARY))
    assert key.stat().st_mode & 0o077 == 0 or os.name != "posix"
    lost = key.rename(tmp_path / "elsewhere")
    with closing(Store.open_file(house)) as store:
        assert published_rows(store, LOCAL, BRENT, OCTOBER, "child_protection_plans") is not None
        for needs in (
            lambda: publish_rows(store, plans(child_id="Femi")),
            lambda: records_held(store, LOCAL, BRENT, OCTOBER, CANARY),
        ):
            with pytest.raises(Mendable, match="not at .*pseudonyms.key.* figures stand. Put it there"):
                needs()
        key.write_text("k" * 40)
        with pytest.raises(Mendable, match="not the key of this store's pseudonyms, which is .* nothing was changed"):
            publish_rows(store, plans(child_id="Femi"))
        assert len(history(store, LOCAL)) == 1
    with closing(Store.open_file(house, pseudonym_key=lost)) as store:
        publish_rows(store, plans(child_id="Femi"))
        assert records_held(store, LOCAL, BRENT, OCTOBER, "femi") == {"child_protection_plans": 1}


def test_a_child_is_looked_up_by_identifier_and_by_pseudonym(house):
    with closing(Store.create(house)) as store:
        publish_rows(store, plans(child_id=CANARY))
        for asked in ("CanaryChild7", store.pseudonyms.of_person(BRENT, "child", CANARY)):
            assert records_held(store, LOCAL, BRENT, OCTOBER, asked) == {"child_protection_plans": 1}
        assert records_held(store, LOCAL, BRENT, OCTOBER, "Femi") == {}
