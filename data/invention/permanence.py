"""Homes for good: children on their way to adoption or another lasting order, and the people who wish to adopt."""

from collections.abc import Iterator

from data.invention.care_periods import Period
from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Cell, Record
from data.invention.episodes import ADOPTED
from data.invention.ordinal_days import LAST_DAY, first_day, iso, working_day
from data.invention.place import CARE_PLANNING

ORDERS = {"E41": "CAO", "E45": "SGO", "E46": "SGO", "E47": "SGO", "E48": "SGO"}
DECIDED_BEFORE_ORDER = (30, 55, 70, 90, 130)
MATCHED_BEFORE_PLACED = (10, 18, 25, 34, 50)
GIVEN_UP_AFTER = (200, 320, 420, 560)
GIVEN_UP_REASON = {"RD1": 35, "RD3": 40, "RD4": 25}

FIRST_ENQUIRIES, ENQUIRIES_A_YEAR = first_day("2020-06"), 34
COUPLES = 0.7
STAGE_1_AFTER, STAGE_2_AFTER = (4, 10, 18, 30, 60), (0, 5, 12, 30, 90)
STAGE_1_TAKES, STAGE_2_TAKES = (38, 46, 52, 57, 61, 75, 110), (78, 95, 108, 116, 121, 140, 190)
APPROVED_AFTER = (6, 12, 20, 35)
MATCHED_AFTER = (40, 120, 240, 420)
DROPS_OUT = 0.16


def ways_to_permanence(seed: int, periods: list[Period]) -> list[Record]:
    """Tell of every period that had a placement order or ended with an order for life, the latest of each child."""
    chance = Chance(seed, "permanence")
    latest = {record.child_id: record for record in (way(chance.aside(), period) for period in periods) if record}
    return list(latest.values())


def way(chance: Chance, period: Period) -> Record | None:
    """Write the way of one child, where there was one."""
    order = next((episode.start for episode in period.episodes if episode.legal_status == "E1"), None)
    last = period.episodes[-1].reason_ended
    if order is None and last not in ORDERS:
        return None
    steps = adoption(chance, period, order) if order else (None,) * 4
    outcome = "ADOPTION" if last in ADOPTED else ORDERS.get(last, "")
    reversed_on = None
    if order and last not in ADOPTED:
        reversed_on = min(working_day(order + chance.along(GIVEN_UP_AFTER)), period.end - 1)
    reason = chance.one_of(GIVEN_UP_REASON)
    cells = (
        period.child.child_id,
        iso(period.start),
        *steps,
        period.end if outcome else None,
        (period.end, outcome) if outcome else "",
        reversed_on,
        (reversed_on, reason) if reversed_on else "",
        period.child.family.team[CARE_PLANNING],
    )
    days = [day for day in (*steps, reversed_on) if isinstance(day, int)]
    begins = min(days, default=period.end)
    return Record("permanence", begins, max(*days, period.end if outcome else 0, begins), cells, period.child.child_id)


def adoption(chance: Chance, period: Period, order: int) -> tuple[Cell, ...]:
    """Give the days of the decision, the placement order, the match and the move to adopters."""
    decided = max(working_day(order - chance.along(DECIDED_BEFORE_ORDER)), period.start)
    placed = next((episode.start for episode in period.episodes if episode.placement in ("A3", "A4", "A5", "A6")), None)
    matched = max(working_day(placed - chance.along(MATCHED_BEFORE_PLACED)), order) if placed else None
    return decided, order, matched, placed


def adopters(seed: int) -> list[Record]:
    """Let people enquire through the years, mostly as couples, and follow each to approval or away."""
    chance = Chance(seed, "adopters")
    records: list[Record] = []
    when = FIRST_ENQUIRIES
    while when <= LAST_DAY:
        family = f"AF{len(records) + 1:04d}"
        steps = stages(chance, working_day(when))
        for _ in range(2 if chance.yes(COUPLES) else 1):
            records.append(adopter(f"AD{len(records) + 1:04d}", family, steps))
        when += chance.between(1, 2 * 365 // ENQUIRIES_A_YEAR)
    return records


def adopter(adopter_id: str, family: str, steps: dict[str, Cell]) -> Record:
    """Write one person with the steps of the family."""
    days = [step for step in steps.values() if isinstance(step, int)]
    ended = steps["left_date"] or steps["matched_date"]
    over = ended if isinstance(ended, int) else NEVER
    return Record("adopters", min(days), over, (adopter_id, family, *steps.values()))


def stages(chance: Chance, enquired: int) -> dict[str, Cell]:
    """Draw the days of an enquiry's steps, in the order of the extract's columns."""
    first = working_day(enquired + chance.along(STAGE_1_AFTER))
    first_ends = working_day(first + chance.along(STAGE_1_TAKES))
    second = working_day(first_ends + chance.along(STAGE_2_AFTER))
    second_ends = working_day(second + chance.along(STAGE_2_TAKES))
    approved = working_day(second_ends + chance.along(APPROVED_AFTER))
    matched = working_day(approved + chance.along(MATCHED_AFTER))
    left = working_day(chance.between(enquired, approved)) if chance.yes(DROPS_OUT) else None
    days = (first, first_ends, second, second_ends, approved, matched)
    taken: Iterator[int | None] = (day if left is None or day <= left else None for day in days)
    names = ("stage_1_start", "stage_1_end", "stage_2_start", "stage_2_end", "approved_date", "matched_date")
    return {
        "enquiry_date": enquired,
        **dict(zip(names, taken, strict=True)),
        "left_date": left,
        "left_reason": (left, chance.one_of({"1": 75, "2": 15, "3": 10})) if left else "",
        "foster_to_adopt": "Y" if chance.yes(0.25) else "N",
    }
