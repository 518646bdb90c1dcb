"""A command under way: its words and files, and where it speaks; here, or where it was handed over from."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import typer

from data.errors import Mendable
from data.steps import Told, nobody
from data.store.store import Store


@dataclass
class Task:
    """Hold what a command works with: its words, the files it read, and, handed over, the store and where to speak.

    `made` holds the files that a command makes which was handed over: they are written where it was given.
    """

    words: Sequence[str] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    store: Store | None = None
    authority: str | None = None
    out: TextIO | None = None
    err: TextIO | None = None
    made: dict[str, bytes] = field(default_factory=dict)


TASK: ContextVar[Task] = ContextVar("task")


def tell(text: str, err: bool = False) -> None:
    """Print a line: here, or where the command came from."""
    task = TASK.get()
    typer.echo(text, file=task.err if err else task.out, err=err)


def write(path: Path, held: bytes) -> None:
    """Write a file: here, or where the command came from.

    Raises:
        Mendable: where there is no such folder.
    """
    task = TASK.get()
    if task.store is None:
        if not path.parent.is_dir():
            raise Mendable(f"There is no folder {path.parent} to write {path.name} to. Make the folder first.")
        path.write_bytes(held)
    else:
        task.made[str(path)] = held


def read(files: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Read files, or take them as they were handed over: the name and the bytes of each."""
    task = TASK.get()
    for path in files:
        if str(path) not in task.files:
            if task.store is not None or not path.is_file():
                raise Mendable(f"There is no file {path}.")
            task.files[str(path)] = path.read_bytes()
    return [(path.name, task.files[str(path)]) for path in files]


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on a terminal that something is under way."""
    if TASK.get().store is not None or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} …"):
        yield


@contextmanager
def steps() -> Iterator[Told]:
    """Show on a terminal which step is under way and how much is done."""
    if TASK.get().store is not None or not sys.stderr.isatty():
        yield nobody
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(20), TextColumn("{task.percentage:>3.0f}%  {task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Starting", total=1.0)
        yield lambda step, done: progress.update(bar, description=step, completed=done)
