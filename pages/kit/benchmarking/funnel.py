"""A funnel on a page: a sentence in the place of a rank, every authority between its limits, and bands for who asks."""

import streamlit as st

from data.published.areas import JOINT, LOCAL_AUTHORITY
from data.published.dfe_publication import SUPPRESSED, Measure, publication_of
from indicators.comparison.comparison import Comparison
from indicators.comparison.funnel import FEWEST, Funnel, Point, funnel_of, in_a_sentence, judged, own_point
from indicators.comparison.quartile_bands import WARNING, band
from indicators.engine.catalogue import indicator_called
from pages.kit.benchmarking.comparison import source
from pages.kit.parts.fold import folded_table
from pages.words import wording
from pages.words.chart_points import FunnelDot, FunnelLimit, LimitPoint

STEPS = 60
LONGEST_IN_KEY = 25
"""Characters of a group's name that stand beside a chart on a telephone."""
LINES = ((0.95, "95% limits", "dash"), (0.998, "99.8% limits", "solid"))
ENDINGS = {"percent": "%"}
Curve = tuple[str, str, tuple[tuple[float, float], ...]]


def funnel(found: Comparison, place: str) -> None:
    """Draw the funnel of one year, or say why there is none."""
    from pages.kit import charts

    made = funnel_of(found.measure, found.every)
    if found.measure.unit == "count":
        st.markdown("A number by itself has no limits: look at its rate, or at its share.")
        return
    if made is None:
        st.markdown(
            f"There is no funnel: it needs England's figure, and numerator and denominator of {FEWEST} authorities or "
            f"more. Load DfE's file “{publication_of(found.measure.name).title}” below."
        )
        return
    own = _ours(found, made, place)
    if own is not None:
        st.markdown(f"**At {wording.day(found.as_at)}: {in_a_sentence(made, own.numerator, own.denominator)}.**")
        st.markdown(f"{judged(made, own.numerator, own.denominator)}")
    ending = ENDINGS.get(found.measure.unit, "")
    titles = (found.measure.counts[1].capitalize(), _up(found.measure))
    whom = found.asked.comparator
    called = whom.title if len(whom.title) <= LONGEST_IN_KEY else "Compared with"
    beside = called if whom.name == "group" else "Statistical neighbours"
    alt = f"Funnel of {found.measure.title} for {len(made.points)} authorities around England. {_said(made, own)}"
    charts.draw_funnel(dots(found, made, own), limits(made, own), titles, beside, ending, alt, "funnel")
    st.caption(_note(found, made))
    st.caption(wording.plain(source(found)))
    named, file = f"{found.measure.title}: authorities and their limits", f"{found.measure.name}_{found.as_at}_funnel"
    folded_table("limits by authority", f"funnel_{found.measure.name}", lambda: table(made, own), named, file)


def bands(found: Comparison) -> None:
    """Offer the band A to D of our figure, with the warning that goes with it."""
    if not st.checkbox("Show the band A to D", key="bands", bind="query-params"):
        return
    good = indicator_called(found.asked.indicator).argument.good
    letter = band(found.own.span, [span for _, span in found.members], good)
    named = (
        f"Band **{letter}** of A to D, A the best quarter."
        if letter
        else "No band: no direction is good, or no figure."
    )
    st.markdown(f"{named} {WARNING}")


def dots(found: Comparison, made: Funnel, own: Point | None) -> tuple[FunnelDot, ...]:
    """Return a dot for each authority, ours and those compared with marked."""
    every = [each for each in made.points if own is None or each.authority != own.authority]
    marked = found.asked.marked
    kinds = [(each, "beside" if marked & set(each.authority.split(JOINT)) else "other") for each in every]
    kinds += [(own, "ours")] if own is not None else []
    return tuple(
        FunnelDot(each.denominator, _value(made, each), f"{each.name}: {_words(made, each)}", kind)
        for each, kind in kinds
    )


def limits(made: Funnel, own: Point | None) -> tuple[FunnelLimit, ...]:
    """Return England's line and both pairs of limits over the sizes there are."""
    sizes = [each.denominator for each in (*made.points, *([own] if own else []))]
    low, high = max(min(sizes) * 0.7, 1.0), max(sizes) * 1.03
    steps = [low * (high / low) ** (step / STEPS) for step in range(STEPS + 1)]
    middle = tuple(LimitPoint(size, made.middle * made.scale) for size in (low, high))
    drawn = [FunnelLimit("England", "dot", middle)]
    for level, name, dash in LINES:
        ends = [made.limits(size, level) for size in steps]
        for side, title in ((0, name), (1, "")):
            curve = tuple(
                LimitPoint(size, end[side] / size * made.scale) for size, end in zip(steps, ends, strict=True)
            )
            drawn.append(FunnelLimit(title, dash, curve))
    return tuple(drawn)


def table(made: Funnel, own: Point | None) -> list[dict[str, str]]:
    """Return each authority with its halves and where its limits lie, ours first."""
    every = sorted(made.points, key=lambda each: (own is None or each.authority != own.authority, each.name))
    if own is not None and own not in every:
        every = [own, *every]
    rows = []
    for each in every:
        low, high = (end / each.denominator * made.scale for end in made.limits(each.denominator, 0.998))
        rows.append(
            {
                "Authority": wording.plain(each.name),
                "Figure": wording.number(_value(made, each), 1),
                "Made of": _halves(made, each),
                "99.8% limits": f"{wording.number(low, 1)} to {wording.number(high, 1)}",
            }
        )
    return rows


def _ours(found: Comparison, made: Funnel, place: str) -> Point | None:
    """Return our own point: as published, or as counted here where nothing was."""
    if (published := own_point(made.points, found.asked.authority)) is not None:
        return published
    if found.own.numerator is None or not found.own.denominator:
        return None
    return Point(found.asked.authority, place, found.own.numerator, found.own.denominator)


def _value(made: Funnel, each: Point) -> float:
    """Return the figure of a point as it is shown."""
    return each.numerator / each.denominator * made.scale


def _words(made: Funnel, each: Point) -> str:
    """Write a point: its figure and its halves."""
    joint = ", a joint return" if JOINT in each.authority else ""
    value = wording.number(_value(made, each), 1)
    return f"{value}{ENDINGS.get(made.measure.unit, '')} ({_halves(made, each)}{joint})"


def _halves(made: Funnel, each: Point) -> str:
    """Write the halves of a point: 12 of 329, 2,259 over 143.2."""
    between = {"percent": "of", "rate": "among"}.get(made.measure.unit, "over")
    return f"{wording.plainest(each.numerator)} {between} {wording.plainest(each.denominator)}"


def _said(made: Funnel, own: Point | None) -> str:
    """Say where ours lies, for whoever does not see the chart."""
    if own is None:
        return "Ours has no figure."
    return f"Ours: {_words(made, own)}. {judged(made, own.numerator, own.denominator)}"


def _up(measure: Measure) -> str:
    """Name what is up: the unit of the figure."""
    return {"percent": "Per cent", "rate": "Per 10,000"}.get(measure.unit, "Average")


def _note(found: Comparison, made: Funnel) -> str:
    """Say how many authorities are drawn, what is not, and how the limits were made."""
    every = [each for each in found.every if each.level == LOCAL_AUTHORITY]
    gone = sum(each.numerator_missing in SUPPRESSED for each in every)
    taken = wording.plainest(made.hidden[0].numerator) if made.hidden else ""
    counts = f"; being small, each counts as {taken} in how much authorities differ" if taken else ""
    hidden = f", {gone} of them since it is not published{counts}" if gone else ""
    law = "binomial" if made.binomial else "Poisson"
    said = (
        f"{len(made.points)} of {len(every)} authorities held are drawn; the others lack a number{hidden}. Limits are "
        f"exact ({law})"
    )
    if made.usual_difference:
        said += (
            f", widened because the variance between authorities is {wording.number(made.dispersion, 1)} times that of "
            "chance (Spiegelhalter 2005, outermost tenths drawn in)"
        )
    return f"{said}."
