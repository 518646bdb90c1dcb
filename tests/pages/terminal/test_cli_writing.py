"""The files that commands write: nothing is written over unasked, a store and a key never, and none is for others."""

import inspect
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from data.store.keys import make_key
from data.store.store import Store
from pages.terminal import commands
from pages.terminal.run import every_command
from tests.pages.terminal.test_cli import children, plans, published, published_once, store_path  # noqa: F401 - fixtures
from tests.store_filling import BRENT

NEXT_MONTH = ("--month", "2026-10", "--authority", BRENT)
FIGURES = ("figures", "--indicator", "children_on_a_plan")


@pytest.fixture
def writing(published, plans):  # noqa: F811
    """Give the words of every command that writes a file, up to its name, and how each ends."""
    plans.write_text(plans.read_text().replace("NEG", "NEGL", 1))
    of_store = ("--store", published)
    return {
        "template": (("template", "visits", "--out"), 0),
        "figures": ((*FIGURES, *of_store, "--out"), 0),
        "region": (("region", *FIGURES[1:], *of_store, "--out"), 0),
        "digest": (("digest", *of_store, "--out"), 0),
        "report": (("report", *of_store, "--out"), 0),
        "report-again": (("report-again", "1", *of_store, "--out"), 0),
        "quality-report": (("quality-report", *of_store, "--out"), 0),
        "inspection": (("inspection", *of_store, "--out"), 0),
        "action-plan": (("action-plan", *of_store, "--out"), 0),
        "action-plan-out": (("action-plan-out", *of_store), 0),
        "export": (("exchange", "export", "--indicator", "children_on_a_plan", *of_store, "--out"), 0),
        "picture": (("picture", "--indicator", "children_on_a_plan", *of_store, "--out"), 0),
        "check": (("check", plans, *NEXT_MONTH, *of_store, "--marked"), 1),
        "publish": (("publish", plans, *NEXT_MONTH, *of_store, "--marked"), 1),
    }


ENDINGS = {
    "picture": "svg",
    "template": "xlsx",
    "digest": "html",
    "report": "html",
    "report-again": "html",
    "quality-report": "html",
    "inspection": "xlsx",
    "action-plan": "html",
    "action-plan-out": "xlsx",
    "export": "json",
    "check": "xlsx",
    "publish": "xlsx",
    "figures": "csv",
    "region": "xlsx",
}


@pytest.mark.parametrize("name", ENDINGS)
def test_a_file_is_for_its_owner_alone_and_written_over_only_when_asked(run, writing, published, tmp_path, name):  # noqa: F811
    wording, ends = writing[name]
    if name == "report-again":
        assert run(*writing["report"][0], tmp_path / "issued.html")[0] == 0
    out = tmp_path / f"new.{ENDINGS[name]}"
    before = os.umask(0o000)
    try:
        assert run(*wording, out)[0] == ends
        made = out.read_bytes()
        assert made and out.stat().st_mode & 0o777 == 0o600
        out.write_bytes(b"mine")
        out.chmod(0o644)
        status, said, err = run(*wording, out)
        assert (status, said) == (2, "") and len(err.splitlines()) == 1
        assert f"{out} is there already" in err and "--overwrite" in err
        assert out.read_bytes() == b"mine"
        assert run(*wording, out, "--overwrite")[0] == ends
    finally:
        os.umask(before)
    keep_away_from(run, wording, published, tmp_path)
    assert len(out.read_bytes()) > len(made) / 2 and out.stat().st_mode & 0o777 == 0o600
    assert not list(tmp_path.glob(".*")), "nothing unfinished is left"


def keep_away_from(run, wording, published, folder: Path) -> None:  # noqa: F811
    """Look that a command writes over no store and no key, though it is told to."""
    Store.create(folder / "another.duckdb").close()
    for place in (published, folder / "another.duckdb", make_key(folder / "a.key")):
        held = Path(place).read_bytes()
        status, _, err = run(*wording, place, "--overwrite")
        assert status == 2 and "is never written over" in err and Path(place).read_bytes() == held, place


@pytest.fixture
def precious(tmp_path, monkeypatch):
    """Give stores and keys under every spelling, and what is in each."""
    key = make_key(tmp_path / "generated.key")
    (tmp_path / "named.key").write_bytes(bytes(range(32)))
    monkeypatch.setenv("SLAC_STORE_KEY", str(tmp_path / "named.key"))
    Store.create(tmp_path / "plain.duckdb").close()
    Store.create(tmp_path / "secret.duckdb", key).close()
    (tmp_path / "plain.duckdb.wal").write_bytes(b"what was published last")
    (tmp_path / "plain.duckdb.version-1").write_bytes(b"a copy")
    files = list(tmp_path.iterdir())
    (tmp_path / "folder").mkdir()
    for number, each in enumerate(files):
        (tmp_path / f"link-{number}.csv").symlink_to(each)
        (tmp_path / f"hard-{number}.csv").hardlink_to(each)
    spelt = [tmp_path / "folder" / ".." / each.name for each in files]
    links = [each for each in tmp_path.glob("link-*")]
    # Of a hard link nothing but its bytes can be known: those of a store and of a key.
    hard = [each for each in tmp_path.glob("hard-*") if b"published" not in each.read_bytes() != b"a copy"]
    return {each: each.read_bytes() for each in (*files, *spelt, *links, *hard)}


def test_no_spelling_of_a_store_or_a_key_is_written_over(run, precious, monkeypatch, tmp_path):  # noqa: F811
    for place, held in precious.items():
        status, _, err = run("template", "visits", "--out", place, "--overwrite")
        assert status == 2 and "is never written over" in err, place
        assert place.read_bytes() == held
    monkeypatch.chdir(tmp_path)
    assert run("template", "visits", "--out", "plain.duckdb", "--overwrite")[0] == 2
    assert run("template", "visits", "--out", "plain.duckdb.door", "--overwrite")[0] == 2, "not there, and the store's"
    assert run("template", "visits", "--out", "plain.xlsx", "--overwrite")[0] == 0


def test_a_link_to_a_file_is_followed_where_the_file_may_be_replaced(run, tmp_path):  # noqa: F811
    (tmp_path / "real.xlsx").write_bytes(b"old")
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    assert run("template", "visits", "--out", tmp_path / "link.xlsx")[0] == 2
    assert run("template", "visits", "--out", tmp_path / "link.xlsx", "--overwrite")[0] == 0
    assert (tmp_path / "link.xlsx").is_symlink() and (tmp_path / "real.xlsx").read_bytes()[:2] == b"PK"


def test_a_folder_and_a_pipe_are_told_apart_from_a_file(run, tmp_path):  # noqa: F811
    status, _, err = run("template", "visits", "--out", tmp_path)
    assert status == 2 and "is a folder" in err
    assert run("template", "visits", "--out", os.devnull)[0] == 0


def test_several_files_are_marked_in_one_workbook(run, store_path, plans, children, tmp_path):  # noqa: F811
    for faulty in (plans, children):
        faulty.write_text(re.sub("NEG|NONE", "WRONG", faulty.read_text()))
    out = tmp_path / "m.xlsx"
    status, _, err = run("check", plans, children, *NEXT_MONTH, "--store", store_path, "--marked", out)
    assert status == 1 and f"Wrote {out}" in err
    assert set(load_workbook(out).sheetnames) == {"Findings", plans.stem, children.stem}
    assert [path.name for path in tmp_path.glob("m*.xlsx")] == ["m.xlsx"]
    status, told, err = run("check", out, *NEXT_MONTH, "--store", store_path)
    assert status == 1 and "What to mend" not in told and "block: m.xlsx" in told and "sheet Findings" not in told


def test_a_key_of_a_store_that_was_not_made_is_not_left_behind(run, tmp_path):  # noqa: F811
    wording = ("init", "--store", tmp_path / "missing" / "house.duckdb", "--new-key", tmp_path / "house.key")
    assert run(*wording)[0] == 2 and not (tmp_path / "house.key").exists()
    assert run("init", "--store", tmp_path / "one", "--new-key", tmp_path / "one")[0] == 2
    (tmp_path / "missing").mkdir()
    assert run(*wording)[0] == 0


READ = {
    ("check", "files"),
    ("publish", "files"),
    ("benchmarks load", "files"),
    ("exchange load", "files"),
    ("action-plan-in", "file"),
    ("backup", "key_file"),
    ("backup", "verify"),
    ("restore-backup", "backup"),
    ("restore-backup", "key_file"),
    ("carry-over", "key_file"),
    ("return-check", "files"),
}
"""Files that commands read."""
NEVER_OVER = {("backup", "to"), ("backup", "new_key"), ("carry-over", "new_key"), ("init", "new_key")}
"""Files that commands write only where nothing lies: tried in test_backup.py, whose way carry-over goes, and below."""


def test_every_option_that_names_a_file_is_read_or_asks_before_it_is_written_over():
    files = {(name, each) for name, callback in callbacks(every_command()) for each in naming_files(callback)}
    asking = {
        (name, each)
        for name, callback in callbacks(every_command())
        for each in naming_files(callback)
        if "overwrite" in inspect.signature(callback).parameters
    }
    written = files - READ - NEVER_OVER
    assert files >= READ | NEVER_OVER, "a command that was here is gone"
    assert written <= asking, "it would write over a file unasked"
    assert {name.split()[-1] for name, _ in written} == {*ENDINGS, "invent"}, "each is tried above"


def callbacks(group, before: str = "") -> Iterator[tuple[str, Callable]]:
    """Yield every command by its words, with the function that runs it."""
    for command in group.registered_commands:
        yield before + (command.name or command.callback.__name__.replace("_", "-")), command.callback
    for inner in group.registered_groups:
        yield from callbacks(inner.typer_instance, f"{before}{inner.name or inner.typer_instance.info.name} ")


def naming_files(callback: Callable) -> list[str]:
    """Name the parameters of a command that are a file or a folder, or several."""
    return [name for name, each in inspect.signature(callback).parameters.items() if "Path" in str(each.annotation)]


def test_no_command_writes_in_its_own_way():
    folder = Path(commands.__path__[0])
    for path in [*folder.glob("*.py"), folder.parent / "parts/store_access.py", folder.parent / "parts/findings.py"]:
        assert not re.search(r"write_bytes|write_text|\.open\(", path.read_text(encoding="utf-8")), path.name
