"""The command line while the dashboard runs: its work is handed over, and ends as it would have ended alone."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import closing
from pathlib import Path

import pytest

from data.errors import Mendable
from data.extracts import all_extracts
from data.store import command_handover
from data.store.command_handover import Answer, Asked, Door, hand_over, note_beside
from data.store.reading_through import contents_of
from data.store.store import Store
from pages.terminal.run import answer, main
from tests.examples import as_csv, example_texts
from tests.store_filling import BRENT

ROOT = Path(__file__).parents[2]
ALONE = {name: value for name, value in os.environ.items() if not name.startswith("SLAC_")}


def echo(asked: Asked) -> Answer:
    return Answer(len(asked.files), " ".join(asked.words), f"{asked.authority} {sum(map(len, asked.files.values()))}")


def whose(asked: Asked) -> Answer:
    return Answer(0, asked.asker, "")


@pytest.fixture(params=["socket", "port"])
def door(request, tmp_path, monkeypatch):
    """Give a door of each kind: Windows has ports alone."""
    if request.param == "port":
        monkeypatch.delattr(socket, "AF_UNIX", raising=False)
    with Door(tmp_path / "house.duckdb", echo) as door:
        yield door
    assert not list(tmp_path.iterdir()), "the door leaves nothing behind"


@pytest.mark.usefixtures("door")
def test_a_command_and_its_files_go_over_and_the_answer_comes_back(tmp_path):
    files = {"a.csv": b"\x00\xff" * 700_000, "folder/b.csv": b""}
    answer = hand_over(tmp_path / "house.duckdb", Asked("local", ["publish", "é"], files, BRENT))
    assert answer == Answer(2, "publish é", f"{BRENT} 1400000")


@pytest.mark.usefixtures("door")
def test_only_who_knows_the_secret_is_answered(tmp_path):
    note = note_beside(tmp_path / "house.duckdb")
    told = json.loads(note.read_text())
    note.write_text(json.dumps(told | {"secret": "00" * 32}))
    assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) is None
    note.write_text(json.dumps(told))
    assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) == Answer(0, "loads", "None 0")


def test_who_gives_a_command_goes_over_with_it(tmp_path):
    with Door(tmp_path / "house.duckdb", whose):
        assert hand_over(tmp_path / "house.duckdb", Asked("Ann", ["loads"])) == Answer(0, "Ann", "")


def test_a_command_that_does_not_say_who_gives_it_is_refused_in_one_line(tmp_path, monkeypatch):
    packed = json.dumps({"words": ["loads"], "authority": None, "files": {}}).encode()
    monkeypatch.setattr(command_handover, "_pack", lambda _: command_handover.LENGTH.pack(len(packed)) + packed)
    with Door(tmp_path / "house.duckdb", whose):
        answer = hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"]))
    assert answer is not None and answer.status == 2 and not answer.out
    assert answer.err.startswith("Error: This command is of an older version") and answer.err.count("\n") == 1


def test_a_note_of_another_version_is_refused_in_one_line(tmp_path):
    with Door(tmp_path / "house.duckdb", whose):
        note = note_beside(tmp_path / "house.duckdb")
        told = json.loads(note.read_text())
        del told["protocol"]
        note.write_text(json.dumps(told))
        with pytest.raises(Mendable, match="of another version of this program. Start it again"):
            hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"]))


def test_a_command_of_nobody_known_is_refused(tmp_path):
    store = Store.create(tmp_path / "house.duckdb")
    given = answer(store, Asked("Mallory", ["loads"]))
    store.close()
    assert (given.status, given.out) == (2, "") and '"Mallory" is no reader of this dashboard' in given.err


STRANGE = ["", "[]", "{}", "null", "7", '"note"', "[1, 2]", '{"place": 1}', '{"place": [], "secret": "00"}']
STRANGE += ['{"place": null, "secret": "00"}', '{"place": "x", "secret": 7}', '{"place": "x", "secret": "no"}']
STRANGE += ['{"place": 99999999, "secret": "00"}', '{"place": -1, "secret": "00"}', '{"place": true, "secret": "00"}']
STRANGE += [
    '{"place": "a\\u0000b", "secret": "00"}',
    '{"place": "", "secret": "00"}',
    '{"place": "\\ud800", "secret": "00"}',
]
STRANGE += [json.dumps({"place": "long" * 100, "secret": "00"}), "[" * 100_000, "\xff\xfe"]


@pytest.mark.parametrize("written", STRANGE, ids=lambda written: written[:40])
def test_a_note_that_we_did_not_write_is_as_good_as_none(tmp_path, written):
    note_beside(tmp_path / "house.duckdb").write_text(written, encoding="utf-8")
    note_beside(tmp_path / "house.duckdb").chmod(0o600)
    assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) is None


@pytest.mark.parametrize("written", ["[]", "{}"])
def test_a_command_that_meets_a_strange_note_says_in_one_line_who_holds_the_store(tmp_path, written):
    with closing(Store.create(tmp_path / "house.duckdb")):
        note_beside(tmp_path / "house.duckdb").write_text(written)
        note_beside(tmp_path / "house.duckdb").chmod(0o600)
        status, out, err = scheduled(tmp_path, "loads")
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert "is in use by" in err and "Traceback" not in err


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps who may read a file elsewhere")
def test_the_door_is_for_its_owner_alone(tmp_path):
    with Door(tmp_path / "house.duckdb", echo):
        assert [each.stat().st_mode & 0o077 for each in tmp_path.iterdir()] == [0, 0]
        note_beside(tmp_path / "house.duckdb").chmod(0o644)
        assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) is None, (
            "anyone may have written that note"
        )


def test_a_long_path_has_a_door_too(tmp_path):
    folder = tmp_path / ("long" * 40)
    folder.mkdir()
    with Door(folder / "house.duckdb", echo):
        assert hand_over(folder / "house.duckdb", Asked("local", ["loads"])) == Answer(0, "loads", "None 0")


@pytest.mark.usefixtures("door")
def test_a_caller_who_says_nothing_holds_up_nobody(tmp_path):
    silent = [
        command_handover._call(json.loads(note_beside(tmp_path / "house.duckdb").read_text())["place"])
        for _ in range(5)
    ]
    assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) == Answer(0, "loads", "None 0")
    for line in silent:
        line.close()


def test_one_command_at_a_time(tmp_path):
    at_work, most = [], []

    def work(asked):
        at_work.append(1)
        most.append(len(at_work))
        time.sleep(0.02)
        at_work.pop()
        return echo(asked)

    with Door(tmp_path / "house.duckdb", work):
        callers = [
            threading.Thread(target=hand_over, args=(tmp_path / "house.duckdb", Asked("local", ["loads"])))
            for _ in range(8)
        ]
        for each in callers:
            each.start()
        for each in callers:
            each.join()
    assert most == [1] * 8


@pytest.mark.usefixtures("door")
def test_too_much_is_refused_before_it_is_sent(tmp_path, monkeypatch):
    monkeypatch.setattr(command_handover, "LARGEST", 2**20)
    with pytest.raises(Mendable, match="larger than 1 MB together"):
        hand_over(tmp_path / "house.duckdb", Asked("local", ["check"], {"a.csv": b"x" * 2**20}))


def test_a_fault_of_the_holder_is_told_and_the_door_stays_open(tmp_path, caplog):
    def fails_once(asked):
        if asked.words == ["fail"]:
            raise ZeroDivisionError
        return echo(asked)

    with Door(tmp_path / "house.duckdb", fails_once):
        answer = hand_over(tmp_path / "house.duckdb", Asked("local", ["fail"]))
        assert answer is not None and (answer.status, answer.out) == (3, "") and "fell over" in answer.err
        assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) == Answer(0, "loads", "None 0")
    assert "ZeroDivisionError at tests/crash/test_handover.py:" in caplog.text, "the server's log has it"


def test_what_a_killed_dashboard_left_is_no_answer_and_the_next_one_clears_it(tmp_path):
    note = note_beside(tmp_path / "house.duckdb")
    command_handover._write_for_owner(
        note, json.dumps({"place": str(tmp_path / "house.duckdb.socket"), "secret": "00" * 32})
    )
    (tmp_path / "house.duckdb.socket").touch()
    assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) is None
    with Door(tmp_path / "house.duckdb", echo):
        assert hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"])) == Answer(0, "loads", "None 0")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """Give a store, and a folder of extracts, with a real dashboard that holds the store."""
    folder = tmp_path_factory.mktemp("running")
    store = folder / "house.duckdb"
    Store.create(store).close()
    stated = [{"child_id": "Femi", "start_date": "2024-10-01"}, {"child_id": "Gwen", "start_date": "2026-10-05"}]
    plans = example_texts(all_extracts()["child_protection_plans"], stated)
    (folder / "child_protection_plans_2026-10.csv").write_bytes(as_csv(plans))
    (folder / "wrong.csv").write_bytes(as_csv(plans).replace(b"NEG", b"NEGL"))
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    server = subprocess.Popen(
        [*command, "--server.port", str(port)],
        cwd=ROOT,
        env=ALONE | {"SLAC_STORE": str(store)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}/_stcore/health"
    try:
        for _ in range(600):
            if healthy(address) and note_beside(store).exists():
                break
            time.sleep(0.1)
        yield folder, address
    finally:
        server.terminate()
        server.wait(timeout=20)
    assert not note_beside(store).exists(), "the door goes with the dashboard"


def healthy(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def scheduled(folder, *wording):
    """Run a command in a process and a folder of its own, as a schedule would."""
    asked = [sys.executable, str(ROOT / "cli.py"), *wording, "--store", "house.duckdb"]
    environment = ALONE | {"SLAC_AUTHORITY": BRENT}
    ended = subprocess.run(asked, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.fixture
def command(running, monkeypatch, capsys):
    """Run a command in the tests' process, which is another than the dashboard's, too, and starts but once."""
    monkeypatch.chdir(running[0])
    monkeypatch.setenv("SLAC_AUTHORITY", BRENT)

    def run(*wording):
        status = main([*wording, "--store", "house.duckdb"])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def test_a_nightly_publish_works_while_the_dashboard_runs(running, command):
    folder, address = running
    october = ("--month", "2026-10")
    status, out, err = scheduled(folder, "publish", "child_protection_plans_2026-10.csv", *october, "--json")
    assert (status, [(each["load"], each["rows"]) for each in json.loads(out)]) == (0, [(1, 2)]), err
    status, out, err = command("publish", "child_protection_plans_2026-10.csv", *october)
    assert status == 0 and "Already published as October 2026, version 1. Nothing changed." in err
    status, out, _ = command("figures", "--indicator", "children_on_a_plan", "--json")
    assert (status, json.loads(out)[0]["value"]) == (0, 2)
    status, out, _ = command("check", "wrong.csv", *october, "--json")
    assert status == 1 and json.loads(out)["set_aside"] == 2
    status, out, err = command("withdraw", "7", "--why", "the wrong file")
    assert (status, out, err) == (2, "", "Error: There is no load 7. List them with: python cli.py loads\n")
    status, out, err = command("check", "missing.csv", *october)
    assert (status, err) == (2, "Error: There is no file missing.csv.\n")
    looks = {each["what"]: each for each in json.loads(command("doctor", "--json")[1])}
    assert looks["store"]["well"] and looks["blocks"]["well"] and not looks["encryption"]["well"]
    assert healthy(address), "both are alive"


def test_a_file_that_a_handed_over_command_makes_is_written_as_carefully_as_any(running, command):
    folder, _ = running
    wording = ("figures", "--indicator", "children_on_a_plan", "--out")
    command("publish", "child_protection_plans_2026-10.csv", "--month", "2026-10")
    assert command(*wording, "figures.csv")[0] == 0
    assert (folder / "figures.csv").stat().st_mode & 0o777 == 0o600
    (folder / "figures.csv").write_bytes(b"mine")
    status, out, err = command(*wording, "figures.csv")
    assert (status, out) == (2, "") and "figures.csv is there already" in err
    assert (folder / "figures.csv").read_bytes() == b"mine"
    assert command(*wording, "figures.csv", "--overwrite")[0] == 0
    assert (folder / "figures.csv").read_bytes() != b"mine"
    (folder / "link.csv").symlink_to(folder / "house.duckdb")
    for place in ("house.duckdb", "link.csv", "house.duckdb.door", "house.duckdb.wal"):
        status, _, err = command(*wording, place, "--overwrite")
        assert status == 2 and "is never written over" in err, place
    contacts = example_texts(all_extracts()["contacts"], [{"contact_date": "soon"}])
    (folder / "contacts.csv").write_bytes(as_csv(contacts))
    (folder / "m.xlsx").write_bytes(b"mine")
    asked = ("check", "wrong.csv", "contacts.csv", "--month", "2026-10", "--marked", "m.xlsx")
    status, out, err = command(*asked)
    assert (status, out) == (2, "") and "m.xlsx is there already" in err
    assert (folder / "m.xlsx").read_bytes() == b"mine"
    assert command(*asked, "--overwrite")[0] == 1
    assert (folder / "m.xlsx").read_bytes() != b"mine"


def test_a_backup_is_made_of_the_store_that_the_dashboard_holds(running, command):
    folder, address = running
    command("publish", "child_protection_plans_2026-10.csv", "--month", "2026-10")
    status, out, err = command("backup", "copy.duckdb", "--new-key", "copy.key")
    assert (status, err) == (0, "") and f"Wrote {folder / 'copy.duckdb'}, encrypted with the key in" in out
    contents = contents_of(folder / "copy.duckdb", folder / "copy.key")
    assert contents.loads >= 1 and contents.rows["uploaded.child_protection_plans"] >= 2
    assert not list(folder.glob("*.unfinished*"))
    status, _, err = command("backup", "copy.duckdb")
    assert status == 2 and "is there already" in err
    status, _, err = command("restore-backup", "copy.duckdb", "--key-file", "copy.key", "--overwrite")
    assert status == 2 and "is in use by" in err
    status, out, err = command("publish", "child_protection_plans_2026-10.csv", "--month", "2026-10")
    assert status == 0 and "Already published" in err, "the dashboard holds its store still"
    assert healthy(address)
