"""Quarters of a list, A to D, as DfE's interactive tool shows them. They are there for who must have them.

They rank noise: with small numbers most of the lowest quarter lie where chance alone would put them.
"""

from collections.abc import Sequence
from statistics import quantiles

from indicators.comparison.figure_range import Span

LETTERS = "ABCD"
WARNING = (
    "Bands rank noise: a quarter of authorities are always in band D, whatever they do. Read the funnel before a band."
)


def band(own: Span | None, others: Sequence[Span | None], good: str) -> str:
    """Return our quarter of all known figures, A the best; nothing where no direction is good or ours is not known."""
    values = [span.low for span in others if span is not None and span.known]
    if own is None or not own.known or good not in ("low", "high") or len(values) < len(LETTERS):
        return ""
    cuts = quantiles([*values, own.low], n=4, method="inclusive")
    place = sum(own.low > cut for cut in cuts) if good == "low" else sum(own.low < cut for cut in reversed(cuts))
    return LETTERS[place]
