"""Chance, drawn from one seed and the same on every machine.

Nothing but `random()` is asked of Python's generator, and nothing but adding and multiplying is done with it: no
logarithm, whose last digit may differ between platforms.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

# Fractions that never meet: each kind of draw walks round the circle at its own step.
STEPS = (
    0.6180339887498949,
    0.41421356237309515,
    0.7320508075688772,
    0.2360679774997898,
    0.6457513110645906,
    0.3166247903554,
)


class Chance:
    """Draw from one stream: each topic has its own, so that changing one leaves the others as they were."""

    def __init__(self, seed: int, topic: str):
        """Begin the stream of a topic."""
        self.random = Random(f"{seed}/{topic}").random
        self.turns: dict[str, tuple[float, float]] = {}

    def aside(self) -> "Chance":
        """Begin a stream for a side matter, so that what it draws does not disturb what comes after."""
        return Chance(self.between(0, 2**40), "aside")

    def steady(self, what: str) -> float:
        """Draw from 0 to 1 so that draws of one kind soon cover it evenly: a real borough is steadier than dice."""
        turn, step = self.turns.get(what) or (0.5, STEPS[len(self.turns) % len(STEPS)])
        self.turns[what] = ((turn + step) % 1.0, step)
        return self.turns[what][0]

    def yes(self, share: float) -> bool:
        """Say yes in this share of draws."""
        return self.random() < share

    def between(self, low: int, high: int) -> int:
        """Draw a whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def one_of(self, weights: Mapping, steady: str = "") -> Any:
        """Draw a key by its weight."""
        left = (self.steady(steady) if steady else self.random()) * sum(weights.values())
        for key, weight in weights.items():
            left -= weight
            if left < 0:
                return key
        return key

    def along(self, quantiles: Sequence[int], steady: str = "") -> int:
        """Draw a whole number from evenly spaced quantiles, straight lines between them."""
        return at_place(quantiles, self.steady(steady) if steady else self.random())


def at_place(quantiles: Sequence[int], share: float) -> int:
    """Read evenly spaced quantiles at a share of the way along, from 0 to 1."""
    place = share * (len(quantiles) - 1)
    below = int(place)
    low, high = quantiles[below], quantiles[below + 1]
    return int(low + (high - low) * (place - below))
