"""The units of figures, and by how much a numerator over its denominator is multiplied to be told in one."""

from collections.abc import Mapping
from types import MappingProxyType

SCALE: Mapping[str, int] = MappingProxyType({"percent": 100, "rate": 10_000})


def scale_of(unit: str) -> int:
    """Return the scale of a unit: 100 for percent, 10,000 for a rate of children, 1 for counts and averages."""
    return SCALE.get(unit, 1)
