"""What stands around the picture of a figure by group once it has left the dashboard."""

from collections.abc import Sequence

from indicators.figures.figure import Figure
from pages.charts.of_series.origin import Origin
from pages.charts.of_series.who_may_read import classification_of
from pages.charts.plate import Plate
from pages.words import wording
from pages.words.series import Series


def groups_plate(series: Series, origin: Origin, groups: Sequence[Figure], title: str, finding: str) -> Plate:
    """Say all that a picture of groups must say: what it finds, of whom, whose it is, and who may read it."""
    return Plate(
        title,
        wording.unformatted(finding),
        f"{wording.told(series.indicator)} {origin.place}, {wording.month(series.now.month)}.",
        origin.credit(),
        classification_of(groups),
        ("Bars: between what chance would leave a group. The upright line: all of them together.",)
        if series.now.unit == "percent"
        else (),
    )
