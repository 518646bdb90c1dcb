"""One child: every figure that the child counts in."""

from data.identifiers import canonical
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, working


@app.command()
def child(
    child_id: str,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print every figure that a child counts in, by the child's identifier; a denominator of 0 is not yet due."""
    from indicators.figures.one_child import counts_in

    with store_for(store_path, authority) as (store, wanted_code), working("Looking through every figure"):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        latest = month_or_latest(months_held(store, asker(), code), month)
        counted = counts_in(store, asker(), indicators_asked(None, None), code, latest, canonical(child_id))
    say(
        [subject.to_json() for subject in counted],
        as_json,
        "indicator",
        "subject",
        "numerator",
        "denominator",
        "due_on",
    )
