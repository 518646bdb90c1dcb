"""The README tells the truth: what it shows is there, and the commands it gives exist."""

import re
from pathlib import Path

import typer.main

from pages.terminal.run import every_command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_it_links_to_is_there():
    linked = [each for each in re.findall(r"\]\(([^)#]+)\)", README) if not each.startswith("http")]
    assert len(linked) > 5
    assert [each for each in linked if not (ROOT / each).exists()] == []


def test_the_commands_it_gives_exist():
    given = set(re.findall(r"python cli\.py (\w+)", README))
    assert given and given <= set(typer.main.get_command(every_command()).commands)  # type: ignore[attr-defined]


def test_every_command_is_given():
    assert set(typer.main.get_command(every_command()).commands) == set(re.findall(r"python cli\.py (\w+)", README))  # type: ignore
