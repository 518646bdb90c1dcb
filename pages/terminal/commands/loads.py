"""Loads: listed, withdrawn and restored."""

from typing import Annotated

import typer

from data.ledger.history import loads_told
from data.ledger.loads import restore as restore_load
from data.ledger.loads import restore_together, withdraw_together
from data.ledger.loads import withdraw as withdraw_load
from data.store.store import Store
from pages.terminal.parts.app import app
from pages.terminal.parts.options import AsJson, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, steps, tell

Together = Annotated[bool, typer.Option("--together", help="With all that was published at once with it")]


@app.command()
def withdraw(
    load: int,
    why: Annotated[str, typer.Option(help="The reason, kept for ever")],
    together: Together = False,
    store_path: StoreAt = None,
):
    """Hide a load from now on; what it superseded stands again, and nothing is deleted."""
    needs_store(store_path)
    with store_for(store_path, None) as (store, _):
        turned = [load]
        if together:
            turned = withdraw_together(store, asker(), load, why)
        else:
            withdraw_load(store, asker(), load, why)
        _read_anew(store, load)
    tell(f"Load {load} is withdrawn." if len(turned) == 1 else f"{_listed(turned)} are withdrawn.")


@app.command()
def restore(
    load: int,
    why: Annotated[str, typer.Option(help="The reason, kept for ever")],
    together: Together = False,
    store_path: StoreAt = None,
):
    """Bring back a withdrawn load; it stands again unless its month was published since."""
    needs_store(store_path)
    with store_for(store_path, None) as (store, _):
        turned = [load]
        if together:
            turned = restore_together(store, asker(), load, why)
        else:
            restore_load(store, asker(), load, why)
        _read_anew(store, load)
        states = {row["load"]: row["state"] for row in loads_told(store, asker())}
    if len(turned) == 1:
        ending = " and stands." if states[load] == "current" else "; a later load stands in its place."
        tell(f"Load {load} is restored{ending}")
        return
    later = [number for number in turned if states[number] != "current"]
    ending = f"; later ones stand in the place of {_listed(later).lower()}." if later else " and stand."
    tell(f"{_listed(turned)} are restored{ending}")


def _listed(loads: list[int]) -> str:
    """Write the numbers of loads, with how many there are."""
    return f"{len(loads)} loads ({', '.join(map(str, loads))})"


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
