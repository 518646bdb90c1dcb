"""Panels in a grid: a row for each measure, a column for each area, a small chart in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.paper.picture import Picture
from pages.kit.rows.template import draw


@dataclass(frozen=True)
class Panel:
    """Hold a panel: the figure in words, what it is made of or why there is none, what it does, and any picture."""

    value: str
    made_of: str
    state: str
    mark: str
    word: str
    picture: Picture | None


@dataclass(frozen=True)
class PanelRow:
    """Hold the panels of a measure, with its name, the address of its own page, and which way is better."""

    name: str
    address: str
    polarity: str
    panels: Sequence[Panel]


def draw_panels(caption: str, areas: Sequence[str], rows: Sequence[PanelRow]) -> None:
    """Draw a grid under a caption that only a screen reader reads, with a heading for each area."""
    draw("panels", caption=caption, areas=areas, rows=rows)
