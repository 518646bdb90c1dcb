"""Monthly figures exchanged with other authorities."""

from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from data.audit.exports import OFFICIAL, hand_out
from data.ledger.history import authorities_held, months_held
from data.months import months_asked
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked
from pages.terminal.parts.file_named import marked
from pages.terminal.parts.options import AMonth, AsJson, Authority, Files, Overwrite, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, may_write, read, steps, tell, working, write

exchange = typer.Typer(rich_markup_mode=None, help="Monthly figures exchanged with other authorities.")
app.add_typer(exchange, name="exchange")
COLUMNS = ("month", "value", "average", "low", "high", "with_figure", "without_figure", "verdict", "rank")
FirstMonth = Annotated[str | None, typer.Option("--from", help="First month")]
LastMonth = Annotated[str | None, typer.Option("--to", help="Last month")]


@exchange.command()
def export(
    out: Annotated[Path, typer.Option(help="The file to write, such as brent.json; .json alone is named for you")],
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated; else all")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as child_protection")] = None,
    from_month: FirstMonth = None,
    to_month: LastMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Write our monthly figures for others: numerators and denominators, no child, and nothing that is small."""
    from indicators.comparison.exchange import written

    indicators = indicators_asked(indicator, service)
    may_write(out, overwrite)
    with store_for(store_path, authority) as (store, wanted_code), working("Measuring"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        months = months_asked(all_months, None, from_month, to_month) if from_month or to_month else all_months
        document = written(store, asker(), indicators, code, months, datetime.now(ZoneInfo("Europe/London")).date())
        contents = document.to_bytes()
        out = marked(out, OFFICIAL, f"exchange_{code}_{months[-1]:%Y-%m}", contents)
        foot = hand_out(store, asker(), out.name, contents, OFFICIAL, len(document.figures))
        write(out, contents)
    blank = sum(bool(figure.missing) for figure in document.figures)
    tell(f"Wrote {len(document.figures):,} figures to {out}, {blank:,} of them blank because they are small.")
    tell(f"Hash: {document.hash}")
    tell(foot.line)


@exchange.command()
def load(files: Files, store_path: StoreAt = None):
    """Keep files of other authorities' monthly figures; the same one again changes nothing."""
    from indicators.comparison.exchange import load_exchange

    needs_store(store_path)
    contents = read(files)
    with store_for(store_path, None) as (store, _), steps() as progress:
        sentences = []
        for place, (name, content) in enumerate(contents):
            progress(f"Reading {name}", place / len(contents))
            sentences.append(load_exchange(store, asker(), name, content))
    tell("\n".join(sentences))


@exchange.command()
def show(
    indicator: str,
    average: Annotated[str, typer.Option(help="median, mean or pooled")] = "median",
    month: AMonth = None,
    from_month: FirstMonth = None,
    to_month: LastMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Set an indicator's months beside those of everybody who exchanges figures with us."""
    from indicators.comparison.peers import beside_peers
    from indicators.engine.catalogue import indicator_called

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        months = months_asked(months_held(store, asker(), code), month, from_month, to_month)
        peer_months = beside_peers(store, asker(), indicator_called(indicator), code, months, average)
    say([peer_month.to_json() for peer_month in peer_months], as_json, *COLUMNS)
