"""A strip as it is declared: us, our neighbours and England on one scale."""

from dataclasses import dataclass

Ends = tuple[float, float]
"""The lowest and the highest that a figure may be; the same where it is known exactly."""


@dataclass(frozen=True)
class Strip:
    """Hold who is on a strip, in the unit of the figure; None is who is not known.

    `neighbours` is the median of ours, `spread` what the middle half of them lies between, `reach` the lowest and
    highest of all authorities, which is the honest scale. `alt` says the same in at most 30 words.
    """

    ours: Ends | None
    alt: str
    neighbours: Ends | None = None
    spread: Ends | None = None
    england: Ends | None = None
    reach: Ends | None = None
