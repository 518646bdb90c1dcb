"""A command that falls over says one line with a number and ends with 3, here and where it was handed over."""

import json
import re
import struct
import sys

import pytest

import cli
from data.access import LOCAL_USER as LOCAL
from data.store import command_handover
from data.store.command_handover import Answer, Asked, Door, hand_over
from pages.terminal.run import _command_line, answer, main

SECRET = "Femi Okafor"
LINE = re.compile(
    r"Error: This program fell over .* busy with (.*)\. Quote fault [0-9A-F]{4}-[0-9A-F]{4} \(.*\) to .*\.\n"
)


def falls_over(*_, **__):
    raise KeyError(SECRET)


def ended(status: int, out: str, err: str) -> str:
    """Return what a command that fell over was busy with."""
    line = LINE.fullmatch(err)
    assert line is not None and (status, out) == (3, "") and SECRET not in err, err
    return line[1]


@pytest.mark.parametrize("words", [["loads"], ["loads", "--json"], ["figures", "--json"]], ids=" ".join)
def test_a_command_that_falls_over(words, capsys, store, monkeypatch):
    monkeypatch.setattr("pages.terminal.commands.loads.loads_told", falls_over)
    monkeypatch.setattr("pages.terminal.commands.figures.store_for", falls_over)
    monkeypatch.setattr("pages.terminal.parts.store_access.open_configured_store", lambda _: store)
    status = main(words)
    assert ended(status, *capsys.readouterr()) == f"the command {words[0]}"
    given = answer(store, Asked(LOCAL.who, words))
    assert ended(given.status, given.out, given.err) == f"the command {words[0]}"


def test_a_program_that_cannot_start(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "pages.terminal", None)
    assert ended(cli.main(), *capsys.readouterr()) == "starting"


@pytest.mark.parametrize("where", ["pages.terminal.commands.loads.loads_told", "pages.terminal.run.every_command"])
def test_to_be_stopped_is_no_fault(where, capsys, store, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    _command_line.cache_clear()
    monkeypatch.setattr(where, stopped)
    monkeypatch.setattr("pages.terminal.parts.store_access.open_configured_store", lambda _: store)
    assert cli.main(["loads"]) == 130
    assert not "".join(capsys.readouterr()).strip()


@pytest.mark.parametrize("packed", [b"", struct.pack("!Q", 2**40), command_handover.LENGTH.pack(2) + b"[]"], ids=repr)
def test_a_command_that_was_packed_otherwise_than_by_us(packed, tmp_path, monkeypatch):
    monkeypatch.setattr(command_handover, "_pack", lambda _: packed)
    with Door(tmp_path / "house.duckdb", lambda _: Answer(0, "", "")):
        given = hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"]))
    assert given is not None
    if given.status != 2:  # it may say that it is of an older version
        assert ended(given.status, given.out, given.err) == "a command that was handed over"


def test_whoever_answers_falls_over(tmp_path):
    with Door(tmp_path / "house.duckdb", falls_over):
        given = hand_over(tmp_path / "house.duckdb", Asked("local", ["loads"]))
    assert given is not None and json.dumps(given.made) == "{}"
    assert ended(given.status, given.out, given.err) == "a command that was handed over"
