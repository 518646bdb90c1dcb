"""What stands around a chart that is taken away: what it finds, of whom, whose it is, and who may read it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Plate:
    """Hold all that a picture must say once it has left the dashboard, each in words.

    `subtitle` names the statistic, whom it is of, the place and the period; `notes` are sentences that stand below the
    chart; `credit` names source, day of publication, authority and version.
    """

    title: str
    finding: str
    subtitle: str
    credit: str
    classification: str
    notes: tuple[str, ...] = ()
