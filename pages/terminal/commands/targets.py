"""Targets: set, ended and listed, with whether each will be met."""

from typing import Annotated

import typer

from data.annotations.targets import LOCAL_TARGET, NATIONAL
from data.ledger.history import authorities_held, months_held
from data.months import month_end
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, tell, working

target = typer.Typer(rich_markup_mode=None, help="Set a target of a figure, or end it; nothing is overwritten.")
app.add_typer(target, name="target")

From = Annotated[str, typer.Option("--from", help="The first month it holds for, such as 2026-04")]
SetBy = Annotated[str, typer.Option(help="Who set it, such as 'Corporate parenting board'")]
Source = Annotated[str, typer.Option(help="Where that is written, such as 'Corporate plan, page 9'")]
OfNation = Annotated[bool, typer.Option("--national/--local", help="Whose target it is")]


@target.command(name="set")
def set_(
    indicator: str,
    value: float,
    first: From,
    set_by: SetBy,
    source: Source,
    to: Annotated[float | None, typer.Option(help="The upper end, of a figure that is best within a range")] = None,
    until: Annotated[str | None, typer.Option(help="The last month it holds for; else until it is ended")] = None,
    tolerance: Annotated[
        float | None, typer.Option(help="By how much a figure may miss it and be within tolerance, in its unit")
    ] = None,
    national: OfNation = False,
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Set what a figure is meant to reach from a month on: at least VALUE or at most VALUE, by which way is better."""
    from indicators.engine.catalogue import indicator_called
    from indicators.variation.targets import Aim, set_target

    needs_store(store_path)
    measure, last = indicator_called(indicator), month_end(until) if until else None
    aim = Aim(month_end(first), last, NATIONAL if national else LOCAL_TARGET, set_by, source, tolerance)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        target, new = set_target(store, asker(), code, measure, aim, value, to)
    tell(f"Target {target.number} of {measure.title}, {'kept' if new else 'held already; nothing changed'}.")


@target.command()
def end(
    indicator: str,
    first: From,
    set_by: SetBy,
    source: Source,
    national: OfNation = False,
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Say that from a month on a figure has no target of this kind any more; what held before holds for before."""
    from indicators.engine.catalogue import indicator_called
    from indicators.variation.targets import Aim, end_target

    needs_store(store_path)
    measure = indicator_called(indicator)
    aim = Aim(month_end(first), None, NATIONAL if national else LOCAL_TARGET, set_by, source)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        end_target(store, asker(), code, measure, aim)
    tell(f"{measure.title} has no {aim.scope} target from {first} on.")


@app.command()
def targets(
    month: AMonth = None,
    every: Annotated[bool, typer.Option("--all", help="Every entry ever kept, ended and replaced ones, too")] = False,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """List the targets in force in a month, the figures, and whether each will be met."""
    from data.annotations.targets import targets as kept
    from indicators.variation.targets import how_they_fare

    with store_for(store_path, authority) as (store, wanted_code), working("Judging"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        if every:
            records = [target.to_json() for target in kept(store, asker(), code)]
        else:
            all_months = months_held(store, asker(), code)
            latest = month_or_latest(all_months, month)
            months = [*(day for day in all_months if day < latest), latest]
            records = [target.to_json() for target in how_they_fare(store, asker(), code, months)]
    say(
        records,
        as_json,
        "indicator",
        "least",
        "most",
        "tolerance",
        "scope",
        "from",
        "until",
        *(() if every else ("value", "answer")),
    )
