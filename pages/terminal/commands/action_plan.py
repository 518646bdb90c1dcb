"""The action plan, action by action."""

import json

from data.annotations.events import events
from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell


@app.command()
def actions(month: AMonth = None, authority: Authority = None, store_path: StoreAt = None, as_json: AsJson = False):
    """Print the actions of the action plan, and what became of the figure that each should move."""
    from indicators.engine.catalogue import all_indicators
    from indicators.figures.measured_figures import figures
    from indicators.studies.action_plan import actions_of, moved_since, to_json

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        all_actions = actions_of(store, asker(), code, latest)
        if all_actions is None:
            raise Mendable(f"No action plan was published for {latest:%Y-%m}. Publish one, or name another month.")
        months = [day for day in all_months if day <= latest]
        indicators = [
            all_indicators()[name] for name in {action.indicator for action in all_actions} if name in all_indicators()
        ]
        happened = events(store, asker(), code)
        series = {indicator.id: figures(store, asker(), [indicator], code, months) for indicator in indicators}
    rows = []
    for action in all_actions:
        indicator = all_indicators().get(action.indicator)
        moved = moved_since(indicator, series[indicator.id], action.agreed, happened) if indicator else None
        rows.append(to_json(action, moved, latest))
    if as_json:
        tell(json.dumps(rows, indent=2))
        return
    lines = [row | {"since": row["moved"]["changing"] if row["moved"] else None} for row in rows]
    say(lines, False, "action", "recommendation", "team", "due", "progress", "overdue", "indicator", "since")
