"""Rate against mix: how much of a change lies within groups, and how much in groups of other sizes.

After Kitagawa, "Components of a difference between two rates", Journal of the American Statistical Association 50
(1955): the change within each group counts by the average of its two sizes, the change of its size by the average of
its two rates. The two add up to the whole change, and neither month is taken for the standard.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from data.units import scale_of
from indicators.figures.figure import Figure


@dataclass(frozen=True)
class RateAndMix:
    """Hold how much of a change lies within groups and how much in their sizes, in the unit of the figure."""

    rate: float
    mix: float

    @property
    def change(self) -> float:
        """Return the whole change."""
        return self.rate + self.mix


def rate_and_mix(before: Sequence[Figure], after: Sequence[Figure]) -> RateAndMix | None:
    """Split the change of a share or an average by its groups; None where a group's numbers are not known.

    A group that is there in one month only has no rate of its own in the other: all that it does is mix.
    """
    sides = [_sides(figures) for figures in (before, after)]
    if any(side is None or not sum(below for _, below in side.values()) for side in sides):
        return None
    was, is_now = (_weighed(side or {}) for side in sides)
    scale = scale_of((*before, *after)[0].unit)
    rate = mix = 0.0
    for group in {**was, **is_now}:
        (weight, of_then), (weight_now, of_now) = was.get(group, (0.0, None)), is_now.get(group, (0.0, None))
        then = of_now if of_then is None else of_then
        later = then if of_now is None else of_now
        assert then is not None and later is not None  # a group is there in one month at least
        rate += (later - then) * (weight + weight_now) / 2
        mix += (weight_now - weight) * (then + later) / 2
    return RateAndMix(rate * scale, mix * scale)


def _sides(figures: Sequence[Figure]) -> dict[str, tuple[float, float]] | None:
    """Return the halves of each group out of which something was counted; None where one is not known."""
    if any(figure.numerator is None or figure.denominator is None for figure in figures):
        return None
    return {figure.group: (figure.numerator or 0.0, figure.denominator) for figure in figures if figure.denominator}


def _weighed(groups: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float | None]]:
    """Return each group's part of the whole, and its rate."""
    whole = sum(below for _, below in groups.values())
    return {name: (below / whole, above / below) for name, (above, below) in groups.items()}
