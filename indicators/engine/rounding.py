"""Rounding half up, as people and DfE do it, and with how many decimals a figure is shown."""

from decimal import ROUND_HALF_UP, Decimal

DECIMALS = {"count": 0, "percent": 1, "rate": 1, "average": 1}
"""How many decimals a figure of each unit is shown with."""


def exact(number: float) -> float:
    """Return a number to the millionth that numbers are added up to, without the noise of binary fractions."""
    return round(float(number), 6)


def half_up(value: float, decimals: int = 0) -> Decimal:
    """Round half up; the noise of binary fractions is taken off first."""
    steady = Decimal(repr(round(float(value), 9)))
    return steady.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
