"""Backups: whole, counted, under a key of their own; and the way back, which writes over nothing."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.history import history
from data.store.keys import make_key
from data.store.reading_through import contents_of, read_each
from data.store.store import Store
from data.upkeep import restoring
from tests.examples import example_rows
from tests.pages.terminal.conftest import run  # noqa: F401 - a fixture
from tests.store_filling import publish_rows

ROOT = Path(__file__).parents[3]
CANARY = "CANARYCHILD7"


def publish(store: Store, how_many: int) -> None:
    rows = [{"child_id": f"{CANARY}-{number}"} for number in range(how_many)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", rows)})


def made(path: Path, key: Path | None = None, publications: int = 2) -> Path:
    store = Store.create(path, key)
    for number in range(publications):
        publish(store, number + 1)
    store.close()
    return path


def loads_in(path: Path, key: Path | None = None) -> int:
    store = Store.open_file(path, key)
    try:
        return len(history(store, LOCAL))
    finally:
        store.close()


@pytest.fixture
def plain(tmp_path) -> Path:
    return made(tmp_path / "house.duckdb")


@pytest.fixture
def secret(tmp_path, monkeypatch) -> Path:
    """Give an encrypted store whose key is named as the dashboard's is."""
    (tmp_path / "keys").mkdir()
    key = make_key(tmp_path / "keys" / "house.key")
    monkeypatch.setenv("SLAC_STORE_KEY", str(key))
    return made(tmp_path / "house.duckdb", key)


def test_a_backup_is_read_through_counted_and_for_its_owner_alone(run, plain, tmp_path):  # noqa: F811
    before = os.umask(0)
    try:
        status, out, err = run("backup", tmp_path / "copy.duckdb", "--store", plain)
    finally:
        os.umask(before)
    assert (status, err) == (0, "") and "NOT encrypted, as the store is not. It was read through: 2 loads" in out
    assert (tmp_path / "copy.duckdb").stat().st_mode & 0o777 == 0o600
    assert {each.name for each in tmp_path.iterdir()} == {"house.duckdb", "copy.duckdb"}, "nothing unfinished is left"
    entered = {"ledger.events": 1, "ledger.seals": 1}  # that a backup was made
    backed_up, held = contents_of(tmp_path / "copy.duckdb", None).rows, contents_of(plain, None).rows
    assert {table: rows + entered.get(table, 0) for table, rows in backed_up.items()} == held
    status, out, _ = run("backup", "--verify", tmp_path / "copy.duckdb", "--json")
    told = json.loads(out)
    assert (status, told["loads"], told["rows"]["uploaded.child_protection_plans"]) == (0, 2, 3)


def test_a_backup_has_a_key_of_its_own_or_the_store_s_and_is_never_in_clear(run, secret, tmp_path):  # noqa: F811
    own, other = tmp_path / "own.duckdb", tmp_path / "other.duckdb"
    assert run("backup", own, "--store", secret)[0] == 0
    status, out, err = run("backup", other, "--new-key", tmp_path / "keys" / "backup.key", "--store", secret)
    assert status == 0 and "encrypted with the key in" in out, err
    assert all(CANARY.encode() not in each.read_bytes() for each in (own, other))
    assert run("backup", "--verify", own)[0] == 0
    status, _, err = run("backup", "--verify", other)
    assert status == 2 and "The key does not open" in err
    assert run("backup", "--verify", other, "--key-file", tmp_path / "keys" / "backup.key")[0] == 0
    assert loads_in(other, tmp_path / "keys" / "backup.key") == 2
    again = tmp_path / "again.duckdb"
    assert run("backup", again, "--key-file", tmp_path / "keys" / "backup.key", "--store", secret)[0] == 0


def test_a_backup_writes_over_nothing_and_leaves_no_key_of_none(run, plain, tmp_path):  # noqa: F811
    (tmp_path / "mine.duckdb").write_bytes(b"mine")
    key = tmp_path / "backup.key"
    for place in (tmp_path / "mine.duckdb", plain):
        held = place.read_bytes()
        status, _, err = run("backup", place, "--new-key", key, "--store", plain)
        assert status == 2 and "is there already" in err and place.read_bytes() == held and not key.exists()
    status, _, err = run("backup", tmp_path / "none" / "copy.duckdb", "--store", plain)
    assert status == 2 and "There is no folder" in err
    key.write_text("short")
    status, _, err = run("backup", tmp_path / "copy.duckdb", "--key-file", key, "--store", plain)
    assert status == 2 and "a key needs 32 or more" in err and not (tmp_path / "copy.duckdb").exists()
    assert run("backup", "--store", plain)[0] == 2


def test_f76_a_backup_that_cannot_be_read_is_told_and_never_restored(run, plain, tmp_path):  # noqa: F811
    backup = tmp_path / "copy.duckdb"
    assert run("backup", backup, "--store", plain)[0] == 0
    held, store, copies = backup.read_bytes(), plain.read_bytes(), []
    for start in range(12288 + 100, len(held), 262144):
        copies.append(tmp_path / f"damaged-{start}.duckdb")
        copies[-1].write_bytes(held[:start] + bytes([held[start] ^ 1]) + held[start + 1 :])
    copies.append(tmp_path / "cut.duckdb")
    copies[-1].write_bytes(held[: len(held) // 2])
    answers = read_each(copies, None)
    told = [copy for copy, answer in zip(copies, answers, strict=True) if "is damaged" in str(answer)]
    assert len(told) > 3 and copies[-1] in told
    assert all("is damaged" in str(answer) or "2 loads" in str(answer) for answer in answers), "or it is whole"
    status, out, err = run("backup", "--verify", told[-1])
    assert (status, out) == (2, "") and "is damaged and part of it cannot be read" in err
    status, _, err = run("restore-backup", told[-1], "--store", plain, "--overwrite")
    assert status == 2 and "is damaged" in err and plain.read_bytes() == store
    assert run("backup", "--verify", tmp_path / "gone.duckdb")[0] == 2


def test_a_backup_takes_the_place_of_a_store_only_when_asked_and_the_store_is_kept(run, plain, tmp_path):  # noqa: F811
    backup = tmp_path / "copy.duckdb"
    assert run("backup", backup, "--store", plain)[0] == 0
    store = Store.open_file(plain)
    publish(store, 7)
    store.close()
    status, _, err = run("restore-backup", backup, "--store", plain)
    assert status == 2 and "A store lies at" in err and "--overwrite" in err and loads_in(plain) == 3
    status, out, err = run("restore-backup", backup, "--store", plain, "--overwrite")
    assert status == 0 and "2 loads" in out and "Delete it once it is not needed" in err
    assert loads_in(plain) == 2 and plain.stat().st_mode & 0o777 == 0o600
    (aside,) = tmp_path.glob("house.duckdb.before-*")
    assert loads_in(aside) == 3 and backup.exists()
    assert run("restore-backup", backup, "--store", tmp_path / "new.duckdb")[0] == 0
    assert loads_in(tmp_path / "new.duckdb") == 2


@pytest.mark.parametrize("names", ["two names", "one name"])
def test_a_store_is_there_until_another_takes_its_place(plain, tmp_path, monkeypatch, names):
    backup, own = Path(shutil.copy(plain, tmp_path / "copy.duckdb")), Path.replace

    def killed(path: Path, target: Path):
        if target == plain:
            raise KeyboardInterrupt
        return own(path, target)

    def refused(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "replace", killed)
    if names == "one name":
        monkeypatch.setattr(restoring.os, "link", refused)
    with pytest.raises(KeyboardInterrupt):
        restoring.put_back(LOCAL, backup, None, plain, None, True)
    monkeypatch.undo()
    (aside,) = tmp_path.glob("house.duckdb.before-*")
    assert loads_in(aside) == 2 and plain.exists() == (names == "two names")
    restored = restoring.put_back(LOCAL, backup, None, plain, None, True)
    assert restored.contents.loads == loads_in(plain) == 2


def test_a_damaged_store_is_replaced_and_kept_with_its_journal(run, plain, tmp_path):  # noqa: F811
    backup = tmp_path / "copy.duckdb"
    assert run("backup", backup, "--store", plain)[0] == 0
    plain.write_bytes(b"damaged")
    plain.with_name("house.duckdb.wal").write_bytes(b"journal")
    assert run("restore-backup", backup, "--store", plain, "--overwrite")[0] == 0
    assert loads_in(plain) == 2
    assert sorted(each.read_bytes() for each in tmp_path.glob("house.duckdb.before-*")) == [b"damaged", b"journal"]


def test_what_is_restored_has_the_key_of_the_store(run, secret, tmp_path, monkeypatch):  # noqa: F811
    clear = made(tmp_path / "clear.duckdb", publications=1)
    assert run("restore-backup", clear, "--store", secret, "--overwrite")[0] == 0
    key = tmp_path / "keys" / "house.key"
    assert loads_in(secret, key) == 1 and CANARY.encode() not in secret.read_bytes()
    assert run("backup", tmp_path / "copy.duckdb", "--store", secret)[0] == 0
    monkeypatch.delenv("SLAC_STORE_KEY")
    wording = ("restore-backup", tmp_path / "copy.duckdb", "--store", tmp_path / "new.duckdb")
    status, _, err = run(*wording)
    assert status == 2 and "is encrypted. Set SLAC_STORE_KEY" in err
    status, _, err = run(*wording, "--key-file", key)
    assert status == 2 and "would not be encrypted" in err and not (tmp_path / "new.duckdb").exists()


def test_the_key_of_a_store_is_changed_by_a_backup_and_its_restoration(run, secret, tmp_path, monkeypatch):  # noqa: F811
    old, new = tmp_path / "keys" / "house.key", make_key(tmp_path / "keys" / "new.key")
    assert run("backup", tmp_path / "copy.duckdb", "--store", secret)[0] == 0
    monkeypatch.setenv("SLAC_STORE_KEY", str(new))
    wording = ("restore-backup", tmp_path / "copy.duckdb", "--key-file", old, "--overwrite", "--store", secret)
    status, _, err = run(*wording)
    assert status == 0, err
    assert loads_in(secret, new) == 2
    (aside,) = tmp_path.glob("house.duckdb.before-*")
    assert loads_in(aside, old) == 2


@pytest.mark.parametrize("kills", [3, pytest.param(30, marks=pytest.mark.soak)])
def test_f66_a_backup_that_is_killed_leaves_none_or_a_whole_one(kills, plain, tmp_path):
    chance = random.Random(5)
    for number in range(kills):
        place = tmp_path / f"copy-{number}.duckdb"
        command = [sys.executable, "cli.py", "backup", str(place), "--store", str(plain)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(chance.uniform(0.3, 2.0))
            process.kill()
        assert not place.exists() or contents_of(place, None).loads == 2
    assert loads_in(plain) == 2


def test_a_store_that_is_in_use_is_not_restored(run, plain, tmp_path):  # noqa: F811
    backup = Path(shutil.copy(plain, tmp_path / "copy.duckdb"))
    holds = "import sys; from pathlib import Path; from data.store.store import Store"
    holds += "; store = Store.open_file(Path(sys.argv[1]))"
    command = [sys.executable, "-c", f"{holds}; print('held', flush=True); input()", str(plain)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        status, _, err = run("restore-backup", backup, "--store", plain, "--overwrite")
        other.communicate(b"\n")
    assert status == 2 and "is in use by" in err and not list(tmp_path.glob("*.before-*"))
