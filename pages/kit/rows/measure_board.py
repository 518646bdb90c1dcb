"""All measures of a page, group by group, and a box that finds among them as one types."""

from collections.abc import Sequence

from pages.kit.rows.measure import Group
from pages.kit.rows.template import draw

CHANGES, CARDS, LINES = "changes", "cards", "lines"
"""How a group looks: wide lines that say what changed, cards, or short lines side by side."""
UNFOLDED = {CHANGES: 8, LINES: 10}
"""How many of a group stand unfolded, concerns first; whoever finds among them, or prints the page, has them all."""


def draw_measure_board(finding: str, groups: Sequence[Group], foot: str) -> None:
    """Draw what is found in one paragraph, the box, each group that holds a measure, and a line of explanation."""
    shown = [group for group in groups if group.measures]
    states: dict[str, str] = {}
    for group in shown:
        states |= {measure.state: measure.word for measure in group.measures}
    many = sum(len(group.measures) for group in shown)
    draw("measure_board", finding=finding, groups=shown, states=states, many=many, foot=foot, unfolded=UNFOLDED)
