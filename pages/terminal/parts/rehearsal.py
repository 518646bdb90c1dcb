"""What publishing would change, told without storing anything."""

import json
from typing import TYPE_CHECKING

from pages.terminal.parts.arguments import extract_called
from pages.terminal.parts.records import say
from pages.terminal.parts.task import tell

if TYPE_CHECKING:
    from indicators.change.moved_figures import MonthFigures
    from validation.publishing.submission import Change


def say_rehearsed(decision: str, change: "Change[MonthFigures]", as_json: bool) -> None:
    """Print what a check came to, and what publishing would change: rows and children, and figures that would move."""
    from indicators.change.moved_figures import moved

    figures = [each.to_json() for each in moved(change.before, change.after)]
    shape = {"decision": decision, "extracts": [each.to_json() for each in change.rows], "figures": figures}
    if as_json:
        tell(json.dumps(shape, indent=2))
        return
    tell(f"Nothing was stored. The check says: {shape['decision']}.")
    for difference in shape["extracts"]:
        sides = [
            f"{name}: " + ", ".join(f"{count} {noun}" for noun, count in difference[name].items() if count is not None)
            for name in ("rows", "children")
            if difference[name]
        ]
        title = extract_called(difference["extract"]).title
        tell(f"{title}: {difference['rows_published']} rows → {difference['rows_now']}. {'; '.join(sides)}.")
    tell("Figures that would move:" if shape["figures"] else "No figure would move.")
    records = [
        {"indicator": figure["indicator"], **{when: figure[when]["value"] for when in ("before", "after")}}
        for figure in shape["figures"]
    ]
    if records:
        say(records, False, "indicator", "before", "after")
