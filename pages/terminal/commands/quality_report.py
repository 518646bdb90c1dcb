"""The quarterly report on the quality framework."""

from pathlib import Path
from typing import Annotated

import typer

from data.audit.exports import SENSITIVE
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.file_named import file_named, marked
from pages.terminal.parts.options import AMonth, Authority, Overwrite, StoreAt
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, tell, working, write


@app.command()
def quality_report(
    out: Annotated[
        Path,
        typer.Option(
            help="The file to write: .docx, .pdf or .html; an ending alone, such as papers/.pdf, is named for you"
        ),
    ],
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Write the quarterly report on the quality framework: programme against done, grades, learning."""
    from pages.report.formats.handed_out import handed_out
    from pages.report.formats.written import PAPERS, must_be_a_kind
    from pages.report.quality import quality_read, quality_report

    may_write(out, overwrite)
    must_be_a_kind(file_named(out, "report").name, kinds=PAPERS)
    with store_for(store_path, authority) as (store, wanted_code), working("Writing the report"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        read = quality_read(store, asker(), code, [day for day in all_months if day <= latest])
        name = f"quality_report_{latest:%Y-%m}"
        contents = handed_out(store, asker(), quality_report(read), file_named(out, name).name, SENSITIVE)
    out = marked(out, SENSITIVE, name, contents)
    write(out, contents)
    tell(f"Wrote {out}, of {read.quarter.title}. {SENSITIVE}.")
