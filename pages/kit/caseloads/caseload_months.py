"""Our caseload month by month, and as marks of their own days what was published: never one line."""

from functools import partial

import streamlit as st

from indicators.comparison.comparison import AS_PUBLISHED, Comparison
from indicators.figures.figure import Figure
from pages.charts.alt_text import in_breath
from pages.charts.of_series.brief_text import brief
from pages.charts.of_series.month_line_of import limits_and_marks, said
from pages.charts.of_series.plate_of import plate_of
from pages.charts.paper.plotted_kinds import days_on_paper
from pages.charts.points import DatedPoint, DatedSeries
from pages.kit.benchmarking.comparison import average_named
from pages.kit.benchmarking.published_source import source
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.frame.series import series_of, with_restatements
from pages.kit.indicator.trend import captions
from pages.kit.indicator.trend import table as by_month_table
from pages.kit.parts.fold import folded, folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording
from pages.words.figure_range import shown
from pages.words.series import Series, finding
from pages.words.target_judgement import will_it_meet
from pages.words.trend_judgement import changing


def by_month(chosen: Choices, beside: list[Comparison]) -> None:
    """Draw ours by month, and whom it is compared with at each day that was published."""
    from pages.charts import screen

    (series,) = with_restatements(chosen, series_of(chosen, ["average_caseload"]))
    whom = beside[-1].asked.comparator.title
    with st.container(border=True, key="months_section"):
        st.header(wording.plain(f"Month by month, and {whom} at each {_day_of(beside[-1])}"), anchor="months")
        sentences = (f"**{finding(series)}** {_published_last(beside[-1])}", changing(series), will_it_meet(series))
        st.markdown("  \n".join(sentences))
        points = tuple(
            DatedPoint(f"{figure.month:%Y-%m-%d}", figure.value, _in_words(series, figure)) for figure in series.figures
        )
        latest = published_table(beside)[0]
        alt = in_breath(brief(series), f"{whom} at {latest['Day']}: {latest[whom]}.")
        title = f"{chosen.place}, each month end"
        judged = limits_and_marks(series)
        drawn = (DatedSeries(title, points), marks(beside, chosen.place))
        screen.draw_dated(*drawn, alt, "dated", judged, said(series))
        apart = "Published marks are of their own days and are joined neither to each other nor to our months."
        st.caption(f"{apart}  \n{wording.plain(source(beside[-1]))}")
        under = "  \n".join(captions(series))
        folded("How it is judged, its target, and what happened", "caseloads_read", lambda: st.caption(under))
        title = f"{series.indicator.title}, by month, newest first"
        folded_table("by month", "months_dated", lambda: by_month_table(series), title)
        title = f"{series.indicator.title} as published, newest first"
        folded_table("as published", "years_dated", lambda: published_table(beside), title)
        plate, name = plate_of(series, origin_of(chosen, series.now)), f"average_caseload_{chosen.month:%Y-%m}"
        chart = partial(days_on_paper, *drawn, "light", judged, said(series))
        offer_chart(name, chart, plate, alt, lambda: by_month_table(series))


def marks(beside: list[Comparison], place: str) -> tuple[DatedSeries, ...]:
    """Return the marks: the average of whom ours is compared with, and ours where DfE printed it."""
    average = average_named(beside[-1])
    theirs = [(comparison, comparison.average.span) for comparison in beside]
    ours = [(comparison, comparison.own.span) for comparison in beside if comparison.own.source == AS_PUBLISHED]
    return tuple(
        DatedSeries(
            name,
            tuple(
                DatedPoint(
                    f"{comparison.as_at:%Y-%m-%d}",
                    span.high,
                    f"{wording.day(comparison.as_at)}: {name} {shown(comparison.measure, span)}",
                )
                for comparison, span in pairs
                if span is not None and span.high is not None
            ),
        )
        for name, pairs in ((f"{average[0].upper()}{average[1:]}", theirs), (f"{place}, as DfE published it", ours))
    )


def published_table(beside: list[Comparison]) -> list[dict[str, str]]:
    """Return what was published as rows of words, newest first."""
    whom = beside[-1].asked.comparator.title
    return [
        {
            "Day": wording.day(comparison.as_at),
            "Ours": shown(comparison.measure, comparison.own.span)
            + ("" if comparison.own.source == AS_PUBLISHED or comparison.own.span is None else " (counted here)"),
            whom: shown(comparison.measure, comparison.average.span),
        }
        for comparison in reversed(beside)
    ]


def _published_last(found: Comparison) -> str:
    """Say what was last published of whom ours is compared with."""
    named = average_named(found)
    return (
        f"{named[0].upper()}{named[1:]} was {shown(found.measure, found.average.span)} at {wording.day(found.as_at)}."
    )


def _day_of(comparison: Comparison) -> str:
    """Return the day of the year that is published: 30 September."""
    return f"{comparison.as_at.day} {comparison.as_at:%B}"


def _in_words(series: Series, figure: Figure) -> str:
    """Write a month, its figure and what it is made of."""
    made_of = wording.made_of(series.indicator, figure)
    return f"{wording.month(figure.month)}: {wording.figure_shown(figure)}{f' ({made_of})' if made_of else ''}"
