"""What officers say of a line: what it is meant to reach, what happened, and which figures were restated."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """Hold what officers say of a line: the ends of its target, month by month, their name, and events by month.

    An event is the place of the first month that it falls in, and its title. `restated` are the places of the months
    whose figures are not what was first reported.
    """

    least: tuple[float | None, ...] = ()
    most: tuple[float | None, ...] = ()
    aim: str = ""
    events: tuple[tuple[int, str], ...] = ()
    restated: tuple[int, ...] = ()

    def last(self, months: int, of: int) -> "Said":
        """Return the same, cut to the last months of so many."""
        gone = max(0, of - months)
        events = tuple((place - gone, title) for place, title in self.events if place >= gone)
        restated = tuple(place - gone for place in self.restated if place >= gone)
        return Said(self.least[-months:], self.most[-months:], self.aim, events, restated)


UNSAID = Said()
