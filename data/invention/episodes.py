"""Episodes of care: a new one each time the placement or the legal status changes, without a gap."""

from dataclasses import dataclass

from data.invention.chance import Chance
from data.invention.ordinal_days import birthday
from data.invention.people import Child, Episode
from data.invention.placements import FOSTER, RESTLESS, Place, first_place, moved_to, next_stay, settled_with_adopters

ADOPTED = ("E11", "E12")


@dataclass(frozen=True)
class Path:
    """Give a period of care its frame: the course it takes, its days and why it ends."""

    course: str
    start: int
    end: int
    reason: str


def write_episodes(chance: Chance, child: Child, path: Path) -> None:
    """Write the episodes of a whole period, and why it ended."""
    legal = legal_statuses(chance, path)
    places = placements(chance, child, path, legal)
    days = sorted({when for when, _ in legal} | {when for when, _ in places})
    rows: list[Episode] = []
    for when in days:
        status = [s for began, s in legal if began <= when][-1]
        place = [p for began, p in places if began <= when][-1]
        if rows:
            rows[-1].end = when
        moved = any(began == when for began, _ in places)
        rows.append(Episode(when, why_new(rows, status, place, moved), status, place.placement, place.provider))
    rows[-1].end, rows[-1].reason_ended = path.end, reason_for(chance, child, path, rows[-1])
    child.episodes.extend(rows)


def why_new(rows: list[Episode], status: str, place: Place, moved: bool) -> str:
    """Say why an episode is new: start, legal status, placement, or both."""
    if not rows:
        return "S"
    legal_changed = rows[-1].legal_status != status
    if legal_changed and moved:
        return "U" if place.same_carer else "B"
    if legal_changed:
        return "L"
    return "T" if place.same_carer else "P"


def reason_for(chance: Chance, child: Child, path: Path, last: Episode) -> str:
    """Settle why the period ended; at 18 it follows from where the young person lives."""
    if path.end < birthday(child.born, 18):
        return path.reason
    if last.placement in FOSTER and chance.yes(0.55):
        return "E17"
    if child.disability not in ("NONE", "") and chance.yes(0.6):
        return "E7"
    return chance.one_of({"E5": 70, "E6": 14, "E8": 8, "E4A": 8})


def legal_statuses(chance: Chance, path: Path) -> list[tuple[int, str]]:
    """Write the legal statuses of a period, each from its day on."""
    if path.course == "remand":
        return [(path.start, "J1")]
    if path.course in ("alone", "short"):
        return emergency(chance, path, "V2") if path.course == "short" else [(path.start, "V2")]
    statuses = emergency(chance, path, "V2" if chance.yes(0.45) else "C1")
    last_day, last = statuses[-1]
    if last == "V2" and (path.reason in ADOPTED or chance.yes(0.6)):
        last_day, last = last_day + chance.between(25, 160), "C1"
        statuses.append((last_day, last))
    if last == "C1":
        final = "E1" if path.reason in ADOPTED else "C2"
        if final == "E1" or path.course == "long":
            statuses.append((last_day + chance.between(160, 300), final))
    lasting = [(when, status) for when, status in statuses if when < path.end - 20]
    return lasting or statuses[:1]


def emergency(chance: Chance, path: Path, then: str) -> list[tuple[int, str]]:
    """Begin one period in seven with police protection or an emergency order, for the few days these may last."""
    if path.end - path.start < 12 or not chance.yes(0.15):
        return [(path.start, then)]
    if chance.yes(0.7):
        return [(path.start, "L1"), (path.start + chance.between(1, 3), then)]
    return [(path.start, "L2"), (path.start + chance.between(5, 8), then)]


def placements(chance: Chance, child: Child, path: Path, legal: list[tuple[int, str]]) -> list[tuple[int, Place]]:
    """Write the placements of a period, each from its day on."""
    place = first_place(chance, child, path.start, path.course)
    rows = [(path.start, place)]
    restless = chance.yes(RESTLESS)
    when = path.start + next_stay(chance, child, restless, first=True)
    order = next((began for began, status in legal if status == "E1"), None)
    if order:
        rows.extend(settled_with_adopters(chance, order, path.end))
    limit = order or path.end
    while when < limit - 5:
        place = moved_to(chance, child, when, place, path)
        rows.append((when, place))
        when += next_stay(chance, child, restless)
    return sorted(rows, key=lambda row: row[0])
