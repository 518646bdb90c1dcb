"""A store is carried from a file to a lake and back: the same rows, history and figures, and nothing half there."""

import shutil
import subprocess
import sys
import time
from contextlib import closing

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.audit.chain import verify
from data.errors import Mendable
from data.lake.crossing import _same_rows
from data.lake.lake import Lake
from data.ledger.history import history
from data.ledger.loads import store_loads, withdraw
from data.published.authority_groups import groups, keep_group
from data.store.keys import make_key
from data.store.store import Store
from data.store.wholeness import rows_held
from data.upkeep import carrying_over
from data.upkeep.carrying_over import carried_to_file, carried_to_lake
from indicators.engine.catalogue import all_indicators
from indicators.figures.measured_figures import figures
from tests.crash.test_two_analysts import plans, put_in
from tests.data.lake.test_lake import delivery, measure_plans, shape
from tests.data.lake.test_many_processes import ROOT
from tests.pages.terminal.conftest import run  # noqa: F401 - a fixture
from tests.store_filling import BRENT, OCTOBER

GROUP = ["E09000005", "E09000009", "E09000015"]


@pytest.fixture
def key(tmp_path, monkeypatch):
    """Give a key that is named as the dashboard's is."""
    (tmp_path / "keys").mkdir()
    path = make_key(tmp_path / "keys" / "house.key")
    monkeypatch.setenv("SLAC_STORE_KEY", str(path))
    return path


@pytest.fixture
def house(tmp_path, key):
    """Give an encrypted store file with a history, figures and a table of published ones."""
    place = tmp_path / "house.duckdb"
    with closing(Store.create(place, key)) as store:
        store_loads(store, LOCAL, delivery(plans("Femi", "Gwen")), measure_plans)
        put_in(store, LOCAL, plans("Hana"))
        withdraw(store, LOCAL, 2, "the wrong file")
        keep_group(store, LOCAL, "Neighbours", GROUP)
    return place


def all_of(store: Store) -> dict:
    """Return all that a person reads of a store, and how many rows its tables have."""
    value = figures(store, LOCAL, [all_indicators()["children_on_a_plan"]], BRENT, [OCTOBER])
    with store.reading() as cursor:
        rows = {table: count for table, count in rows_held(cursor).items() if table.split(".")[1] not in ENTERED}
    return {
        "history": history(store, LOCAL).to_csv(),
        "figures": [(each.value, each.numerator, each.denominator) for each in value],
        "groups": groups(store),
        "log": verify(store, LOCAL).broken,
        "rows": rows,
    }


KEYS = "select table_name from duckdb_constraints() where constraint_type = 'PRIMARY KEY' order by all"
ENTERED = ("events", "seals")
"""What has an entry more where a store was carried over."""


def test_from_file_to_lake_and_back_all_is_as_it_was(house, key, postgres, tmp_path):
    with closing(Store.open_file(house, key)) as file:
        before, tables = all_of(file), shape(file)
        with file.reading() as cursor:
            keys = cursor.execute(KEYS).fetchall()
    assert before["figures"][0][1] == 2 and len(before["groups"]) == 1
    address, folder = postgres.database(), tmp_path / "lake"
    folder.mkdir()
    carried_to_lake(LOCAL, house, key, address, folder)
    with closing(Lake.open_at(address, None, key)) as lake:
        assert all_of(lake) == before and shape(lake) == tables
    back = tmp_path / "back.duckdb"
    contents = carried_to_file(LOCAL, address, back, key)
    assert contents.encrypted and contents.loads == 2
    with closing(Store.open_file(back, key)) as file:
        assert all_of(file) == before and shape(file) == tables
        with file.reading() as cursor:
            assert cursor.execute(KEYS).fetchall() == keys and len(keys) > 20
        put_in(file, LOCAL, plans("Idris"))
    with closing(Lake.open_at(address, None, key)) as lake:
        put_in(lake, LOCAL, plans("Idris"))
        assert len(history(lake, LOCAL)) == 3


def test_what_is_broken_off_leaves_no_store_and_is_done_again(house, key, postgres, tmp_path, monkeypatch):
    address, folder = postgres.database(), tmp_path / "lake"
    folder.mkdir()

    def broken_off(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(carrying_over, "carry", broken_off)
        with pytest.raises(KeyboardInterrupt):
            carried_to_lake(LOCAL, house, key, address, folder)
    with pytest.raises(Mendable, match="There is no store"):
        Lake.open_at(address)
    with monkeypatch.context() as patched:
        patched.setattr(carrying_over, "record", broken_off)  # all is there but its entry in the log
        with pytest.raises(KeyboardInterrupt):
            carried_to_lake(LOCAL, house, key, address, folder)
    with closing(Lake.open_at(address, None, key)) as lake:
        assert len(history(lake, LOCAL)) == 2
    back = tmp_path / "back.duckdb"
    monkeypatch.setattr(carrying_over, "contents_of", broken_off)
    with pytest.raises(KeyboardInterrupt):
        carried_to_file(LOCAL, address, back, key)
    assert not list(tmp_path.glob("back*"))


KILLS = [pytest.param(40, marks=pytest.mark.soak)]


@pytest.mark.parametrize("kills", KILLS)
def test_killed_on_the_way_nothing_is_half_there(house, key, postgres, tmp_path, kills):
    code = (
        "import sys; from pathlib import Path; from data.access import LOCAL_USER; "
        "from data.lake.address import address_of; from data.upkeep.carrying_over import carried_to_lake; "
        "print('ready', flush=True); "
        "carried_to_lake(LOCAL_USER, Path(sys.argv[1]), Path(sys.argv[2]), address_of(sys.argv[3]), Path(sys.argv[4]))"
    )
    ended = {"whole": 0, "none": 0}
    for number in range(kills):
        address, folder = postgres.database(), tmp_path / f"lake {number}"
        folder.mkdir()
        words = [sys.executable, "-c", code, str(house), str(key), str(address), str(folder)]
        process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.4 + 1.5 * number / kills)
        process.kill()
        process.wait()
        try:
            with closing(Lake.open_at(address, None, key)) as lake:
                assert len(history(lake, LOCAL)) == 2
                ended["whole"] += 1
        except Mendable:
            carried_to_lake(LOCAL, house, key, address, folder)
            ended["none"] += 1
    assert ended["none"], ended


@pytest.mark.parametrize(
    "other", ["delete from b.t where n = 2", "update b.t set n = 3 where n = 2", "insert into b.t values (2)"]
)
def test_a_table_that_would_hold_other_rows_is_refused(other):
    with duckdb.connect(":memory:") as connection:
        connection.execute(
            "attach ':memory:' as a; attach ':memory:' as b; create table a.t as select 1 as n union all select 2"
        )
        connection.execute("create table b.t as from a.t order by n desc")
        assert _same_rows(connection, "t", {"n": ""}, ("a", "b")) == 2
        connection.execute(other)
        with pytest.raises(Mendable, match="t would hold other rows"):
            _same_rows(connection, "t", {"n": ""}, ("a", "b"))


def test_one_command_carries_either_way(house, key, postgres, tmp_path, monkeypatch, run):  # noqa: F811
    address, folder = postgres.database(), tmp_path / "lake"
    folder.mkdir()
    status, _, complaint = run("carry-over", address, "--store", house)
    assert status == 2 and "set SLAC_LAKE_FOLDER" in complaint
    monkeypatch.setenv("SLAC_LAKE_FOLDER", str(folder))
    status, told, _ = run("carry-over", address, "--store", house)
    assert status == 0 and f"rows to {address}. {house} stays" in told
    status, _, complaint = run("carry-over", address, "--store", house)
    assert status == 2 and "A store stands at" in complaint
    monkeypatch.setenv("SLAC_STORE", str(address))
    loads = run("loads", "--json")
    assert loads[0] == 0 and loads[1] == run("loads", "--json", "--store", house)[1]
    monkeypatch.delenv("SLAC_STORE_KEY")
    monkeypatch.setenv("SLAC_PSEUDONYM_KEY", f"{key}.pseudonyms")
    for words, sentence in [
        (["carry-over", tmp_path / "back.duckdb"], "would not be encrypted"),
        (["backup", tmp_path / "back.duckdb"], "would not be encrypted"),
        (["carry-over", house, "--key-file", key], "is there already"),
        (["carry-over", address], "From file to file it is a backup"),
        (["restore-backup", house], "python cli.py carry-over"),
        (["purge", "confirm", "1"], "may not read the log of attempts, or have data deleted"),
        (["clean-lake", "--store", house], "Only a store on a lake has a folder to clean"),
        (["init", "--new-key", tmp_path / "new.key"], "leave --new-key out"),
        (["init"], "A store stands at"),
    ]:
        status, _, complaint = run(*words)
        assert (status, sentence in complaint) == (2, True), (words, complaint)
    status, _, complaint = run("restore-backup", house, "--store", f"{address} password=geheim")
    assert status == 2 and "geheim" not in complaint
    status, told, _ = run("clean-lake")
    assert status == 0 and "0 files that nobody needs were taken away" in told
    status, told, _ = run("backup", tmp_path / "copy.duckdb", "--new-key", tmp_path / "keys" / "new.key")
    assert status == 0 and "It was read through: 2 loads" in told
    shutil.rmtree(folder)
    status, _, complaint = run("loads")
    assert status == 2 and "There is no folder" in complaint
