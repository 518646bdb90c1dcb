"""Who may read what leaves the dashboard: the one list of classifications, and which of them figures ask for."""

from collections.abc import Sequence

from data.access import PUBLIC as THE_PUBLIC
from indicators.figures.disclosure import as_seen_by
from indicators.figures.figure import Figure

INTERNAL = "Internal. Official – Sensitive: holds small numbers, not for publication"
EXEMPT = "Exempt. Official – Sensitive: for members in private, not for publication"
PUBLIC = "Public. Official: may be published"
CLASSIFICATIONS = (INTERNAL, EXEMPT, PUBLIC)


def classification_of(figures: Sequence[Figure]) -> str:
    """Return who may read figures: everybody where the public would read the very same, else those inside."""
    values = [figure.value for figure in figures]
    return PUBLIC if values == [figure.value for figure in as_seen_by(THE_PUBLIC, figures)] else INTERNAL
