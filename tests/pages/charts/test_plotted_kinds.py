"""Every kind of chart is painted on paper, too: from the same records as on the screen, with every name in its key."""

from xml.etree import ElementTree

import pytest

from pages.charts.paper.framed import framed
from pages.charts.paper.measured_text import width_of
from pages.charts.paper.picture import Drawing
from pages.charts.paper.plotted_kinds import curves_on_paper, days_on_paper, funnel_on_paper, years_on_paper
from pages.charts.paper.rows_and_grids import bars_on_paper, grid_on_paper
from pages.charts.plate import Plate
from pages.charts.points import (
    Bar,
    Curve,
    CurvePoint,
    DatedPoint,
    DatedSeries,
    FunnelDot,
    FunnelLimit,
    GridCell,
    LimitPoint,
    YearMark,
    YearSeries,
)

SVG = "{http://www.w3.org/2000/svg}"
LONG = "A very long name of a measure that nobody would ever give but somebody will " * 2
PLATE = Plate(LONG, LONG, LONG, LONG, LONG, (LONG,))


def years(on: str) -> Drawing:
    marks = (YearMark("2024", 0.5, 2.6, ""), YearMark("2025", None, None, ""), YearMark("2026", 3.0, 3.0, ""))
    return years_on_paper((YearSeries("Ours", marks), YearSeries("The median", marks)), "%", on)


def days(on: str) -> Drawing:
    ours = tuple(DatedPoint(f"2026-{month:02}-28", float(month), "") for month in range(1, 11))
    theirs = DatedSeries("As published", (DatedPoint("2025-09-30", 4.0, ""),))
    return days_on_paper(DatedSeries("Ours", ours), (theirs, DatedSeries("None", ())), on)


def curves(on: str) -> Drawing:
    points = tuple(CurvePoint(float(month), 100.0 - month, "") for month in range(30))
    return curves_on_paper(tuple(Curve(f"Begun {year}", points) for year in range(2022, 2026)), on)


def funnel(on: str) -> Drawing:
    dots = tuple(FunnelDot(float(size), 10.0, "", kind) for size, kind in ((10, "other"), (50, "beside"), (90, "ours")))
    limit = FunnelLimit("95% limits", "dash", (LimitPoint(1.0, 900.0), LimitPoint(90.0, 12.0)))
    return funnel_on_paper(dots, (limit,), ("Children", "Share"), "Neighbours", "%", on)


def bars(on: str) -> Drawing:
    return bars_on_paper((Bar("Ours", 25.0, "25%"), Bar(LONG, 20.0, "20%"), Bar("None", None, "–")), on, "Ours")


def grid(on: str) -> Drawing:
    months = tuple(f"{name} 2026" for name in ("Jan", "Feb", "Mar"))
    return grid_on_paper(
        ("Plans", LONG), months, (GridCell(0.5, "50%"), GridCell(None, "–"), GridCell(0.0, "0%")) * 2, on
    )


KINDS = {
    years: ("Ours", "The median", "2024", "2025"),
    days: ("Ours", "As published", "2026"),
    curves: ("Begun 2022", "Begun 2025", "Start"),
    funnel: ("95% limits", "Other authorities", "Neighbours", "Ours", "Children", "Share"),
    bars: ("Ours  25%",),
    grid: ("Plans", "50%", "Jan"),
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("on", ["light", "dark"])
def test_every_kind_says_its_names_and_cuts_no_word(kind, on):
    drawn = ElementTree.fromstring(framed(PLATE, kind(on), "What it shows.", on).svg)
    words = [" ".join((part.text or "").split()) for part in drawn.iter(f"{SVG}text")]
    for name in KINDS[kind]:
        assert " ".join(name.split()) in words, words
    for part in drawn.iter(f"{SVG}text"):
        size, is_bold = float(part.get("font-size") or 0), part.get("font-weight") == "bold"
        wide = width_of(part.text or "", size, is_bold)
        begins = float(part.get("x") or 0) - wide * {"middle": 0.5, "end": 1}.get(part.get("text-anchor") or "", 0)
        assert begins >= -20 and begins + wide <= float(drawn.get("width") or 0), part.text


def test_no_bar_fills_the_width():
    drawn = ElementTree.fromstring(framed(PLATE, bars("light"), "").svg)
    group = next(drawn.iter(f"{SVG}g"))
    assert max(float(bar.get("width") or 0) for bar in group.iter(f"{SVG}rect")) < 0.75 * 920


def test_a_year_without_a_figure_is_a_gap_and_one_between_two_numbers_a_bar():
    drawn = ElementTree.fromstring(framed(PLATE, years("light"), "").svg)
    group = next(drawn.iter(f"{SVG}g"))
    assert not [line for line in group.findall(f"{SVG}polyline") if len((line.get("points") or "").split()) > 1]
    assert len([part for part in group.findall(f"{SVG}path") if "V" in (part.get("d") or "")]) == 2
