"""What the public could work out: the auditor of all that may be published."""

import json
from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from data.months import months_asked
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, steps, tell

disclosure = typer.Typer(rich_markup_mode=None, help="What the public could work out from all that it is told.")
app.add_typer(disclosure, name="disclosure")
COLUMNS = ("month", "attacked", "pinned", "narrowed", "hidden")


@disclosure.callback()
def group() -> None:
    """Take what is said before a command of the group."""


@disclosure.command()
def audit(
    month: AMonth = None,
    from_month: Annotated[str | None, typer.Option("--from", help="First month")] = None,
    to_month: Annotated[str | None, typer.Option("--to", help="Last month")] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Attack all that the public is told of each month: how many hidden numbers are worked out, or nearly."""
    from indicators.disclosure.month_audit import audited

    with store_for(store_path, authority) as (store, wanted_code), steps() as progress:
        code = authority_read(wanted_code, authorities_held(store, asker()))
        held = months_held(store, asker(), code)
        months = months_asked(held, month, from_month, to_month) if month or from_month or to_month else held
        audits = []
        for place, day in enumerate(months):
            progress(f"Attacking {day:%B %Y}", place / len(months))
            audits += audited(store, asker(), code, [day])
    records = [attack.to_json() for attack in audits]
    total = {column: sum(record[column] for record in records) for column in COLUMNS[1:]}
    if as_json:
        tell(json.dumps({"months": records, **total}, indent=2))
    else:
        say([*records, {"month": "all", **total}], False, *COLUMNS)
    if total["pinned"] or total["narrowed"]:
        raise typer.Exit(1)
