"""What publishing would change, measured and told without storing anything."""

import json
from typing import Any

from data.access import LOCAL
from data.ledger.history import published_rows
from data.months import month_end
from data.store.store import Store
from pages.terminal.parts.arguments import extract_called
from pages.terminal.parts.records import say
from pages.terminal.parts.task import tell, working


def rehearsed(store: Store, authority: str, checked: Any) -> dict:
    """Return what publishing would change: rows and children of each extract, and the figures that would move."""
    from indicators.change.moved_figures import every_figure, moved
    from indicators.engine.catalogue import measure_everything
    from validation.publishing.gate import rehearse
    from validation.publishing.version_differences import differences

    month = month_end(checked.month)
    with working("Measuring what would move"):
        before, after = rehearse(
            store, LOCAL, authority, checked, measure_everything, lambda it: every_figure(it, LOCAL, authority, month)
        )
    apart = differences(checked, lambda extract: published_rows(store, LOCAL, authority, month, extract))
    figures = [each.to_json() for each in moved(before, after)]
    return {"decision": checked.decision, "extracts": [each.to_json() for each in apart], "figures": figures}


def say_rehearsed(shape: dict, as_json: bool) -> None:
    """Print what publishing would change."""
    if as_json:
        tell(json.dumps(shape, indent=2))
        return
    tell(f"Nothing was stored. The check says: {shape['decision']}.")
    for each in shape["extracts"]:
        sides = [
            f"{name}: " + ", ".join(f"{count} {what}" for what, count in each[name].items() if count is not None)
            for name in ("rows", "children")
            if each[name]
        ]
        title = extract_called(each["extract"]).title
        tell(f"{title}: {each['rows_published']} rows → {each['rows_now']}. {'; '.join(sides)}.")
    tell("Figures that would move:" if shape["figures"] else "No figure would move.")
    records = [
        {"indicator": each["indicator"], **{when: each[when]["value"] for when in ("before", "after")}}
        for each in shape["figures"]
    ]
    if records:
        say(records, False, "indicator", "before", "after")
