"""What is known of one indicator beside its chart: counts, movement, target, forecast, comparison and comment."""

from collections.abc import Sequence

from data.access import Act
from indicators.change.comments import Commented
from indicators.engine.catalogue import SERVICES
from indicators.figures.due_soon import while_doing_nothing_is_a_case, with_a_day
from indicators.figures.figure import RECORDS
from pages.kit.frame.cache import if_known_kept, later_kept, loads_kept
from pages.kit.frame.choices import Choices
from pages.kit.frame.latest_published import latest_kept
from pages.kit.rows.measure import Measure
from pages.kit.rows.measure_facts import Fact, draw_facts, draw_finding
from pages.words import wording
from pages.words.as_published import others_in_full, why_nobody
from pages.words.commentary import what_moved
from pages.words.completeness import how_complete
from pages.words.in_brief import aimed
from pages.words.series import Series, finding
from pages.words.target_judgement import IN_SHORT, assured


def say_what_is_found(chosen: Choices, series: Series, measure: Measure) -> None:
    """Say in one line what an indicator does, of which service it is, which way is better, and how fresh it is."""
    load = loads_kept(chosen.reader, chosen.revision).get(series.now.load or 0)
    fresh = f"published {wording.moment(load.published_at)}, load {load.load}" if load else ""
    service = SERVICES[series.indicator.service]
    draw_finding(measure, (service, wording.within(wording.polarity(series.indicator)), fresh))


def facts(
    chosen: Choices, series: Series, measure: Measure, beside: Sequence[Measure], stands: Commented | None
) -> None:
    """Draw the figure in large and what is known of it."""
    figure, indicator = series.now, series.indicator
    arguments = (chosen.reader, chosen.authority, figure.month, chosen.revision, indicator.id)
    bounds = if_known_kept(*arguments) if chosen.reader.may_of(Act.EXACT, indicator.service) else None
    draw_facts(
        measure,
        (
            Fact("Moved", measure.moved),
            Fact("Between", finding(series).partition("; between ")[2]),
            Fact("Target", *target(series)),
            Fact("Not yet due", wording.not_yet_due(figure.not_yet_due)),
            Fact("If nothing is done", if_nothing_is_done(chosen, series)),
            Fact("How complete", how_complete(figure, bounds) if figure.value is not None else ""),
            Fact("How it was given", wording.given(figure)),
            Fact("Others", what_others_stood_at(chosen, series)),
            *(Fact("Since the comment", sentence, "missed") for sentence in (what_moved(stands) if stands else ())),
        ),
        beside,
    )


def target(series: Series) -> tuple[str, str]:
    """Return what the target asks, whether it was met, and whether it will be; and how that is marked."""
    aim, is_met = aimed(series.target, series.now)
    if not aim:
        return "none set", ""
    will = IN_SHORT[assured(series).answer]
    return f"{aim}{f', {is_met}' if is_met else ''}; {will}", is_met


def if_nothing_is_done(chosen: Choices, series: Series) -> str:
    """Say what a figure will read at the next month end if nothing is done, where that is a real case."""
    figure, indicator = series.now, series.indicator
    if not with_a_day([indicator]) or figure.value is None or figure.counted_from != RECORDS:
        return ""
    later = later_kept(chosen.reader, chosen.authority, chosen.month, chosen.revision, indicator.id)
    for then in while_doing_nothing_is_a_case(figure, later):
        if not then.by and then.value is not None:
            return f"{wording.value(then.unit, then.value)} on {wording.day(then.month)}"
    return ""


def what_others_stood_at(chosen: Choices, series: Series) -> str:
    """Say what neighbours and England stood at when that was last published, or that nobody publishes it."""
    indicator = series.indicator
    latest = latest_kept(chosen.reader, chosen.authority, chosen.revision, (indicator.id,)).get(indicator.id)
    return others_in_full(indicator, latest) if latest else why_nobody(indicator)
