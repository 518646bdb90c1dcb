"""The doctor: what is well, what is not, in words, and an exit status to go by."""

import json
import os
import shutil
from pathlib import Path

import pytest

from data.access import LOCAL_USER
from data.settings import Settings
from data.store.keys import make_key
from data.store.store import Store
from data.upkeep.doctor import ENOUGH_FREE, look_over
from pages.terminal.run import main

ROOT = Path(__file__).parents[3]


@pytest.fixture
def looked(tmp_path):
    """Look over an encrypted store as it should be kept; give its settings and what was found."""
    (tmp_path / "keys").mkdir()
    chosen = Settings(tmp_path / "house.duckdb", make_key(tmp_path / "keys" / "house.key"), None)
    store = Store.create(tmp_path / "house.duckdb", chosen.key)

    def look(folder: Path = ROOT) -> dict:
        return {each.what: each for each in look_over(LOCAL_USER, chosen, store, "", folder)}

    yield chosen, look
    store.close()


def test_a_store_as_it_should_be_is_green_all_over(looked):
    if shutil.disk_usage(looked[0].store.parent).free < ENOUGH_FREE:
        pytest.skip("this computer's disk is nearly full, and the doctor says so")
    assert [each.says for each in looked[1]().values() if not each.well] == []


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps who may read a file elsewhere")
def test_files_that_others_can_read_are_red(looked):
    chosen, look = looked
    chosen.key.chmod(0o644)
    chosen.store.chmod(0o640)
    assert "chmod 600" in look()["key"].says and not look()["key"].well
    assert "chmod 600" in look()["file"].says and not look()["file"].well


def test_a_clock_that_was_set_back_is_red(looked, monkeypatch):
    chosen, look = looked
    assert look()["clock"].well
    monkeypatch.setattr("data.upkeep.doctor.clock_set_back", lambda store: f"The clock of {store.where} was set back.")
    assert (look()["clock"].well, look()["clock"].says) == (False, f"The clock of {chosen.store} was set back.")


def test_loose_settings_of_the_server_are_named(looked, tmp_path):
    (tmp_path / ".streamlit").mkdir()
    path = tmp_path / ".streamlit" / "config.toml"
    path.write_text((ROOT / ".streamlit" / "config.toml").read_text().replace('"none"', '"full"', 1))
    assert "set client.showErrorDetails as" in looked[1](tmp_path)["server"].says
    path.write_text((ROOT / ".streamlit" / "config.toml").read_text().replace('"127.0.0.1", "localhost"', '"*"'))
    assert "set server.allowedHosts as" in looked[1](tmp_path)["server"].says
    path.unlink()
    assert not looked[1](tmp_path)["server"].well


def test_a_full_disk_is_red(looked, monkeypatch):
    monkeypatch.setattr("data.upkeep.doctor.ENOUGH_FREE", 2**80)
    assert "Make room there" in looked[1]()["disk"].says


def test_the_command_says_green_and_red_and_ends_accordingly(tmp_path, capsys):
    assert main(["doctor", "--store", str(tmp_path / "gone.duckdb"), "--json"]) == 1
    store = json.loads(capsys.readouterr().out)[0]
    assert (store["what"], store["well"]) == ("store", False) and "There is no store at" in store["says"]
    Store.create(tmp_path / "house.duckdb").close()
    assert main(["doctor", "--store", str(tmp_path / "house.duckdb")]) == 1
    said = capsys.readouterr().out
    assert "green  store:" in said and "RED    encryption: The store is not encrypted." in said


def test_a_key_that_is_missing_is_said_not_thrown(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SLAC_STORE_KEY", str(tmp_path / "gone.key"))
    assert main(["doctor"]) == 1
    assert "SLAC_STORE_KEY names" in capsys.readouterr().out


def test_copies_in_which_people_stand_as_they_were_written_are_red_while_they_lie_there(looked):
    chosen, look = looked
    place = chosen.store.with_name("house.duckdb.before-20261130")
    Store.create(place, chosen.key, invented=True).close()
    assert not look()["copy"].well and "as they were written. Destroy it" in look()["copy"].says
    place.unlink()
    Store.create(place, chosen.key).close()
    assert look()["copy"].well and "Delete it once it is not needed" in look()["copy"].says


def test_backups_older_than_they_may_become_or_with_people_as_written_are_red(looked, tmp_path, monkeypatch):
    chosen, look = looked
    folder = tmp_path / "backups"
    monkeypatch.setenv("SLAC_BACKUPS", str(folder))
    assert "there is no such folder" in look()["backups"].says
    folder.mkdir()
    assert "There is no backup in" in look()["backups"].says
    Store.create(folder / "house-1.duckdb", chosen.key).close()
    assert look()["backups"].well and "0 days old" in look()["backups"].says
    monkeypatch.setenv("SLAC_BACKUP_DAYS", "30")
    os.utime(folder / "house-1.duckdb", times=(0, 0))
    assert "older than 30 days. Destroy it" in look()["backup"].says and not look()["backup"].well
    (folder / "house-1.duckdb").unlink()
    Store.create(folder / "house-2.duckdb", chosen.key, invented=True).close()
    assert "as they were written" in look()["backup"].says
