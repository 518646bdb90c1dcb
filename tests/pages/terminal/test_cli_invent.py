"""Invented extracts as files: they go where nothing lies, block nothing, and give the figures the dashboard shows."""

import json

import pytest

from data.extracts import uploaded_extracts
from data.invention.columns import INVENTED
from pages.terminal.run import main
from tests.pages.terminal.test_cli import figure, store_path  # noqa: F401 - fixtures
from tests.store_filling import BRENT


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Invent a month, once for all tests, where a file of somebody's lies."""
    folder = tmp_path_factory.mktemp("invented")
    (folder / "children_2026-10.csv").write_bytes(b"mine")
    words = ("invent", "--months", "1", "--out", str(folder))
    assert main(list(words)) == 2
    assert (folder / "children_2026-10.csv").read_bytes() == b"mine"
    assert main([*words, "--overwrite"]) == 0
    return folder


def test_they_go_where_nothing_lies(run, folder):  # noqa: F811
    status, _, err = run("invent", "--months", 1, "--out", folder)
    assert status == 2 and f"{folder} holds files" in err and "--overwrite" in err
    one = folder / "children_2026-10.csv"
    assert one.stat().st_size > 1000 and one.stat().st_mode & 0o777 == 0o600


def test_they_block_nothing_and_give_the_figures_the_dashboard_shows(run, folder, store_path):  # noqa: F811
    files = sorted(folder.glob("*_2026-10.csv"))
    assert len(files) == len(INVENTED.keys() & uploaded_extracts().keys())
    where = ("--month", "2026-10", "--authority", BRENT, "--store", store_path)
    status, out, err = run("publish", *files, *where, "--reason", "Children who were invented late.")
    assert status == 0, out + err
    shown = json.loads(run("figures", "--json")[1])
    for ours, theirs in zip(figure(run, store_path), shown, strict=True):
        if ours["indicator"].startswith("action_plan"):  # which is kept in the office, and no file
            continue
        assert (ours["indicator"], ours["not_yet_due"]) == (theirs["indicator"], theirs["not_yet_due"])
        assert ours["numerator"] == pytest.approx(theirs["numerator"]), ours["indicator"]
