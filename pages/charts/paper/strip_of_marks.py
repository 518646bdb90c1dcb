"""A strip: where we stand among our neighbours and England, each a mark of its own shape.

Its scale is that of all authorities where they are known, so that a small difference looks small.
The words that say the same stand below it on the page, as text.
"""

from functools import lru_cache

from pages.charts.palette import BRIGHT, FAINT, GROUND, INK, TEXT
from pages.charts.paper.picture import Drawing, Picture, sheet
from pages.charts.paper.shapes import path
from pages.charts.strip import Ends, Strip

SIDE = 7.0


@lru_cache(maxsize=1000)
def strip(declared: Strip, width: int = 170, height: int = 18, on: str = "light") -> Picture:
    """Draw a strip: a disc for us, a diamond for the neighbours' median on a bar of their middle half, England upright.

    What is only known to lie between two numbers is a bar as long as they are apart. The size is in pixels.
    """
    across = _scale(declared, width)
    middle = height / 2
    ground = f'<path d="M{SIDE} {middle:g}H{width - SIDE:g}" stroke="{FAINT[on]}" stroke-width="1"/>'
    drawn = [ground, _spread(declared, across, middle, on), _england(declared, across, middle, on)]
    drawn += [_neighbours(declared, across, middle, on), _ours(declared, across, middle, on)]
    return Picture(sheet(Drawing("".join(drawn), width, height)), declared.alt)


def _scale(declared: Strip, width: int):
    """Return how far across a value lies: from the lowest to the highest of all, and of all that is drawn."""
    drawn = (declared.ours, declared.neighbours, declared.spread, declared.england, declared.reach)
    values = [value for ends in drawn if ends for value in ends]
    lowest, highest = min(values, default=0.0), max(values, default=1.0)
    if lowest == highest:
        lowest, highest = lowest - 1, highest + 1
    span = highest - lowest
    return lambda value: SIDE + (value - lowest) / span * (width - 2 * SIDE)


def _bar(ends: Ends, across, middle: float, look: str, high: float) -> str:
    """Draw a bar between two values, at least two pixels long."""
    begin, end = across(ends[0]), across(ends[1])
    size = f'x="{begin:.1f}" y="{middle - high / 2:.1f}" width="{max(2.0, end - begin):.1f}" height="{high:g}"'
    return f"<rect {size} {look}/>"


def _spread(declared: Strip, across, middle: float, on: str) -> str:
    """Draw what the middle half of the neighbours lies between."""
    return _bar(declared.spread, across, middle, f'fill="{INK[on]}" fill-opacity="0.4"', 6) if declared.spread else ""


def _england(declared: Strip, across, middle: float, on: str) -> str:
    """Draw England as an upright bar."""
    if declared.england is None:
        return ""
    at = across(sum(declared.england) / 2)
    return f'<rect x="{at - 1.5:.1f}" y="{middle - 7.5:.1f}" width="3" height="15" fill="{TEXT[on]}"/>'


def _neighbours(declared: Strip, across, middle: float, on: str) -> str:
    """Draw the neighbours' median as a diamond, or as a bar where it is only known to lie between two numbers."""
    if declared.neighbours is None:
        return ""
    rim = f'fill="{INK[on]}" stroke="{GROUND[on]}" stroke-width="1"'
    if declared.neighbours[0] != declared.neighbours[1]:
        return _bar(declared.neighbours, across, middle, rim, 8)
    at, reach = across(declared.neighbours[0]), 5.5
    corners = [(at, middle - reach), (at + reach, middle), (at, middle + reach), (at - reach, middle)]
    return f'<polygon points="{path(corners)}" {rim}/>'


def _ours(declared: Strip, across, middle: float, on: str) -> str:
    """Draw ours as a disc over all else, on a bar where it is only known to lie between two numbers."""
    if declared.ours is None:
        return ""
    colour = BRIGHT[on]
    between = _bar(declared.ours, across, middle, f'fill="{colour}"', 3) if declared.ours[0] != declared.ours[1] else ""
    at = across(sum(declared.ours) / 2)
    rim = f'fill="{colour}" stroke="{GROUND[on]}" stroke-width="1.25"'
    return f'{between}<circle cx="{at:.1f}" cy="{middle:.1f}" r="5" {rim}/>'
