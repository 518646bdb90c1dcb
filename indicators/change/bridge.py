"""How a number came from one month end to the next, for all and for each team or kind: who came, went or moved."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

TEAM, KIND = "team", "kind"


@dataclass(frozen=True)
class Course:
    """Hold where one child stood: as published `then`, at that month end as it is `known` now, and `now`.

    `was` and `is_now` are the team and the kind at either month end.
    """

    subject: str
    child_id: str
    then: bool
    known: bool
    now: bool
    was: dict[str, str]
    is_now: dict[str, str]

    @property
    def started(self) -> bool:
        """Tell whether it began within the month."""
        return self.now and not self.known

    @property
    def ended(self) -> bool:
        """Tell whether it ended within the month."""
        return self.known and not self.now

    @property
    def put_in_later(self) -> bool:
        """Tell whether it had begun by the month end before, and was not known then."""
        return self.known and not self.then

    @property
    def taken_out(self) -> bool:
        """Tell whether it was counted then and, as is known now, should not have been."""
        return self.then and not self.known


@dataclass(frozen=True)
class Bridge:
    """Hold how a group's number came from one month end to the next; the group of all has no name."""

    group: str
    opening: int
    put_in_later: int
    taken_out: int
    started: int
    ended: int
    moved_in: int
    moved_out: int
    closing: int


def bridges(courses: Sequence[Course], by: str) -> list[Bridge]:
    """Return a bridge for each team or kind, in the order of names, or with `by` left empty one for all."""
    if not by:
        return [_bridge("", courses, [""] * len(courses), [""] * len(courses))]
    was, is_now = [course.was[by] for course in courses], [course.is_now[by] for course in courses]
    all_bridges = [_bridge(name, courses, was, is_now) for name in sorted({*was, *is_now})]
    return [
        bridge for bridge in all_bridges if any(number for name, number in asdict(bridge).items() if name != "group")
    ]


def _bridge(name: str, courses: Sequence[Course], was: Sequence[str], is_now: Sequence[str]) -> Bridge:
    """Count one group's bridge; whoever stayed and stands in another group now has moved."""
    placed = list(zip(courses, was, is_now, strict=True))
    members_then = [course for course, group, _ in placed if group == name]
    members_now = [course for course, _, group in placed if group == name]
    moved = [(old, new) for course, old, new in placed if course.known and course.now and old != new]
    return Bridge(
        name,
        opening=sum(course.then for course in members_then),
        put_in_later=sum(course.put_in_later for course in members_then),
        taken_out=sum(course.taken_out for course in members_then),
        started=sum(course.started for course in members_now),
        ended=sum(course.ended for course in members_then),
        moved_in=sum(new == name for _, new in moved),
        moved_out=sum(old == name for old, _ in moved),
        closing=sum(course.now for course in members_now),
    )
