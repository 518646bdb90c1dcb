"""A small control chart for a row, a card or a line: some months on a scale of their own, with limits and target."""

from dataclasses import dataclass
from functools import lru_cache

from pages.charts.month_line import MonthLine
from pages.charts.palette import AIM, BAND, FAINT, GROUND, INK, TEXT
from pages.charts.paper.picture import Picture, sheet
from pages.charts.paper.scale import Scale, own_scale
from pages.charts.paper.shapes import Spot, mark, path, polyline

MONTHS = 13
EDGE, SIDE = 4.0, 7.0
"""Pixels that are kept free above and below, and at either side."""
MARK, LAST, LEAST_MARK = 3.0, 4.2, 1.6


@dataclass(frozen=True)
class _Frame:
    """Hold where months and values lie in a picture."""

    scale: Scale
    places: tuple[float, ...]
    on: str

    def spots(self, values: tuple[float | None, ...]) -> list[Spot | None]:
        """Return where values lie, month by month."""
        pairs = zip(self.places, values, strict=False)
        return [None if value is None else (across, self.scale.at(value)) for across, value in pairs]


@lru_cache(maxsize=2000)
def small_control_chart(
    line: MonthLine, width: int = 240, height: int = 40, on: str = "light", months: int = MONTHS
) -> Picture:
    """Draw the last months of a line: the band within its limits, its average, its target, and what signals it.

    The newest month stands at the right, however many there are; a month without a figure is a gap. The scale is the
    line's own, by the rule of `scale.py`. `on` is the ground, light or dark. The size is in pixels.
    """
    line = line.last(months)
    step = (width - 2 * SIDE) / max(1, months - 1)
    places = tuple(width - SIDE - step * back for back in reversed(range(len(line.points))))
    frame = _Frame(own_scale(line, height - EDGE, EDGE), places, on)
    drawn = (_limits(line, frame), _events(line, frame, step), _target(line, frame), _values(line, frame, step))
    return Picture(sheet(width, height, "".join(drawn)), line.alt)


def _limits(line: MonthLine, frame: _Frame) -> str:
    """Draw the band within which chance keeps the line, with its edges, and its average; nothing where none."""
    low, high = frame.spots(line.judged.low), frame.spots(line.judged.high)
    both = [(under, over) if under and over else None for under, over in zip(low, high, strict=True)]
    if frame.scale.lowest == 0 and not any(both):
        return _nought(frame)
    bands = []
    for run in _runs(both):
        around = path([over for _, over in run] + [under for under, _ in reversed(run)])
        bands.append(f'<polygon points="{around}" fill="{BAND[frame.on]}"/>')
    edge = f'stroke="{FAINT[frame.on]}" stroke-width="0.75" stroke-opacity="0.75"'
    edges = polyline(low, edge) + polyline(high, edge)
    centre = polyline(frame.spots(line.judged.centre), f'stroke="{FAINT[frame.on]}" stroke-width="1"')
    return "".join(bands) + edges + centre


def _nought(frame: _Frame) -> str:
    """Draw the line of nought, on which a scale without limits stands."""
    down, ends = frame.scale.at(0), f'x1="0" x2="{frame.places[-1] + SIDE if frame.places else 0:g}"'
    return f'<line {ends} y1="{down:g}" y2="{down:g}" stroke="{FAINT[frame.on]}" stroke-width="1"/>'


def _runs(both: list[tuple[Spot, Spot] | None]) -> list[list[tuple[Spot, Spot]]]:
    """Return the runs of months that have both limits."""
    runs: list[list[tuple[Spot, Spot]]] = [[]]
    for pair in both:
        if pair is None:
            runs.append([])
        else:
            runs[-1].append(pair)
    return [run for run in runs if len(run) > 1]


def _events(line: MonthLine, frame: _Frame, step: float) -> str:
    """Draw what happened as dotted upright lines before its month."""
    look = f'stroke="{TEXT[frame.on]}" stroke-width="1" stroke-dasharray="1 2.5"'
    ends = f'y1="{frame.scale.top:g}" y2="{frame.scale.bottom:g}"'
    at = [frame.places[place] - step / 2 for place, _ in line.said.events]
    return "".join(f'<line x1="{across:.1f}" x2="{across:.1f}" {ends} {look}/>' for across in at)


def _target(line: MonthLine, frame: _Frame) -> str:
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


def _arrow(is_above: bool, frame: _Frame) -> str:
    """Draw an open arrow at the left of the edge beyond which a target lies."""
    tip = 1.0 if is_above else frame.scale.bottom + EDGE - 1
    base = tip + (5 if is_above else -5)
    corners = path([(SIDE - 4, base), (SIDE, tip), (SIDE + 4, base)])
    return f'<polyline points="{corners}" fill="none" stroke="{AIM[frame.on]}" stroke-width="1.75"/>'


def _values(line: MonthLine, frame: _Frame, step: float) -> str:
    """Draw the line, marks on the months that signal, and the last month that has a figure, larger than the rest."""
    spots, ink = frame.spots(line.values), INK[frame.on]
    drawn = [polyline(spots, f'stroke="{ink}" stroke-width="2" stroke-linejoin="round"', f'fill="{ink}"', 2)]
    last = max((place for place, spot in enumerate(spots) if spot), default=None)
    reach = max(LEAST_MARK, min(MARK, step * 0.4))
    for place, (spot, signal) in enumerate(zip(spots, line.judged.marks, strict=False)):
        if spot and signal and place != last:
            drawn.append(mark(spot, *signal, reach, frame.on))
    if last is not None and (spot := spots[last]):
        signal = line.judged.marks[last] if line.judged.marks else None
        ring = f'cx="{spot[0]:.1f}" cy="{spot[1]:.1f}" r="3.4" fill="{GROUND[frame.on]}" stroke="{ink}"'
        drawn.append(mark(spot, *signal, LAST, frame.on) if signal else f'<circle {ring} stroke-width="2"/>')
    return "".join(drawn)
