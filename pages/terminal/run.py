"""Running a command, given here or handed over; what a person can mend is one line on the error stream."""

import io
import sys
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

import typer
import typer.core
import typer.exceptions

from data.access import Reader
from data.errors import Mendable
from data.roles import reader_called, reader_here
from data.settings import roles_named
from data.store.command_handover import Answer, Asked
from data.store.store import Store
from data.unforeseen import Unforeseen, foreseen
from indicators.engine.services import SERVICES
from pages.terminal import commands
from pages.terminal.parts.app import FELL_OVER, app
from pages.terminal.parts.task import TASK, Task, tell

NOBODY = Reader("nobody", (), (), ())
ASKS_NOTHING = {"--help", "--version"}
"""Words that have nothing read: whoever gives them needs no role."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; whatever a person can mend is one line on the error stream."""
    words = list(sys.argv[1:] if arguments is None else arguments) or ["--help"]
    try:
        reader = NOBODY if ASKS_NOTHING & {*words} else reader_here(roles_named(), SERVICES)
    except Mendable as why:
        print(f"Error: {why}", file=sys.stderr)
        return 2
    return _run(Task(reader, words))


def answer(store: Store, request: Asked) -> Answer:
    """Run a command that was handed over, on the store this process holds; return what it would have printed."""
    out, err = io.StringIO(), io.StringIO()
    try:
        reader = reader_called(request.asker, roles_named(), SERVICES)
    except Mendable as why:
        return Answer(2, "", f"Error: {why}\n")
    task = Task(reader, request.words, dict(request.files), store, request.authority, out, err)
    status = _run(task)
    return Answer(
        status, out.getvalue(), err.getvalue(), {name: _in_text(contents) for name, contents in task.made.items()}
    )


def _run(task: Task) -> int:
    """Run a command and return its exit status; where this program falls over, say so in one line."""
    token = TASK.set(task)
    try:
        with foreseen(f"the command {task.words[0]}"):
            return _ended(task)
    except Unforeseen as why:
        tell(f"Error: {why}", err=True)
        return FELL_OVER
    finally:
        TASK.reset(token)


def _ended(task: Task) -> int:
    """Run a command and return its exit status; what a person can mend is one line.

    Raises:
        Unforeseen: where this program fell over inside of it.
    """
    try:
        ended = _command_line().main(list(task.words), prog_name="cli.py", standalone_mode=False)
    except Unforeseen:
        raise
    except (Mendable, OSError) as why:
        tell(f"Error: {why}", err=True)
        return 2
    except typer.exceptions.TyperException as wrong:
        tell(f"Error: {' '.join(wrong.format_message().split())} See: python cli.py --help", err=True)
        return 2
    except typer.Abort:
        return 2
    return int(ended or 0)


@cache
def _command_line() -> typer.core.TyperGroup:
    """Make the command line ready to run commands: once in a process, for all that are handed over to it."""
    return typer.main.get_group(every_command())


def every_command() -> typer.Typer:
    """Return the command line with all its commands."""
    for module in iter_modules(commands.__path__, f"{commands.__name__}."):
        import_module(module.name)
    return app


def _in_text(contents: bytes) -> str:
    """Write bytes as text, for an answer that is JSON."""
    return b64encode(contents).decode()
