"""The key below a control chart: what each line and shape on it means, and the events by their numbers."""

from collections.abc import Callable

from pages.charts.month_line import MonthLine
from pages.charts.palette import AIM, BAND, FAINT, TEXT
from pages.charts.paper.axes import LABEL
from pages.charts.paper.measured_text import text, width_of, wrapped
from pages.charts.paper.shapes import mark

SIGN, GAP, ROW = 26.0, 20.0, 20.0
"""Pixels of a sign, between two entries, and from row to row."""
WORDS = {
    "concern": "Signal of a concern",
    "improvement": "Signal of an improvement",
    "neutral": "Signal of a change, neither good nor bad by itself",
}
Sign = Callable[[float, float], str]
"""What draws a sign whose left end and middle lie at a spot."""


def key_of(line: MonthLine, width: float, on: str) -> tuple[str, float]:
    """Return the key to all that is drawn of a line, in rows no wider than that, and how deep it is in pixels."""
    drawn, across, down = [], 0.0, ROW * 0.7
    for sign, words in _signs(line, on):
        wide = SIGN + width_of(words, LABEL) + GAP
        if across and across + wide - GAP > width:
            across, down = 0.0, down + ROW
        drawn.append(sign(across, down))
        drawn.append(text((across + SIGN, down + LABEL * 0.35), words, LABEL, TEXT[on]))
        across += wide
    for number, (_, title) in enumerate(line.said.events, 1):
        for row, words in enumerate(wrapped(title, LABEL, width - SIGN)):
            down += ROW
            drawn.append(text((SIGN, down + LABEL * 0.35), words, LABEL, TEXT[on]))
            if row == 0:
                drawn.append(f'<circle cx="9" cy="{down:.1f}" r="7" fill="none" stroke="{TEXT[on]}"/>')
                drawn.append(text((9, down + 3.6), str(number), 10, TEXT[on], "middle", "bold"))
    return "".join(drawn), (down + ROW * 0.6 if drawn else 0.0)


def _signs(line: MonthLine, on: str) -> list[tuple[Sign, str]]:
    """Return the signs of what is drawn, each with what it means."""
    signs: list[tuple[Sign, str]] = []
    if any(value is not None for value in line.judged.low):
        signs.append((_band(on), "Within these limits chance keeps it; its average"))
    elif any(value is not None for value in line.judged.centre):
        signs.append((_dash(FAINT[on], ""), "Average"))
    if line.said.aim:
        signs.append((_dash(AIM[on], "6 3"), line.said.aim))
    for meaning, words in WORDS.items():
        ways = [signal[1] for signal in line.judged.marks if signal and signal[0] == meaning]
        if ways:
            signs.append((_mark(meaning, ways[-1], on), words))
    if line.said.restated:
        signs.append((_ring(on), "Not what was first reported"))
    return signs


def _band(on: str) -> Sign:
    """Draw a piece of the band between limits, with the average in it."""
    look = f'fill="{BAND[on]}" stroke="{FAINT[on]}" stroke-width="0.75"'
    return lambda left, down: (
        f'<rect x="{left:.1f}" y="{down - 6:.1f}" width="18" height="12" {look}/>'
        f'<path d="M{left:.1f} {down:.1f}h18" stroke="{FAINT[on]}"/>'
    )


def _dash(colour: str, dashes: str) -> Sign:
    """Draw a piece of a line."""
    look = f'stroke="{colour}" stroke-width="1.75"' + (f' stroke-dasharray="{dashes}"' if dashes else "")
    return lambda left, down: f'<path d="M{left:.1f} {down:.1f}h18" {look}/>'


def _mark(meaning: str, way: str, on: str) -> Sign:
    """Draw the mark of a signal."""
    return lambda left, down: mark((left + 9, down), meaning, way, 5.0, on)


def _ring(on: str) -> Sign:
    """Draw a ring."""
    look = f'fill="none" stroke="{TEXT[on]}" stroke-width="1.5"'
    return lambda left, down: f'<circle cx="{left + 9:.1f}" cy="{down:.1f}" r="7" {look}/>'
