"""Full disks, damaged, cut, missing, held and older stores: a plain sentence, and the store as it was."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.audit.chain import verify
from data.errors import Held, Mendable
from data.ledger import clock
from data.ledger.history import history, published_rows, turns
from data.ledger.loads import restore
from data.store import migrations
from data.store.migrations import VERSION
from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PLANS = "child_protection_plans"
VERSION_1 = """
create schema uploaded;
create schema ledger;
create schema measured;
create schema office;
create table ledger.house (version integer not null);
insert into ledger.house values (1);
create table ledger.loads (
    load integer primary key, authority varchar not null, extract varchar not null, month date not null,
    version integer not null, published_at timestamp not null, published_by varchar not null, file varchar not null,
    sheet varchar not null, sha256 varchar not null, rows integer not null, blank integer not null, reason varchar
);
create table ledger.withdrawals (
    load integer primary key, withdrawn_at timestamp not null, withdrawn_by varchar not null, why varchar not null
);
create table ledger.findings (
    load integer not null, row integer, "column" varchar, rule varchar not null, severity varchar not null,
    message varchar not null
);
create table ledger.events (
    event integer primary key, happened_at timestamp not null, who varchar not null, what varchar not null, load integer
);
create table measured.measurements (
    measurement integer primary key, authority varchar not null, month date not null, indicator varchar not null,
    definition varchar not null, loads integer[] not null
);
create table measured.rows (
    measurement integer not null, subject varchar not null, child_id varchar, team varchar, numerator double not null,
    denominator double not null, due_on date
);
create table measured.figures (
    measurement integer primary key, numerator double not null, denominator double not null,
    subjects integer not null, not_yet_due integer not null, counted_twice integer not null
);
create table uploaded.child_protection_plans (
    load integer not null, row integer, plan_id varchar, child_id varchar, start_date date, end_date date
);
insert into uploaded.child_protection_plans values (1, 2, 'P1', 'Femi', '2026-01-01', null);
insert into uploaded.child_protection_plans values (2, 2, 'P1', 'Gwen', '2026-01-01', null);
insert into ledger.loads values
    (1, 'E09000005', 'child_protection_plans', '2026-10-31', 1, '2026-11-01', 'Ann', 'a.csv', '', 'a', 1, 0, 'true'),
    (2, 'E09000005', 'child_protection_plans', '2026-10-31', 2, '2026-11-02', 'Ann', 'b.csv', '', 'b', 1, 0, null);
insert into ledger.findings values
    (1, 2, 'start_date', 'plans.start_date.odd', 'query', 'start_date, row 2: look'),
    (1, null, null, 'plans.note', 'info', 'a.csv: a note');
insert into ledger.withdrawals values (2, '2026-11-03', 'Ben', 'the wrong file');
insert into ledger.events values
    (1, '2026-11-01', 'Ann', 'publish', 1), (2, '2026-11-02', 'Ann', 'publish', 2),
    (3, '2026-11-03', 'Ben', 'withdraw', 2);
"""


def plans(count: int = 1):
    return {PLANS: example_rows(PLANS, [{"child_id": f"child-{number}"} for number in range(count)])}


@pytest.fixture
def kept(tmp_path) -> Path:
    """Give a store file with a published month, closed."""
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    publish_rows(store, plans(3000))
    store.close()
    return path


@pytest.fixture
def tiny_disk(tmp_path):
    """Give a disk of 24 MB."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root may make a tiny disk: what happens on a full one was not tried")
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)], capture_output=True, text=True
    )
    if made.returncode:
        pytest.skip(f"a tiny disk cannot be made here: {made.stderr.strip()}")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(disk: Path, leave: int) -> None:
    room = shutil.disk_usage(disk).free - leave
    if room > 0:
        (disk / "filler").write_bytes(bytes(room))


def test_f67_a_full_disk_is_seen_before_anything_is_written(tiny_disk):
    store = Store.create(tiny_disk / "house.duckdb")
    publish_rows(store, plans())
    fill(tiny_disk, 2**20)
    with pytest.raises(Mendable, match="There is not enough space on the disk that holds .* Nothing was changed"):
        publish_rows(store, plans(2))
    assert len(history(store, LOCAL)) == 1
    (tiny_disk / "filler").unlink()
    publish_rows(store, plans(2))
    store.close()


@pytest.mark.parametrize("leave", [0, 100_000, 400_000, 1_000_000, 2_000_000])
def test_f67_a_disk_that_fills_up_meanwhile_changes_nothing_and_keeps_viewers(tiny_disk, leave, monkeypatch):
    path = tiny_disk / "house.duckdb"
    store = Store.create(path)
    publish_rows(store, plans(3))
    monkeypatch.setattr(Store, "must_have_room", lambda self, size: None)
    fill(tiny_disk, leave)
    held, refused = [3], False
    while not refused:
        before = len(history(store, LOCAL))
        try:
            publish_rows(store, plans(20_000 + len(held)))
            held.append(20_000 + len(held))
        except Mendable as why:
            refused = True
            assert re.search(
                "There is not enough space on the disk|was kept in .*not enough space on its disk", str(why)
            )
            if "was kept" in str(why):  # committed to the journal, with no room to write it into the file as well
                before += 1
                held.append(20_000 + len(held))
            assert len(history(store, LOCAL)) == before
            rows = published_rows(store, LOCAL, BRENT, OCTOBER, PLANS)
            assert rows is not None and len(rows) == held[-1], "viewers see the last month whole"
    (tiny_disk / "filler").unlink(missing_ok=True)
    store.close()
    store = Store.open_file(path)
    told = history(store, LOCAL)
    assert len(told) == before and list(told["state"]).count("current") == 1
    store.close()


def flipped(part: bytes) -> bytes:
    """Damage each byte in another way: where an even number of like words change alike DuckDB's checksum misses it."""
    return bytes(byte ^ (place * 37 % 255 + 1) for place, byte in enumerate(part))


@pytest.mark.parametrize("offset", [0, 8, 20, 4096, 4110, 8192, 12288, 16000, "every block"])
def test_f69_a_damaged_block_is_a_sentence_and_nothing_is_made_in_its_place(kept, offset):
    held = bytearray(kept.read_bytes())
    for start in range(12288, len(held), 262144) if offset == "every block" else [offset]:
        held[start : start + 64] = flipped(held[start : start + 64])
    kept.write_bytes(held)
    with pytest.raises(Mendable, match=r"^\S+ is (damaged|not a store).*Restore it from a backup; it was \S+.*\.$"):
        Store.open_file(kept)
    assert kept.read_bytes() == bytes(held)


def test_f69_damage_that_shows_only_when_rows_are_read_is_a_sentence_too(kept):
    held = kept.read_bytes()
    damaged_ones = [
        held[:start] + flipped(held[start : start + 64]) + held[start + 64 :]
        for start in range(12288 + 64, len(held), 262144)
    ]
    told = [what_is_read(kept, damaged) for damaged in [*damaged_ones, held[:-1], held[:-262144]]]
    assert "damaged" in told and set(told) <= {"damaged", "whole"}, "never other rows than were stored"


def what_is_read(path: Path, held: bytes) -> str:
    """Tell whether the rows of a damaged file are refused with a sentence, or are those that were stored."""
    path.write_bytes(held)
    store = None
    try:
        store = Store.open_file(path)
        rows = published_rows(store, LOCAL, BRENT, OCTOBER, PLANS)
        assert rows is not None
        stored = [store.pseudonyms.of_person(BRENT, "child", f"child-{number}") for number in range(3000)]
        return "whole" if list(rows["child_id"]) == stored else "other"
    except Mendable as why:
        assert "is damaged and part of it cannot be read" in str(why)
        return "damaged"
    finally:
        if store:
            store.close()


@pytest.mark.parametrize("kept_bytes", [0, 1, 100, 4096, 8192, 12288, 20000, 300_000])
def test_f69_a_cut_file_is_a_sentence_and_nothing_is_made_in_its_place(kept, kept_bytes):
    cut = kept.read_bytes()[:kept_bytes]
    kept.write_bytes(cut)
    with pytest.raises(Mendable, match=r"^\S+ is (damaged|not a store).*Restore it from a backup; it was \S+.*\.$"):
        Store.open_file(kept)
    assert kept.read_bytes() == cut


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table letters (text varchar)")
    before = path.read_bytes()
    with pytest.raises(Mendable, match="is a database, but not a store of this dashboard"):
        Store.open_file(path)
    assert path.read_bytes() == before


def test_f70_a_missing_file_stays_missing(tmp_path):
    with pytest.raises(Mendable, match="There is no store at"):
        Store.open_file(tmp_path / "gone.duckdb")
    assert not list(tmp_path.iterdir())


def test_f68_a_store_that_another_process_holds_names_it(kept):
    holds = "import sys; from pathlib import Path; from data.store.store import Store"
    holds += "; store = Store.open_file(Path(sys.argv[1]))"
    command = [sys.executable, "-c", f"{holds}; print('held', flush=True); input()", str(kept)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
    assert other.stdout is not None and other.stdout.readline() == b"held\n"
    with pytest.raises(Held, match=rf"is in use by .*{other.pid}.*\. Close the dashboard or command that holds it"):
        Store.open_file(kept)
    other.communicate(b"\n")
    Store.open_file(kept).close()


def older(path: Path) -> bytes:
    with duckdb.connect(str(path)) as made:
        made.execute(VERSION_1)
    return path.read_bytes()


def test_f71_a_store_of_version_1_is_copied_and_brought_up_to_date(tmp_path):
    path = tmp_path / "house.duckdb"
    before = older(path)
    store = Store.open_file(path)
    assert (tmp_path / "house.duckdb.version-1").read_bytes() == before
    told = history(store, LOCAL)
    assert list(told["state"]) == ["withdrawn", "current"] and told["why"].iloc[0] == "the wrong file"
    assert list(turns(store, LOCAL)["turned_by"]) == ["Ben"]
    rows = published_rows(store, LOCAL, BRENT, OCTOBER, PLANS)
    assert rows is not None and list(rows["child_id"]) == ["FEMI"]
    restore(store, LOCAL, 2, "it was right")
    state = verify(store, Reader("a governor", ("information_governance",), ("*",), ("*",)))
    assert (state.broken, state.entries) == (None, 4), "what stood in the log is sealed"
    store.close()
    store = Store.open_file(path)
    assert list(history(store, LOCAL)["state"]) == ["current", "superseded"]
    with store.change() as cursor:
        assert cursor.execute("select * from store.ledger.house").fetchall() == [(VERSION,)]
    store.close()
    assert (tmp_path / "house.duckdb.version-1").read_bytes() == before


def test_the_reason_of_a_load_of_version_2_is_kept_with_its_queries(tmp_path):
    path = tmp_path / "house.duckdb"
    older(path)
    with duckdb.connect(str(path)) as made:
        made.execute(migrations.STEPS[2].replace("store.", ""))
        made.execute("update ledger.house set version = 2")
    store = Store.open_file(path)
    assert (tmp_path / "house.duckdb.version-2").exists()
    with store.change() as cursor:
        asked = "select rule, reason, explained_by, explained_at from store.ledger.findings order by rule"
        kept = cursor.execute(asked).fetchall()
    assert kept == [
        ("plans.note", None, None, None),
        ("plans.start_date.odd", "true", "Ann", datetime(2026, 11, 1)),
    ]
    store.close()


def test_identifiers_of_an_older_store_are_brought_to_their_one_form(tmp_path):
    path = tmp_path / "house.duckdb"
    with closing(Store.create(path, invented=True)) as store:
        publish_rows(store, {PLANS: example_rows(PLANS, [{"child_id": name} for name in ("k001", "K 002", "K003")])})
    with duckdb.connect(str(path)) as made:
        made.execute(f"update ledger.house set version = {migrations.ONE_FORM - 1}")
    with closing(Store.open_file(path)) as store:
        rows = published_rows(store, LOCAL, BRENT, OCTOBER, PLANS)
        assert rows is not None and sorted(rows["child_id"]) == ["K001", "K002", "K003"]


def test_when_an_older_store_measured_is_taken_from_its_loads_the_first_time(tmp_path):
    path = tmp_path / "house.duckdb"
    older(path)
    with duckdb.connect(str(path)) as made:
        for measurement, definition, loads in ((1, "old", [1]), (2, "old", [2]), (3, "new", [1])):
            entry = [measurement, BRENT, OCTOBER, "children_on_a_plan", definition, loads]
            made.execute("insert into measured.measurements values (?, ?, ?, ?, ?, ?)", entry)
    store = Store.open_file(path)
    with store.change() as cursor:
        kept = cursor.execute("select measured_at from store.measured.measurements order by measurement").fetchall()
    store.close()
    first, second, anew = (moment for (moment,) in kept)
    assert (first, second) == (datetime(2026, 11, 1), datetime(2026, 11, 2))
    assert abs(anew - clock.now()) < timedelta(minutes=5)


def test_f71_a_migration_that_fails_leaves_the_older_store(tmp_path, monkeypatch):
    path = tmp_path / "house.duckdb"
    before = older(path)
    monkeypatch.setitem(migrations.STEPS, VERSION, f"{migrations.STEPS[VERSION]}; delete from store.ledger.events;")
    with pytest.raises(Mendable, match="could not be brought from version 1 to .* It is as it was, and a copy of it"):
        Store.open_file(path)
    assert path.read_bytes() == before
    monkeypatch.undo()
    Store.open_file(path).close()


def test_without_room_for_the_copy_an_older_store_is_left_alone(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    path = tmp_path / "house.duckdb"
    before = older(path)
    monkeypatch.setattr("data.store.migrations.shutil.copy2", full)
    with pytest.raises(Mendable, match="the copy failed: No space left on device. It was not changed"):
        Store.open_file(path)
    assert path.read_bytes() == before and [each.name for each in tmp_path.iterdir()] == ["house.duckdb"]
