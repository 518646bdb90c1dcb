"""Loads: listed, withdrawn and restored."""

from typing import Annotated

import typer

from data.ledger.history import loads_told
from data.ledger.loads import restore as restore_load
from data.ledger.loads import withdraw as withdraw_load
from data.store.store import Store
from pages.terminal.parts.app import app
from pages.terminal.parts.options import AsJson, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, steps, tell


@app.command()
def withdraw(
    load: int, why: Annotated[str, typer.Option(help="The reason, kept for ever")], store_path: StoreAt = None
):
    """Hide a load from now on; what it superseded stands again, and nothing is deleted."""
    needs_store(store_path)
    with store_for(store_path, None) as (store, _):
        withdraw_load(store, asker(), load, why)
        _read_anew(store, load)
    tell(f"Load {load} is withdrawn.")


@app.command()
def restore(load: int, why: Annotated[str, typer.Option(help="The reason, kept for ever")], store_path: StoreAt = None):
    """Bring back a withdrawn load; it stands again unless its month was published since."""
    needs_store(store_path)
    with store_for(store_path, None) as (store, _):
        restore_load(store, asker(), load, why)
        _read_anew(store, load)
        state = next(row["state"] for row in loads_told(store, asker()) if row["load"] == load)
    tell(f"Load {load} is restored" + (" and stands." if state == "current" else "; a later load stands in its place."))


def _read_anew(store: Store, load: int) -> None:
    """Work out what is read of the latest month of a load's authority, as on publishing."""
    from indicators.change.month_readings import read_ahead  # takes a second to import

    authority = next(row["authority"] for row in loads_told(store, asker()) if row["load"] == load)
    with steps() as progress:
        read_ahead(store, asker(), authority, progress)


@app.command()
def loads(store_path: StoreAt = None, as_json: AsJson = False):
    """List every load, newest first: current, superseded or withdrawn."""
    with store_for(store_path, None) as (store, _):
        say(
            loads_told(store, asker()),
            as_json,
            "load",
            "authority",
            "extract",
            "month",
            "version",
            "state",
            "rows",
            "published_at",
        )
