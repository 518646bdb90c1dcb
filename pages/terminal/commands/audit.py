"""The audit log: followed from its first entry, and read."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from data.months import day_named
from pages.terminal.parts.app import app
from pages.terminal.parts.options import AsJson, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell

audit = typer.Typer(help="The audit log: who did and read what.")
app.add_typer(audit, name="audit")


@audit.command("verify")
def verify_log(
    head: Annotated[list[str] | None, typer.Option(help="A head that stood in an export; may be repeated")] = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Follow the audit log from its first entry on; the first that is not as it was sealed is named, with status 1."""
    from data.audit.chain import in_words, verify

    with store_for(store_path, None) as (store, _):
        state = verify(store, asker(), tuple(head or ()))
    tell(json.dumps(asdict(state), indent=2) if as_json else in_words(state))
    if state.broken is not None:
        raise typer.Exit(1)


@audit.command("entries")
def entries_of_log(
    who: Annotated[str | None, typer.Option(help="Only of this person")] = None,
    first_day: Annotated[str | None, typer.Option("--from", help="First day, such as 2026-11-04")] = None,
    last_day: Annotated[str | None, typer.Option("--to", help="Last day")] = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print entries of the audit log, newest first: for information governance. That it was read is entered, too."""
    from data.audit.log_entries import COLUMNS, entries

    first, last = (None if day is None else day_named(day) for day in (first_day, last_day))
    with store_for(store_path, None) as (store, _):
        rows = entries(store, asker(), who, first, last)
    rows["at"] = rows["at"].dt.strftime("%Y-%m-%dT%H:%M:%SZ")
    say(rows.astype(object).where(rows.notna(), None).to_dict("records"), as_json, *COLUMNS)
