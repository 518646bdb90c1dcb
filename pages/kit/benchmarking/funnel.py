"""A funnel on a page: a sentence in the place of a rank, every authority between its limits, and bands for who asks."""

from collections.abc import Collection

import streamlit as st

from data.published.areas import JOINT, LOCAL_AUTHORITY
from data.published.dfe_publication import SUPPRESSED, Measure, publication_of
from indicators.comparison.comparison import Comparison
from indicators.comparison.funnel import FEWEST, Funnel, Point, funnel_of, in_a_sentence, judged, own_point
from indicators.comparison.quartile_bands import WARNING, band
from indicators.engine.catalogue import indicator_called
from pages.charts.alt_text import in_breath
from pages.charts.paper.plotted_kinds import funnel_on_paper
from pages.charts.points import FunnelDot, FunnelLimit, LimitPoint
from pages.kit.benchmarking.published_source import published_plate, source
from pages.kit.frame.address import switch
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording

STEPS = 60
LONGEST_IN_KEY = 25
"""Characters of a group's name that stand beside a chart on a telephone."""
LINES = ((0.95, "95% limits", "dash"), (0.998, "99.8% limits", "solid"))
ENDINGS = {"percent": "%"}
Curve = tuple[str, str, tuple[tuple[float, float], ...]]


def funnel(comparison: Comparison, place: str) -> None:
    """Draw the funnel of one year, or say why there is none."""
    from pages.charts import screen

    plot = funnel_of(comparison.measure, comparison.every)
    if comparison.measure.unit == "count":
        st.markdown("A number by itself has no limits: look at its rate, or at its share.")
        return
    if plot is None:
        st.markdown(
            f"There is no funnel: it needs England's figure, and numerator and denominator of {FEWEST} authorities or "
            f"more. Load DfE's file “{publication_of(comparison.measure.name).title}” below."
        )
        return
    own = _ours(comparison, plot, place)
    if own is not None:
        sentence = f"**At {wording.day(comparison.as_at)}: {in_a_sentence(plot, own.numerator, own.denominator)}.**"
        st.markdown(f"{sentence}  \n{judged(plot, own.numerator, own.denominator)}")
    ending = ENDINGS.get(comparison.measure.unit, "")
    titles = axes(comparison.measure)
    whom = comparison.asked.comparator
    called = whom.title if len(whom.title) <= LONGEST_IN_KEY else "Compared with"
    beside = called if whom.name == "group" else "Statistical neighbours"
    drawn_for = f"Funnel of {comparison.measure.title} for {len(plot.points)} authorities around England."
    alt = in_breath(drawn_for, where_ours_lies(plot, own))
    drawn = (dots(plot, own, comparison.asked.marked), limits(plot, own), titles, beside, ending)
    screen.draw_funnel(*drawn, alt, "funnel")
    st.caption(f"{_note(comparison, plot)}  \n{wording.plain(source(comparison))}")
    title, file = (
        f"{comparison.measure.title}: authorities and their limits",
        f"{comparison.measure.name}_{comparison.as_at}_funnel",
    )
    folded_table("limits by authority", f"funnel_{comparison.measure.name}", lambda: table(plot, own), title, file)
    plate = published_plate(comparison, "Funnel of authorities in England by size", where_ours_lies(plot, own))
    offer_chart(file, lambda: funnel_on_paper(*drawn, "light"), plate, alt, lambda: table(plot, own))


def bands(comparison: Comparison) -> None:
    """Offer the band A to D of our figure, with the warning that goes with it."""
    if not switch(st.checkbox, "Show the band A to D", "bands"):
        return
    good = indicator_called(comparison.asked.indicator).argument.good
    letter = band(comparison.own.span, [span for _, span in comparison.members], good)
    sentence = (
        f"Band **{letter}** of A to D, A the best quarter."
        if letter
        else "No band: no direction is good, or no figure."
    )
    st.markdown(f"{sentence} {WARNING}")


def dots(plot: Funnel, own: Point | None, marked: Collection[str] = ()) -> tuple[FunnelDot, ...]:
    """Return a dot for each authority, ours and those compared with, by their codes, marked."""
    points = [point for point in plot.points if own is None or point.authority != own.authority]
    kinds = [(point, "beside" if set(marked) & set(point.authority.split(JOINT)) else "other") for point in points]
    kinds += [(own, "ours")] if own is not None else []
    return tuple(
        FunnelDot(point.denominator, _value(plot, point), f"{point.name}: {_words(plot, point)}", kind)
        for point, kind in kinds
    )


def limits(made: Funnel, own: Point | None) -> tuple[FunnelLimit, ...]:
    """Return the line at the middle and both pairs of limits over the sizes there are."""
    sizes = [point.denominator for point in (*made.points, *([own] if own else []))]
    low, high = max(min(sizes) * 0.7, 1.0), max(sizes) * 1.03
    steps = [low * (high / low) ** (step / STEPS) for step in range(STEPS + 1)]
    middle = tuple(LimitPoint(size, made.middle * made.scale) for size in (low, high))
    drawn = [FunnelLimit(made.whole[0].upper() + made.whole[1:], "dot", middle)]
    for level, name, dash in LINES:
        ends = [made.limits(size, level) for size in steps]
        for side, title in ((0, name), (1, "")):
            curve = tuple(
                LimitPoint(size, end[side] / size * made.scale) for size, end in zip(steps, ends, strict=True)
            )
            drawn.append(FunnelLimit(title, dash, curve))
    return tuple(drawn)


def table(plot: Funnel, own: Point | None) -> list[dict[str, str]]:
    """Return each authority with its halves and where its limits lie, ours first."""
    points = sorted(plot.points, key=lambda point: (own is None or point.authority != own.authority, point.name))
    if own is not None and own not in points:
        points = [own, *points]
    rows = []
    for point in points:
        low, high = (end / point.denominator * plot.scale for end in plot.limits(point.denominator, 0.998))
        rows.append(
            {
                "Authority": wording.plain(point.name),
                "Figure": wording.number(_value(plot, point), 1),
                "Made of": _halves(plot, point),
                "99.8% limits": f"{wording.number(low, 1)} to {wording.number(high, 1)}",
            }
        )
    return rows


def _ours(comparison: Comparison, plot: Funnel, place: str) -> Point | None:
    """Return our own point: as published, or as counted here where nothing was."""
    if (published := own_point(plot.points, comparison.asked.authority)) is not None:
        return published
    if comparison.own.numerator is None or not comparison.own.denominator:
        return None
    return Point(comparison.asked.authority, place, comparison.own.numerator, comparison.own.denominator)


def _value(plot: Funnel, point: Point) -> float:
    """Return the figure of a point as it is shown."""
    return point.numerator / point.denominator * plot.scale


def _words(plot: Funnel, point: Point) -> str:
    """Write a point: its figure and its halves."""
    joint = ", a joint return" if JOINT in point.authority else ""
    value = wording.number(_value(plot, point), 1)
    return f"{value}{ENDINGS.get(plot.measure.unit, '')} ({_halves(plot, point)}{joint})"


def _halves(plot: Funnel, point: Point) -> str:
    """Write the halves of a point: 12 of 329, 2,259 over 143.2."""
    between = {"percent": "of", "rate": "among"}.get(plot.measure.unit, "over")
    return f"{wording.plainest(point.numerator)} {between} {wording.plainest(point.denominator)}"


def where_ours_lies(plot: Funnel, own: Point | None) -> str:
    """Say where ours lies, for whoever does not see the chart."""
    if own is None:
        return "Ours has no figure."
    return f"Ours: {_words(plot, own)}. {judged(plot, own.numerator, own.denominator)}"


def axes(measure: Measure) -> tuple[str, str]:
    """Name what is across, the size, and what is up, the unit of the figure."""
    up = {"percent": "Per cent", "rate": "Per 10,000"}.get(measure.unit, "Average")
    return measure.counts[1].capitalize() or "Out of how many", up


def _note(comparison: Comparison, plot: Funnel) -> str:
    """Say how many authorities are drawn, what is not, and how the limits were made."""
    local = [figure for figure in comparison.every if figure.level == LOCAL_AUTHORITY]
    gone = sum(figure.numerator_missing in SUPPRESSED for figure in local)
    taken = wording.plainest(plot.hidden[0].numerator) if plot.hidden else ""
    counts = f"; being small, each counts as {taken} in how much authorities differ" if taken else ""
    hidden = f", {gone} of them since it is not published{counts}" if gone else ""
    law = "binomial" if plot.binomial else "Poisson"
    note = (
        f"{len(plot.points)} of {len(local)} authorities held are drawn; the others lack a number{hidden}. Limits are "
        f"exact ({law})"
    )
    if plot.usual_difference:
        note += (
            f", widened because the variance between authorities is {wording.number(plot.dispersion, 1)} times that of "
            "chance (Spiegelhalter 2005, outermost tenths drawn in)"
        )
    return f"{note}."
