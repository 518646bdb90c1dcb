"""What a line is judged by: its average, its limits, and marks on the points of signals."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Judged:
    """Hold what a line is judged by: its low limit, average and high limit, month by month, and marks on its points.

    A mark is what a signal means, `improvement`, `concern` or `neutral`, and its way, `up` or `down`, or None.
    """

    low: tuple[float | None, ...] = ()
    centre: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    marks: tuple[tuple[str, str] | None, ...] = ()

    def last(self, months: int) -> "Judged":
        """Return the same, cut to the last months."""
        cut = (self.low[-months:], self.centre[-months:], self.high[-months:], self.marks[-months:])
        return Judged(*cut)


UNJUDGED = Judged()
