"""Readiness for inspection: Annex A's lists of a month end, the indicators, and what is missing."""

from pathlib import Path
from typing import Annotated

import typer

from data.audit.exports import SENSITIVE
from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.file_named import ending_of, marked
from pages.terminal.parts.options import AMonth, AsJson, Authority, Overwrite, StoreAt, WhyIdentifiers
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, tell, working, write


@app.command()
def inspection(
    out: Annotated[
        Path | None,
        typer.Option(help="Write the lists and the indicators to this .xlsx; papers/.xlsx is named for you"),
    ] = None,
    month: AMonth = None,
    reason: WhyIdentifiers = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
):
    """Say which lists of Annex A can be written for a month end, what is missing and which queries are open."""
    from pages.report.inspection import inspection_workbook, readiness

    may_write(out, overwrite)
    if out is not None and ending_of(out) != ".xlsx":
        raise Mendable(f"The lists are written as a workbook, and {out.name} does not end in .xlsx. Name it so.")
    with store_for(store_path, authority) as (store, wanted_code), working("Writing the lists"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        months = months_held(store, asker(), code)
        latest = month_or_latest(months, month)
        ready = readiness(store, asker(), code, latest)
        contents = inspection_workbook(store, asker(), ready, reason) if out is not None else b""
    counted = ready.counted_down([day for day in months if day <= latest])
    if out is not None:
        out = marked(out, SENSITIVE, f"inspection_{latest:%Y-%m}", contents)
        write(out, contents)
        tell(f"Wrote {out}.", err=True)
    records = [
        {"list": one.title, "rows": None if one.table is None else len(one.table), "state": one.state}
        for one in ready.lists
    ]
    records += [{"list": where, "rows": None, "state": what} for where, what, _ in ready.missing]
    records += [{"list": f"open queries of {day:%Y-%m}", "rows": many, "state": ""} for day, many in counted]
    say(records, as_json, "list", "rows", "state")
