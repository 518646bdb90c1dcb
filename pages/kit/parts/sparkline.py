"""A small line for a row of the overview: thirteen months as a picture with a sentence of its own, gaps left open."""

from base64 import b64encode
from collections.abc import Sequence
from itertools import groupby

WIDTH, HEIGHT, EDGE = 168, 44, 5
INK = "#4F81AE"
"""At least 3 to 1 on both grounds, the light and the dark, since a picture does not know its ground."""


def sparkline(values: Sequence[float | None]) -> str:
    """Return the address of an SVG picture: a line from 0 to the highest value, with a dot at the last there is."""
    highest = max([value for value in values if value is not None] or [0]) or 1
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    spots = [
        None if value is None else (EDGE + place * step, HEIGHT - EDGE - value / highest * (HEIGHT - 2 * EDGE))
        for place, value in enumerate(values)
    ]
    runs = [list(run) for is_drawn, run in groupby(spots, key=lambda spot: spot is not None) if is_drawn]
    lines = "".join(_line(run) for run in runs)
    last = next((spot for spot in reversed(spots) if spot is not None), None)
    dot = f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="4" fill="{INK}"/>' if last else ""
    ground = f'<path d="M{EDGE} {HEIGHT - EDGE}H{WIDTH - EDGE}" stroke="#8A8378" stroke-width="1"/>'
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{ground}{lines}{dot}</svg>'
    return f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"


def _line(run: Sequence[tuple[float, float] | None]) -> str:
    """Draw an unbroken run of months; a single month is a dot."""
    spots = [spot for spot in run if spot is not None]
    if len(spots) == 1:
        return f'<circle cx="{spots[0][0]:.1f}" cy="{spots[0][1]:.1f}" r="2.5" fill="{INK}"/>'
    path = " ".join(f"{across:.1f},{down:.1f}" for across, down in spots)
    return f'<polyline points="{path}" fill="none" stroke="{INK}" stroke-width="2.25" stroke-linejoin="round"/>'
