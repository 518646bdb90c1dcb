"""Foster carers of the borough's own: who enquires, who applies, who is approved, and how long they stay."""

from collections.abc import Iterator

from data.invention.chance import Chance
from data.invention.dated_record import NEVER, Record
from data.invention.ordinal_days import FIRST_WINDOW, LAST_DAY, first_day, working_day
from data.invention.stories import RECRUITMENT, RECRUITMENT_APPLIED_AFTER, RECRUITMENT_APPLIED_BEFORE

FIRST_ENQUIRIES, ENQUIRIES_EVERY = first_day("2006-01"), (0, 1, 2, 3, 5)
DECIDED_AFTER = (5, 14, 25, 40, 70)
APPROVED, APPROVED_AFTER = 0.5, (110, 140, 165, 190, 260)
STAY = (120, 600, 1100, 1700, 2600, 4200)
PLACES_SHARE = {"1": 38, "2": 42, "3": 20}
VACANT, CHANGES_EVERY = 0.24, (20, 70, 130, 260)
LEFT_OUT = {"WITHDREW": 7, "UNSUITABLE": 3}
REASON_SHARE = {"RESIGNED": 60, "MOVED": 14, "PERMANENCE": 10, "TERMINATED": 9, "OTHER": 5, "DIED": 2}


def enquiries(seed: int) -> Iterator[tuple[int, int, bool, Chance]]:
    """Give each enquiry: its day, the day of its outcome, whether an application came of it, and its own chance."""
    chance, when = Chance(seed, "fostering"), FIRST_ENQUIRIES
    while when <= LAST_DAY:
        own = chance.aside()
        decided = working_day(when + own.along(DECIDED_AFTER))
        is_late = decided >= first_day(RECRUITMENT.begins)
        yield when, decided, own.yes(RECRUITMENT_APPLIED_AFTER if is_late else RECRUITMENT_APPLIED_BEFORE), own
        when = working_day(when + chance.along(ENQUIRIES_EVERY))


def fostering_enquiries(seed: int) -> list[Record]:
    """Write every enquiry that an extract can hold."""
    records = []
    for number, (when, decided, applied, own) in enumerate(enquiries(seed), start=1):
        outcome = "APPLIED" if applied else own.one_of(LEFT_OUT)
        cells = (f"FE{number:05d}", when, decided, (decided, outcome))
        records.append(Record("fostering_enquiries", when, decided, cells))
    return [record for record in records if record.over > FIRST_WINDOW]


def mainstream_households(seed: int) -> list[Record]:
    """Write the households that were approved after an application, with the places that are vacant as they change."""
    records = []
    for number, (_, decided, applied, own) in enumerate(enquiries(seed), start=1):
        if applied and own.yes(APPROVED):
            approved = working_day(decided + own.along(APPROVED_AFTER))
            left = working_day(approved + own.along(STAY))
            records += household(own, f"FH{number:05d}", "MAINSTREAM", approved, left, own.one_of(REASON_SHARE))
    return records


def household(chance: Chance, household_id: str, kind: str, approved: int, left: int, reason: str) -> list[Record]:
    """Write one household, anew each time that its vacant places change."""
    places, records, since = chance.one_of(PLACES_SHARE), [], approved
    while since < left or not records:
        until = min(since + chance.along(CHANGES_EVERY), left)
        vacant = sum(chance.yes(VACANT) for _ in range(int(places))) if kind == "MAINSTREAM" else 0
        cells = (household_id, kind, approved, places, str(vacant), left, (left, reason))
        records.append(Record("fostering_households", since, left, cells, replaced=NEVER if until >= left else until))
        since = max(until, since + 1)
    return [record for record in records if record.over > FIRST_WINDOW and record.replaced > FIRST_WINDOW]
