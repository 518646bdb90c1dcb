"""Actions in a table, a row each: what became of its figure, what is to be done, how far it is, and the small chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.paper.picture import Picture
from pages.kit.rows.template import draw


@dataclass(frozen=True)
class ActionRow:
    """Hold an action whose every value is a word already; what it has not is blank.

    `state` names what became of its figure in the style sheet, `mark` is the shape and `word` the word that say the
    same. `late` tells that it is overdue, or done without evidence; `notes` are the sentences that unfold.
    """

    state: str
    mark: str
    word: str
    title: str
    whose: str
    due: str
    how_far: str
    late: bool
    figure: str = ""
    address: str = ""
    moved: str = ""
    picture: Picture | None = None
    notes: tuple[str, ...] = ()


def draw_action_rows(caption: str, rows: Sequence[ActionRow], foot: str = "") -> None:
    """Draw actions in their order, and a line of explanation below them; nothing where there is none."""
    if rows:
        draw("action_rows", caption=caption, rows=rows, foot=foot)
