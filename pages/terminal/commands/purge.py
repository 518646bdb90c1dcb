"""Rows taken out for good: looked at, asked for by one person, and done by another."""

from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from data.errors import Mendable
from data.ledger.history import authorities_held
from data.months import month_end
from data.settings import settings
from data.upkeep.purge_requests import ask_for, oldest_month_kept, requests, would_go
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read
from pages.terminal.parts.options import AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import TASK, asker, tell, working

purge = typer.Typer(help="Rows taken out for good: of old months, or of one child.")
app.add_typer(purge, name="purge")

Before = Annotated[str | None, typer.Option(help="Rows of months before this one; else SLAC_RETENTION_MONTHS ago")]
Child = Annotated[str | None, typer.Option(help="Rows of this child alone, of all months, by the identifier")]
Why = Annotated[str, typer.Option(help="Why; whoever confirms it reads it, and the audit log keeps it")]


@purge.command("look")
def look(
    before: Before = None,
    child: Child = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print what a purge would take out, by extract, month and load: of a child, all that is held."""
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        going = would_go(store, asker(), code, _before(before, child), child)
    going["month"] = going["month"].dt.strftime("%Y-%m")
    say(going.to_dict("records"), as_json, "extract", "month", "load", "rows")


@purge.command("ask")
def ask(
    why: Why, before: Before = None, child: Child = None, authority: Authority = None, store_path: StoreAt = None
) -> None:
    """Ask for a purge: another person has it done."""
    needs_store(store_path)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        number = ask_for(store, asker(), code, why, _before(before, child), child)
    tell(f"Purge {number} is asked for. Another person has it done with: python cli.py purge confirm {number}")


@purge.command("list")
def all_requests(store_path: StoreAt = None, as_json: AsJson = False) -> None:
    """Print what was asked for, by whom, and what was done."""
    with store_for(store_path, None) as (store, _):
        purges = requests(store, asker())
    records = [{name: _written(value) for name, value in asdict(request).items()} for request in purges]
    say(records, as_json, "purge", "authority", "before", "why", "asked_by", "done_at", "done_by")


@purge.command("confirm")
def confirm(purge_number: int, store_path: StoreAt = None) -> None:
    """Have a purge done that another person asked for; stop the dashboard first. The store is written anew."""
    from indicators.figures.without_rows import purge_keeping_figures

    chosen = settings(store_path)
    place = chosen.lake or chosen.store
    if TASK.get().store is not None or place is None:
        raise Mendable("Say which store: --store PATH, or set SLAC_STORE. Stop the dashboard first.")
    with working("Taking rows out"):
        purged = purge_keeping_figures(asker(), place, chosen.key, None, purge_number)
    tell(f"{purged.rows['rows'].sum():,.0f} rows were taken out, and the store was written anew.")
    for copy in purged.copies:
        tell(f"{copy} still holds them: destroy it.")
    tell("Backups made before hold them, too: destroy them within the time that your retention schedule says.")


def _before(before: str | None, child: str | None) -> date | None:
    """Return the month end before which rows go; of one child all go, unless it is said."""
    if before is not None:
        return month_end(before)
    return None if child is not None else oldest_month_kept(datetime.now(UTC).date())


def _written(value: object) -> object:
    """Write a day or a moment for a line."""
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else value
