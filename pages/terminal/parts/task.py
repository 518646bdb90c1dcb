"""A command under way: its words and files, and where it speaks; here, or where it was handed over from."""

import os
import secrets
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import typer

from data.access import Reader
from data.errors import Mendable
from data.steps import Listener, silent
from data.store.keys import is_key
from data.store.store import Store, is_of_a_store


@dataclass
class Task:
    """Hold what a command works with: who gives it, its words and files; handed over, the store and where to speak.

    `made` holds the files that a command makes which was handed over: they are written where it was given. `overwrite`
    says that a file which lies there already may be replaced.
    """

    reader: Reader
    words: Sequence[str] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    store: Store | None = None
    authority: str | None = None
    out: TextIO | None = None
    err: TextIO | None = None
    made: dict[str, bytes] = field(default_factory=dict)
    overwrite: bool = False


TASK: ContextVar[Task] = ContextVar("task")


def asker() -> Reader:
    """Return who gave the command under way, here or where it was handed over from."""
    return TASK.get().reader


def tell(text: str, err: bool = False) -> None:
    """Print a line: here, or where the command came from."""
    task = TASK.get()
    typer.echo(text, file=task.err if err else task.out, err=err)


def may_write(out: Path | None, overwrite: bool) -> None:
    """Refuse a file that may not be written before any work is done for it; say whether one may be replaced.

    Where a command was handed over, that was asked where it was given.

    Raises:
        Mendable: as `write` does.
    """
    task = TASK.get()
    task.overwrite = overwrite
    if out is not None and task.store is None:
        _must_be_free(out, overwrite)


def write(path: Path, contents: bytes) -> None:
    """Write a file that only its owner can read: here, or where the command came from.

    Raises:
        Mendable: where there is no such folder, a file lies there that may not be replaced, or a store or a key.
    """
    task = TASK.get()
    if task.store is not None:
        task.made[str(path)] = contents
        return
    _must_be_free(path, task.overwrite)
    place = path.resolve()
    if place.exists() and not place.is_file():  # a pipe, or what the shell takes for a file
        place.write_bytes(contents)
        return
    unfinished = place.with_name(f".{secrets.token_hex(8)}.unfinished") if place.exists() else place
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(contents)
        unfinished.replace(place)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _must_be_free(path: Path, overwrite: bool) -> None:
    """Refuse to write where a store or a key lies, whatever it is called, or any file that may not be replaced."""
    if not path.parent.is_dir():
        raise Mendable(f"There is no folder {path.parent} to write {path.name} to. Make the folder first.")
    if path.is_dir():
        raise Mendable(f"{path} is a folder. Name a file in it, or give its ending alone: {path}/.pdf")
    if is_of_a_store(path):
        raise Mendable(f"{path} is a store, or belongs to one, and is never written over. Choose another name.")
    if is_key(path):
        raise Mendable(f"{path} is a key, and is never written over. Choose another name.")
    if path.is_file() and not overwrite:
        raise Mendable(
            f"{path} is there already, and it has been left as it was. Choose another name, or say --overwrite."
        )


def read(files: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Read files, or take them as they were handed over: the name and the bytes of each; of a folder, its csv files."""
    task = TASK.get()
    files = [path for given in files for path in _tables_of(given)]
    for path in files:
        if str(path) not in task.files:
            if task.store is not None or not path.is_file():
                raise Mendable(f"There is no file {path}.")
            task.files[str(path)] = path.read_bytes()
    return [(path.name, task.files[str(path)]) for path in files]


def _tables_of(given: Path) -> list[Path]:
    """Return the csv files of a folder, in order, or what is no folder as it is.

    Raises:
        Mendable: where a folder has none.
    """
    task = TASK.get()
    if task.store is not None:
        return [Path(name) for name in task.files if Path(name).parent == given] or [given]
    if not given.is_dir():
        return [given]
    tables = sorted(path for path in given.iterdir() if path.suffix.lower() == ".csv")
    if not tables:
        raise Mendable(f"There is no csv file in the folder {given}. Name the files, or the folder they lie in.")
    return tables


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
def steps() -> Iterator[Listener]:
    """Show on a terminal which step is under way and how much is done."""
    if TASK.get().store is not None or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(20), TextColumn("{task.percentage:>3.0f}%  {task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Starting", total=1.0)
        yield lambda step, done: progress.update(bar, description=step, completed=done)
