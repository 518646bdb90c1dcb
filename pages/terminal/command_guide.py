"""The guide to the commands, written into docs/commands.md from what each says of itself and from examples.toml."""

import shlex
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import typer.main

from pages.terminal.run import every_command

HERE = Path(__file__).parent
PLACE = HERE.parents[1] / "docs/commands.md"
SHARED = ("--authority", "--store", "--json")
OPENING = """# Commands

All that the pages do, without a browser. This page is written by `python -m pages.terminal.command_guide` (`make docs`)
from what each command says of itself: `python cli.py COMMAND --help` says the same.

`python` is that of the environment which `make run` makes: `.venv/bin/python`, on Windows `.venv\\Scripts\\python`.
`python cli.py --version` says which program it is.

{help}

Three shared options mean the same wherever a command takes them. `--authority` says whose figures, by an ONS code such
as E09000005, else `SLAC_AUTHORITY`. `--store` names the store file, else `SLAC_STORE`; with neither, a command that
reads works on invented data and says so. `--json` prints JSON in place of lines.
"""


def command_guide() -> str:
    """Return the guide to every command, as markdown, in the order of the examples."""
    shown = dict.fromkeys(command_of(example["line"]) for example in _words()["example"])
    order = [*shown, *(name for name in commands() if name not in shown)]
    opening = OPENING.format(help=typer.main.get_command(every_command()).help)
    return "\n".join([opening, *(_section(name, commands()[name]) for name in order)])


@cache
def commands() -> dict[str, Any]:
    """Return every command by its full name, those of a group of commands by both words."""
    return dict(_commands(typer.main.get_command(every_command())))


def examples() -> dict[str, list[dict[str, str]]]:
    """Return the examples of each command: the line of each after `cli.py`, and what it says."""
    grouped: dict[str, list[dict[str, str]]] = {name: [] for name in commands()}
    for example in _words()["example"]:
        grouped[command_of(example["line"])].append(example)
    return grouped


def command_of(line: str) -> str:
    """Return the command that a line gives: its first word, or two where the first names a group of commands."""
    words = shlex.split(line)
    return words[0] if words[0] in commands() else " ".join(words[:2])


def _words() -> dict[str, Any]:
    """Read what is said here and not in the commands themselves."""
    return tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """Give every command of a group with its full name."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _section(name: str, command: Any) -> str:
    """Write the section of one command: what it does, examples, and what it takes."""
    paragraphs = [text for part in str(command.help).split("\n\n") for text in (" ".join(part.split()), "")]
    shown = [f"# {each['says']}\npython cli.py {each['line']}" for each in examples()[name]]
    lines = [f"## {name}", "", *paragraphs, "```sh", *shown, "```", ""]
    own = [each for each in command.params if not set(each.opts) & set(SHARED)]
    if own:
        lines += [
            "| Takes | What it says |",
            "|---|---|",
            *(f"| {_written(each)} | {_meaning(each)} |" for each in own),
        ]
        lines += [""]
    shared = [f"`{option}`" for option in SHARED if any(option in each.opts for each in command.params)]
    if shared:
        lines += [
            f"Takes {' and '.join(shared) if len(shared) < 3 else 'all three shared options'}{', too' * bool(own)}."
        ]
        lines += [""]
    return "\n".join(lines)


def _written(parameter: Any) -> str:
    """Write an argument in capitals, and an option by its names."""
    if parameter.param_type_name != "argument":
        return ", ".join(f"`{option}`" for option in (*parameter.opts, *parameter.secondary_opts))
    name = (parameter.metavar or parameter.name.upper()).removesuffix("…")
    return f"`{name}{' …' if parameter.nargs == -1 else ''}`"


def _meaning(parameter: Any) -> str:
    """Say what a parameter means, whether it must be given, and what is taken where it is not."""
    meaning = parameter.help or _words()["arguments"][parameter.name]
    if parameter.required and parameter.param_type_name == "option":
        return f"{meaning} (needed)"
    return f"{meaning} (else {parameter.default})" if parameter.default else meaning


if __name__ == "__main__":
    PLACE.write_text(command_guide(), encoding="utf-8")
