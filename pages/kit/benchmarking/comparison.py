"""A comparison in words, bars and a table: where we stand on the day that was published, and what cannot be told."""

from functools import partial

import streamlit as st

from data.published.dfe_publication import HIDDEN_LEAST, HIDDEN_MOST, REASONS, Measure
from data.published.published_figures import Held
from indicators.comparison.averages import NAMED, PUBLISHED
from indicators.comparison.comparison import CANNOT_TELL, COUNTED_HERE, HIGHER, LOWER, NO_FIGURE, SAME, Comparison
from indicators.engine.rounding import half_up
from pages.charts.alt_text import in_breath
from pages.charts.paper.rows_and_grids import bars_on_paper
from pages.charts.points import Bar
from pages.kit.benchmarking.published_source import published_plate, source
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording
from pages.words.figure_range import as_dfe_shows_it, shown

MOST_BARS = 15


def average_named(comparison: Comparison) -> str:
    """Name the average: the median of statistical neighbours, DfE's published figure for London."""
    whom = comparison.asked.comparator.title
    title = whom[0].lower() + whom[1:] if comparison.asked.comparator.name == "neighbours" else whom
    return f"{NAMED[comparison.average.name]} {'for' if comparison.average.name == PUBLISHED else 'of'} {title}"


def average_drawn(comparison: Comparison) -> str:
    """Name the average in a chart, short enough for a telephone: The median."""
    title = average_named(comparison) if comparison.average.name == PUBLISHED else NAMED[comparison.average.name]
    return f"{title[0].upper()}{title[1:]}"


def in_a_sentence(comparison: Comparison, place: str) -> str:
    """Say where we stand: on which day, on which side of which average, or why that cannot be told."""
    own, average = shown(comparison.measure, comparison.own.span), average_named(comparison)
    day = wording.day(comparison.as_at)
    if comparison.verdict == NO_FIGURE:
        why = comparison.own.reason or comparison.average.reason or "DfE published no figure of ours."
        return f"At {day} there is nothing to compare: {why}"
    value = shown(comparison.measure, comparison.average.span)
    if comparison.verdict == CANNOT_TELL:
        return (
            f"At {day} {place} stood at {own}. Whether that is higher or lower than {average} cannot be told: it is "
            f"{value}. {hidden(comparison)}"
        )
    side = {HIGHER: "higher than", LOWER: "lower than", SAME: "the same as"}[comparison.verdict]
    return f"At {day} {place} stood at {own}, {side} {average}: {value}."


def hidden(comparison: Comparison) -> str:
    """Say how many figures DfE hides, and what is taken of them; nothing where it hides none."""
    spans = [comparison.own.span, *(span for _, span in comparison.members)]
    many = sum(span is not None and not span.known for span in spans)
    if not many:
        return ""
    if comparison.measure.hidden_is_small:
        taken = "because it is small. It is" if many == 1 else "because they are small. Each is"
        return (
            f"{many} {'is' if many == 1 else 'are'} not published, {taken} taken to be {HIDDEN_LEAST} to {HIDDEN_MOST}."
        )
    return (
        f"{many} {'is' if many == 1 else 'are'} not published, and may be anything: of this figure DfE hides large "
        "numbers, too, where they would give a small one away."
    )


def bars(comparison: Comparison, place: str) -> tuple[Bar, ...]:
    """Return what the bars are drawn from, the highest first: ours, the average, and the others nearest to ours."""
    measure = comparison.measure
    rows = [
        (place, comparison.own.span, _halves(measure, comparison.own.numerator, comparison.own.denominator)),
        (average_drawn(comparison), comparison.average.span, ""),
        *((figure.name, span, _made_of(measure, figure)) for figure, span in comparison.members if span is not None),
    ]
    ranked = sorted(rows, key=lambda row: -(row[1].high if row[1] else -1))
    ours = next(at for at, row in enumerate(ranked) if row is rows[0])
    first = max(0, min(ours - MOST_BARS // 2, len(ranked) - MOST_BARS))
    drawn = [row for at, row in enumerate(ranked) if first <= at < first + MOST_BARS or row is rows[1]]
    return tuple(
        Bar(
            name,
            span.high if span and span.known else None,
            shown(measure, span) + (f" ({made_of})" if made_of else ""),
        )
        for name, span, made_of in drawn
    )


def missing(comparison: Comparison) -> str:
    """Name those without a figure, each with its reason."""
    lacking = [
        f"{figure.name} ({REASONS[figure.value_missing]})" for figure, span in comparison.members if span is None
    ]
    return " ".join([f"Without a figure: {wording.listed(lacking)}." if lacking else "", *comparison.gone]).strip()


def table(comparison: Comparison, place: str) -> list[dict[str, str]]:
    """Return the same figures as rows of words, those without one included."""
    own = {
        "Authority": f"**{wording.plain(place)}**",
        "Figure": shown(comparison.measure, comparison.own.span),
        "Made of": _halves(comparison.measure, comparison.own.numerator, comparison.own.denominator)
        or wording.plain(comparison.own.reason),
    }
    others = [
        {
            "Authority": wording.plain(figure.name),
            "Figure": shown(comparison.measure, span),
            "Made of": _made_of(comparison.measure, figure)
            or (REASONS[figure.value_missing].capitalize() if not span else ""),
        }
        for figure, span in sorted(comparison.members, key=lambda pair: -(pair[1].high if pair[1] else -1))
    ]
    average = {
        "Authority": f"*{wording.plain(average_named(comparison))}*",
        "Figure": shown(comparison.measure, comparison.average.span),
        "Made of": "",
    }
    return [own, average, *others]


def notes(comparison: Comparison) -> list[str]:
    """Say what stands under the bars: whence ours is, what is not drawn or not published, and the source."""
    lines = []
    if comparison.own.source == COUNTED_HERE and comparison.own.span is not None:
        lines += ["DfE printed no figure of ours for that day. Ours was counted here, from what was published here."]
    if len(comparison.members) > MOST_BARS:
        lines += ["Those nearest to ours are drawn; all are in the table."]
    if comparison.verdict != CANNOT_TELL:
        lines += [hidden(comparison)]
    if dashboard := comparison.dashboard:
        lines += [wording.plain(as_dfe_shows_it(comparison.measure, dashboard))]
    lines += [wording.plain(missing(comparison)), wording.plain(source(comparison))]
    return [line for line in lines if line]


def where_we_stand(comparison: Comparison, place: str) -> None:
    """Draw the sentence, the bars, those missing, the source and the table of one year."""
    from pages.charts import screen

    st.markdown(f"**{wording.plain(in_a_sentence(comparison, place))}** {comparison.rank}.")
    drawn = bars(comparison, place)
    kind = f"{place} beside {wording.counted(len(drawn) - 1, 'others')}"
    alt = in_breath(f"{comparison.measure.title}, {wording.day(comparison.as_at)}.", in_a_sentence(comparison, place))
    screen.draw_bars(drawn, alt, "beside_bars", place)
    st.caption("  \n".join(notes(comparison)))
    title = f"{comparison.measure.title} by authority, {wording.day(comparison.as_at)}"
    folded_table(
        "by authority",
        "beside",
        lambda: table(comparison, place),
        title,
        f"{comparison.measure.name}_{comparison.as_at}",
    )
    plate = published_plate(comparison, kind, f"{in_a_sentence(comparison, place)} {comparison.rank}.")
    name, chart = f"{comparison.measure.name}_{comparison.as_at}_bars", partial(bars_on_paper, drawn, "light", place)
    offer_chart(name, chart, plate, alt, lambda: table(comparison, place))


def _made_of(measure: Measure, figure: Held) -> str:
    """Write the halves of a published figure."""
    return _halves(measure, figure.numerator, figure.denominator)


def _halves(measure: Measure, above: float | None, below: float | None) -> str:
    """Write two halves with what they count, where both are known: 2,259 cases over 143.2 full-time equivalents."""
    if above is None or not below or measure.unit == "count":
        return ""
    between = {"percent": "of", "rate": "among"}.get(measure.unit, "over")
    return f"{wording.plainest(float(half_up(above, 1)))} {between} {wording.plainest(float(half_up(below, 1)))}"
