"""The doctor: what is well, what is not, in words, and an exit status to go by."""

import json
import os
import shutil
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from data.access import LOCAL_USER
from data.ledger.clock import now
from data.settings import OF_PROVIDER, Settings
from data.store.keys import make_key
from data.store.store import Store
from data.upkeep.backup import back_up
from data.upkeep.doctor import ENOUGH_FREE, look_over
from pages.terminal.run import main
from tests.every_case import every
from tests.examples import example_rows
from tests.store_filling import publish_rows

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


SETTINGS = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
LOOSE = {
    "telemetry": ("gatherUsageStats = false", "gatherUsageStats = true", "server", "would be told to others"),
    "shown errors": ('showErrorDetails = "none"', 'showErrorDetails = "full"', "server", "may be a child's row"),
    "an open address": ('address = "127.0.0.1"', 'address = "0.0.0.0"', "address", "nobody has to sign in"),
    "no address": ('address = "127.0.0.1"', "", "address", "listens on every address"),
}


@every("kind", LOOSE)
def test_what_must_fail_fails(looked, tmp_path, kind):
    (tmp_path / ".streamlit").mkdir(exist_ok=True)
    right, loose, what, says = LOOSE[kind]
    assert right in SETTINGS
    (tmp_path / ".streamlit" / "config.toml").write_text(SETTINGS.replace(right, loose), encoding="utf-8")
    look = looked[1](tmp_path)[what]
    assert not look.well and says in look.says


def test_the_environment_comes_before_the_file(looked, monkeypatch):
    monkeypatch.setenv("STREAMLIT_CLIENT_SHOW_ERROR_DETAILS", "full")
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")  # noqa: S104 - this is what has to be named
    looks = looked[1]()
    assert "Unset STREAMLIT_CLIENT_SHOW_ERROR_DETAILS" in looks["server"].says and not looks["server"].well
    assert not looks["address"].well
    monkeypatch.setenv("STREAMLIT_CLIENT_SHOW_ERROR_DETAILS", "none")
    monkeypatch.setenv("STREAMLIT_BROWSER_GATHER_USAGE_STATS", "False")
    assert looked[1]()["server"].well


def test_a_provider_is_whole_private_and_asked_over_tls(looked, tmp_path, monkeypatch):
    path = tmp_path / "keys" / "sign_in.toml"
    monkeypatch.setenv("SLAC_SIGN_IN", str(path))
    lines = {name: f'{name} = "https://login.example.org/{name}"' for name in OF_PROVIDER}
    path.write_text("[auth]\n" + "\n".join(lines.values()), encoding="utf-8")
    path.chmod(0o600)
    assert looked[1]()["provider"].well
    path.write_text("[auth]\n" + "\n".join(lines.values()).replace("https", "http"), encoding="utf-8")
    assert "not https" in looked[1]()["provider"].says
    del lines["cookie_secret"]
    path.write_text("[auth]\n" + "\n".join(lines.values()), encoding="utf-8")
    assert "lacks cookie_secret in [auth]" in looked[1]()["provider"].says


def test_libraries_of_another_version_are_named(looked, tmp_path):
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("pandas==0.1\nno-such-library==1.0\n", encoding="utf-8")
    says = looked[1](tmp_path)["libraries"].says
    assert "pandas" in says and "for 0.1" in says and "no-such-library missing for 1.0" in says


def test_a_backup_that_is_too_old_and_a_log_that_is_broken_are_red(tmp_path):
    with closing(Store.create(tmp_path / "house.duckdb")) as store:
        chosen = Settings(tmp_path / "house.duckdb", None, None)

        def look() -> dict:
            return {each.what: each for each in look_over(LOCAL_USER, chosen, store, "", ROOT)}

        assert look()["last backup"].says == "Nothing was published yet that a backup would have to hold."
        then = now() - timedelta(days=20)
        publish_rows(store, {"children": example_rows("children", [{}])}, at=then)
        assert not look()["last backup"].well and "No backup was ever made" in look()["last backup"].says
        back_up(store, LOCAL_USER, tmp_path / "copy.duckdb", None, None)
        assert look()["last backup"].well
        assert look()["audit log"].well
        with store.change() as cursor:
            cursor.execute("update store.ledger.events set who = 'Eve' where event = 1")
        assert "broken at entry 1 of 2" in look()["audit log"].says and not look()["audit log"].well


def test_what_was_left_half_finished_and_a_bad_audit_key_are_red(looked, tmp_path, monkeypatch):
    chosen, look = looked
    assert look()["lock"].well
    (tmp_path / "house.duckdb.12ab.unfinished").write_bytes(b"")
    assert "was left by what was ended half way" in look()["lock"].says and not look()["lock"].well
    monkeypatch.setenv("SLAC_AUDIT_KEY", str(make_key(tmp_path / "audit.key")))
    assert "lies beside the store" in look()["audit key"].says
    monkeypatch.setenv("SLAC_AUDIT_KEY", str(tmp_path / "gone.key"))
    assert "there is no such file" in look()["audit log"].says and not look()["audit log"].well


def test_the_command_looks_at_the_headers(tmp_path, capsys):
    Store.create(tmp_path / "house.duckdb").close()
    main(["doctor", "--store", str(tmp_path / "house.duckdb")])
    assert "green  headers: Every answer says whose scripts may run" in capsys.readouterr().out
