"""The ledger of restatements: reported then, known now."""

import json
from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from data.months import months_asked
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell, working


@app.command()
def restatements(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as child_protection")] = None,
    month: AMonth = None,
    from_month: Annotated[
        str | None, typer.Option("--from", help="First month; every month, unless it is said")
    ] = None,
    to_month: Annotated[str | None, typer.Option("--to", help="Last month")] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print the figures that are not what was first reported: what was, what each publication made of it, and why."""
    from indicators.change.restatements import restatements as restated
    from pages.words.restatements import in_short
    from pages.words.wording import counted

    indicators = indicators_asked(indicator, service)
    with store_for(store_path, authority) as (store, wanted_code), working("Comparing what was published"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        some = month or from_month or to_month
        all_restatements = restated(
            store,
            asker(),
            indicators,
            code,
            months_asked(all_months, month, from_month, to_month) if some else all_months,
        )
    records = [restatement.to_json() | {"told": in_short(restatement)} for restatement in all_restatements]
    if as_json:
        tell(json.dumps(records, indent=2))
        return
    say(records, False, "month", "indicator", "told")
    tell(f"Not what was first reported: {counted(len(records), 'figures')}.")
