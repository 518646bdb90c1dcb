"""The guide to the commands is what they say of themselves, and each of its examples could be typed."""

import re
import shlex

import pytest

from pages.terminal.command_guide import PLACE, command_guide, command_of, commands, examples

LINES = [each["line"] for shown in examples().values() for each in shown]


def test_it_is_not_stale():
    assert PLACE.read_text(encoding="utf-8") == command_guide(), "run: python -m pages.terminal.command_guide"


def test_every_command_has_an_example_and_every_argument_a_meaning():
    assert len(commands()) > 30
    assert [name for name, shown in examples().items() if not shown] == []
    rows = re.findall(r"^\| `.*$", command_guide(), re.MULTILINE)
    assert len(rows) > 90 and not [row for row in rows if row.endswith("|  |")]


def test_every_example_is_read_as_the_command_line_would_read_it():
    for line in LINES:
        name = command_of(line)
        words = shlex.split(line.split(" > ")[0])[len(name.split()) :]
        with commands()[name].make_context(name, words) as context:
            assert set(context.params) == {each.name for each in commands()[name].params} and not context.args, line


def test_an_example_that_could_not_be_typed_is_noticed():
    with pytest.raises(Exception, match="No such option"):
        commands()["loads"].make_context("loads", ["--backwards"])
