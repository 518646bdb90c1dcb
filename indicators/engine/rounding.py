"""Rounding half up, as people and DfE do it."""

from decimal import ROUND_HALF_UP, Decimal


def half_up(value: float, decimals: int = 0) -> Decimal:
    """Round half up; the noise of binary fractions is taken off first."""
    steady = Decimal(repr(round(float(value), 9)))
    return steady.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0
