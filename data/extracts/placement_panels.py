"""Moves of placement that a panel looked at."""

from data.codes import PANEL_DECISION
from data.extract import Code, Date, Extract
from data.identifiers import CHILD_ID


class PlacementPanels(Extract):
    """Placement panels: one row per child and panel that looked at a move of placement.

    Every panel of the 12 months up to the month end, whether it looked at a move beforehand or soon after.
    """

    one_row_per = ("child_id", "panel_date")

    child_id = CHILD_ID
    panel_date = Date(meaning="Date of the panel", required=True, aliases=("date of panel", "placement panel date"))
    decision = Code(
        meaning="What the panel decided", required=True, allowed=PANEL_DECISION, aliases=("panel decision",)
    )
