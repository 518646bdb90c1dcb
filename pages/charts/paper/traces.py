"""Several lines and clouds of marks on one pair of axes, each under its name in a key below."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.palette import GROUND, TEXT
from pages.charts.paper.axes import LABEL, Plot, across_axis, room_for_numbers, up_axis
from pages.charts.paper.measured_text import text, width_of
from pages.charts.paper.picture import Drawing
from pages.charts.paper.shapes import Spot, path, polyline

WIDTH, HEIGHT, BELOW, SIDE = 920.0, 360.0, 42.0, 18.0
SIGN, GAP, ROW = 34.0, 22.0, 20.0


@dataclass(frozen=True)
class Trace:
    """Hold one line or cloud: its name, its points, None for a gap, and its looks.

    `dashes` is the SVG pattern of its line, or None for no line; `shape` is that of its marks, or nothing for none;
    `spans` are the points whose value is only known to lie between two.
    """

    name: str
    points: tuple[Spot | None, ...]
    colour: str
    dashes: str | None = ""
    shape: str = ""
    reach: float = 5.0
    spans: tuple[tuple[float, float, float], ...] = ()


@dataclass(frozen=True)
class Axes:
    """Hold both axes: the reach of each, the names across, what follows the numbers, and what each axis is."""

    across: tuple[float, float]
    up: tuple[float, float]
    names: tuple[tuple[float, str], ...]
    ending: str = ""
    titles: tuple[str, str] = ("", "")


def plotted(traces: Sequence[Trace], axes: Axes, on: str, height: float = HEIGHT) -> Drawing:
    """Draw traces in their order, the last above the others, and a key to those that have a name."""
    below = BELOW + (ROW if axes.titles[0] else 0)
    above = ROW if axes.titles[1] else 8.0
    left = room_for_numbers(*axes.up, axes.ending) + 6
    plot = Plot(left, above, WIDTH - SIDE, height - below, *axes.across, *axes.up)
    drawn = [up_axis(plot, axes.ending, on), across_axis(plot, axes.names, on)]
    if axes.titles[0]:
        drawn.append(text(((left + plot.right) / 2, height - 6), axes.titles[0], LABEL, TEXT[on], "middle"))
    if axes.titles[1]:
        drawn.append(text((0, LABEL), axes.titles[1], LABEL, TEXT[on]))
    drawn += [_trace(trace, plot, on) for trace in traces]
    key, deep = _key([trace for trace in traces if trace.name], on)
    return Drawing("".join(drawn) + f'<g transform="translate(0 {height + 4:g})">{key}</g>', WIDTH, height + 4 + deep)


def shaped(shape: str, spot: Spot, reach: float, colour: str, on: str) -> str:
    """Draw a mark of a shape: a disc, a diamond, a star or a square, open where its name says so."""
    across, down = spot
    is_open = shape.startswith("open ")
    look = f'fill="{GROUND[on] if is_open else colour}" stroke="{colour if is_open else GROUND[on]}" stroke-width="1.5"'
    if shape.endswith("disc"):
        return f'<circle cx="{across:.1f}" cy="{down:.1f}" r="{reach:g}" {look}/>'
    if shape.endswith("square"):
        size = f'width="{2 * reach:g}" height="{2 * reach:g}"'
        return f'<rect x="{across - reach:.1f}" y="{down - reach:.1f}" {size} {look}/>'
    corners = DIAMOND if shape.endswith("diamond") else STAR
    return f'<polygon points="{path((across + x * reach, down + y * reach) for x, y in corners)}" {look}/>'


DIAMOND = ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0))
STAR = ((0, -1), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81), (0, 0.4))
STAR = (*STAR, *((-x, y) for x, y in reversed(STAR[1:-1])))


def _trace(trace: Trace, plot: Plot, on: str) -> str:
    """Draw one trace."""
    spots = [None if point is None else (plot.across(point[0]), plot.down(point[1])) for point in trace.points]
    drawn = []
    for place, low, high in trace.spans:
        at = plot.across(place)
        drawn.append(f'<path d="M{at:.1f} {plot.down(low):.1f}V{plot.down(high):.1f}" stroke="{trace.colour}"/>')
    if trace.dashes is not None:
        dashes = f' stroke-dasharray="{trace.dashes}"' if trace.dashes else ""
        drawn.append(
            polyline(spots, f'stroke="{trace.colour}" stroke-width="2"{dashes}', f'fill="{trace.colour}"', 2.5)
        )
    if trace.shape:
        drawn += [shaped(trace.shape, spot, trace.reach, trace.colour, on) for spot in spots if spot]
    return "".join(drawn)


def _key(traces: Sequence[Trace], on: str) -> tuple[str, float]:
    """Draw the names of traces in rows, each beside a piece of it; return how deep they are."""
    drawn, across, down = [], 0.0, ROW * 0.7
    for trace in traces:
        wide = SIGN + width_of(trace.name, LABEL) + GAP
        if across and across + wide - GAP > WIDTH:
            across, down = 0.0, down + ROW
        piece = Plot(across, down, across + SIGN - 8, down, 0, 1, 0, 1)
        ends = ((0.0, 0.0), (1.0, 0.0)) if trace.dashes is not None else ()
        drawn.append(_trace(Trace("", ends, trace.colour, trace.dashes), piece, on))
        if trace.shape:
            drawn.append(shaped(trace.shape, (across + (SIGN - 8) / 2, down), trace.reach, trace.colour, on))
        drawn.append(text((across + SIGN, down + LABEL * 0.35), trace.name, LABEL, TEXT[on]))
        across += wide
    return "".join(drawn), down + ROW * 0.6 if traces else 0.0
