"""A store on a lake is a store like any other: the same tables, words and figures, whatever it lies on."""

import re
from contextlib import closing

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.invention import AUTHORITY, sample_store
from data.lake.lake import Lake
from data.ledger.audit_log import record_read
from data.ledger.deeds import Deed
from data.ledger.delivery import Delivery
from data.ledger.history import history, months_held, published_rows, revision, turns
from data.ledger.loads import restore, store_loads, withdraw
from data.settings import settings
from data.store.migrations import VERSION
from data.store.pseudonyms import AS_WRITTEN
from data.store.store import Store
from data.store.tables import SCHEMA, keys_declared
from data.store.wholeness import doubled_key, odd_number, rows_held
from indicators.engine.catalogue import all_indicators
from indicators.engine.measure import measure_missing
from indicators.figures.measured_figures import figures, rows_behind
from tests.crash.test_two_analysts import PLANS, plans, put_in
from tests.data.lake.conftest import database_of
from tests.examples import example_rows
from tests.indicators.golden import GOLDEN, golden_figures
from tests.store_filling import BRENT, OCTOBER, incoming, publish_rows

CANARY = "CANARYCHILD7"
SMALLEST_AND_LARGEST = {"ducklake_file_column_stats", "ducklake_table_column_stats"}
"""Where DuckLake writes the smallest and the largest value of each column, in clear; the rest of a file it encrypts."""
SHAPE = """
    select schema_name, table_name, column_name, data_type, is_nullable
    from duckdb_columns()
    where database_name = 'store'
    order by all
"""


def shape(store: Store) -> list[tuple]:
    with store.reading() as cursor:
        return cursor.execute(SHAPE).fetchall()


def test_its_tables_are_those_of_a_file(lake, store):
    assert shape(lake) == shape(store)


def test_the_last_month_has_the_golden_figures(lake, monkeypatch):
    sample_store.fill(lake)
    months = months_held(lake, LOCAL, AUTHORITY)[-1:]
    monkeypatch.setattr("tests.indicators.golden.months_held", lambda *_: months)
    told = golden_figures(lake).splitlines()
    wanted = {f"{month:%Y-%m}" for month in months}
    golden = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines()[1:] if line.split()[1] in wanted]
    assert len(golden) > 200 and told[1:] == golden


@pytest.mark.soak
def test_the_whole_golden_file_is_that_of_a_lake(lake):
    sample_store.fill(lake)
    assert golden_figures(lake) == GOLDEN.read_text(encoding="utf-8")


def story(store: Store) -> dict:
    """Publish, repeat, withdraw, restore, rehearse and read; return all that is told afterwards."""
    ann = Reader("Ann", ("analyst",), ("*",), ("*",))
    put_in(store, ann, plans("Femi", "Gwen"))
    again = put_in(store, ann, plans("Femi", "Gwen"))
    publish_rows(store, {"children": example_rows("children", [{}, {}])}, reader=ann)
    withdraw(store, ann, 1, "the wrong file")
    restore(store, ann, 1, "the right one")
    put_in(store, ann, plans("Hana"))
    record_read(store, LOCAL, Deed.LIST_READ)
    with store.rehearsal() as rehearsed:
        store_loads(rehearsed, ann, delivery(plans("Idris")), measure_plans)
        seen = list(published_rows(rehearsed, ann, BRENT, OCTOBER, PLANS)["child_id"])
    with store.change() as cursor:
        measure_plans(cursor, BRENT, [OCTOBER])
    with store.reading() as cursor:
        counted, odd = rows_held(cursor), odd_number(cursor)
    indicator = all_indicators()["children_on_a_plan"]
    told = [history(store, ann), turns(store, ann), rows_behind(store, ann, indicator, BRENT, OCTOBER)]
    frames = [frame.drop(columns=[name for name in frame if name.endswith("_at")]).to_csv() for frame in told]
    value = [(each.value, each.numerator) for each in figures(store, ann, [indicator], BRENT, [OCTOBER])]
    return {"again": again, "rehearsed": seen, "rows": counted, "odd": odd, "told": frames, "value": value} | {
        "revision": revision(store, ann)
    }


def delivery(what) -> Delivery:
    return Delivery(BRENT, OCTOBER, [what])


def measure_plans(cursor, authority, months) -> None:
    measure_missing(cursor, [all_indicators()["children_on_a_plan"]], authority, months)


def test_what_is_done_and_read_there_is_what_a_file_says(lake, tmp_path):
    with closing(Store.create(tmp_path / "house.duckdb")) as file:
        expected = story(file)
    assert story(lake) == expected
    assert expected["rehearsed"] and expected["odd"] == "" and expected["rows"]["ledger.loads"] == 3


def test_what_was_rehearsed_leaves_no_file(lake):
    files = set(lake.folder.rglob("*.parquet"))
    with lake.rehearsal() as rehearsed:
        store_loads(rehearsed, LOCAL, delivery(plans("Femi")), measure_plans)
    assert set(lake.folder.rglob("*.parquet")) == files


def test_nothing_stands_in_clear_in_catalogue_or_files(lake, postgres):
    rows = example_rows(PLANS, [{"child_id": f"{CANARY}-{number}", "team": CANARY} for number in range(3)])
    lake.pseudonyms = AS_WRITTEN  # what is looked for would be a pseudonym
    store_loads(lake, LOCAL, delivery(incoming(PLANS, rows)), measure_plans)
    database = database_of(lake.address)
    tables = postgres.ask(database, "select tablename from pg_tables where schemaname = 'public'").split()
    assert "ducklake_data_file" in tables and not [
        name for name in tables if re.match(r"ducklake_inlined_\w+_\d", name)
    ]
    catalogue = {name: postgres.ask(database, f"select * from {name}") for name in tables}
    assert PLANS in catalogue["ducklake_table"]
    telling = {name for name, rows in catalogue.items() if CANARY in rows}
    assert telling <= SMALLEST_AND_LARGEST  # which is why the catalogue is guarded as the store's key
    files = list(lake.folder.rglob("*.parquet"))
    assert len(files) > 5
    assert not [file for file in files if CANARY.encode() in file.read_bytes()]
    assert lake.encrypted


def test_an_older_one_is_brought_up_to_date_when_it_is_opened(lake):
    put_in(lake, LOCAL, plans("Femi"))
    with lake.change() as cursor:
        cursor.execute("alter table store.office.targets drop column tolerance")
        cursor.execute("drop table store.office.plan_moves")
        cursor.execute("update store.ledger.house set version = ?", [VERSION - 1])
    with closing(Lake.open_at(lake.address)) as newer:
        with newer.reading() as cursor:
            assert cursor.execute("select version from store.ledger.house").fetchall() == [(VERSION,)]
        assert sorted(shape(newer)) == sorted(shape(lake))
        assert len(history(newer, LOCAL)) == 1


def test_a_process_of_an_older_build_writes_nothing(lake):
    with lake.change() as cursor:
        cursor.execute("update store.ledger.house set version = ?", [VERSION + 1])
    with pytest.raises(Mendable, match=rf"brought to version {VERSION + 1} by a newer program"):
        put_in(lake, LOCAL, plans("Femi"))
    assert history(lake, LOCAL).empty
    with pytest.raises(Mendable, match="Use the program it was last opened with"):
        Lake.open_at(lake.address)


def test_it_is_named_by_the_setting_of_the_store(monkeypatch):
    monkeypatch.setenv("SLAC_STORE", "ducklake:postgres:dbname=lake")
    chosen = settings()
    assert (chosen.store, chosen.lake, chosen.invented) == (None, "ducklake:postgres:dbname=lake", False)


def test_every_key_that_a_file_guards_is_looked_for_twice_on_a_lake(store, lake):
    with store.reading() as cursor:
        guarded = cursor.execute(
            "select schema_name || '.' || table_name, list_aggregate(constraint_column_names, 'string_agg', ', ') "
            "from duckdb_constraints() where database_name = 'store' and constraint_type = 'PRIMARY KEY'"
        ).fetchall()
    assert dict(guarded) == keys_declared(SCHEMA.read_text(encoding="utf-8")) and len(guarded) > 20
    put_in(lake, LOCAL, plans("Femi"))
    with lake.change() as cursor:
        assert doubled_key(cursor) == ""
        cursor.execute("insert into store.ledger.seals from store.ledger.seals")
        assert doubled_key(cursor) == "a event of ledger.seals stands twice"
        assert odd_number(cursor)


def test_what_is_public_is_read_each_time_since_another_process_may_change_it(lake):
    told = iter(("before", "after"))
    assert [lake.public.kept("it", lambda: next(told)) for _ in range(2)] == ["before", "after"]
