"""Comments on the command line: written into a store, and read with the figures of today."""

import json

import pytest

from cli import main
from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, publish_rows

WHICH = ("cp_plans_two_years_or_more", "--month", "2026-10")

WHO = ("--author", "Head of safeguarding")


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on a store with 20 plans of October, 3 of them long."""
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    stated = [{"start_date": "2024-01-01" if number < 3 else "2026-06-01"} for number in range(20)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", stated)}, authority=BRENT)
    store.close()

    def command(*words):
        status = main([*words, "--store", str(path)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return command


def test_a_comment_is_written_read_and_removed(run):
    assert run("comment", *WHICH, "--text", "{figure} of plans.", *WHO)[1] == "Kept as version 1: 15.0% of plans.\n"
    (told,) = json.loads(run("comments", "--json")[1])
    assert (told["comment"], told["as_written"], told["moved"]) == ("15.0% of plans.", "{figure} of plans.", [])
    (public,) = json.loads(run("comments", "--public", "--json")[1])
    assert public["comment"] == "c of plans."
    assert "is removed" in run("comment", *WHICH, "--remove", *WHO)[1]
    assert json.loads(run("comments", "--json")[1]) == []


def test_what_may_be_personal_is_warned_of(run):
    _, _, err = run("comment", *WHICH, "--text", "Ask 07700 900123.", *WHO)
    assert "what looks like a telephone number, at letter 5: 07*** ******. Take it out." in err


def test_what_cannot_be_kept_is_refused_in_a_line(run):
    status, out, err = run("comment", *WHICH, "--text", "{figures}", *WHO)
    assert (status, out) == (2, "") and err.startswith("Error: {figures} names no figure. Write {figure}")
