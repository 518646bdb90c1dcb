"""Figures, and the rows behind them."""

from pathlib import Path
from typing import Annotated

import pandas
import typer

from data.access import EVERY, Act, Reader
from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from data.months import day_named, month_end, months_asked
from data.store.store import Store
from indicators.figures.figure import Figure
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked
from pages.terminal.parts.file_named import ending_of, file_named, marked
from pages.terminal.parts.options import AMonth, AsJson, Authority, Month, Overwrite, StoreAt, WhyIdentifiers
from pages.terminal.parts.records import named, say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, may_write, tell, working, write


@app.command()
def figures(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as child_protection")] = None,
    national: Annotated[
        str | None, typer.Option(help="An outcome or enabler of the national framework, such as safe or workforce")
    ] = None,
    ofsted: Annotated[str | None, typer.Option(help="An area that Ofsted judges, such as in_care")] = None,
    month: AMonth = None,
    from_month: Annotated[str | None, typer.Option("--from", help="First month")] = None,
    to_month: Annotated[str | None, typer.Option("--to", help="Last month")] = None,
    quarters: Annotated[
        bool, typer.Option("--quarters", help="By quarter and year to date, each told by its kind of figure")
    ] = False,
    by: Annotated[str | None, typer.Option(help="team, service, sex, age_band, ethnicity or disability")] = None,
    as_known_on: Annotated[str | None, typer.Option(help="A past day, such as 2026-11-04")] = None,
    public: Annotated[bool, typer.Option("--public", help="For passing on: without what is small")] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            help="Write them to a .csv, .xlsx (with --public for publication) or .parquet; .csv alone is named for you"
        ),
    ] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
):
    """Print figures: of the latest month, unless others are asked for."""
    from indicators.figures.breakdown import breakdown
    from indicators.figures.measured_figures import figures as measured
    from indicators.figures.tidy_tables import tidy, tidy_periods

    indicators = indicators_asked(indicator, service, national, ofsted)
    may_write(out, overwrite)
    if quarters and by:
        raise Mendable("Figures by quarter are told of the whole authority. Leave out --by, or --quarters.")
    known_on = None if as_known_on is None else day_named(as_known_on)
    reader = asker().as_the_public() if public else asker()
    with store_for(store_path, authority) as (store, wanted_code), working("Measuring"):
        all_figures, by_period, published = [], [], authorities_held(store, asker())
        for code in [authority_read(wanted_code, published)] if wanted_code else published:
            held = months_held(store, asker(), code)
            months = months_asked(held, month, from_month, to_month)
            if quarters:
                earlier = [day for day in held if day <= months[-1]]
                read = measured(store, reader, indicators, code, earlier, known_on)
                by_period.append(tidy_periods(indicators, code, months, read))
            elif by:
                all_figures += breakdown(store, reader, indicators, code, months, by, known_on)
            else:
                all_figures += measured(store, reader, indicators, code, months, known_on)
        table = pandas.concat(by_period) if quarters else tidy(all_figures)
        if out is not None:
            _hand_out(store, reader, table, out, public)
            if not quarters:
                _warn_of_small(all_figures)
            return
    if quarters:
        say(_plain(table), as_json, "indicator", "period", "how_counted", "value", "numerator", "denominator", "reason")
        return
    columns = ["indicator", "month", *(["group"] if by else []), "value", "numerator", "denominator", "reason"]
    say([figure.to_json() for figure in all_figures], as_json, *columns)


@app.command()
def people(
    indicator: str,
    month: Month,
    team: Annotated[str | None, typer.Option(help="Only this team's rows")] = None,
    reason: WhyIdentifiers = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print the rows behind a figure: one for each subject counted, with when it falls or fell due."""
    from indicators.engine.catalogue import indicator_called
    from indicators.figures.disclosure import CONFIDENTIAL
    from indicators.figures.measured_figures import figures as measured
    from indicators.figures.measured_figures import rows_behind

    measure = indicator_called(indicator)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        (figure,) = measured(store, asker(), [measure], code, [month_end(month)])
        sees_all = EVERY in asker().teams_with(Act.LISTS, measure.service)
        if figure.numerator is None and (sees_all or figure.reason != CONFIDENTIAL):
            # an empty list would read as if there were nobody
            raise Mendable(figure.reason)
        rows = rows_behind(store, asker(), measure, code, month_end(month), team)
        rows["due_on"] = [None if day is None or day != day else f"{day:%Y-%m-%d}" for day in rows["due_on"]]
        records = named(store, rows.astype(object).where(rows.notna(), None).to_dict("records"), reason)
    say(records, as_json, "subject", "child_id", "team", "numerator", "denominator", "due_on")


def _plain(table: pandas.DataFrame) -> list[dict]:
    """Return a tidy table row by row in plain values, its months as 2026-10."""
    plain = table.assign(month=table["month"].dt.strftime("%Y-%m")).astype(object)
    return plain.where(plain.notna(), None).to_dict("records")


def _hand_out(store: Store, reader: Reader, table: pandas.DataFrame, out: Path, public: bool) -> None:
    """Write figures to a file, here or where the command came from; as the asker, who may be handing out for others."""
    from data.audit.exports import hand_out, marking_of
    from data.table_export import content_of, handed_out

    month = f"_{max(table['month']):%Y-%m}" if len(table) else ""
    name, marking = f"figures{month}", marking_of(reader)
    file = file_named(out, name).name
    foot = hand_out(store, asker(), file, content_of(table), marking, len(table))
    is_for_publication = public and ending_of(out) == ".xlsx" and not table.empty
    contents = _published(store, table, foot.line) if is_for_publication else handed_out(table, file, foot.line)
    out = marked(out, marking, name, contents)
    write(out, contents)
    tell(f"Wrote {len(table)} figures to {out}.", err=True)


def _published(store: Store, table: pandas.DataFrame, foot: str) -> bytes:
    """Return the bytes of a workbook for publication, of figures as the public may see them."""
    from data.ledger.clock import now
    from indicators.engine.catalogue import indicator_called
    from indicators.figures.tidy_tables import definitions
    from pages.report.formats.publication_workbook import as_workbook
    from pages.report.publication import publication

    defined = definitions([indicator_called(name) for name in table["indicator"].unique()])
    laid_out = publication(table, defined, authorities_held(store, asker()), foot, store.invented)
    return as_workbook(laid_out, now())


def _warn_of_small(found: list[Figure]) -> None:
    """Say how many of the figures that were written may let a child be recognised."""
    from indicators.figures.disclosure import is_small

    if small := sum(is_small(figure) for figure in found):
        tell(
            f"{small} of them may let a child be recognised: not for passing on. With --public they are left out.",
            err=True,
        )
