"""Led back: identifiers in the place of pseudonyms, out of a file apart, for a reason that the audit log keeps."""

from contextlib import closing
from dataclasses import replace

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.identities.identifier_table import identifier_table
from data.identities.leading_back import led_back, why_not_led_back, with_identifiers
from data.ledger.history import history
from data.store.keys import make_key
from data.store.store import Store
from tests.faults.fault import plans
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.publishing.desk import Desk
from validation.publishing.submission import Submission

CANARY, WHY = "CANARYCHILD7", "to ring the social worker"
SERVICES = {"children_on_a_plan": "child_protection", "average_caseload": "workforce"}


@pytest.fixture
def table(tmp_path, monkeypatch):
    monkeypatch.setenv("SLAC_IDENTIFIERS", str(tmp_path / "identifiers.duckdb"))
    monkeypatch.setenv("SLAC_IDENTIFIERS_KEY", str(make_key(tmp_path / "identifiers.key")))
    table = identifier_table()
    assert table is not None
    table.make()
    return table


@pytest.fixture
def store(tmp_path):
    with closing(Store.create(tmp_path / "house.duckdb")) as store:
        yield store


def publish(store, child=CANARY):
    desk = Desk(store, LOCAL, NOTHING_MEASURED)
    desk.publish(desk.receive(Submission(BRENT, "2026-10", tuple(plans({"child_id": child})), reasons={"": "right"})))
    return store.pseudonyms.of_person(BRENT, "child", child)


def log_of(store):
    with store.reading() as cursor:
        return cursor.execute("select who, what, about from store.ledger.events").fetchall()


@pytest.mark.usefixtures("table")
def test_a_reason_leads_back_what_a_list_shows_and_the_log_keeps_it_without_the_child(store, tmp_path):
    child = publish(store)
    identifiers = led_back(store, LOCAL, [f"{child} 2026-10-01", "Team A"], WHY, SERVICES)
    assert identifiers == {child: CANARY} and with_identifiers(f"{child} 2026", identifiers) == f"{CANARY} 2026"
    (entry,) = (about for who, what, about in log_of(store) if (who, what) == ("local", "identifiers read"))
    assert WHY in entry and '"rows":1' in entry
    store.close()
    assert not [path.name for path in tmp_path.iterdir() if CANARY.encode() in path.read_bytes()]


@pytest.mark.usefixtures("table")
def test_nobody_sees_them_without_a_reason_or_lists_or_of_another_authority(store):
    child = publish(store)
    with pytest.raises(Mendable, match="Say why you need the identifiers"):
        led_back(store, LOCAL, [child], " ", SERVICES)
    with pytest.raises(Mendable, match="may not see lists of children"):
        led_back(store, Reader("Mel", ("member",), ("*",), ("*",)), [child], WHY, SERVICES)
    assert led_back(store, replace(LOCAL, authorities=("E09000009",)), [child], WHY, SERVICES) == {}
    assert "identifiers read" not in {what for _, what, _ in log_of(store)}


@pytest.mark.usefixtures("table")
def test_a_reader_of_some_teams_or_services_is_led_back_to_whoever_stands_in_their_lists(store):
    child = publish(store)
    with store.change() as cursor:
        for number, indicator, authority, team in (
            (1, "children_on_a_plan", BRENT, "North"),
            (2, "average_caseload", BRENT, "South"),
            (3, "children_on_a_plan", "E09000009", "East"),
        ):
            cursor.execute(
                "insert into store.measured.measurements values (?, ?, date '2026-10-31', ?, 'x', [1], null)",
                [number, authority, indicator],
            )
            cursor.execute("insert into store.measured.rows values (?, ?, null, ?, 1, 1, null)", [number, child, team])
    manager = Reader("Max", ("team_manager",), (BRENT,), ("*",), ("North",))
    analyst = Reader("Ann", ("analyst",), (BRENT,), ("child_protection",))
    for reader, is_led in (
        (manager, True),
        (replace(manager, teams=("South",)), True),
        (replace(manager, teams=("East",)), False),
        (replace(manager, teams=("*",)), True),
        (analyst, True),
        (replace(analyst, services=("early_help",)), False),
    ):
        assert led_back(store, reader, [child], WHY, SERVICES) == ({child: CANARY} if is_led else {}), reader
    with pytest.raises(Mendable, match="Say why you need"):
        led_back(store, manager, [child], "", SERVICES)
    head = Reader("Hal", ("senior_manager",), (BRENT,), ("*",))
    with pytest.raises(Mendable, match="may not see lists"):
        led_back(store, head, [child], WHY, SERVICES)
    whose = [who for who, what, _ in log_of(store) if what == "identifiers read"]
    assert whose == ["Max"] * 3 + ["Ann"], "and what was asked in vain is not noted as read"


def test_without_the_table_figures_go_on_and_nothing_is_published_past_it(store, table):
    child = publish(store)
    table.path.rename(table.path.with_name("lost"))
    assert "is not at" in why_not_led_back(store) and len(history(store, LOCAL)) == 1
    for needs in (lambda: led_back(store, LOCAL, [child], WHY, SERVICES), lambda: publish(store, "C2")):
        with pytest.raises(Mendable, match="is not at .*identifiers.duckdb.* lists show pseudonyms. Put it"):
            needs()
    assert len(history(store, LOCAL)) == 1
    table.make()
    assert publish(store, CANARY) == child and led_back(store, LOCAL, [child], WHY, SERVICES) == {child: CANARY}


def test_a_table_is_named_with_its_key_or_not_at_all(store, monkeypatch):
    child = publish(store)
    assert "no table of identifiers is named" in why_not_led_back(store)
    with pytest.raises(Mendable, match="no table of identifiers is named"):
        led_back(store, LOCAL, [child], WHY, SERVICES)
    monkeypatch.setenv("SLAC_IDENTIFIERS", "somewhere")
    with pytest.raises(Mendable, match="set both, or neither"):
        why_not_led_back(store)
