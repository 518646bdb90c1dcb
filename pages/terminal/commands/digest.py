"""The month on one page to print."""

from pathlib import Path
from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.options import AMonth, Authority, Overwrite, StoreAt
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, tell, working, write


@app.command()
def digest(
    out: Annotated[Path, typer.Option(help="The file to write, such as digest.html")],
    role: Annotated[str, typer.Option(help="For whom: director, member, analyst or a service")] = "director",
    public: Annotated[bool, typer.Option("--public", help="For publication: without any small number")] = False,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Write the month on one page of A4: what needs attention, measures, what changed and what is said."""
    from pages.kit.digest.digest import printed
    from pages.kit.frame.audience import audience_called

    audience = audience_called(role)
    may_write(out, overwrite)
    with store_for(store_path, authority) as (store, wanted_code), working("Writing the page"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        page = printed(store, asker(), code, [*(day for day in all_months if day < latest), latest], audience, public)
    write(out, page.encode())
    tell(f"Wrote {out}. Open it in a browser and print it.")
