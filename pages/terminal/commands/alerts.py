"""What calls for attention in a month, and what changed since the month before."""

import json
from typing import Annotated

import typer

from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell, working

TEAM = "team"


@app.command()
def alerts(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as leaving_care")] = None,
    by: Annotated[str | None, typer.Option(help="Judge each part by itself: team")] = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print the figures that change by more than chance, the strongest first, and how many chance alone would show."""
    from indicators.change.month_readings import alerts_read
    from indicators.variation.alerts import by_chance

    if by not in (None, TEAM):
        raise Mendable(f'Alerts are not told by "{by}". Use {TEAM}, or leave --by out.')
    indicators = indicators_asked(indicator, service)
    with store_for(store_path, authority) as (store, wanted_code), working("Judging"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        months = [*(day for day in all_months if day < latest), latest]
        reading = alerts_read(store, asker(), indicators, code, months, by_team=bool(by))
    listed, judged = [alert.to_json() for alert in reading.found], reading.judged
    if as_json:
        tell(json.dumps({"alerts": listed, "judged": judged, "by_chance": by_chance(judged)}, indent=2))
        return
    say(listed, False, "changing", *(["group"] if by else []), "indicator", "value", "rule", "way", "since", "until")
    tell(f"{len(listed)} of {judged} figures that can be judged; about {by_chance(judged)} would be here by chance.")


@app.command()
def changed(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as leaving_care")] = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print what changed since the month before in five sentences; in JSON every indicator, and who is behind it.

    What changes by more than chance comes first.
    """
    from indicators.change.month_readings import alerts_read, changed_read
    from indicators.change.what_changed import the_few
    from pages.words.what_changed import sentence

    indicators = indicators_asked(indicator, service)
    with store_for(store_path, authority) as (store, wanted_code), working("Setting two months side by side"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        changes = changed_read(store, asker(), indicators, code, latest)
        months = [*(day for day in all_months if day < latest), latest]
        changing = [alert.indicator.id for alert in alerts_read(store, asker(), indicators, code, months).found]
    few = the_few(changes, changing)
    if as_json:
        record = {"sentences": [_said(change, sentence(change, asker())) for change in few]}
        tell(json.dumps(record | {"changed": [change.to_json() for change in changes]}, indent=2))
        return
    for change in few:
        tell(sentence(change, asker()))


def _said(changed, said: str) -> dict:
    """Return a sentence with the subjects behind it."""
    return {
        "indicator": changed.indicator.id,
        "sentence": said,
        "subjects": [subject.subject for subject in changed.who],
    }
