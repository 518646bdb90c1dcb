"""The action plan, action by action."""

import json

from data.annotations.events import events
from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import month_or_latest, only_authority
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

    with store_for(store_path, authority) as (store, whose):
        one = whose or only_authority(list(authorities_held(store, asker())))
        held = months_held(store, asker(), one)
        latest = month_or_latest(held, month)
        found = actions_of(store, asker(), one, latest)
        if found is None:
            raise Mendable(f"No action plan was published for {latest:%Y-%m}. Publish one, or name another month.")
        months = [each for each in held if each <= latest]
        named = [all_indicators()[name] for name in {each.indicator for each in found} if name in all_indicators()]
        happened = events(store, asker(), one)
        series = {each.id: figures(store, asker(), [each], one, months) for each in named}
    rows = []
    for each in found:
        known = all_indicators().get(each.indicator)
        moved = moved_since(known, series[known.id], each.agreed, happened) if known else None
        rows.append(to_json(each, moved, latest))
    if as_json:
        tell(json.dumps(rows, indent=2))
        return
    lines = [each | {"since": each["moved"]["changing"] if each["moved"] else None} for each in rows]
    say(lines, False, "action", "recommendation", "team", "due", "progress", "overdue", "indicator", "since")
