"""What stands around a chart of records, not of one indicator, once it has left the dashboard."""

from pages.charts.of_series.origin import Origin
from pages.charts.plate import Plate
from pages.words import wording
from pages.words.classification import INTERNAL


def records_plate(origin: Origin, title: str, finding: str, statistic: str) -> Plate:
    """Say what is drawn of records: its title, what it finds, the statistic with whom it is of and when.

    It is made of single records, which may let a child or a worker be recognised, so it stays inside.
    """
    plain = wording.unformatted(finding)
    return Plate(title, plain, f"{statistic} {origin.place}.", origin.credit(), INTERNAL)
