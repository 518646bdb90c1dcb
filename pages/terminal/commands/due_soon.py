"""What falls due, and what figures will read if nothing is done."""

import json
from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt, WhyIdentifiers
from pages.terminal.parts.records import named, say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell, working


@app.command()
def due(
    within: Annotated[int, typer.Option(min=0, max=366, help="How many days after the month end")] = 30,
    team: Annotated[str | None, typer.Option(help="Only this team's")] = None,
    reason: WhyIdentifiers = None,
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as leaving_care")] = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print who is late at the month end or falls due after it, and what figures will read if nothing is recorded.

    Nothing is forecast for a day by which more than a quarter of all that is counted falls due.
    """
    from indicators.figures.due_soon import falling_due, if_nothing_is_done, while_doing_nothing_is_a_case
    from indicators.figures.measured_figures import figures

    indicators = indicators_asked(indicator, service)
    with store_for(store_path, authority) as (store, wanted_code), working("Looking at the days to come"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        latest = month_or_latest(months_held(store, asker(), code), month)
        listed = [
            row.to_json()
            for row in falling_due(store, asker(), indicators, code, latest, within)
            if team in (None, row.team)
        ]
        listed = named(store, listed, reason)
        later = if_nothing_is_done(store, asker(), indicators, code, latest)
        today = figures(store, asker(), indicators, code, [latest])
    readings = [
        figure.to_json()
        for whole in today
        for figure in while_doing_nothing_is_a_case(
            whole, [then for then in later if then.indicator == whole.indicator]
        )
        if figure.group == (team or "")
    ]
    if as_json:
        tell(json.dumps({"due": listed, "if_nothing_is_done": readings}, indent=2))
        return
    say(listed, False, "indicator", "due_on", "late", "team", "child_id", "subject")
    tell("If nothing is done:")
    say(readings, False, "indicator", "month", "value", "numerator", "denominator", "reason")
