"""Panels of one measure: an authority in each, with its figure, what it does, and its months on a scale in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.kit.rows.panels import Panel
from pages.kit.rows.template import draw


@dataclass(frozen=True)
class AreaPanel:
    """Hold the panel of an authority: its name, the address it leads to or none, and whether it is the one chosen."""

    name: str
    address: str
    is_ours: bool
    panel: Panel


def draw_area_panels(caption: str, areas: Sequence[AreaPanel]) -> None:
    """Draw the panels as a list under a name that only a screen reader reads."""
    draw("area_panels", caption=caption, areas=areas)
