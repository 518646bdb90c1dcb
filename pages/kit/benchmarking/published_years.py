"""Published years side by side, and apart from them what was counted here: each figure says its own day."""

from collections.abc import Sequence

import streamlit as st

from indicators.comparison.comparison import AS_PUBLISHED, COUNTED_HERE, Comparison, twin_of
from indicators.engine.catalogue import indicator_called
from pages.charts.alt_text import in_breath
from pages.charts.paper.plotted_kinds import years_on_paper
from pages.charts.points import YearMark, YearSeries
from pages.kit.benchmarking.comparison import average_drawn, average_named, in_a_sentence
from pages.kit.benchmarking.published_source import published_plate, source
from pages.kit.frame.choices import Choices
from pages.kit.frame.series import series_of
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording
from pages.words.figure_range import shown

ENDINGS = {"percent": "%"}


def over_years(place: str, comparisons: Sequence[Comparison]) -> None:
    """Draw ours and the average for each year published."""
    from pages.charts import screen

    last = comparisons[-1]
    average = average_named(last)
    title = average_drawn(last)
    series = tuple(
        YearSeries(name, drawn)
        for name, drawn in (
            (f"{place}, as DfE published it", marks(comparisons, AS_PUBLISHED)),
            (f"{place}, counted here", marks(comparisons, COUNTED_HERE)),
            (title, marks(comparisons)),
        )
        if any(mark.high is not None for mark in drawn)
    )
    latest = table([last])[0]
    readings = f"{latest['Day']}: ours {latest['Ours']}, the average {latest['Average']}."
    alt = in_breath(f"{last.measure.title} by year, ours beside {average}.", readings)
    screen.draw_years(series, ENDINGS.get(last.measure.unit, ""), alt, "by_year")
    st.caption(wording.plain(source(last)))
    folded_table("by year", "years", lambda: table(comparisons), f"{last.measure.title} by year")
    ending, name = ENDINGS.get(last.measure.unit, ""), f"{last.measure.name}_years"
    plate = published_plate(last, f"{place} beside {average}, as published each year up to", in_a_sentence(last, place))
    offer_chart(name, lambda: years_on_paper(series, ending, "light"), plate, alt, lambda: table(comparisons))


def since_then(chosen: Choices, last: Comparison) -> None:
    """Say what ours is in the month chosen: another day than the published one, and never on one line with it."""
    indicator = indicator_called(last.asked.indicator)
    twin = twin_of(indicator)
    for series in series_of(chosen, list(dict.fromkeys((twin.id, indicator.id)))):
        own = series.indicator
        value, made_of = wording.figure_shown(series.now), wording.counts(own, series.now)
        clause = (
            "counted here in the words of the published figure"
            if own.id == twin.id
            else "counted here in our own words"
        )
        why = wording.plain(series.now.reason) if series.now.value is None else made_of
        st.markdown(f"**{value}** at {wording.day(chosen.month)}: {wording.plain(own.title)}, {clause}. {why}")
    months = (chosen.month.year - last.as_at.year) * 12 + chosen.month.month - last.as_at.month
    apart = (
        f"{wording.counted(abs(months), 'months')} {'earlier' if months > 0 else 'later'}" if months else "the same day"
    )
    st.caption(
        f"The published figures are of {wording.day(last.as_at)}: {apart}. Others may have moved since, too, so months "
        "counted here and published years are not on one line."
    )
    if indicator.argument.differs:
        st.caption(f"How ours differs: {wording.plain(indicator.argument.differs)}")


def table(comparisons: Sequence[Comparison]) -> list[dict[str, str]]:
    """Return each year as words: its day, ours and whence, the average, and the verdict."""
    return [
        {
            "Day": wording.day(comparison.as_at),
            "Ours": shown(comparison.measure, comparison.own.span)
            + (" (counted here)" if comparison.own.source == COUNTED_HERE and comparison.own.span else ""),
            "Average": shown(comparison.measure, comparison.average.span),
            "Ours is": comparison.verdict,
            "Place": comparison.rank,
        }
        for comparison in reversed(comparisons)
    ]


def marks(comparisons: Sequence[Comparison], source: str = "") -> tuple[YearMark, ...]:
    """Return a mark for each year: of ours where it comes from a source, or of the average where none is named."""
    drawn = []
    for comparison in comparisons:
        span = (
            comparison.average.span if not source else comparison.own.span if comparison.own.source == source else None
        )
        low, high = span.rounded(comparison.measure.decimals) if span else (None, None)
        label = f"{wording.day(comparison.as_at)}: {shown(comparison.measure, span)}"
        drawn.append(YearMark(str(comparison.as_at.year), low, high, label))
    return tuple(drawn)
