"""The parts of a control chart, small or large: the band of its limits, its target, and its line with marks."""

from dataclasses import dataclass

from pages.charts.month_line import MonthLine
from pages.charts.own_scale import Scale
from pages.charts.palette import AIM, BAND, FAINT, GROUND, INK, TEXT
from pages.charts.paper.shapes import Spot, mark, path, polyline

LEAST_MARK = 1.6
TIP = 5.0


@dataclass(frozen=True)
class MonthFrame:
    """Hold where months and values lie, in pixels: `step` is from month to month, `left` and `right` are the edges."""

    scale: Scale
    places: tuple[float, ...]
    on: str
    step: float
    left: float
    right: float

    def spots(self, values: tuple[float | None, ...]) -> list[Spot | None]:
        """Return where values lie, month by month."""
        pairs = zip(self.places, values, strict=False)
        return [None if value is None else (across, self.scale.at(value)) for across, value in pairs]


def draw_limits(line: MonthLine, frame: MonthFrame) -> str:
    """Draw the band within which chance keeps the line, with its edges, and its average.

    Where there are no limits, the line of nought is drawn, on which the scale stands.
    """
    low, high = frame.spots(line.judged.low), frame.spots(line.judged.high)
    both = [(under, over) if under and over else None for under, over in zip(low, high, strict=True)]
    if not any(both) and frame.scale.holds(0):
        return _across(frame, frame.scale.at(0), f'stroke="{FAINT[frame.on]}" stroke-width="1"')
    bands = []
    for run in _runs(both):
        around = path([over for _, over in run] + [under for under, _ in reversed(run)])
        bands.append(f'<polygon points="{around}" fill="{BAND[frame.on]}"/>')
    edge = f'stroke="{FAINT[frame.on]}" stroke-width="0.75" stroke-opacity="0.75"'
    edges = polyline(low, edge) + polyline(high, edge)
    centre = polyline(frame.spots(line.judged.centre), f'stroke="{FAINT[frame.on]}" stroke-width="1"')
    return "".join(bands) + edges + centre


def draw_events(line: MonthLine, frame: MonthFrame) -> str:
    """Draw what happened as dotted upright lines before its month."""
    look = f'stroke="{TEXT[frame.on]}" stroke-width="1" stroke-dasharray="1 2.5"'
    at = [max(frame.left, frame.places[place] - frame.step / 2) for place, _ in line.said.events]
    return "".join(f'<path d="M{across:.1f} {frame.scale.top:g}V{frame.scale.bottom:g}" {look}/>' for across in at)


def draw_target(line: MonthLine, frame: MonthFrame) -> str:
    """Draw the ends of the target as bold dashes, or an arrow at the edge where it lies beyond the scale."""
    look = f'stroke="{AIM[frame.on]}" stroke-width="1.75" stroke-dasharray="6 3"'
    drawn = []
    for ends in (line.said.least, line.said.most):
        aims = [end for end in ends if end is not None]
        if aims and not frame.scale.holds(aims[-1]):
            drawn.append(_arrow(aims[-1] > frame.scale.highest, frame))
        else:
            within = tuple(end if end is not None and frame.scale.holds(end) else None for end in ends)
            drawn.append(polyline(frame.spots(within), look))
    return "".join(drawn)


def draw_line(line: MonthLine, frame: MonthFrame, reach: float, last_reach: float) -> str:
    """Draw the line, marks on the months that signal, and the last month that has a figure, larger than the rest."""
    spots, ink = frame.spots(line.values), INK[frame.on]
    drawn = [polyline(spots, f'stroke="{ink}" stroke-width="2" stroke-linejoin="round"', f'fill="{ink}"', 2)]
    last = max((place for place, spot in enumerate(spots) if spot), default=None)
    reach = max(LEAST_MARK, min(reach, frame.step * 0.4))
    for place, (spot, signal) in enumerate(zip(spots, line.judged.marks, strict=False)):
        if spot and signal and place != last:
            drawn.append(mark(spot, *signal, reach, frame.on))
    if last is not None and (spot := spots[last]):
        signal = line.judged.marks[last] if line.judged.marks else None
        ring = f'cx="{spot[0]:.1f}" cy="{spot[1]:.1f}" r="{last_reach * 0.75:g}" fill="{GROUND[frame.on]}"'
        plain = f'<circle {ring} stroke="{ink}" stroke-width="2"/>'
        drawn.append(mark(spot, *signal, last_reach, frame.on) if signal else plain)
    return "".join(drawn)


def draw_restated(line: MonthLine, frame: MonthFrame) -> str:
    """Draw a ring around each figure that is not what was first reported."""
    spots = frame.spots(line.values)
    rings = [spots[place] for place in line.said.restated if place < len(spots)]
    look = f'fill="none" stroke="{TEXT[frame.on]}" stroke-width="1.5"'
    return "".join(f'<circle cx="{spot[0]:.1f}" cy="{spot[1]:.1f}" r="8" {look}/>' for spot in rings if spot)


def _runs(both: list[tuple[Spot, Spot] | None]) -> list[list[tuple[Spot, Spot]]]:
    """Return the runs of months that have both limits."""
    runs: list[list[tuple[Spot, Spot]]] = [[]]
    for pair in both:
        if pair is None:
            runs.append([])
        else:
            runs[-1].append(pair)
    return [run for run in runs if len(run) > 1]


def _across(frame: MonthFrame, down: float, look: str) -> str:
    """Draw a line across."""
    return f'<path d="M{frame.left:.1f} {down:.1f}H{frame.right:.1f}" {look}/>'


def _arrow(is_above: bool, frame: MonthFrame) -> str:
    """Draw an open arrow at the left of the edge beyond which a target lies."""
    tip = frame.scale.top - 3 if is_above else frame.scale.bottom + 3
    base, middle = tip + (TIP if is_above else -TIP), frame.left + 2 * TIP
    corners = path([(middle - TIP, base), (middle, tip), (middle + TIP, base)])
    return f'<polyline points="{corners}" fill="none" stroke="{AIM[frame.on]}" stroke-width="1.75"/>'
