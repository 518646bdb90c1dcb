"""A comparison in words, bars and a table: where we stand on the day that was published, and what cannot be told."""

import streamlit as st

from data.published.dfe_publication import HIDDEN_LEAST, HIDDEN_MOST, LICENCE, REASONS, Measure, publication_of
from data.published.published_figures import Held
from indicators.comparison.averages import NAMED, PUBLISHED
from indicators.comparison.comparison import CANNOT_TELL, COUNTED_HERE, HIGHER, LOWER, NO_FIGURE, SAME, Comparison
from indicators.engine.rounding import half_up
from pages.kit.parts.fold import folded_table
from pages.words import wording
from pages.words.chart_points import Bar
from pages.words.figure_range import shown

MOST_BARS = 15


def average_named(found: Comparison) -> str:
    """Name the average: the median of statistical neighbours, DfE's published figure for London."""
    whom = found.asked.comparator.title
    title = whom[0].lower() + whom[1:] if found.asked.comparator.name == "neighbours" else whom
    return f"{NAMED[found.average.name]} {'for' if found.average.name == PUBLISHED else 'of'} {title}"


def average_drawn(found: Comparison) -> str:
    """Name the average in a chart, short enough for a telephone: The median."""
    named = average_named(found) if found.average.name == PUBLISHED else NAMED[found.average.name]
    return f"{named[0].upper()}{named[1:]}"


def in_a_sentence(found: Comparison, place: str) -> str:
    """Say where we stand: on which day, on which side of which average, or why that cannot be told."""
    own, average = shown(found.measure, found.own.span), average_named(found)
    day = wording.day(found.as_at)
    if found.verdict == NO_FIGURE:
        why = found.own.reason or found.average.reason or "DfE published no figure of ours."
        return f"At {day} there is nothing to compare: {why}"
    value = shown(found.measure, found.average.span)
    if found.verdict == CANNOT_TELL:
        return (
            f"At {day} {place} stood at {own}. Whether that is higher or lower than {average} cannot be told: it is "
            f"{value}. {hidden(found)}"
        )
    side = {HIGHER: "higher than", LOWER: "lower than", SAME: "the same as"}[found.verdict]
    return f"At {day} {place} stood at {own}, {side} {average}: {value}."


def hidden(found: Comparison) -> str:
    """Say how many figures DfE hides, and what is taken of them; nothing where it hides none."""
    spans = [found.own.span, *(span for _, span in found.members)]
    many = sum(span is not None and not span.known for span in spans)
    if not many:
        return ""
    if found.measure.hidden_is_small:
        taken = "because it is small. It is" if many == 1 else "because they are small. Each is"
        return (
            f"{many} {'is' if many == 1 else 'are'} not published, {taken} taken to be {HIDDEN_LEAST} to {HIDDEN_MOST}."
        )
    return (
        f"{many} {'is' if many == 1 else 'are'} not published, and may be anything: of this figure DfE hides large "
        "numbers, too, where they would give a small one away."
    )


def bars(found: Comparison, place: str) -> tuple[Bar, ...]:
    """Return what the bars are drawn from, the highest first: ours, the average, and the others nearest to ours."""
    measure = found.measure
    rows = [
        (place, found.own.span, _halves(measure, found.own.numerator, found.own.denominator)),
        (average_drawn(found), found.average.span, ""),
        *((held.name, span, _made_of(measure, held)) for held, span in found.members if span is not None),
    ]
    ranked = sorted(rows, key=lambda row: -(row[1].high if row[1] else -1))
    ours = next(at for at, row in enumerate(ranked) if row is rows[0])
    first = max(0, min(ours - MOST_BARS // 2, len(ranked) - MOST_BARS))
    kept = [row for at, row in enumerate(ranked) if first <= at < first + MOST_BARS or row is rows[1]]
    return tuple(
        Bar(name, span.high if span and span.known else None, shown(measure, span) + (f" ({made})" if made else ""))
        for name, span, made in kept
    )


def missing(found: Comparison) -> str:
    """Name those without a figure, each with its reason."""
    said = [f"{held.name} ({REASONS[held.value_missing]})" for held, span in found.members if span is None]
    return " ".join([f"Without a figure: {wording.listed(said)}." if said else "", *found.gone]).strip()


def table(found: Comparison, place: str) -> list[dict[str, str]]:
    """Return the same figures as rows of words, those without one included."""
    own = {
        "Authority": f"**{wording.plain(place)}**",
        "Figure": shown(found.measure, found.own.span),
        "Made of": _halves(found.measure, found.own.numerator, found.own.denominator)
        or wording.plain(found.own.reason),
    }
    others = [
        {
            "Authority": wording.plain(held.name),
            "Figure": shown(found.measure, span),
            "Made of": _made_of(found.measure, held) or (REASONS[held.value_missing].capitalize() if not span else ""),
        }
        for held, span in sorted(found.members, key=lambda each: -(each[1].high if each[1] else -1))
    ]
    average = {
        "Authority": f"*{wording.plain(average_named(found))}*",
        "Figure": shown(found.measure, found.average.span),
        "Made of": "",
    }
    return [own, average, *others]


def source(found: Comparison) -> str:
    """Say what the figures are, of which day and release, by which list, and under which licence."""
    publication = publication_of(found.measure.name)
    whom = found.asked.comparator
    version = f" Neighbours by the list of {whom.version}." if whom.version else ""
    kept = f" Group: {whom.kept.named}." if whom.kept else ""
    return (
        f"Source: {publication.credit}, {wording.within(found.measure.title)} at {wording.day(found.as_at)}; "
        f"release: {found.asked.edition.named}.{version}{kept} {LICENCE}"
    )


def where_we_stand(found: Comparison, place: str) -> None:
    """Draw the sentence, the bars, those missing, the source and the table of one year."""
    from pages.kit import charts

    st.markdown(f"**{wording.plain(in_a_sentence(found, place))}**")
    st.markdown(f"{found.rank}.")
    if found.own.source == COUNTED_HERE and found.own.span is not None:
        st.caption("DfE printed no figure of ours for that day. Ours was counted here, from what was published here.")
    drawn = bars(found, place)
    labelled = "; ".join(f"{bar.group} {bar.label}" for bar in drawn)
    charts.draw_bars(
        drawn, f"Bar chart of {found.measure.title}, {wording.day(found.as_at)}: {labelled}.", "beside_bars", place
    )
    if len(found.members) > MOST_BARS:
        st.caption("Those nearest to ours are drawn; all are in the table.")
    if found.verdict != CANNOT_TELL and (said := hidden(found)):
        st.caption(said)
    if gone := missing(found):
        st.caption(wording.plain(gone))
    st.caption(wording.plain(source(found)))
    named = f"{found.measure.title} by authority, {wording.day(found.as_at)}"
    folded_table("by authority", "beside", lambda: table(found, place), named, f"{found.measure.name}_{found.as_at}")


def _made_of(measure: Measure, held: Held) -> str:
    """Write the halves of a published figure."""
    return _halves(measure, held.numerator, held.denominator)


def _halves(measure: Measure, above: float | None, below: float | None) -> str:
    """Write two halves with what they count, where both are known: 2,259 cases over 143.2 full-time equivalents."""
    if above is None or not below or measure.unit == "count":
        return ""
    between = {"percent": "of", "rate": "among"}.get(measure.unit, "over")
    return f"{wording.plainest(float(half_up(above, 1)))} {between} {wording.plainest(float(half_up(below, 1)))}"
