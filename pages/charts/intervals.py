"""Groups beside the whole as they are declared: each with its value, and between what chance would leave it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Interval:
    """Hold a group: its name, its value, and the ends between which chance would leave it, or None where not known.

    `meaning` is `improvement`, `concern` or `neutral` where it lies apart from the whole, and nothing where it may be
    alike; `way` is up or down. `label` says its value and counts.
    """

    name: str
    value: float | None
    label: str
    low: float | None = None
    high: float | None = None
    meaning: str = ""
    way: str = ""


@dataclass(frozen=True)
class Intervals:
    """Hold groups in their order and the whole beside which they stand, with the words for it.

    `ending` follows each number; `alt` says in at most 30 words what is shown.
    """

    rows: tuple[Interval, ...]
    alt: str
    whole: float | None = None
    whole_label: str = ""
    ending: str = ""
    reach: tuple[float, float] | None = None
    """The lowest and highest of the scale, where several pictures stand on equal scales; else the groups' own."""
