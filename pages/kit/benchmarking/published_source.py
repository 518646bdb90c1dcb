"""Whose published figures are: the sentence below a chart of them, and all else once it has left the dashboard."""

from data.published.dfe_publication import LICENCE, publication_of
from indicators.comparison.comparison import AS_PUBLISHED, Comparison
from pages.charts.of_series.origin import program
from pages.charts.plate import Plate
from pages.words import wording
from pages.words.classification import INTERNAL, PUBLIC


def published_plate(comparison: Comparison, kind: str, finding: str) -> Plate:
    """Say of whom the figures are, at which day, and whose; `kind` says what is drawn, `finding` what is found.

    Only what DfE printed may be published as it stands: a figure of ours that was counted here stays inside.
    """
    measure, own = comparison.measure, comparison.own
    is_printed = own.span is None or own.source == AS_PUBLISHED
    return Plate(
        measure.title,
        wording.unformatted(finding),
        f"{kind}, {wording.day(comparison.as_at)}.",
        f"{source(comparison)} {program()}",
        PUBLIC if is_printed else INTERNAL,
    )


def source(comparison: Comparison) -> str:
    """Say what the figures are, of which day and release, by which list, and under which licence."""
    publication = publication_of(comparison.measure.name)
    whom = comparison.asked.comparator
    version = f" Neighbours by the list of {whom.version}." if whom.version else ""
    group = f" Group: {whom.kept.named}." if whom.kept else ""
    return (
        f"Source: {publication.credit}, {wording.within(comparison.measure.title)} at {wording.day(comparison.as_at)}; "
        f"release: {comparison.asked.edition.named}.{version}{group} {LICENCE}"
    )
