"""What an extract looks like: blank, invented, and as expectations."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from data.errors import Mendable
from data.months import month_end, month_end_before
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import extract_called
from pages.terminal.parts.options import AMonth, Overwrite
from pages.terminal.parts.task import may_write, tell, working, write


@app.command()
def invent(
    out: Annotated[Path, typer.Option(help="The folder to write to")],
    months: Annotated[int, typer.Option(help="How many months, up to 36")] = 36,
    dataset: Annotated[
        str | None,
        typer.Option(
            help="Tables of the Standard Safeguarding Dataset instead, as a system writes them: flags or words"
        ),
    ] = None,
    census: Annotated[
        str | None,
        typer.Option(help="The censuses of every year instead, as the XML that goes to DfE: cin or workforce"),
    ] = None,
    dirty: Annotated[
        bool,
        typer.Option(help="With the dirt that files of real systems have, and a list of it: what_is_dirty.txt"),
    ] = False,
    overwrite: Overwrite = False,
):
    """Write Example Borough's invented extracts, one csv per extract and month, as analysts would upload them."""
    from data.invention import write_extracts
    from data.invention.dataset_habits import write_dataset
    from data.invention.dirt import SHARE
    from data.invention.written_censuses import write_censuses

    may_write(None, overwrite)
    if out.is_dir() and any(out.iterdir()) and not overwrite:
        raise Mendable(f"{out} holds files, and they have been left as they were. Name another folder, or --overwrite.")
    if sum(map(bool, (dataset, census, dirty))) > 1:
        raise Mendable("--dataset, --census and --dirty write different files: name one of them.")
    with working("Inventing"):
        if census:
            written = write_censuses(out, census, write=write)
        elif dataset:
            written = write_dataset(out, dataset, write=write)
        else:
            written = write_extracts(out, months, write=write, share=SHARE if dirty else 0.0)
    tell(f"Wrote {len(written)} files to {out}. Every child in them is invented.")


@app.command()
def template(
    extract: str, out: Annotated[Path, typer.Option(help="The xlsx file to write")], overwrite: Overwrite = False
):
    """Write a blank workbook for an extract, with drop-downs and notes."""
    from data.guidance.template import template as blank

    may_write(out, overwrite)
    write(out, blank(extract_called(extract)))
    tell(f"Wrote {out}.")


@app.command()
def suite(extract: str, month: AMonth = None):
    """Print the expectations of an extract as great-expectations' own JSON: for rows as read, of the month that ended.

    They say what `check` finds in single rows, but for two mercies: what cannot be read is not missing as well, and a
    record that ended in an earlier year keeps the codes of that year.
    """
    from validation.rows.expectation_suites import suite_for

    ends = month_end(month) if month else month_end_before(datetime.now(UTC).date())
    tell(json.dumps(suite_for(extract_called(extract), ends).to_json_dict(), indent=2))
