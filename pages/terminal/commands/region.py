"""The region month by month: of every authority in the store what may be published, and what that comes to."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import pandas
import typer

from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from data.months import months_asked
from data.store.store import Store
from indicators.engine.declaration import Indicator
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import indicators_asked
from pages.terminal.parts.file_named import ending_of, file_named, marked
from pages.terminal.parts.options import AMonth, AsJson, Overwrite, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, tell, working, write

COLUMNS = (
    *("indicator", "month", "authorities", "with_figure", "hidden", "without_figure"),
    *("lowest", "median_low", "median_high", "highest", "pooled"),
)


@app.command()
def region(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as workforce")] = None,
    month: AMonth = None,
    from_month: Annotated[str | None, typer.Option("--from", help="First month")] = None,
    to_month: Annotated[str | None, typer.Option("--to", help="Last month")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write an .xlsx for publication: the region, and every authority that has a figure; "
            "papers/.xlsx is named for you"
        ),
    ] = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
):
    """Print what the authorities of this store come to, month by month: nothing that may not be published."""
    from indicators.comparison.region import region_figures, region_months
    from indicators.figures.tidy_tables import tidy

    indicators = indicators_asked(indicator, service)
    may_write(out, overwrite)
    _must_be_for_publication(out)
    with store_for(store_path, None) as (store, _), working("Measuring"):
        public = asker().as_of_the_region()
        names = authorities_held(store, public)
        all_months = sorted({day for code in names for day in months_held(store, public, code)})
        figures = region_figures(store, asker(), indicators, months_asked(all_months, month, from_month, to_month))
        together = region_months(figures, names, indicators)
        if out is not None:
            _publish(store, indicators, tidy(figures), together, out)
            _say_where_nobody_can_be_compared(together)
            return
    say([region_month.to_json() for region_month in together], as_json, *COLUMNS)
    _say_where_nobody_can_be_compared(together)


def _say_where_nobody_can_be_compared(together: list) -> None:
    """Say of how many lines the lowest is the highest and the median, being all there is."""
    alone = sum(month.nobody_to_compare for month in together)
    if alone:
        lines = f"Of {alone} of {len(together)} lines"
        tell(f"{lines} the figure of one authority at most may be told: there is nobody to compare with.", err=True)


def _must_be_for_publication(out: Path | None) -> None:
    """Refuse to write anything but a workbook, before anything is measured.

    Raises:
        Mendable: naming the command that writes plain tables.
    """
    if out is not None and ending_of(out) != ".xlsx":
        raise Mendable(
            f"{out.name} is no .xlsx, and the region is written for publication alone. Name a file that ends with "
            ".xlsx; every authority's figures as csv come by: python cli.py figures --public --out FILE"
        )


def _publish(store: Store, indicators: Sequence[Indicator], table: pandas.DataFrame, together: list, out: Path) -> None:
    """Write the workbook, once it is entered that it was taken."""
    from data.audit.exports import hand_out, marking_of
    from data.ledger.clock import now
    from data.table_export import content_of
    from indicators.figures.tidy_tables import definitions
    from pages.report.formats.publication_workbook import as_workbook
    from pages.report.publication import publication, with_region

    public = asker().as_of_the_region()
    name, marking = f"region_{max(table['month']):%Y-%m}", marking_of(public)
    foot = hand_out(store, asker(), file_named(out, name).name, content_of(table), marking, len(table))
    names = authorities_held(store, public)
    laid_out = publication(table, definitions(list(indicators)), names, foot.line, store.invented)
    contents = as_workbook(with_region(laid_out, together), now())
    out = marked(out, marking, name, contents)
    write(out, contents)
    tell(f"Wrote {len(together)} months of the region and {len(table)} figures of {len(names)} authorities to {out}.")
