"""The shapes of every picture: lines broken at gaps, and marks whose shape says what their colour says."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from pages.charts.palette import GROUND, MEANING

Spot = tuple[float, float]


def unbroken(spots: Sequence[Spot | None]) -> list[list[Spot]]:
    """Return the runs of spots that follow each other without a gap."""
    runs = groupby(spots, key=lambda spot: spot is not None)
    return [[spot for spot in run if spot is not None] for is_drawn, run in runs if is_drawn]


def path(spots: Iterable[Spot]) -> str:
    """Return spots as the points of a line: 4.0,12.5 8.0,11.9."""
    return " ".join(f"{across:.1f},{down:.1f}" for across, down in spots)


def polyline(spots: Sequence[Spot | None], look: str, dot: str = "", reach: float = 1.5) -> str:
    """Draw a line through spots, broken at gaps; a spot that stands alone is a dot of that look."""
    drawn = []
    for run in unbroken(spots):
        if len(run) > 1:
            drawn.append(f'<polyline points="{path(run)}" fill="none" {look}/>')
        elif dot:
            drawn.append(f'<circle cx="{run[0][0]:.1f}" cy="{run[0][1]:.1f}" r="{reach:g}" {dot}/>')
    return "".join(drawn)


def mark(spot: Spot, meaning: str, way: str, reach: float, on: str) -> str:
    """Draw what a signal means: a triangle that points its way for a concern, a disc for an improvement.

    What is neither good nor bad is a diamond. A rim in the colour of the ground keeps it apart from the line.
    """
    (across, down), colour = spot, MEANING[on][meaning]
    look = f'fill="{colour}" stroke="{GROUND[on]}" stroke-width="1"'
    if meaning == "improvement":
        return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{reach:.1f}" {look}/>'
    if meaning == "neutral":
        reach *= 1.25
        corners = [(across, down - reach), (across + reach, down), (across, down + reach), (across - reach, down)]
    else:
        wide, tip = reach * 1.2, reach * 1.3 * (-1 if way == "up" else 1)
        corners = [(across - wide, down - tip * 0.75), (across + wide, down - tip * 0.75), (across, down + tip)]
    return f'<polygon points="{path(corners)}" {look}/>'
