"""Who may read figures: everybody, where nothing in them is small."""

from collections.abc import Sequence

from data.access import PUBLIC as THE_PUBLIC
from indicators.figures.disclosure import as_seen_by
from indicators.figures.figure import Figure
from pages.words.classification import INTERNAL, PUBLIC


def classification_of(figures: Sequence[Figure]) -> str:
    """Return who may read figures: everybody where the public would read the very same, else those inside."""
    values = [figure.value for figure in figures]
    return PUBLIC if values == [figure.value for figure in as_seen_by(THE_PUBLIC, figures)] else INTERNAL
