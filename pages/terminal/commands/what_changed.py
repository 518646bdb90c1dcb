"""What changed since the month before."""

import json
from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import indicators_asked, month_or_latest, only_authority
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, tell, working


@app.command()
def changed(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    service: Annotated[str | None, typer.Option(help="A service, such as leaving_care")] = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print what changed since the month before in five sentences; in JSON every indicator, and who is behind it."""
    from indicators.change.month_readings import changed_read
    from indicators.change.what_changed import the_few
    from pages.words.what_changed import sentence

    asked = indicators_asked(indicator, service)
    with store_for(store_path, authority) as (store, whose), working("Setting two months side by side"):
        one = whose or only_authority(list(authorities_held(store, asker())))
        latest = month_or_latest(months_held(store, asker(), one), month)
        found = changed_read(store, asker(), asked, one, latest)
    few = the_few(found)
    if as_json:
        told = {"sentences": [_said(each, sentence(each, asker())) for each in few]}
        tell(json.dumps(told | {"changed": [each.to_json() for each in found]}, indent=2))
        return
    for each in few:
        tell(sentence(each, asker()))


def _said(changed, said: str) -> dict:
    """Return a sentence with the subjects behind it."""
    return {"indicator": changed.indicator.id, "sentence": said, "subjects": [each.subject for each in changed.who]}
