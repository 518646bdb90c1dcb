"""The action plan: listed with what became of its figures."""

import json
from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell

Partner = Annotated[str, typer.Option(help="Only actions that this partner has a part in, such as Health")]


@app.command("action-plan")
def action_plan(
    month: AMonth = None,
    partner: Partner = "",
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print the action plan, what is overdue or without evidence first, and what became of each figure."""
    from indicators.engine.catalogue import all_indicators
    from indicators.studies.action_plan import followed
    from indicators.studies.plan_entry import plan_seen
    from pages.charts.of_series.series_read import series_read
    from pages.words.plan.actions import in_a_sentence, row
    from pages.words.plan.sources import recommended

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        plan, day = plan_seen(store, asker(), code, latest, all_months[-1])
        names = {move.indicator for action in plan.actions for move in action.moves} & all_indicators().keys()
        measures = [all_indicators()[name] for name in sorted(names)]
        months = [end for end in all_months if end <= latest]
        series = series_read(store, asker(), measures, code, months)
    of_figures = {line.indicator.id: (line.indicator, line.figures, line.events) for line in series}
    actions = [action for action in followed(plan.actions, of_figures, day) if partner in ("", action.action.partner)]
    if as_json:
        tell(json.dumps([action.to_json() for action in actions], indent=2))
        return
    tell(in_a_sentence(actions))
    titles = recommended(plan)
    rows = [row(action, titles.get(action.action.recommendation, "")) for action in actions]
    say(rows, False, "Action", "What is to be done", "Owner", "Due", "How far", "Evidence", "Since it began")
