"""What DfE has printed of the same authority and day: whoever attacks what we tell knows it, too."""

from datetime import date

from data.published.areas import code_in_force
from data.published.dfe_publication import publication_of
from data.published.shipped_tables import ask_published
from data.store.rehearsal import Readable
from indicators.engine.adding_up import DENOMINATOR, NUMERATOR, Number
from indicators.engine.catalogue import all_indicators


def printed_elsewhere(store: Readable, authority: str, month: date) -> dict[Number, set[float]]:
    """Return the numerators and denominators that stand printed for a month end, by the indicators that count the same.

    Every edition counts: what was printed once is known. Nothing where nothing is published as at that day.
    """
    measures: dict[str, list[str]] = {}
    for indicator in all_indicators().values():
        measure = indicator.argument.published
        if measure and publication_of(measure).day(month.year) == month:
            measures.setdefault(measure, []).extend(filter(None, (indicator.id, indicator.argument.twin)))
    printed: dict[Number, set[float]] = {}
    if not measures:
        return printed
    rows = ask_published(
        store,
        """
        select measure, numerator, denominator
        from known_published
        where authority = $authority and year = $year and list_contains($measures, measure)
        """,
        authority=code_in_force(authority),
        year=month.year,
        measures=sorted(measures),
    )
    for measure, *halves in rows.itertuples(index=False, name=None):
        for name in measures[measure]:
            for half, number in zip((NUMERATOR, DENOMINATOR), halves, strict=True):
                if number == number and number is not None:  # what is hidden or missing there tells nothing
                    printed.setdefault((name, half), set()).add(float(number))
    return printed
