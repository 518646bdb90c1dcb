"""A chart in its frame: title and finding above, notes below, and at the foot whose it is and who may read it."""

from collections.abc import Sequence
from math import ceil
from xml.etree import ElementTree

from pages.charts.palette import GROUND, TEXT
from pages.charts.paper.measured_text import text, wrapped
from pages.charts.paper.picture import Drawing, Picture, sheet
from pages.charts.plate import Plate

MARGIN = 20.0
TITLE, FINDING, SMALL, FOOT = 21.0, 15.0, 13.0, 12.0
SPACE = 1.35
"""Of its size, how far a line of text lies below the one before."""


def framed(plate: Plate, chart: Drawing, alt: str, on: str = "light") -> Picture:
    """Put a chart into its frame: as wide as the chart and two margins, and as high as its words ask for."""
    above = [(plate.title, TITLE, "bold"), (plate.finding, FINDING, "bold"), (plate.subtitle, SMALL, "")]
    below = [
        *((note, SMALL, "") for note in plate.notes),
        (plate.credit, FOOT, ""),
        (plate.classification, FOOT, "bold"),
    ]
    head, down = _lines(above, chart.width, MARGIN * 0.6, on)
    body = f'<g transform="translate({MARGIN:g} {down + 8:g})">{chart.drawn}</g>'
    foot, end = _lines(below, chart.width, down + 8 + chart.height + 6, on)
    width, height = chart.width + 2 * MARGIN, float(ceil(end + MARGIN * 0.6))
    paper = f'<rect width="{width:g}" height="{height:g}" fill="{GROUND[on]}"/>'
    return Picture(sheet(Drawing(paper + head + body + foot, width, height), plate.title, alt), alt)


def with_foot(picture: Picture, words: str, on: str = "light") -> Picture:
    """Put a line of words below a picture that is framed: what it is, and what is in it."""
    svg = ElementTree.fromstring(picture.svg)
    width, height = float(svg.get("width", "0")), float(svg.get("height", "0"))
    foot, end = _lines([(words, FOOT, "")], width - 2 * MARGIN, height, on)
    whole = float(ceil(end + MARGIN * 0.6))
    paper = f'<rect width="{width:g}" height="{whole:g}" fill="{GROUND[on]}"/>'
    title = svg.findtext("{http://www.w3.org/2000/svg}title", "")
    return Picture(sheet(Drawing(paper + picture.svg + foot, width, whole), title, picture.alt), picture.alt)


def _lines(paragraphs: Sequence[tuple[str, float, str]], width: float, down: float, on: str) -> tuple[str, float]:
    """Write paragraphs below each other, wrapped; return them and how far down they end."""
    written = []
    for words, size, weight in paragraphs:
        for line in wrapped(words, size, width, bool(weight)):
            down += size * SPACE
            written.append(text((MARGIN, down), line, size, TEXT[on], weight=weight))
        down += size * 0.3 if words else 0
    return "".join(written), down
