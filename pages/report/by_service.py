"""Measures of a subject by service beside what others stood at, and children by the organisation that leads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from data.access import Act, Reader
from data.store.store import Store
from indicators.comparison.latest_published import LatestPublished
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import NOT_KNOWN, breakdown
from indicators.figures.figure import AGGREGATES, Figure
from indicators.figures.measured_figures import rows_behind
from pages.report.document import Cell, Table
from pages.report.measure_paragraph import in_a_cell
from pages.report.subjects import Subject
from pages.words import wording
from pages.words.figure_range import shown
from pages.words.series import Series

ALL, NEIGHBOURS, ENGLAND = "All services", "Statistical neighbours, the median", "England"
LED = ("Organisation that leads", "Children", "Of all", "Its help that held for a year")


def services_read(
    store: Store, reader: Reader, subjects: Sequence[Subject], authority: str, month: date
) -> Mapping[str, Sequence[Figure]]:
    """Return the figures by service that subjects ask for, by the indicator's id, as the reader may see them."""
    measures = [indicator_called(name) for subject in subjects for name in subject.by_service]
    figures = breakdown(store, reader, measures, authority, [month], "service")
    return {
        measure.id: [figure for figure in figures if figure.indicator == measure.id and figure.group != NOT_KNOWN]
        for measure in measures
    }


def service_table(
    subject: Subject,
    services: Mapping[str, Sequence[Figure]],
    by_id: Mapping[str, Series],
    latest: Mapping[str, LatestPublished],
) -> Iterator[Table]:
    """Yield the table of a subject by service, where more than one service has a figure."""
    groups = sorted({figure.group for name in subject.by_service for figure in services[name]})
    if len(groups) <= 1:
        return
    rows: list[tuple[str | Cell, ...]] = [
        (group, *(in_a_cell(_of(services[name], group)) for name in subject.by_service)) for group in groups
    ]
    rows.append((ALL, *(in_a_cell(by_id[name].now) for name in subject.by_service)))
    others = [_others(latest[name]) if name in latest else {} for name in subject.by_service]
    for title in dict.fromkeys(title for of_measure in others for title in of_measure):
        rows.append((title, *(of_measure.get(title, wording.NONE) for of_measure in others)))
    headings = ("Service", *(by_id[name].indicator.title for name in subject.by_service))
    yield Table(f"{subject.title}, by service and beside others", headings, tuple(rows))


def leaders_table(store: Store, reader: Reader, led: Series, held: Series, authority: str) -> Iterator[Table]:
    """Yield the table of the organisations that lead, with their children and what of their help held.

    One that leads nobody now stands with what held. Only whoever may see lists is told.
    """
    leads, of_held = _organisations(store, reader, led, authority), _organisations(store, reader, held, authority)
    if not leads:
        return
    whole = sum(many for _, many, _ in leads.values())
    named = of_held | leads
    children = {one: leads[one][1] if one in leads else 0.0 for one in named}
    cells = tuple(
        (
            named[one][0],
            wording.number(children[one]),
            wording.value("percent", 100 * children[one] / whole),
            _share(*of_held[one][1:]) if one in of_held else wording.NONE,
        )
        for one in sorted(named, key=lambda one: (-children[one], named[one][0]))
    )
    yield Table(f"{led.indicator.title}: who leads, and what held", LED, cells)


def _organisations(store: Store, reader: Reader, series: Series, authority: str) -> dict[str, tuple[str, float, float]]:
    """Return each organisation behind a figure by its name in small letters: as its list spells it, and both numbers.

    None where there is no list, or none for the reader. Two lists may spell one organisation in two ways.
    """
    figure = series.now
    if figure.value is None or figure.counted_from == AGGREGATES or not reader.may(Act.LISTS):
        return {}
    rows = rows_behind(store, reader, series.indicator, authority, figure.month)
    return {
        name.lower(): (name, counted, out_of)
        for name, counted, out_of in zip(rows["subject"], rows["numerator"], rows["denominator"], strict=True)
    }


def _share(many: float, out_of: float) -> str:
    """Write how many of how many, and the share."""
    return f"{wording.value('percent', 100 * many / out_of)} ({wording.number(many)} of {wording.number(out_of)})"


def _of(figures: Sequence[Figure], group: str) -> Figure | None:
    """Return the figure of a service, or None where it has none."""
    return next((figure for figure in figures if figure.group == group), None)


def _others(latest: LatestPublished) -> Mapping[str, Cell | str]:
    """Write what others stood at, and on which day, by who they are; a dash where nobody published it."""
    averages = (
        (NEIGHBOURS, latest.neighbours),
        *((latest.region,) if latest.region else ()),
        (ENGLAND, latest.england),
    )
    day = wording.day(latest.as_at)
    return {
        title: Cell(shown(latest.measure, average.span), day) if average.span else wording.NONE
        for title, average in averages
    }
