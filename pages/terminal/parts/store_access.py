"""The store that a command works on: opened here, or held by the dashboard, which then does the work."""

from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from data.errors import Held, Mendable
from data.invention.configured_store import open_configured_store
from data.settings import settings
from data.store.command_handover import Asked, hand_over
from data.store.store import Store
from indicators.disclosure.on_demand import decide_on_demand
from pages.terminal.parts.task import TASK, tell, working, write


@contextmanager
def store_for(store_path: str | None, authority: str | None) -> Iterator[tuple[Store, str | None]]:
    """Open the store, say when it is invented, give whose figures are asked for, and close it.

    A store that the dashboard holds is worked on by the dashboard: the command ends with its answer.
    """
    task = TASK.get()
    if task.store is not None:
        yield task.store, authority or task.authority
        return
    chosen = settings(store_path, authority)
    try:
        store = open_configured_store(chosen)
    except Held as held:
        with working("The dashboard holds the store and does the work"):
            answer = (
                hand_over(chosen.store, Asked(task.reader.who, task.words, task.files, chosen.authority))
                if chosen.store
                else None
            )
        if answer is None:
            raise held
        typer.echo(answer.out, nl=False)
        for name, held in answer.made.items():
            write(Path(name), b64decode(held))
        typer.echo(answer.err, nl=False, err=True)
        raise typer.Exit(answer.status) from None
    store.decide = decide_on_demand
    if store.invented:
        tell("These are invented children: no store is named (--store PATH, or SLAC_STORE).", err=True)
    if store.made_of is not None:
        tell(
            f"People are pseudonyms in {store.where} from now on. {store.made_of} is the store as it was: destroy it, "
            "its copies and its backups, once you have looked at the new. python cli.py doctor names what lies there.",
            err=True,
        )
    try:
        yield store, chosen.authority
    finally:
        store.close()


def needs_store(store_path: str | None) -> None:
    """Refuse to publish into invented data, which would be gone at once."""
    if TASK.get().store is None and settings(store_path).invented:
        raise Mendable("Say which store: --store PATH, or set SLAC_STORE. Make one with: python cli.py init")
