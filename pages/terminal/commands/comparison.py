"""An indicator beside others, for each year published."""

from typing import Annotated

import typer

from data.ledger.history import authorities_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read
from pages.terminal.parts.options import AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell

COLUMNS = ("as_at", "value", "average", "low", "high", "dashboard", "verdict", "rank", "release")


@app.command()
def compare(
    indicator: str,
    beside: Annotated[
        str,
        typer.Option(
            "--with",
            help="neighbours, london, inner-london, outer-london, region, england, group, or the name of a group kept",
        ),
    ] = "neighbours",
    version: Annotated[
        str | None, typer.Option("--list", help="The list of neighbours, 2025 or 2021; the version of a group kept")
    ] = None,
    group: Annotated[list[str] | None, typer.Option(help="An ONS code of the group; repeatable")] = None,
    average: Annotated[str | None, typer.Option(help="median, mean, pooled or published")] = None,
    release: Annotated[int | None, typer.Option(help="The number of a release; else the latest")] = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Compare an indicator with others, by a named average, for each year that is published."""
    from indicators.comparison.comparators import comparator_named
    from indicators.comparison.comparison import compare as compared
    from indicators.engine.catalogue import indicator_called
    from pages.words.dashboard_median import as_dfe_shows_it

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        whom = comparator_named(store, beside, code, version, group or ())
        comparisons = compared(store, asker(), indicator_called(indicator), code, whom, average, release)
    say([comparison.to_json() for comparison in comparisons], as_json, *COLUMNS)
    if not as_json and comparisons and (dashboard := comparisons[-1].dashboard):
        tell(as_dfe_shows_it(comparisons[-1].measure, dashboard))
